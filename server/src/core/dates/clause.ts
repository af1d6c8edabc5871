import type { Span } from '../span';
import type { Token } from '../text/tokens';
import type { Reader } from './lexicon';
import type { DatePack } from './pack';
import type { TimexMatch } from './timexMatch';

/** How a language's verbs tell the future from the past. */
export interface TenseFinder {
  readonly future: RegExp;
  readonly past: RegExp;
  readonly participle: RegExp;
}

// What a word by itself says of its clause, kept with the word.
const FUTURE = 1;
const PAST = 2;
const PARTICIPLE = 4;
/** It begins a phrase that the reading of clauses asks for. */
const ASKED = 8;
const PARTS = 16;

const ASKED_CLASSES = ['relative', 'futurePhrase', 'pastPhrase', 'and'];

/** What a word says of its clause, as bits. */
function clauseBits(reader: Reader, at: number, finder: TenseFinder): number {
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

// A verb further away than this belongs to another clause; punctuation counts as several words.
const REACH = 24;
const COMMA = 3;
// A verb right behind a comma or "and" begins a clause of its own: …, a annoncé le maire.
const NEXT_CLAUSE = 9;

/** What the nearest verb speaks of, future or past, as far as its form tells; the expression's own words do not count. */
export function clauseTense(
  reader: Reader,
  sentence: Span,
  piece: TimexMatch,
  finder: TenseFinder,
): 'past' | 'future' | undefined {
  if (isDoneThen(reader, piece, finder)) return 'past';
  const before = nearest(reader, sentence, piece.from - 1, -1, finder, piece);
  const after = nearest(reader, sentence, piece.to, 1, finder, piece);
  if (before === null) return after?.tense;
  if (after === null) return before.tense;
  return after.distance < before.distance ? after.tense : before.tense;
}

/** Publiée le 15 octobre: a participle right before the date, whatever the clause's own verb says; with "sera" it is none. */
function isDoneThen(reader: Reader, piece: TimexMatch, finder: TenseFinder): boolean {
  const at = reader.sense(piece.from - 1, 'in') === undefined ? piece.from - 1 : piece.from - 2;
  if ((clauseBits(reader, at, finder) & (PARTICIPLE | FUTURE)) !== PARTICIPLE) return false;
  for (let i = at - PHRASE; i < at; i++) {
    if ((clauseBits(reader, i, finder) & FUTURE) !== 0 || reader.sense(i, 'presentPassive') !== undefined) return false;
  }
  return ['the', 'this', 'one', 'every'].every((cls) => reader.sense(at - 1, cls) === undefined);
}

/** Whether a clause begins that says something of the date, not when it was; c'est le 5 mai que … and ce qui … are none. */
function hangsOnDate(reader: Reader, at: number, piece: TimexMatch): boolean {
  if (reader.sense(at, 'relative') === undefined || reader.sense(at - 1, 'this') !== undefined) return false;
  for (let i = piece.from - 1; i >= piece.from - PHRASE; i--) if (reader.sense(i, 'cleft') !== undefined) return false;
  return true;
}

function nearest(
  reader: Reader,
  sentence: Span,
  from: number,
  step: 1 | -1,
  finder: TenseFinder,
  piece: TimexMatch,
): { readonly tense: 'past' | 'future'; readonly distance: number } | null {
  let distance = 0;
  let opensClause = false;
  for (let i = from; distance < REACH; i += step) {
    const token: Token | undefined = reader.tokens[i];
    if (token === undefined || token.start < sentence.start || token.end > sentence.end) return null;
    const bits = clauseBits(reader, i, finder);
    const asked = (bits & ASKED) !== 0;
    if (asked && step === 1 && hangsOnDate(reader, i, piece)) return null;
    if (opensClause) distance += NEXT_CLAUSE;
    // May is a month, Terra a firm: what has a capital inside a sentence is no verb
    const named = reader.isCapital(i) && token.start > sentence.start;
    if ((!named && (bits & FUTURE) !== 0) || (asked && reader.sense(i, 'futurePhrase') !== undefined))
      return { tense: 'future', distance };
    if ((!named && (bits & PAST) !== 0) || (asked && reader.sense(i, 'pastPhrase') !== undefined))
      return { tense: looksAhead(reader, i, finder, piece) ? 'future' : 'past', distance };
    if (opensClause) distance -= NEXT_CLAUSE;
    const parts = (bits & PARTS) !== 0;
    opensClause = step === 1 && (parts || (asked && reader.sense(i, 'and') !== undefined));
    distance += parts ? COMMA : 1;
  }
  return null;
}

// A verb phrase is hardly longer: "may have to be signed", "has been scheduled".
const PHRASE = 3;

/** Whether a form of the past belongs to a verb phrase that looks ahead. */
function looksAhead(reader: Reader, at: number, finder: TenseFinder, piece: TimexMatch): boolean {
  for (let i = at - PHRASE; i <= at + PHRASE; i++) {
    // a verb on the other side belongs to what is said: announced Thursday it will …
    if (at < piece.from ? i >= piece.from : i < piece.to) continue;
    if (i !== at && (clauseBits(reader, i, finder) & FUTURE) !== 0 && !reader.isCapital(i)) return true;
  }
  return false;
}
