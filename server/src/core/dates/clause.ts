import type { Span } from '../span';
import type { Token } from '../text/tokens';
import type { Reader } from './lexicon';
import type { DatePack } from './pack';
import type { TimexMatch } from './timexMatch';

/** The forms by which a language's verbs show the future and the past. */
export interface TenseFinder {
  readonly future: RegExp;
  readonly past: RegExp;
  readonly participle: RegExp;
}

// What a word by itself says of its clause, kept with the word.
export const FUTURE = 1;
export const PAST = 2;
const PARTICIPLE = 4;
/** It begins a phrase that the reading of clauses asks for. */
const ASKED = 8;
const PARTS = 16;

const ASKED_CLASSES = ['relative', 'futurePhrase', 'pastPhrase', 'and'];

/** What a word says of its clause, as bits. */
export function clauseBits(reader: Reader, at: number, finder: TenseFinder): number {
  const word = reader.known[at];
  if (word === undefined) return 0;
  if (word.clause >= 0) return word.clause;
  const { folded } = word;
  let bits = /^[,;:()–—«»“”"]$/.test(folded) ? PARTS : 0;
  if (finder.future.test(folded)) bits |= FUTURE;
  if (finder.past.test(folded)) bits |= PAST;
  if (finder.participle.test(folded)) bits |= PARTICIPLE;
  const classes = reader.lexicon.classesOf.get(folded);
  if (classes !== undefined && ASKED_CLASSES.some((cls) => classes.has(cls))) bits |= ASKED;
  word.clause = bits;
  return bits;
}

/** Whether a word is a participle that can stand beside a date without an auxiliary. */
export function isParticiple(reader: Reader, at: number, finder: TenseFinder): boolean {
  return (clauseBits(reader, at, finder) & PARTICIPLE) !== 0;
}

/** Fermé le lundi: a participle without its auxiliary right before a token. */
export function isBareParticiple(reader: Reader, at: number, finder: TenseFinder): boolean {
  return (
    isParticiple(reader, at, finder) &&
    (clauseBits(reader, at - 1, finder) & PAST) === 0 &&
    (clauseBits(reader, at - 2, finder) & PAST) === 0
  );
}

/** Compiles a pack's verb forms: each is matched against one whole word in lower case. */
export function tenseFinder(pack: DatePack): TenseFinder {
  const compile = (source: string): RegExp => new RegExp(`^(?:${source === '' ? '(?!)' : source})$`, 'u');
  return { future: compile(pack.future), past: compile(pack.past), participle: compile(pack.participle ?? '') };
}

/** The clause around a match. */
interface Clause {
  readonly reader: Reader;
  readonly sentence: Span;
  readonly match: TimexMatch;
  readonly finder: TenseFinder;
}

// A verb further away than this belongs to another clause; punctuation counts as several words.
const REACH = 24;
const COMMA = 3;
// A verb right after a comma or "and" begins a clause of its own: …, a annoncé le maire.
const NEXT_CLAUSE = 9;

/** What the nearest verb speaks of, future or past, as far as its form shows; the expression's own words do not count. */
export function clauseTense(
  reader: Reader,
  sentence: Span,
  match: TimexMatch,
  finder: TenseFinder,
): 'past' | 'future' | undefined {
  if (isDoneThen(reader, match, finder)) return 'past';
  const { before, after } = verbsAround(reader, sentence, match, finder);
  if (before === null) return after?.tense;
  if (after === null) return before.tense;
  return after.distance < before.distance ? after.tense : before.tense;
}

/** The nearest verbs before and after that show their tense, as far as the clause and sentence reach. */
export function verbsAround(
  reader: Reader,
  sentence: Span,
  match: TimexMatch,
  finder: TenseFinder,
): { readonly before: Verb | null; readonly after: Verb | null } {
  const clause = { reader, sentence, match, finder };
  return { before: nearest(clause, match.from - 1, -1), after: nearest(clause, match.to, 1) };
}

/** Publiée le 15 octobre: a participle right before the date, whatever the clause's own verb says; with "sera" it is not one. */
export function isDoneThen(reader: Reader, match: TimexMatch, finder: TenseFinder): boolean {
  const isBehindPreposition =
    reader.sense(match.from - 1, 'in') !== undefined || reader.sense(match.from - 1, 'around') !== undefined;
  const at = isBehindPreposition ? match.from - 2 : match.from - 1;
  if ((clauseBits(reader, at, finder) & (PARTICIPLE | FUTURE)) !== PARTICIPLE) return false;
  for (let i = at - PHRASE; i < at; i++) {
    if ((clauseBits(reader, i, finder) & FUTURE) !== 0 || reader.sense(i, 'presentPassive') !== undefined) return false;
  }
  return ['the', 'this', 'one', 'every'].every((cls) => reader.sense(at - 1, cls) === undefined);
}

/** Whether a clause begins that says something of the date, not when it was; c'est le 5 mai que … and ce qui … are none. */
function hangsOnDate(reader: Reader, at: number, match: TimexMatch): boolean {
  if (reader.sense(at, 'relative') === undefined || reader.sense(at - 1, 'this') !== undefined) return false;
  for (let i = match.from - 1; i >= match.from - PHRASE; i--) if (reader.sense(i, 'cleft') !== undefined) return false;
  return true;
}

/** Les travaux du 2 mars, qui étonnent, ont coûté cher: where what is said between commas ends; -1 where it goes on. */
function endOfRelative(reader: Reader, at: number): number {
  if (reader.words[at - 1] !== ',') return -1;
  for (let i = at + 1; i < at + RELATIVE_REACH; i++) {
    if (reader.words[i] === ',') return i;
    if (/^[.;:!?]$/.test(reader.words[i] ?? '')) return -1;
  }
  return -1;
}

const RELATIVE_REACH = 16;

/** A verb that shows its tense, and how far it stands. */
export interface Verb {
  readonly tense: 'past' | 'future';
  readonly distance: number;
}

/** The nearest verb that shows its tense, from the match outwards; null where the sentence or the clause ends before. */
function nearest(clause: Clause, from: number, step: 1 | -1): Verb | null {
  const { reader, sentence, match, finder } = clause;
  let distance = 0;
  let opensClause = false;
  for (let i = from; distance < REACH; i += step) {
    const token: Token | undefined = reader.tokens[i];
    if (token === undefined || token.start < sentence.start || token.end > sentence.end) return null;
    const bits = clauseBits(reader, i, finder);
    const asked = (bits & ASKED) !== 0;
    if (asked && step === 1 && hangsOnDate(reader, i, match)) {
      const end = endOfRelative(reader, i);
      if (end < 0) return null;
      distance += COMMA;
      i = end;
      continue;
    }
    const tense = tenseAt(clause, i, bits);
    if (tense !== undefined) return { tense, distance: distance + (opensClause ? NEXT_CLAUSE : 0) };
    const parts = (bits & PARTS) !== 0;
    if (parts && step === 1 && !opensSentence(clause) && opensIncise(reader, i)) return null;
    opensClause = step === 1 && (parts || (asked && reader.sense(i, 'and') !== undefined));
    distance += parts ? COMMA : 1;
  }
  return null;
}

/** On Saturday, the mayor said: the verb behind the comma is the date's own. */
const opensSentence = ({ reader, sentence, match }: Clause): boolean =>
  (reader.tokens[match.from - OPENING_WORDS]?.start ?? -1) < sentence.start;

// So few words before a date that opens its sentence.
const OPENING_WORDS = 3;

/** It will rise from May on, the bank announced: whoever says so ends the clause. */
function opensIncise(reader: Reader, comma: number): boolean {
  if (reader.words[comma] !== ',') return false;
  const reach = reader.lexicon.pack.capitals ? INCISE_REACH : 1;
  for (let i = comma + 1; i <= comma + reach; i++) {
    if (reader.sense(i, 'incise') !== undefined) return true;
    if (/^[,.;:]$/.test(reader.words[i] ?? '.')) return false;
  }
  return false;
}

// How far behind its comma the verb stands that says who said it: , the city's mayor said.
const INCISE_REACH = 5;

/** What a word or the phrase that it begins says of its clause, by its bits. */
function tenseAt(clause: Clause, at: number, bits: number): 'past' | 'future' | undefined {
  if (bits === 0) return undefined;
  const { reader, sentence } = clause;
  // May is a month, Terra a firm: what has a capital inside a sentence is not a verb
  const isNamed = reader.isCapital(at) && (reader.tokens[at] as Token).start > sentence.start;
  const says = (tense: number, phrase: string): boolean =>
    (!isNamed && (bits & tense) !== 0) || ((bits & ASKED) !== 0 && reader.sense(at, phrase) !== undefined);
  if (says(FUTURE, 'futurePhrase')) return hadExpected(reader, at) ? 'past' : 'future';
  if ((bits & PAST) !== 0 && (reader.words[at]?.length ?? 0) <= 3 && isPresentTense(reader, at)) return undefined;
  if (says(PAST, 'pastPhrase')) return looksAhead(clause, at) ? 'future' : 'past';
  return undefined;
}

/** Analysts had expected growth: what was looked forward to then. */
const hadExpected = (reader: Reader, at: number): boolean => reader.endingBefore(at, 'hadBefore') >= 0;

/** Il n'y a plus de train, le marché a lieu le jeudi: forms that elsewhere help to form the past. */
const isPresentTense = (reader: Reader, at: number): boolean =>
  reader.endingBefore(at + 1, 'presentPhrase') >= 0 || reader.sense(at, 'presentIdiom') !== undefined;

// A verb phrase is hardly longer: "may have to be signed", "has been scheduled".
const PHRASE = 3;

/** Whether a form of the past belongs to a verb phrase that looks ahead. */
function looksAhead({ reader, finder, match }: Clause, at: number): boolean {
  // a verb on the other side belongs to what is said: announced Thursday it will …
  const isOwn = (i: number): boolean => (at < match.from ? i < match.from : i >= match.to);
  for (const step of [-1, 1]) {
    for (let i = at + step; Math.abs(i - at) <= PHRASE && isOwn(i); i += step) {
      const bits = clauseBits(reader, i, finder);
      // and one after a comma to another clause
      if ((bits & PARTS) !== 0) break;
      if ((bits & FUTURE) !== 0 && !reader.isCapital(i)) return true;
    }
  }
  return false;
}
