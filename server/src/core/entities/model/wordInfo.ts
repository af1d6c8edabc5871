import { isCapitalAt, isDigitAt, isLetterAt, widthAt } from '../../text/tokens';
import { FEATURE_KINDS, foldWord, type PhraseLists, phraseHash, statisticsOf, type WordStatistics } from '../lexicon';
import { type HashTable, hashPair, hashPart, hashString } from './hash';

/** Marks that begin and end what is quoted. */
export const OPENING: ReadonlySet<string> = new Set(['«', '“', '„', '‹', '‘']);
export const CLOSING: ReadonlySet<string> = new Set(['»', '”', '›', '’']);

/** A word's flags: most questions about it are asked of all words of a sentence, and answered by one number. */
export const FLAG = {
  /** Begins with a capital, or is made of digits and capitals: may begin a name. */
  capital: 1,
  /** Two letters or more, all capitals. */
  upper: 2,
  digit: 4,
  /** Neither a letter nor a digit in it. */
  mark: 8,
  /** Can stand inside a name between capitalised words: de, du, la, of, von. */
  particle: 16,
  /** May begin a name: a capital, a digit among letters, a small word that names begin with or that is mostly a name. */
  trigger: 32,
  /** Known never to belong to a name: stretches to be labelled end here. */
  never: 64,
  /** Phrases of the lists begin with it that have more words. */
  begins: 128,
  /** A mark that parts what stands before it from what stands behind: any but a comma and an opening parenthesis. */
  parts: 256,
  /** A quotation mark or a parenthesis. */
  encloses: 512,
  /** A small word with a capital, as it begins a sentence: no trigger unless a name of the lists begins with it. */
  opens: 1024,
} as const;

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
  /** What it is made of and what it may be in a sentence, see {@link FLAG}. */
  readonly flags: number;
  readonly capital: boolean;
  readonly upper: boolean;
  readonly digit: boolean;
  readonly mark: boolean;
  readonly particle: boolean;
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
  /** Drops the features, once they are summed up; they are computed anew where they are asked for again. */
  forget(): void;
}

/** What word features are computed from. */
export interface WordSources {
  readonly statistics: HashTable;
  readonly phrases: PhraseLists;
  readonly particles: ReadonlySet<string>;
  /** Small words that no name begins with but those of the lists: where one has a capital, it begins a sentence. */
  readonly openers: ReadonlySet<string>;
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
  sense: 18,
} as const;

const ENCLOSING: ReadonlySet<string> = new Set(['"', '(', ')']);

/** Casings of words that hardly ever are written small: where one is, its writer leaves capitals out. */
const HARDLY_SMALL: ReadonlySet<number> = new Set([1, 2]);
/** That of words that nearly always are. */
const SMALL = 5;

const PREFIXES = 5;
const SUFFIXES = 5;

/** Describes a word. Its features are computed when they are first asked for: most words stand near no name. */
export function describeWord(text: string, sources: WordSources): WordInfo {
  return new DescribedWord(text, sources);
}

class DescribedWord implements WordInfo {
  readonly folded: string;
  readonly foldHash: number;
  readonly lower: number;
  readonly shape: number;
  readonly suffix: number;
  readonly statistics: WordStatistics;
  readonly bits: number;
  readonly flags: number;
  vectors: Int16Array | undefined = undefined;
  room = 0;
  summed = 0;
  /** The folded form with digits made alike. */
  readonly #plain: string;
  readonly #shapeText: string;
  #own: { features: Int32Array; lexical: number } | undefined;
  #near: Int32Array | undefined;
  #far: Int32Array | undefined;

