import type { Meaning } from './expression';
import type { Reader } from './lexicon';
import type { TimexMatch } from './timexMatch';

/** Whether what the grammar read is a time here, and not something that merely looks like one. */
export function acceptable(reader: Reader, piece: TimexMatch, previous: TimexMatch | undefined): boolean {
  const { meaning } = piece;
  if (inCompound(reader, piece, previous) || endsSomething(reader, piece) || isVerbOfEnding(reader, piece)) return false;
  switch (meaning.kind) {
    case 'calendar':
      return acceptableCalendar(reader, piece, meaning, previous);
    case 'shift':
      return piece.inPast === undefined || acceptable(reader, piece.inPast, previous);
    case 'duration':
      return !isAge(reader, piece) && !isCount(reader, piece);
    case 'years':
      return !isQuantity(reader, piece.to) && (isSeason(meaning) || !followsName(reader, piece.from, previous));
    case 'partOfYear':
      return meaning.unit === 'SN' ? acceptableSeason(reader, piece, meaning) : acceptablePart(reader, piece, meaning);
    case 'clock':
      return !reader.sense(piece.to, 'notAfterClock');
    case 'part':
      if (isGeneric(reader, piece, meaning.of)) return false;
      return meaning.of.kind !== 'calendar' || acceptableCalendar(reader, piece, meaning.of, previous);
    case 'set':
      if (namesSomething(reader, piece)) return false;
      return (
        !(
          reader.isCapital(piece.from) &&
          piece.to - piece.from === 1 &&
          piece.from > 0 &&
          reader.sense(piece.from, 'often') !== undefined
        ) && !isNoun(reader, piece)
      );
    case 'vague':
      return acceptableVague(reader, piece);
    case 'feast':
      return acceptableFeast(reader, piece, previous);
    default:
      return true;
  }
}

/** A pris fin hier: the end of something, not of the day. */
const endsSomething = (reader: Reader, piece: TimexMatch): boolean =>
  reader.sense(piece.from, 'partWord') !== undefined && reader.endingBefore(piece.from, 'notBeforePart') >= 0;

/** To end the 1990s, beginning in 2012: a verb. As a noun it has "of" behind it, or an article or preposition before a month. */
function isVerbOfEnding(reader: Reader, piece: TimexMatch): boolean {
  const at = reader.sense(piece.from, 'the')?.end ?? piece.from;
  if (reader.sense(at, 'nounPart') === undefined) return false;
  if (reader.words[at + 1] === 'of') return false;
  if (['month', 'season', 'yearWord'].some((cls) => reader.sense(at + 1, cls) !== undefined) || reader.isNumber(at + 1))
    return at === piece.from && reader.endingBefore(piece.from, 'beforePart') < 0;
  return true;
}

/** The 2018-2019 championships: two years that follow each other are no model's number. */
const isSeason = (meaning: Extract<Meaning, { kind: 'years' }>): boolean => meaning.to - meaning.from === 1;

/** A feast, and not a place or a person of its name (Saint-Jean-de-Luz), a climb (ascension), or what is named for it. */
function acceptableFeast(reader: Reader, piece: TimexMatch, previous: TimexMatch | undefined): boolean {
  const last = piece.to - 1;
  for (let i = piece.from; i <= last; i++) {
    if (reader.sense(i, 'feastByArticle') !== undefined && reader.sense(i - 1, 'the') === undefined) return false;
    if (reader.sense(i, 'feastByCapital') !== undefined && !reader.isCapital(i)) return false;
  }
  if (reader.words[piece.to] === '-' && reader.isGlued(piece.to) && reader.isGlued(piece.to + 1)) return false;
  return !followsName(reader, piece.from, previous) || piece.to - piece.from > 1;
}

/** A date that a street or a mission bears as its name. */
export function isPartOfName(reader: Reader, piece: TimexMatch): boolean {
  const { meaning, from } = piece;
  if (meaning.kind === 'calendar' && meaning.impossible) return true;
  // 32 August: what is left of it is no date either
  if (
    meaning.kind === 'calendar' &&
    meaning.day === undefined &&
    reader.sense(from, 'month') &&
    /^[3-9]\d$/.test(reader.words[from - 1] ?? '')
  )
    return true;
  return meaning.kind === 'calendar' && meaning.month !== undefined && reader.endingBefore(from, 'streetBefore') >= 0;
}

