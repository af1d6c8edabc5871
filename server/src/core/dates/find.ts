import type { ParagraphView } from '../document';
import { clauseTense, isBareParticiple, isParticiple, type TenseFinder, tenseFinder } from './clause';
import { isPassedOver, isTime } from './exceptions/index';
import type { DateCandidate, Meaning, Signal } from './expression';
import { hasBit } from './grammar/firsts';
import { grammarFor } from './grammar/index';
import { Parser } from './grammar/parser';
import type { Grammar } from './grammar/pattern';
import { compileLexicon, type Lexicon, Reader, type Sense, type Word } from './lexicon';
import type { DatePack } from './pack';
import type { TimexMatch } from './timexMatch';

/** A language's pack, compiled. */
interface Finder {
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly tense: TenseFinder;
  /** Classes that a whole expression can begin with. */
  readonly begins: ReadonlySet<string>;
}

// Compiled once per pack; a pack is a constant, so this holds no state that could change an answer.
const finders = new WeakMap<DatePack, Finder>();

function finderFor(pack: DatePack): Finder {
  let finder = finders.get(pack);
  if (finder === undefined) {
    const lexicon = compileLexicon(pack);
    const grammar = grammarFor(pack);
    const top = grammar.ids.get('Top') ?? 0;
    const begins = new Set([...grammar.byClass].filter(([, bits]) => hasBit(bits, top)).map(([cls]) => cls));
    finder = { lexicon, grammar, tense: tenseFinder(pack), begins };
    finders.set(pack, finder);
  }
  return finder;
}

// What a word by itself says of where dates begin, kept with the word.
/** An expression, or what is none, can begin with it: any other word is passed over. */
const OPENS = 1;
/** It only opens an expression, as articles do: what follows must be a word of time. */
const ONLY_OPENS = 2;
/** A number or a word of time, or an article before one. */
const TIMELY = 4;

function openingBits(word: Word, { lexicon, grammar, begins }: Finder): number {
  const classes = lexicon.classesOf.get(word.folded);
  const literal = grammar.byWord.has(word.folded);
  let bits = literal ? OPENS | TIMELY : 0;
  if (word.glued !== null) bits |= OPENS | TIMELY;
  for (const cls of classes ?? []) {
    if (cls === 'notADate' || begins.has(cls)) bits |= OPENS;
    if (ARTICLES.has(cls) || (grammar.classes.has(cls) && !LINKS.has(cls))) bits |= TIMELY;
  }
  if (!literal && word.glued === null && word.beginning?.alone.every((sense) => opensOnly(sense, begins))) bits |= ONLY_OPENS;
  word.opening = bits;
  return bits;
}

function opensOnly({ cls, weak, number }: Sense, begins: ReadonlySet<string>): boolean {
  if (weak || cls === 'notADate') return false;
  return !begins.has(cls) || OPENERS.has(cls) || (cls === 'numeral' && number === 1);
}

const SIGNALS: readonly Signal[] = ['since', 'until', 'by', 'before', 'after', 'from', 'for', 'between', 'within'];