  constructor(
    readonly text: string,
    sources: WordSources,
  ) {
    const { letters, digit, capitals } = lettersOf(text);
    const folded = foldWord(text);
    this.folded = folded;
    this.foldHash = hashString(folded);
    this.#plain = digit ? folded.replace(/\p{Nd}/gu, '0') : folded;
    this.lower = digit ? hashString(this.#plain) : this.foldHash;
    this.#shapeText = shapeOf(text);
    this.shape = hashString(this.#shapeText);
    this.suffix = hashPart(this.#plain, Math.max(0, this.#plain.length - 3), this.#plain.length);
    this.statistics = statisticsOf(sources.statistics, text, folded);
    this.bits = sources.phrases.bits([this.foldHash]);
    const capital = capitals || /^\p{Lt}/u.test(text);
    const upper = letters && text.length > 1 && isUpper(text);
    const opens = capital && !upper && sources.openers.has(folded) && (this.bits === 0 || this.statistics.casing === SMALL);
    const trigger =
      (capital && !opens) ||
      (digit && !/^[\p{Nd}.,]+$/u.test(text)) ||
      sources.starts.has(this.foldHash) ||
      (letters && text.length > 1 && HARDLY_SMALL.has(this.statistics.casing));
    const mark = !letters && !digit;
    this.flags =
      (capital ? FLAG.capital : 0) |
      (upper ? FLAG.upper : 0) |
      (digit ? FLAG.digit : 0) |
      (mark ? FLAG.mark : 0) |
      (sources.particles.has(folded) ? FLAG.particle : 0) |
      (trigger ? FLAG.trigger : 0) |
      (!capital && sources.never.has(this.foldHash) ? FLAG.never : 0) |
      (sources.phrases.begins(this.foldHash) ? FLAG.begins : 0) |
      (mark && text !== ',' && text !== '(' ? FLAG.parts : 0) |
      (mark && (ENCLOSING.has(text) || OPENING.has(text) || CLOSING.has(text)) ? FLAG.encloses : 0) |
      (opens ? FLAG.opens : 0);
  }

  get capital(): boolean {
    return (this.flags & FLAG.capital) !== 0;
  }

  get upper(): boolean {
    return (this.flags & FLAG.upper) !== 0;
  }

  get digit(): boolean {
    return (this.flags & FLAG.digit) !== 0;
  }

  get mark(): boolean {
    return (this.flags & FLAG.mark) !== 0;
  }

  get particle(): boolean {
    return (this.flags & FLAG.particle) !== 0;
  }

  get own(): Int32Array {
    return this.#described().features;
  }

  get ownLexical(): number {
    return this.#described().lexical;
  }

  #described(): { features: Int32Array; lexical: number } {
    this.#own ??= ownFeatures(this.text, this.#plain, this.#shapeText, this.lower, this.shape, this.statistics, this.bits);
    return this.#own;
  }

  get near(): Int32Array {
    this.#near ??= neighbourFeatures(this.lower, this.shape, this.suffix, this.statistics, this.bits);
    return this.#near;
  }

  get far(): Int32Array {
    this.#far ??= farFeatures(this.lower, this.shape, this.statistics, this.bits);
    return this.#far;
  }

  forget(): void {
    this.#own = undefined;
    this.#near = undefined;
    this.#far = undefined;
  }
}

/** What a word is made of. */
function lettersOf(text: string): { letters: boolean; digit: boolean; capitals: boolean } {
  let letters = false;
  let digit = false;
  let capitals = false;
  for (let i = 0; i < text.length; i += widthAt(text, i)) {
    if (isLetterAt(text, i)) letters = true;
    else if (isDigitAt(text, i)) digit = true;
    if (isCapitalAt(text, i)) capitals = true;
  }
  return { letters, digit, capitals };
}

const isUpper = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/** Capitals X, small letters x, digits 0, the rest as it is; runs longer than two are cut to two. */
function shapeOf(text: string): string {
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
  for (let n = 1; n <= PREFIXES && n < plain.length; n++) out.push(hashPair(T.prefix, hashPart(plain, 0, n), n));
  for (let n = 1; n <= SUFFIXES && n < plain.length; n++)
    out.push(hashPair(T.suffix, hashPart(plain, plain.length - n, plain.length), n));
  if (text.length > 3 && text !== plain) {
    const padded = `^${plain}$`;
    for (let i = 0; i + 3 <= padded.length && i < 20; i++) out.push(hashPair(T.gram, hashPart(padded, i, i + 3), 3));
  }
  if (/[-‐‑]/.test(plain)) for (const part of plain.split(/[-‐‑]/)) out.push(hashPair(T.part, hashString(part), 0));
  const lexical = out.length;
  out.push(hashPair(T.shape, shape, 0));
  pushStatistics(out, s, 0);
  out.push(hashPair(T.shapeCasing, shape, s.casing), hashPair(T.shapeMiddle, shape, s.middle));
  if (s.sense !== 0) out.push(hashPair(T.sense, hashPair(T.sense, shape, s.casing), s.sense));
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
  if (s.sense !== 0) out.push(hashPair(T.sense, s.sense, 2));
  pushKinds(out, bits, 2, 0);
  return Int32Array.from(out);
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

/** The hash that a phrase list has for a sequence of folded words. */
export const phraseOf = (words: readonly string[]): number => words.reduce((h, w) => phraseHash(h, hashString(w)), 0);