/** Glued by a hyphen or an apostrophe to a word that is no part of it: Champ-de-Mars, Post-2015-Agenda. */
function inCompound(reader: Reader, piece: TimexMatch, previous: TimexMatch | undefined): boolean {
  const before = reader.words[piece.from - 1];
  const glued = reader.isGlued(piece.from);
  if (glued && before === '-' && reader.isGlued(piece.from - 1) && /^\p{L}/u.test(reader.words[piece.from - 2] ?? '')) {
    // 18 h-19 h
    if (previous !== undefined && previous.to === piece.from - 1) return false;
    return reader.endingBefore(piece.from - 1, 'hyphenable') < 0 && reader.sense(piece.from - 2, 'month') === undefined;
  }
  if (glued && /^[/@#_&$€£]$/.test(before ?? '') && before !== '/') return true;
  const after = reader.words[piece.to];
  if (piece.meaning.kind === 'calendar' || piece.meaning.kind === 'set' || piece.meaning.kind === 'vague') {
    if (
      after === '-' &&
      reader.isGlued(piece.to) &&
      reader.isGlued(piece.to + 1) &&
      /^\p{Ll}/u.test(reader.tokens[piece.to + 1]?.text ?? '')
    ) {
      const next = reader.senses(piece.to + 1);
      return (
        !next.some((s) => s.cls === 'month' || s.cls === 'there' || s.cls === 'partWord') &&
        reader.sense(piece.to + 1, 'afterHyphen') === undefined
      );
    }
  }
  return false;
}

type Calendar = Extract<Meaning, { kind: 'calendar' }>;

function acceptableCalendar(reader: Reader, piece: TimexMatch, meaning: Calendar, previous: TimexMatch | undefined): boolean {
  const { year, yy, month, day, weekday } = meaning;
  const fields = [year ?? yy, month, day, weekday, meaning.direction, meaning.yearsAway].filter(
    (field) => field !== undefined,
  ).length;
  if (fields > 1 || meaning.bce !== undefined) {
    if (month !== undefined && year === undefined && yy === undefined && day === undefined && meaning.direction === 0)
      return acceptableMonth(reader, piece, previous);
    return year === undefined || month !== undefined || !isQuantity(reader, piece.to) || fields > 2;
  }
  if (month !== undefined) return acceptableMonth(reader, piece, previous);
  if (weekday !== undefined) return acceptableWeekday(reader, piece);
  if (year !== undefined && piece.to - piece.from === 1) return acceptableYear(reader, piece, year, previous);
  if (yy !== undefined)
    return (
      (reader.isNumber(piece.from) || reader.endingBefore(piece.from, 'beforeYear') >= 0) &&
      !followsName(reader, piece.from, previous)
    );
  return true;
}

/** A month by itself: written as the language writes it, and not a name, a planet or a verb. */
function acceptableMonth(reader: Reader, piece: TimexMatch, previous: TimexMatch | undefined): boolean {
  const { to } = piece;
  // voyage vers Mars: what makes it approximate does not make it a month
  const approximate = piece.meaning.kind === 'calendar' && piece.meaning.approximate === true;
  const from = approximate && reader.sense(to - 1, 'month') !== undefined ? to - 1 : piece.from;
  // this may derive: a verb in a language that writes months with a capital
  if (
    reader.lexicon.pack.capitals &&
    to - from === 2 &&
    reader.sense(to - 1, 'doubtful') !== undefined &&
    !reader.isCapital(to - 1) &&
    reader.sense(from, 'this') !== undefined
  )
    return false;
  if (to - from > 1 && reader.words[to - 1] !== '.') return true;
  const { capitals } = reader.lexicon.pack;
  const capital = reader.isCapital(from);
  const text = reader.tokens[from]?.text ?? '';
  const shouting = text.length > 2 && text === text.toUpperCase();
  const announced = reader.endingBefore(from, 'beforeMonth') >= 0 || joinedTo(reader, from, previous);
  const weak = reader.sense(from, 'month')?.weak === true;
  if (reader.isCapital(to) && (!announced || weak)) return false;
  // et sept blessés: the abbreviation is a number too
  if (weak && to - from === 1 && reader.sense(from, 'numeral') !== undefined) return false;
  if (weak) return announced;
  if (reader.sense(from, 'doubtful') !== undefined)
    return announced && (capitals ? capital || !isVerbLike(reader, to) : !capital);
  // em Fevereiro: with a capital in a language that writes it small, only behind a word that takes no name
  if (!capitals) return capital ? announced && (shouting || from === 0 || reader.endingBefore(from, 'inMonth') >= 0) : true;
  return capital || announced;
}

const isVerbLike = (reader: Reader, at: number): boolean =>
  /^\p{Ll}/u.test(reader.words[at] ?? '') && reader.sense(at, 'functionWord') === undefined;

/** Joined to a date that was just read: January and March. */
function joinedTo(reader: Reader, from: number, previous: TimexMatch | undefined): boolean {
  if (previous === undefined) return false;
  for (let i = previous.to; i < from; i++) {
    if (reader.sense(i, 'and') === undefined && reader.sense(i, 'rangeTo') === undefined && reader.words[i] !== ',') return false;
  }
  return from - previous.to <= 2;
}

function acceptableWeekday(reader: Reader, piece: TimexMatch): boolean {
  if (piece.to - piece.from > 1) return true;
  const { capitals } = reader.lexicon.pack;
  const { from, to } = piece;
  const capital = reader.isCapital(from);
  if (capitals || !capital) return true;
  // in a language that writes weekdays small, a capital inside a sentence is a name or a title
  const before = reader.words[from - 1];
  const opens = from === 0 || /^[.!?…«“"(:–—-]$/.test(before ?? '');
  const text = reader.tokens[from]?.text ?? '';
  if (
    !reader.isCapital(to) &&
    /^\p{Ll}/u.test(reader.tokens[from - 1]?.text ?? '') &&
    reader.endingBefore(from, 'beforeName') < 0
  )
    return true;
  return (opens && !reader.isCapital(to)) || text === text.toUpperCase();
}

/** A number of four digits by itself is a year unless it counts something, or belongs to a name. */
function acceptableYear(reader: Reader, piece: TimexMatch, year: number, previous: TimexMatch | undefined): boolean {
  const { from, to } = piece;
  if (reader.words[to] === '/' && reader.isGlued(to) && reader.isNumber(to + 1)) return false;
  if (reader.words[from - 1] === '/' && reader.isGlued(from)) return false;
  if (reader.endingBefore(from, 'notBeforeYear') >= 0) return false;
  if (isQuantity(reader, to)) return false;
  const announced = reader.endingBefore(from, 'beforeYear') >= 0;
  if (year < 1400 || year > 2150) return announced && reader.endingBefore(from, 'inYear') >= 0 && !countsWhatFollows(reader, to);
  if (joinedTo(reader, from, previous) && previous?.meaning.kind === 'calendar') {
    return reader.isGlued(from) ? !countsUnit(reader, to) : !countsWhatFollows(reader, to);
  }
  if (reader.endingBefore(from, 'adjectiveYear') >= 0 && year >= 1700 && year <= 2060) {
    // a survey of 1709 schoolchildren, but a list of 2009 laws
    return !countsUnit(reader, to) && (year >= 1950 || !countsPlural(reader, to) || reader.endingBefore(from, 'the') >= 0);
  }
  if (announced) return reader.endingBefore(from, 'inYear') >= 0 ? !countsUnit(reader, to) : !countsSeveral(reader, to);
  if (year < 1700 || year > 2060) return reader.words[from - 1] === '(' && /^[-–—),]$/.test(reader.words[to] ?? '');
  // le bac 2016 sera, la COP 2015: an event and its year
  const isEvent = followsEvent(reader, from) || followsAcronym(reader, from, year);
  if (followsName(reader, from, previous)) return isEvent;
  if (isEvent && !countsSeveral(reader, to)) return true;
  return !countsWhatFollows(reader, to) || reader.endingBefore(from, 'the') >= 0;
}

/** A unit or what is counted; en 1945 M. Durand has none. */
const countsUnit = (reader: Reader, to: number): boolean =>
  (reader.sense(to, 'unit') !== undefined || reader.sense(to, 'counted') !== undefined) &&
  !(reader.words[to]?.length === 1 && reader.isCapital(to) && reader.words[to + 1] === '.');

/** A unit of measure, a currency or a per cent behind the number. */
function isQuantity(reader: Reader, to: number): boolean {
  const word = reader.words[to] ?? '';
  if (/^[%‰€$£¥°]$/.test(word)) return true;
  return countsUnit(reader, to);
}

/** A word that the number may count: 2000 morts. Words of grammar do not. */
function countsWhatFollows(reader: Reader, to: number): boolean {
  const token = reader.tokens[to];
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return reader.isNumber(to);
  return reader.sense(to, 'functionWord') === undefined && reader.sense(to, 'month') === undefined;
}

/** The same, of a word that can be a plural: les photos de 2009 montrent, but un cortège de 2009 marcheurs. */
function countsSeveral(reader: Reader, to: number): boolean {
  if (!countsWhatFollows(reader, to)) return false;
  const { plural } = reader.lexicon.pack;
  return plural === undefined || reader.isNumber(to) || countsUnit(reader, to) || (reader.words[to] ?? '').search(plural) >= 0;
}

/** A word that is a plural by its form. */
function countsPlural(reader: Reader, to: number): boolean {
  const { plural } = reader.lexicon.pack;
  return plural !== undefined && countsWhatFollows(reader, to) && plural.test(reader.words[to] ?? '');
}

/** Three capitals or more before a year of our time: competitions and bills are called so, cars and planes by fewer. */
function followsAcronym(reader: Reader, from: number, year: number): boolean {
  const text = reader.tokens[from - 1]?.text ?? '';
  return year >= 1995 && year <= 2035 && /^\p{Lu}{3,}$/u.test(text) && reader.sense(from - 1, 'functionWord') === undefined;
}

/** An event among the few words before: Trophée de Lyon 2018. */
function followsEvent(reader: Reader, from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - 5; i--) {
    if (/^[,.;:!?]$/.test(reader.words[i] as string)) return false;
    if (reader.sense(i, 'eventBefore') !== undefined) return true;
  }
  return false;
}

/** A name right before: Peugeot 2008, Windows 2000. */
function followsName(reader: Reader, from: number, previous: TimexMatch | undefined): boolean {
  if (previous !== undefined && previous.to === from) return false;
  if (!reader.isCapital(from - 1) || reader.endingBefore(from, 'beforeYear') >= 0) return false;
  if (from - 1 === 0) return reader.sense(0, 'the') === undefined && reader.senses(0).length === 0;
  return reader.senses(from - 1).length === 0 || reader.tokens[from - 1]?.text.length === 1;
}

/** The second half of the game, in the first half: of a match where no year is named. */
function acceptablePart(reader: Reader, piece: TimexMatch, meaning: Extract<Meaning, { kind: 'partOfYear' }>): boolean {
  if (meaning.unit !== 'S' || meaning.year !== undefined || meaning.yearOf !== undefined || meaning.direction !== undefined)
    return true;
  return reader.sense(piece.to - 1, 'halfOf') === undefined;
}

function acceptableSeason(reader: Reader, piece: TimexMatch, meaning: Extract<Meaning, { kind: 'partOfYear' }>): boolean {
  if (meaning.year !== undefined || meaning.direction !== undefined || meaning.yearOf !== undefined) return true;
  const last = piece.to - 1;
  if (reader.sense(piece.from, 'this') !== undefined && piece.to - piece.from > 1) return true;
  // winter wheat, the Summer Olympics: a kind of it, and a name
  if (reader.lexicon.pack.capitals && isKind(reader, piece)) return false;
  if (reader.sense(last, 'doubtful') === undefined)
    return !(reader.isCapital(last) && last > 0 && !reader.lexicon.pack.capitals && reader.isCapital(piece.to));
  if (reader.isCapital(last) && last > 0 && reader.words[last - 1] !== '.') return reader.lexicon.pack.language === 'de';
  return (piece.to - piece.from > 1 || reader.endingBefore(piece.from, 'beforeSeason') >= 0) && !isVerbLike(reader, piece.to);
}

/** Whether a season says what kind of thing the next word is. */
const isKind = (reader: Reader, piece: TimexMatch): boolean =>
  (reader.lexicon.pack.language === 'en' && reader.isCapital(piece.to) && reader.isCapital(piece.to - 1)) ||
  (piece.to - piece.from === 1 &&
    reader.lexicon.pack.language === 'en' &&
    !reader.isCapital(piece.from) &&
    isVerbLike(reader, piece.to));

/** Les Jeudis de Brumeval: a festival, in a language that writes weekdays small. */
const namesSomething = (reader: Reader, piece: TimexMatch): boolean =>
  !reader.lexicon.pack.capitals &&
  reader.isCapital(piece.to - 1) &&
  piece.to > 1 &&
  reader.sense(piece.to - 1, 'weekdays') !== undefined;

/** Un quotidien: a newspaper. */
function isNoun(reader: Reader, piece: TimexMatch): boolean {
  if (reader.sense(piece.from, 'often') === undefined) return false;
  // on a daily basis
  if (reader.sense(piece.to, 'afterOften') !== undefined) return false;
  return (
    reader.endingBefore(piece.from, 'one') >= 0 ||
    reader.endingBefore(piece.from, 'the') >= 0 ||
    reader.endingBefore(piece.from, 'nounBefore') >= 0
  );
}

const COUNTED = ['numeral', 'unit', 'some'];

function acceptableVague(reader: Reader, piece: TimexMatch): boolean {
  // the next 24 hours: part of an amount that is read as a whole, or of none
  const counts = reader.sense(piece.to - 1, 'which') ?? reader.sense(piece.to - 1, 'textWhich');
  if (counts && (reader.isNumber(piece.to) || COUNTED.some((cls) => reader.sense(piece.to, cls) !== undefined))) return false;
  if (reader.sense(piece.to, 'notAfterVague') !== undefined) return false;
  // un précédent stands by itself; un précédent accord is an earlier one
  return (
    reader.endingBefore(piece.from, 'notBeforeVague') < 0 ||
    (reader.endingBefore(piece.from, 'one') >= 0 && isVerbLike(reader, piece.to))
  );
}

/** Ages are no durations: âgé de 37 ans, un enfant de 8 ans, Marie, 37 ans, 37-year-old. */
export function isAge(reader: Reader, piece: TimexMatch): boolean {
  const { from, to, meaning } = piece;
  if (meaning.kind !== 'duration') return false;
  const [amount, more] = meaning.amount.parts;
  // 3 ans et demi
  if (more !== undefined && !(amount?.unit === 'Y' && more.unit === 'M' && more.n === 6)) return false;
  if (from === 0 && to === reader.tokens.length && to <= 2 && amount?.unit === 'Y' && reader.isNumber(0)) return true;
  if (amount === undefined || !['Y', 'M', 'S', 'DE'].includes(amount.unit)) return false;
  if (reader.sense(to, 'ageAfter') !== undefined) return true;
  const counted = amount.n !== null || reader.isNumber(from);
  if (counted && reader.endingBefore(from, 'ageBefore') >= 0) return true;
  // à 16 ans, but à deux ans de prison
  if (counted && reader.endingBefore(from, 'ageBeforeAlone') >= 0 && !isSpent(reader, to)) return true;
  // un fils de 18 mois
  const of = reader.endingBefore(from, 'ageOf');
  if (amount.unit === 'M' && counted && (amount.n ?? 99) <= 36 && of >= 0 && reader.sense(of - 1, 'person') !== undefined)
    return true;
  if (amount.unit !== 'Y' || (amount.n ?? 0) > 115) return false;
  if (amount.n !== null && meaning.amount.mod !== undefined && reader.sense(from - 1, 'the') !== undefined) return true;
  if (/^[-–]$/.test(reader.words[from - 1] ?? '') && reader.isNumber(from - 2)) return true;
  const before = reader.words[from - 1];
  const after = reader.words[to];
  const apposition = before === ',' || before === '(';
  if (apposition && (after === undefined || /^[,).;–—]$/.test(after)) && nameBefore(reader, from - 1)) return true;
  if (before === '(' && after === ')') return true;
  const ofBefore = reader.endingBefore(from, 'ageOf');
  return ofBefore >= 0 && personBefore(reader, ofBefore);
}

