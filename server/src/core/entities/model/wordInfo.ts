import { FEATURE_KINDS, foldWord, KIND, type PhraseLists, phraseHash, statisticsOf, type WordStatistics } from '../lexicon';
import { type HashTable, hashPair, hashString } from './hash';

/** All that the model reads off a word by itself, wherever it stands. Computed once for every different word. */
export interface WordInfo {
  readonly text: string;
  readonly folded: string;
  /** Hash of the folded form: what phrase lists are asked with. */
  readonly foldHash: number;
  /** The same with digits made alike. */
  readonly lower: number;
  readonly shape: number;
  readonly suffix: number;
  readonly statistics: WordStatistics;
  /** Kinds of the word as a whole phrase of one word. */
  readonly bits: number;
  /** Begins with a capital, or is made of digits and capitals: may begin a name. */
  readonly capital: boolean;
  /** Two letters or more, all capitals. */
  readonly upper: boolean;
  readonly digit: boolean;
  /** Neither a letter nor a digit in it. */
  readonly mark: boolean;
  /** Can stand inside a name between capitalised words: de, du, la, of, von. */
  readonly particle: boolean;
  /** May begin a name: a capital, a digit among letters, or a small word that names are known to begin with. */
  readonly trigger: boolean;
  /** Known never to belong to a name: stretches to be labelled end here. */
  readonly never: boolean;
  /** Features of the word where it is labelled itself, where it is a neighbour, and where it is next but one. */
  readonly own: Int32Array;
  /** How many of its own features, from the first on, know the word's letters. */
  readonly ownLexical: number;
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** What a model sums up for the word, see openTagModel: rows in an array shared with others, where, and which are there. */
  vectors: Int16Array | undefined;
  room: number;
  summed: number;
}

/** What word features are computed from. */
export interface WordSources {
  readonly statistics: HashTable;
  readonly phrases: PhraseLists;
  readonly particles: ReadonlySet<string>;
  /** Folded hashes of small words that names begin with, and of words and marks that no name holds. */
  readonly starts: ReadonlySet<number>;
  readonly never: ReadonlySet<number>;
}

// Template numbers of word features; those of context features begin at 100.
const T = {
  lower: 1,
  exact: 2,
  shape: 3,
  prefix: 4,
  suffix: 5,
  gram: 6,
  coarse: 7,
  middle: 8,
  fine: 9,
  casing: 10,
  kind: 11,
  part: 12,
  length: 13,
  shapeCasing: 14,
  shapeMiddle: 15,
  noKind: 16,
  kindCasing: 17,
} as const;

const PREFIXES = 5;
const SUFFIXES = 5;

/** Describes a word. */
export function describeWord(text: string, sources: WordSources): WordInfo {
  const folded = foldWord(text);
  const foldHash = hashString(folded);
  const plain = folded.replace(/\p{Nd}/gu, '0');
  const lower = hashString(plain);
  const shapeText = shapeOf(text);
  const shape = hashString(shapeText);
  const statistics = statisticsOf(sources.statistics, text, folded);
  const bits = sources.phrases.bits([foldHash]);
  const suffix = hashString(plain.slice(-3));
  const digit = /\p{Nd}/u.test(text);
  const letters = /\p{L}/u.test(text);
  const upper = letters && text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  const capital = /^[\p{Lu}\p{Lt}]/u.test(text) || (letters && /\p{Lu}/u.test(text));
  const own = ownFeatures(text, plain, shapeText, lower, shape, statistics, bits);
  return {
    text,
    folded,
    foldHash,
    lower,
    shape,
    suffix,
    statistics,
    bits,
    capital,
    upper,
    digit,
    mark: !letters && !digit,
    particle: sources.particles.has(folded),
    trigger: capital || (digit && !/^[\p{Nd}.,]+$/u.test(text)) || sources.starts.has(foldHash),
    never: !capital && sources.never.has(foldHash),
    own: own.features,
    ownLexical: own.lexical,
    near: neighbourFeatures(lower, shape, suffix, statistics, bits),
    far: farFeatures(lower, shape, statistics, bits),
    vectors: undefined,
    room: 0,
    summed: 0,
  };
}

