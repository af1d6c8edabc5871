import { isCapitalAt, isDigitAt, isLetterAt, widthAt } from '../../text/tokens';
import { foldWord, type PhraseLists, statisticsOf, type WordStatistics } from '../lexicon';
import { type HashTable, hashPart, hashString } from './hash';
import { farFeatures, neighbourFeatures, ownFeatures, shapeOf, type WordForm } from './wordFeatures';

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
  /** A mark that parts what stands before it from what stands after: any but a comma and an opening parenthesis. */
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
  /** Which rules the word wakes, and who says so: written to by what asks rules at capitals (refiners/awake.ts) alone. */
  wakes: number;
  wakesBy: number;
}

/**
 * A word with room for what a model sums up of its features: written to by the scorer of words alone (wordScorer.ts), since
 * one look-up in a table of its own for each word would cost more than the sums save.
 */
export interface ScoredWord extends WordInfo {
  /** Rows of sums in an array shared with others, where they begin, and which of them are there. */
  vectors: Int16Array | undefined;
  room: number;
  summed: number;
  /** Drops the features, once they are summed up; they are computed again where they are asked for. */
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

const ENCLOSING: ReadonlySet<string> = new Set(['"', '(', ')']);

/** Casings of words that hardly ever are written small: where one is, its writer leaves capitals out. */
const HARDLY_SMALL: ReadonlySet<number> = new Set([1, 2]);
/** That of words that nearly always are. */
const SMALL = 5;

/** Describes a word. Its features are computed when they are first asked for: most words stand near no name. */
export function describeWord(text: string, sources: WordSources): ScoredWord {
  return new DescribedWord(text, sources);
}

class DescribedWord implements ScoredWord, WordForm {
  readonly folded: string;
  readonly foldHash: number;
  readonly lower: number;
  readonly shape: number;
  readonly suffix: number;
  readonly statistics: WordStatistics;
  readonly bits: number;
  readonly flags: number;
  readonly plain: string;
  readonly shapeText: string;
  vectors: Int16Array | undefined = undefined;
  room = 0;
  summed = 0;
  wakes = 0;
  wakesBy = 0;
  #own: { features: Int32Array; lexical: number } | undefined;
  #near: Int32Array | undefined;
  #far: Int32Array | undefined;

  constructor(
    readonly text: string,
    sources: WordSources,
  ) {
    const made = charactersOf(text);
    this.folded = foldWord(text);
    this.foldHash = hashString(this.folded);
    this.plain = made.digit ? this.folded.replace(/\p{Nd}/gu, '0') : this.folded;
    this.lower = made.digit ? hashString(this.plain) : this.foldHash;
    this.shapeText = shapeOf(text);
    this.shape = hashString(this.shapeText);
    this.suffix = hashPart(this.plain, Math.max(0, this.plain.length - 3), this.plain.length);
    this.statistics = statisticsOf(sources.statistics, text, this.folded);
    this.bits = sources.phrases.bits([this.foldHash]);
    this.flags = characterFlags(text, made) | listFlags(this, made, sources) | roleFlags(this, made, sources);
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
    this.#own ??= ownFeatures(this);
    return this.#own;
  }

  get near(): Int32Array {
    this.#near ??= neighbourFeatures(this);
    return this.#near;
  }

  get far(): Int32Array {
    this.#far ??= farFeatures(this);
    return this.#far;
  }

  forget(): void {
    this.#own = undefined;
    this.#near = undefined;
    this.#far = undefined;
  }
}

/** What a word is made of. */
interface Characters {
  readonly letters: boolean;
  readonly digit: boolean;
  /** It begins a name as it is written: with a capital in it, or in title case. */
  readonly capital: boolean;
  /** Two letters or more, all capitals. */
  readonly upper: boolean;
}

function charactersOf(text: string): Characters {
  let letters = false;
  let digit = false;
  let capitals = false;
  for (let i = 0; i < text.length; i += widthAt(text, i)) {
    if (isLetterAt(text, i)) letters = true;
    else if (isDigitAt(text, i)) digit = true;
    if (isCapitalAt(text, i)) capitals = true;
  }
  return { letters, digit, capital: capitals || /^\p{Lt}/u.test(text), upper: letters && text.length > 1 && isUpper(text) };
}

const isUpper = (text: string): boolean => !/[a-z]/.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();

/** What a word's characters say. */
function characterFlags(text: string, { letters, digit, capital, upper }: Characters): number {
  const own = (capital ? FLAG.capital : 0) | (upper ? FLAG.upper : 0) | (digit ? FLAG.digit : 0);
  if (letters || digit) return own;
  const parts = text !== ',' && text !== '(';
  const encloses = ENCLOSING.has(text) || OPENING.has(text) || CLOSING.has(text);
  return own | FLAG.mark | (parts ? FLAG.parts : 0) | (encloses ? FLAG.encloses : 0);
}

/** What the lists say of a word. */
function listFlags({ folded, foldHash }: WordInfo, { capital }: Characters, sources: WordSources): number {
  return (
    (sources.particles.has(folded) ? FLAG.particle : 0) |
    (!capital && sources.never.has(foldHash) ? FLAG.never : 0) |
    (sources.phrases.begins(foldHash) ? FLAG.begins : 0)
  );
}

/** Whether a word may begin a name, or has its capital from the sentence that it begins. */
function roleFlags(word: WordInfo, made: Characters, sources: WordSources): number {
  if (opensSentence(word, made, sources)) return FLAG.opens | (mayBeginSmall(word, made, sources) ? FLAG.trigger : 0);
  return made.capital || mayBeginSmall(word, made, sources) ? FLAG.trigger : 0;
}

const opensSentence = (
  { folded, bits, statistics }: WordInfo,
  { capital, upper }: Characters,
  { openers }: WordSources,
): boolean => capital && !upper && openers.has(folded) && (bits === 0 || statistics.casing === SMALL);

/** Whether a word may begin a name whatever its capitals: a digit among letters, a small word that names begin with or that is mostly a name. */
function mayBeginSmall(
  { text, foldHash, statistics }: WordInfo,
  { letters, digit }: Characters,
  { starts }: WordSources,
): boolean {
  if ((digit && !/^[\p{Nd}.,]+$/u.test(text)) || starts.has(foldHash)) return true;
  return letters && text.length > 1 && HARDLY_SMALL.has(statistics.casing);
}
