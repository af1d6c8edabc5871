import type { Span } from '../../span';
import { clauseBits, FUTURE, isDoneThen, PAST, type TenseFinder, verbsAround } from '../clause';
import type { Meaning, Signal } from '../expression';
import type { Lexicon, Reader, Word, WordLeaning } from '../lexicon';
import type { TimexMatch } from '../timexMatch';

// A promise to do something by a day stands closer to it than a verb of the past.
const PROMISE_REACH = 6;

/** Promised to finish by Friday: what is to be done lies ahead. */
export function isPromised(reader: Reader, from: number): boolean {
  if (reader.endingBefore(from, 'bySignal') < 0) return false;
  for (let i = from - 2; i >= from - PROMISE_REACH; i--) if (reader.sense(i, 'infinitiveMark') !== undefined) return true;
  return false;
}

/** What the words around a match say of whether it lies behind or ahead. */
interface Site {
  readonly reader: Reader;
  readonly sentence: Span;
  readonly match: TimexMatch;
  readonly finder: TenseFinder;
}

/**
 * The evidence of a match's clause for its lying ahead or behind, as names of features that the language's weights know:
 * its verbs and how far they stand, prepositions, cues (postponed, invited, sentenced …), whether it has a verb at all.
 */
export function evidenceOf(site: Site): readonly string[] {
  const names = ['any'];
  addVerbs(site, names);
  addPrepositions(site, names);
  addSentence(site, names);
  // fixée au 14 novembre: what stands before says where it was moved to, not when it was done
  if (isMovedTo(site)) names.push('moved to');
  // reportée à samedi: the participle right before says where it was moved to
  else if (isDoneThen(site.reader, site.match, site.finder) && !names.includes('cuePostponed before near'))
    names.push('done then');
  return names;
}

/** Fixée au 14 novembre, du 3 au 5 mai excepted: a day behind a word that moves something to it. */
function isMovedTo({ reader, match: { from, meaning } }: Site): boolean {
  if (meaning.kind !== 'calendar' || meaning.day === undefined || reader.endingBefore(from, 'movedTo') < 0) return false;
  const before = from - 2;
  return !reader.isNumber(before) && ['month', 'weekday', 'ordinal'].every((cls) => reader.endingBefore(before + 1, cls) < 0);
}

const bin = (distance: number): string => (distance <= 4 ? 'near' : distance <= 10 ? 'mid' : 'far');

function addVerbs({ reader, sentence, match, finder }: Site, names: string[]): void {
  const { before, after } = verbsAround(reader, sentence, match, finder);
  names.push(before === null ? 'before none' : joined(BEFORE[before.tense], bin(before.distance)));
  names.push(after === null ? 'after none' : joined(AFTER[after.tense], bin(after.distance)));
  const nearest = before === null || (after !== null && after.distance < before.distance) ? after : before;
  names.push(joined('nearest', nearest?.tense ?? 'none'));
}

const BEFORE = { past: 'before past', future: 'before future' } as const;
const AFTER = { past: 'after past', future: 'after future' } as const;

// Names put together again at each date would be looked for in the weights letter by letter.
const joinedNames = new Map<string, Map<string, string>>();

/** Two parts of a feature's name in one: the same string each time. */
function joined(part: string, other: string): string {
  const names = joinedNames.get(part) ?? new Map<string, string>();
  const name = names.get(other) ?? `${part} ${other}`;
  joinedNames.set(part, names.set(other, name));
  return name;
}

const SIGNALS: readonly Signal[] = ['since', 'until', 'by', 'before', 'after', 'from', 'for', 'between', 'within'];

const SIGNAL_CLASS = Object.fromEntries(SIGNALS.map((name) => [name, `${name}Signal`])) as Readonly<Record<Signal, string>>;

const isMonth = (meaning: Meaning): boolean =>
  meaning.kind === 'calendar' && meaning.month !== undefined && meaning.day === undefined;

/** Alerts for Monday and Tuesday: the preposition before the first of several days is that of each. */
function startOfDays(reader: Reader, from: number): number {
  let at = from;
  for (let days = 0; days < MOST_DAYS; days++) {
    const joint = reader.words[at - 1] === ',' ? at - 1 : reader.endingBefore(at, 'and');
    const day = joint < 0 ? -1 : reader.endingBefore(joint, 'weekday');
    if (day < 0) break;
    at = day;
  }
  return at;
}

const MOST_DAYS = 4;

/** The prepositions that have a signal's name; of a range's first end "from" and "between" say nothing. */
function addSignals({ reader, match }: Site, from: number, opensRange: boolean, names: string[]): void {
  // as of January: no beginning of something to come
  if (reader.endingBefore(from, 'asOf') >= 0) {
    names.push('as of');
    return;
  }
  // struck shortly before 8 a.m. on Friday: it bounds the hour, not the day
  const isOfHour = match.meaning.kind === 'clock';
  for (const name of SIGNALS) {
    const isSilent =
      (opensRange && (name === 'from' || name === 'between')) || (isOfHour && (name === 'before' || name === 'after'));
    if (!isSilent && reader.endingBefore(from, SIGNAL_CLASS[name]) >= 0) names.push(joined('signal', name));
  }
}