/** Capitals X, small letters x, digits 0, the rest as it is; runs longer than two are cut to two. */
export function shapeOf(text: string): string {
  let shape = '';
  let before = '';
  let run = 0;
  for (const character of text) {
    const sign = /\p{Lu}/u.test(character) ? 'X' : /\p{L}/u.test(character) ? 'x' : /\p{Nd}/u.test(character) ? '0' : character;
    run = sign === before ? run + 1 : 1;
    before = sign;
    if (run <= 2) shape += sign;
  }
  return shape;
}

function ownFeatures(
  text: string,
  plain: string,
  shapeText: string,
  lower: number,
  shape: number,
  s: WordStatistics,
  bits: number,
): { features: Int32Array; lexical: number } {
  const out: number[] = [hashPair(T.lower, lower, 0)];
  if (text !== plain) out.push(hashPair(T.exact, hashString(text), 0));
  for (let n = 1; n <= PREFIXES && n < plain.length; n++) out.push(hashPair(T.prefix, hashString(plain.slice(0, n)), n));
  for (let n = 1; n <= SUFFIXES && n < plain.length; n++) out.push(hashPair(T.suffix, hashString(plain.slice(-n)), n));
  if (text.length > 3 && text !== plain) {
    const padded = `^${plain}$`;
    for (let i = 0; i + 3 <= padded.length && i < 20; i++) out.push(hashPair(T.gram, hashString(padded.slice(i, i + 3)), 3));
  }
  if (/[-‐‑]/.test(plain)) for (const part of plain.split(/[-‐‑]/)) out.push(hashPair(T.part, hashString(part), 0));
  const lexical = out.length;
  out.push(hashPair(T.shape, shape, 0));
  pushStatistics(out, s, 0);
  out.push(hashPair(T.shapeCasing, shape, s.casing), hashPair(T.shapeMiddle, shape, s.middle));
  out.push(hashPair(T.length, Math.min(text.length, 12), shapeText.startsWith('XX') ? 1 : 0));
  pushKinds(out, bits, 0, shape);
  // a list is worth less where the word is mostly written small: Elle, Capital, Orange
  for (let kind = 0; kind < FEATURE_KINDS; kind++) {
    if ((bits & (1 << kind)) !== 0) out.push(hashPair(T.kindCasing, kind * 8 + s.casing, hashPair(0, shape, 0)));
  }
  return { features: Int32Array.from(out), lexical };
}

function neighbourFeatures(lower: number, shape: number, suffix: number, s: WordStatistics, bits: number): Int32Array {
  const out: number[] = [hashPair(T.lower, lower, 1), hashPair(T.shape, shape, 1), hashPair(T.suffix, suffix, 101)];
  pushStatistics(out, s, 1);
  pushKinds(out, bits, 1, 0);
  return Int32Array.from(out);
}

function farFeatures(lower: number, shape: number, s: WordStatistics, bits: number): Int32Array {
  const out: number[] = [hashPair(T.lower, lower, 2), hashPair(T.shape, shape, 2)];
  out.push(hashPair(T.middle, s.middle, 2), hashPair(T.coarse, s.coarse, 2));
  pushKinds(out, bits, 2, 0);
  return Int32Array.from(out);
}

function pushStatistics(out: number[], s: WordStatistics, distance: number): void {
  out.push(hashPair(T.casing, s.casing, distance));
  if (s.coarse === 0) return;
  out.push(hashPair(T.coarse, s.coarse, distance), hashPair(T.middle, s.middle, distance), hashPair(T.fine, s.fine, distance));
}

function pushKinds(out: number[], bits: number, distance: number, shape: number): void {
  const used = bits & ((1 << FEATURE_KINDS) - 1);
  if (used === 0) {
    out.push(hashPair(T.noKind, shape, distance));
    return;
  }
  for (let kind = 0; kind < FEATURE_KINDS; kind++) {
    if ((used & (1 << kind)) !== 0) out.push(hashPair(T.kind, kind, distance));
  }
  out.push(hashPair(T.kind, used + 1000, distance));
}

/** Whether a word's bits hold a kind. */
export const isOfKind = (bits: number, kind: keyof typeof KIND): boolean => (bits & (1 << KIND[kind])) !== 0;
/** The hash that a phrase list has for a sequence of folded words. */
export const phraseOf = (words: readonly string[]): number => words.reduce((h, w) => phraseHash(h, hashString(w)), 0);