/** Paragraph pass: finds temporal expressions, in text order, never overlapping. Linear in the paragraph. */
export function findCandidates(view: ParagraphView, pack: DatePack): readonly DateCandidate[] {
  const finder = finderFor(pack);
  const { lexicon, grammar, tense } = finder;
  if (view.tokens.length === 0) return [];
  const reader = new Reader(view.text, view.tokens, lexicon);
  let parser: Parser | undefined;
  const found: TimexMatch[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    if (!mayBegin(at)) {
      at++;
      continue;
    }
    const blocked = reader.sense(at, 'notADate');
    if (blocked !== undefined) {
      at = blocked.end;
      continue;
    }
    if (!canBegin(reader, at, finder)) {
      at++;
      continue;
    }
    // le Nouvel An chinois: what is no date behind its article
    const article = reader.sense(at, 'the');
    const named = article === undefined ? undefined : reader.sense(article.end, 'notADate');
    if (named !== undefined) {
      at = named.end;
      continue;
    }
    parser ??= new Parser(grammar, reader);
    const match = parser.read('Top', at);
    if (
      match !== null &&
      (match.value as TimexMatch[]).some((piece) => isPassedOver({ reader, match: piece, previous: undefined }))
    ) {
      at = match.end;
      continue;
    }
    const pieces =
      match === null
        ? []
        : (match.value as TimexMatch[]).filter((piece) => isTime({ reader, match: piece, previous: found.at(-1) }));
    for (const piece of pieces) found.push(piece);
    at = match !== null && pieces.length > 0 ? match.end : at + 1;
  }
  return found.map((piece, i) => placed(piece, found[i + 1]));

  /** Whether it is worth a closer look: most words say by themselves, or with the next one, that no date begins. */
  function mayBegin(at: number): boolean {
    if (reader.isNumber(at)) return true;
    const word = reader.known[at] as Word;
    const bits = word.opening >= 0 ? word.opening : openingBits(word, finder);
    if ((bits & OPENS) === 0) return false;
    const next = reader.known[at + 1];
    if ((bits & ONLY_OPENS) === 0 || next === undefined || reader.isNumber(at + 1)) return true;
    if (word.beginning?.phrases.has(next.folded)) return true;
    return ((next.opening >= 0 ? next.opening : openingBits(next, finder)) & TIMELY) !== 0;
  }

  function startOf(piece: TimexMatch): number {
    return view.tokens[piece.from]?.start ?? 0;
  }

  function tenseOf(piece: TimexMatch): 'past' | 'future' | undefined {
    const ahead = reader.endingBefore(piece.from, 'aheadBefore');
    // un taux de 9 % pour novembre: a preposition alone points ahead only before a day
    if (ahead >= 0 && (piece.from - ahead > 1 || !isMonth(piece.meaning))) return 'future';
    // fermé depuis mardi, il ne rouvrira pas
    if (reader.endingBefore(piece.from, 'backBefore') >= 0) return 'past';
    const sentence = view.sentences[sentenceAt(view, startOf(piece))] ?? { start: 0, end: view.text.length };
    return clauseTense(reader, sentence, piece, tense);
  }

  function looksBack(piece: TimexMatch): boolean {
    for (let i = piece.from - 1; i >= piece.from - SUPERLATIVE_REACH; i--)
      if (reader.sense(i, 'superlative') !== undefined) return true;
    return tenseOf(piece) === 'past';
  }

  function placed(written: TimexMatch, next: TimexMatch | undefined): DateCandidate {
    const piece = written.inPast !== undefined && looksBack(written) ? written.inPast : written;
    const start = startOf(piece);
    const end = view.tokens[piece.to - 1]?.end ?? start;
    const sentence = sentenceAt(view, start);
    const spoken = tenseOf(piece);
    const said = SIGNALS.find((name) => reader.endingBefore(piece.from, `${name}Signal`) >= 0);
    // was used a million times by Thursday: in languages whose word for it looks back too
    const signal =
      said === 'by' && spoken === 'past' && reader.endingBefore(piece.from, 'byPast') >= 0 && !isPromised(reader, piece)
        ? undefined
        : said;
    const meaning =
      spoken === undefined && isPresent(reader, piece, tense)
        ? PRESENT
        : spoken === 'past' && !isBareParticiple(reader, piece.from - 1, tense)
          ? onThatDay(reader, piece)
          : wellKnown(reader, piece);
    return {
      start,
      end,
      meaning,
      sentence,
      ...(signal && { signal }),
      ...(spoken && { tense: spoken }),
      ...(reader.endingBefore(piece.from, 'ofNoun') >= 0 && { ofNoun: true as const }),
      ...((piece.opensRange || opensRange(reader, piece, next, signal)) && { opensRange: true }),
    };
  }
}

// A promise to do something by a day stands closer to it than a verb of the past.
const PROMISE_REACH = 6;

/** Promised to finish by Friday: what is to be done lies ahead. */
function isPromised(reader: Reader, piece: TimexMatch): boolean {
  for (let i = piece.from - 2; i >= piece.from - PROMISE_REACH; i--) if (reader.words[i] === 'to') return true;
  return false;
}

const isMonth = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.month !== undefined && meaning.day === undefined;

// How far before an amount a superlative may stand: its lowest level in six years.
const SUPERLATIVE_REACH = 5;

/** Two dates joined by "to", or by "and" behind "between", are the ends of a range. */
function opensRange(reader: Reader, piece: TimexMatch, next: TimexMatch | undefined, signal: Signal | undefined): boolean {
  if (next === undefined || next.from - piece.to > 3) return false;
  const joint = reader.sense(piece.to, 'rangeTo') ?? (signal === 'between' ? reader.sense(piece.to, 'and') : undefined);
  return joint !== undefined && joint.end === next.from;
}

/** Le mercredi, il a plu: with a verb of the past the weekday with its article is one day, not each. */
function onThatDay(reader: Reader, piece: TimexMatch): Meaning {
  const { meaning } = piece;
  const weekday = /^XXXX-WXX-(\d)$/.exec(meaning.kind === 'set' ? meaning.value : '');
  return weekday !== null && reader.sense(piece.from, 'habitual') !== undefined
    ? { kind: 'calendar', weekday: Number(weekday[1]) }
    : wellKnown(reader, piece);
}