/** Six mois de prison, un an ferme: the time of something; but not à 83 ans de son ami. */
function isSpent(reader: Reader, to: number): boolean {
  const of = reader.sense(to, 'of');
  if (of !== undefined) return reader.sense(of.end, 'functionWord') === undefined;
  return reader.sense(to, 'notAfterAge') !== undefined;
}

function nameBefore(reader: Reader, comma: number): boolean {
  return reader.isCapital(comma - 1) || reader.sense(comma - 1, 'person') !== undefined || reader.isCapital(comma - 2);
}

/** Whether one of the few words before speaks of a person: une fillette rousse de 6 ans. */
function personBefore(reader: Reader, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (/^[,.;:()]$/.test(reader.words[i] as string)) return false;
    if (reader.sense(i, 'person') !== undefined || (reader.isCapital(i) && isNameLike(reader, i))) return true;
  }
  return false;
}

/** A capital that does not come from a sentence's beginning. */
function isNameLike(reader: Reader, at: number): boolean {
  return at > 0 && !/^[.!?…«“"]$/.test(reader.words[at - 1] ?? '') && reader.sense(at, 'functionWord') === undefined;
}

/** Minutes, seconds and days that count something else: la première minute, 24 heures du Mans. */
function isCount(reader: Reader, piece: TimexMatch): boolean {
  if (isOrdinalSecond(reader, piece) || isSomeDay(reader, piece)) return true;
  return reader.sense(piece.to, 'notAfterAmount') !== undefined || reader.endingBefore(piece.from, 'notBeforeAmount') >= 0;
}

/** A second plane, about a quarter of them: words for units that mean something else behind an article. */
function isOrdinalSecond(reader: Reader, piece: TimexMatch): boolean {
  if (piece.meaning.kind !== 'duration') return false;
  const amount = piece.meaning.amount.parts[0];
  if (amount?.n !== 1 || piece.meaning.amount.parts.length > 1) return false;
  if (amount.unit === 'Q') return reader.endingBefore(piece.from, 'forSignal') < 0;
  const next = reader.tokens[piece.to];
  if (amount.unit !== 'TS' || reader.isNumber(piece.from)) return false;
  if (next?.kind === 'punctuation') return reader.words[piece.to] === '-' && reader.isGlued(piece.to);
  return next !== undefined && reader.sense(piece.to, 'functionWord') === undefined;
}

/** Un jour de fête: a day of some kind, not a length of time. */
function isSomeDay(reader: Reader, piece: TimexMatch): boolean {
  if (piece.meaning.kind !== 'duration' || reader.sense(piece.from, 'one') === undefined || piece.to - piece.from !== 2)
    return false;
  if (piece.meaning.amount.parts[0]?.unit !== 'D') return false;
  return reader.sense(piece.to, 'of') !== undefined || isOnceUpon(reader, piece);
}

/** Si un jour il revient: some day; an amount has a word that counts it before or behind. */
function isOnceUpon(reader: Reader, piece: TimexMatch): boolean {
  if (reader.lexicon.pack.classes.dayAlone === undefined || reader.isNumber(piece.from)) return false;
  if (reader.endingBefore(piece.from, 'dayAlone') >= 0 || reader.isNumber(piece.from - 1)) return false;
  return ['before', 'after', 'earlierAfter', 'laterAfter', 'per'].every((cls) => reader.sense(piece.to, cls) === undefined);
}

/** Les fêtes de fin d'année: of every year. */
function isGeneric(reader: Reader, piece: TimexMatch, of: Meaning): boolean {
  if (of.kind !== 'unit' || of.from !== 'document' || of.offset !== 0) return false;
  return (
    reader.endingBefore(piece.from, 'of') >= 0 && reader.sense(piece.to - 2, 'the') === undefined && !reader.lexicon.pack.capitals
  );
}
