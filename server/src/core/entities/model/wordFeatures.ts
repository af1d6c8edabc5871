import { isCapitalAt, isDigitAt, isLetterAt, widthAt } from '../../text/tokens';
import { FEATURE_KINDS, type WordStatistics } from '../lexicon';
import { hashPair, hashPart, hashString } from './hash';

/** What the features of a word are made of. */
export interface WordForm {
  readonly text: string;
  /** In small letters, digits made alike. */
  readonly plain: string;
  /** As from {@link shapeOf}. */
  readonly shapeText: string;
  readonly lower: number;
  readonly shape: number;
  readonly suffix: number;
  readonly statistics: WordStatistics;
  readonly bits: number;
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
  sense: 18,
} as const;

const PREFIXES = 5;
const SUFFIXES = 5;

/** Features of a word where it is labelled itself; the first `lexical` ones know its letters. */
export function ownFeatures(word: WordForm): { features: Int32Array; lexical: number } {
  const out: number[] = [];
  pushLetters(out, word);
  const lexical = out.length;
  const { text, shapeText, shape, statistics, bits } = word;
  out.push(hashPair(T.shape, shape, 0));
  pushStatistics(out, statistics, 0);
  out.push(hashPair(T.shapeCasing, shape, statistics.casing), hashPair(T.shapeMiddle, shape, statistics.middle));
  if (statistics.sense !== 0) out.push(hashPair(T.sense, hashPair(T.sense, shape, statistics.casing), statistics.sense));
  out.push(hashPair(T.length, Math.min(text.length, 12), shapeText.startsWith('XX') ? 1 : 0));
  pushKinds(out, bits, 0, shape);
  // a list is worth less where the word is mostly written small: Elle, Capital, Orange
  for (let kind = 0; kind < FEATURE_KINDS; kind++) {
    if ((bits & (1 << kind)) !== 0) out.push(hashPair(T.kindCasing, kind * 8 + statistics.casing, hashPair(0, shape, 0)));
  }
  return { features: Int32Array.from(out), lexical };
}

/** Features of a word where it stands beside the one that is labelled. */
export function neighbourFeatures({ lower, shape, suffix, statistics, bits }: WordForm): Int32Array {
  const out: number[] = [hashPair(T.lower, lower, 1), hashPair(T.shape, shape, 1), hashPair(T.suffix, suffix, 101)];
  pushStatistics(out, statistics, 1);
  pushKinds(out, bits, 1, 0);
  return Int32Array.from(out);
}

/** Features of a word where it stands next but one to the one that is labelled. */
export function farFeatures({ lower, shape, statistics: s, bits }: WordForm): Int32Array {
  const out: number[] = [hashPair(T.lower, lower, 2), hashPair(T.shape, shape, 2)];
  out.push(hashPair(T.middle, s.middle, 2), hashPair(T.coarse, s.coarse, 2));
  if (s.sense !== 0) out.push(hashPair(T.sense, s.sense, 2));
  pushKinds(out, bits, 2, 0);
  return Int32Array.from(out);
}

/** The word itself, its beginnings and ends, its runs of three letters, and the parts of a compound. */
function pushLetters(out: number[], { text, plain, lower }: WordForm): void {
  out.push(hashPair(T.lower, lower, 0));
  if (text !== plain) out.push(hashPair(T.exact, hashString(text), 0));
  for (let n = 1; n <= PREFIXES && n < plain.length; n++) out.push(hashPair(T.prefix, hashPart(plain, 0, n), n));
  for (let n = 1; n <= SUFFIXES && n < plain.length; n++)
    out.push(hashPair(T.suffix, hashPart(plain, plain.length - n, plain.length), n));
  if (text.length > 3 && text !== plain) pushGrams(out, `^${plain}$`);
  if (/[-‐‑]/.test(plain)) for (const part of plain.split(/[-‐‑]/)) out.push(hashPair(T.part, hashString(part), 0));
}

const MAX_GRAMS = 20;

function pushGrams(out: number[], padded: string): void {
  for (let i = 0; i + 3 <= padded.length && i < MAX_GRAMS; i++) out.push(hashPair(T.gram, hashPart(padded, i, i + 3), 3));
}

function pushStatistics(out: number[], s: WordStatistics, distance: number): void {
  out.push(hashPair(T.casing, s.casing, distance));
  if (s.sense !== 0) out.push(hashPair(T.sense, s.sense, distance));
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

/** Capitals X, small letters x, digits 0, the rest as it is; runs longer than two are cut to two. */
export function shapeOf(text: string): string {
  let shape = '';
  let before = '';
  let run = 0;
  for (let i = 0; i < text.length; ) {
    const width = widthAt(text, i);
    const sign = isCapitalAt(text, i) ? 'X' : isLetterAt(text, i) ? 'x' : isDigitAt(text, i) ? '0' : text.slice(i, i + width);
    run = sign === before ? run + 1 : 1;
    before = sign;
    if (run <= 2) shape += sign;
    i += width;
  }
  return shape;
}