function addPrepositions(site: Site, names: string[]): void {
  const { reader, match } = site;
  const { to } = match;
  const from = startOfDays(reader, match.from);
  const opensRange = reader.sense(to, 'rangeTo') !== undefined;
  addSignals(site, from, opensRange, names);
  if (isPromised(reader, from)) names.push('promised');
  if (reader.endingBefore(from, 'backBefore') >= 0) names.push('backBefore');
  // de 9 h à 11 h jeudi: a range of hours says nothing of the day
  if (opensRange && match.meaning.kind !== 'clock') names.push('opens range');
  else if (reader.endingBefore(from, 'ofNoun') >= 0) names.push('ofNoun');
  // un taux de 9 % pour novembre: a preposition alone points ahead only before a day
  const ahead = reader.endingBefore(from, 'aheadBefore');
  if (ahead >= 0 && (from - ahead > 1 || !isMonth(match.meaning))) names.push('aheadBefore');
  if (reader.words[to] === "'s") names.push('genitive');
}

// How far from a match a cue counts, in tokens.
const REACH = 14;
/** What the names of the classes of cues begin with. */
const CUE = 'cue';
const NEAR = 4;

function addSentence(site: Site, names: string[]): void {
  const { reader, sentence, match } = site;
  const seen = new Set<string>();
  const last = endOfClause(site);
  let words = 0;
  for (let i = match.from - REACH; i < last; i++) {
    if (!isInSentence(site, i)) continue;
    words++;
    addCues(reader, i, placeOf(i, match), seen);
  }
  for (const name of seen) names.push(name);
  if (words === 0) names.push('alone');
  addTenses(site, last, words, names);
  if ((reader.tokens[match.from]?.start ?? 0) <= sentence.start + OPENING) names.push('opens sentence');
}

/** Which tenses the sentence has around a match, of so many words; and whether the last verb before it is a conditional. */
function addTenses(site: Site, last: number, words: number, names: string[]): void {
  const { reader, match, finder } = site;
  let tenses = 0;
  let lastVerb = -1;
  for (let i = match.from - REACH; i < last; i++) {
    if (!isInSentence(site, i)) continue;
    const bits = clauseBits(reader, i, finder) & (FUTURE | PAST);
    tenses |= bits;
    if (i < match.from && (bits !== 0 || isConditional(reader, i))) lastVerb = i;
  }
  if (lastVerb >= 0 && isConditional(reader, lastVerb)) names.push('conditional last');
  if (tenses === 0) names.push('no tense', words <= 8 ? 'short without tense' : 'long without tense');
  if (tenses === (FUTURE | PAST)) names.push('both tenses');
  // ouvert jeudi de 9 h à 11 h: the hour of a day of which no verb of the past speaks is mostly announced
  if (match.meaning.kind === 'clock' && (tenses & PAST) === 0) names.push('hour without past');
}

/** He announced that he would resign on Friday, qu'il démissionnerait vendredi; but il aurait démissionné vendredi. */
function isConditional(reader: Reader, at: number): boolean {
  const word = reader.known[at];
  if (word === undefined || reader.sense(at, 'auxiliaryIf') !== undefined) return false;
  return (word.leaning ?? leaningOfWord(word, reader.lexicon)).forms.includes('conditional');
}

/** Whether a token is one of the match's sentence, and none of its own. */
function isInSentence({ reader, sentence, match }: Site, at: number): boolean {
  const token = reader.tokens[at];
  const isOwn = at >= match.from && at < match.to;
  return token !== undefined && !isOwn && token.start >= sentence.start && token.end <= sentence.end;
}

/** On which side of a match a token stands, and whether close. */
function placeOf(at: number, { from, to }: TimexMatch): string {
  if (at < from) return from - at <= NEAR ? 'before near' : 'before far';
  return at - to + 1 <= NEAR ? 'after near' : 'after far';
}

/** Where the clause after a match ends: what comes after a comma, "and" or "which" is another's; a date before it all belongs to what follows. */
function endOfClause({ reader, sentence, match: { from, to } }: Site): number {
  const parts = (reader.tokens[from]?.start ?? 0) <= sentence.start + OPENING ? PARTS_SENTENCE : PARTS_CLAUSE;
  for (let i = to; i < to + REACH; i++) {
    if (i > to && parts.test(reader.words[i] ?? '')) return i;
    if (['and', 'relative'].some((cls) => reader.sense(i, cls) !== undefined)) return i;
  }
  return to + REACH;
}

const PARTS_CLAUSE = /^[,;:()«»“”"–—]$/;
const PARTS_SENTENCE = /^[;:()«»“”"–—]$/;
// How far into its sentence a date stands that opens it: after an article or a preposition.
const OPENING = 3;

/** Cues are classes of the pack whose names begin with "cue": cuePostponed, cueInvited. */
function addCues(reader: Reader, at: number, place: string, seen: Set<string>): void {
  const word = reader.known[at];
  if (word === undefined) return;
  const { opensCue, forms } = word.leaning ?? leaningOfWord(word, reader.lexicon);
  if (opensCue)
    // les débats se sont prolongés: nobody put them off
    for (const { cls } of reader.senses(at))
      if (cls.startsWith(CUE) && !(cls === 'cuePostponed' && reader.endingBefore(at, 'itself') >= 0))
        seen.add(joined(cls, place));
  // à partir de: no verb of its own
  if (forms.length === 0 || reader.endingBefore(at + 2, 'fromSignal') >= 0) return;
  // il aurait quitté la ville: said of what is done
  const isRumour = reader.sense(at, 'auxiliaryIf') !== undefined;
  for (const form of forms) seen.add(joined(isRumour ? 'rumour' : form, place));
}

/** Looked for once a word: an article has the same ones around its dates again and again. */
function leaningOfWord(word: Word, { classesOf, pack }: Lexicon): WordLeaning {
  const leaning = {
    opensCue: [...(classesOf.get(word.folded) ?? [])].some((cls) => cls.startsWith(CUE)),
    forms: Object.entries(pack.forms ?? {}).flatMap(([name, pattern]) => (pattern.test(word.folded) ? name : [])),
  };
  word.leaning = leaning;
  return leaning;
}