const PRESENT: Meaning = { kind: 'vague', ref: 'PRESENT_REF' };

/** "Aujourd'hui, la vallée vit du tourisme": set off by a comma or behind a verb of being, beside no verb of the past or future, it is no day. */
function isPresent(reader: Reader, piece: TimexMatch, tense: TenseFinder): boolean {
  if (piece.meaning.kind !== 'deictic' || reader.sense(piece.from, 'genericToday') === undefined) return false;
  if (reader.words[piece.to] === ',') return true;
  return reader.endingBefore(piece.from, 'presentVerb') >= 0 && !isParticiple(reader, piece.to, tense);
}

/** The day of the attacks of 2001, which texts name without its year. */
function wellKnown(reader: Reader, piece: TimexMatch): Meaning {
  const { meaning } = piece;
  if (meaning.kind !== 'calendar' || meaning.day !== 11 || meaning.month !== 9 || meaning.direction !== undefined) return meaning;
  if (meaning.year !== undefined || meaning.yy !== undefined || meaning.weekday !== undefined) return meaning;
  return reader.endingBefore(piece.from, 'attackBefore') >= 0 || reader.sense(piece.to, 'attackAfter') !== undefined
    ? { ...meaning, year: 2001 }
    : meaning;
}

// Words that only open an expression: what follows must be a word of time or a number.
const OPENERS = new Set([
  'the',
  'one',
  'this',
  'these',
  'that',
  'every',
  'habitual',
  'some',
  'bareSome',
  'bound',
  'approximately',
  'wholeOf',
  'inAmount',
  'during',
  'per',
  'perOne',
]);

/** Whether an expression can begin at a token: an article only before a word of time or a number. */
function canBegin(reader: Reader, at: number, { grammar, begins }: Finder): boolean {
  // a year stands by itself; what any other number counts follows it
  if (reader.isNumber(at)) return (reader.words[at] as string).length === 4 || goesOn(reader, at + 1, grammar);
  for (const sense of reader.senses(at)) {
    if (!begins.has(sense.cls)) continue;
    if (sense.cls === 'numeral' || sense.cls === 'ordinal') {
      if (!(sense.number === 1 && sense.cls === 'numeral') && (sense.number > 1000 || goesOn(reader, sense.end, grammar)))
        return true;
    } else if (!OPENERS.has(sense.cls)) return true;
    if (isTemporal(reader, sense.end, grammar)) return true;
  }
  if (!grammar.byWord.has(reader.words[at] as string)) return false;
  // a mark is an apostrophe before a short year
  return reader.tokens[at]?.kind === 'word' || reader.isNumber(at + 1);
}

/** Whether an expression can go on behind a number: with anything but a word that the language's tables do not have. */
function goesOn(reader: Reader, at: number, grammar: Grammar): boolean {
  const token = reader.tokens[at];
  if (token === undefined || token.kind !== 'word' || !token.spaceBefore) return true;
  for (const sense of reader.senses(at)) if (GO_ON.has(sense.cls) || grammar.classes.has(sense.cls)) return true;
  return grammar.byWord.has(reader.words[at] as string);
}

const GO_ON = new Set(['functionWord', 'ordinalSuffix']);

// Words that join the parts of an expression: by themselves they announce none.
const LINKS = new Set([
  'of',
  'in',
  'at',
  'and',
  'comma',
  'after',
  'before',
  'until',
  'to',
  'past',
  'from',
  'around',
  'rangeTo',
  'halfOf',
]);

const ARTICLES = new Set(['the', 'these', 'this', 'that', 'one']);

/** Whether a number or a word of time stands at a token, or behind an article there. */
function isTemporal(reader: Reader, at: number, grammar: Grammar, behindArticle = false): boolean {
  if (reader.isNumber(at)) return (reader.words[at] as string).length === 4 || goesOn(reader, at + 1, grammar);
  for (const sense of reader.senses(at)) {
    if (ARTICLES.has(sense.cls)) {
      if (!behindArticle && isTemporal(reader, sense.end, grammar, true)) return true;
    } else if (sense.cls === 'numeral' || sense.cls === 'ordinal') {
      if (sense.number > 1000 || goesOn(reader, sense.end, grammar)) return true;
    } else if (grammar.classes.has(sense.cls) && !LINKS.has(sense.cls)) return true;
  }
  return at < reader.tokens.length && grammar.byWord.has(reader.words[at] as string);
}

function sentenceAt(view: ParagraphView, start: number): number {
  let low = 0;
  let high = view.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((view.sentences[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
