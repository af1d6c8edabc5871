import { type HashTable, hashString } from './model/hash';

/**
 * Kinds of names and words that the phrase lists tell apart; a phrase may be of several. The numbers are stored in the
 * models: add at the end, never renumber.
 */
export const KIND = {
  country: 0,
  city: 1,
  town: 2,
  region: 3,
  givenName: 4,
  familyName: 5,
  person: 6,
  organisation: 7,
  media: 8,
  work: 9,
  demonym: 10,
  title: 11,
  organisationHead: 12,
  placeHead: 13,
  eventHead: 14,
  site: 15,
  club: 16,
  acronym: 17,
  givenMale: 18,
  givenFemale: 19,
} as const;
export type Kind = keyof typeof KIND;
/** How many of the kinds serve as features; the rest inform the document pass. */
export const FEATURE_KINDS = 18;
/**
 * Bits of names seen in training: 0 to 3 the types they were labelled with (in the order of TYPES), 4 to 7 the same where
 * that was so in several documents, 8 the last word of a person's name.
 */
export const SEEN_KINDS = 9;
export const SEEN_OFTEN = 4;
export const SEEN_FAMILY_NAME = 8;
/** Marks a phrase that longer ones begin with. */
export const PREFIX_BIT = 1 << 30;

/** A phrase's bits, see {@link KIND}; longest match first. */
export interface PhraseMatch {
  readonly length: number;
  readonly bits: number;
}

const LONGEST_PHRASE = 8;

/** The phrase lists of one language: hashes of lower-case words in sequence, to bits. */
export class PhraseLists {
  readonly #table: HashTable;
  found = 0;

  constructor(table: HashTable) {
    this.#table = table;
  }

  /** The bits of a single word or whole phrase given as hashes of its lower-case words; 0 where it is in no list. */
  bits(hashes: readonly number[]): number {
    let hash = 0;
    for (const word of hashes) hash = phraseHash(hash, word);
    const bits = this.#table.get(hash);
    return bits < 0 ? 0 : bits & ~PREFIX_BIT;
  }

  /** Whether longer phrases begin with a word, given as its hash. */
  begins(word: number): boolean {
    const bits = this.#table.get(phraseHash(0, word));
    return bits >= 0 && (bits & PREFIX_BIT) !== 0;
  }

  /** The longest phrase that begins at an index of a sequence of lower-case word hashes. */
  longest(hashes: ArrayLike<number>, from: number, to: number): PhraseMatch | undefined {
    const length = this.measure(hashes, from, to);
    return length === 0 ? undefined : { length, bits: this.found };
  }

  /** How many words that phrase has, 0 where there is none; its bits are {@link found} until the next one is looked for. */
  measure(hashes: ArrayLike<number>, from: number, to: number): number {
    let hash = 0;
    let length = 0;
    const end = Math.min(to, from + LONGEST_PHRASE);
    for (let i = from; i < end; i++) {
      hash = phraseHash(hash, hashes[i] as number);
      const bits = this.#table.get(hash);
      if (bits < 0) break;
      if ((bits & ~PREFIX_BIT) !== 0) {
        length = i - from + 1;
        this.found = bits & ~PREFIX_BIT;
      }
      if ((bits & PREFIX_BIT) === 0) break;
    }
    return length;
  }
}

/** The hash of a phrase and one more word. */
export const phraseHash = (phrase: number, word: number): number => {
  const h = Math.imul(phrase ^ word, 0x5bd1e995) ^ (phrase >>> 7);
  return h === 0 ? 1 : h;
};

/** Lower case, with one kind of apostrophe: the form in which words are looked up. */
export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** What corpora tell about a word: its classes at three grains, and how often it is written small. */
export interface WordStatistics {
  /** 0 where the word is unknown. */
  readonly coarse: number;
  readonly middle: number;
  readonly fine: number;
  /** 0 unknown, 1 never small … 5 nearly always small. */
  readonly casing: number;
  /** What a dictionary says that the word means: a person, a group, to speak; 0 where there is none. */
  readonly sense: number;
}

const UNKNOWN: WordStatistics = { coarse: 0, middle: 0, fine: 0, casing: 0, sense: 0 };

/** Packs statistics into 32 bits: 6 for coarse, 8 for middle, 10 for fine, 3 for casing, 4 for the sense; never negative. */
export function packStatistics(s: WordStatistics): number {
  return (s.coarse & 63) | ((s.middle & 255) << 6) | ((s.fine & 1023) << 14) | ((s.casing & 7) << 24) | ((s.sense & 15) << 27);
}

/** Looks up a word as written, else in small letters. */
export function statisticsOf(table: HashTable, text: string, folded: string): WordStatistics {
  let packed = table.get(hashString(text));
  if (packed < 0 && folded !== text) packed = table.get(hashString(folded));
  if (packed < 0) return UNKNOWN;
  return {
    coarse: packed & 63,
    middle: (packed >> 6) & 255,
    fine: (packed >> 14) & 1023,
    casing: (packed >> 24) & 7,
    sense: (packed >> 27) & 15,
  };
}
