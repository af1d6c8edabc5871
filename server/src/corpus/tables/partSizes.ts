import { partBy, partName, speakersOfTokens } from '../parts/partition';
import type { SearchDocument } from '../searchDocument';
import { JOINT, namesOfBy } from './written';

/** A part of a corpus as far as it was counted. */
export interface PartSize {
  readonly name: string;
  words: number;
  articles: number;
}

/** Which part a token is in: its number; negative for none. */
export type PartOfToken = (token: number) => number;

/**
 * The sizes of a corpus' parts while it is counted. What has no value (an article without a date, words that nobody known
 * says) is in no part: it is counted as unknown and never guessed into one.
 */
export class PartSizes {
  readonly parts: PartSize[] = [];
  /** Words outside all parts. */
  unknownWords = 0;
  readonly #by: readonly ReturnType<typeof partBy>[];
  readonly #numbers = new Map<string, number>();

  /** @param by - see {@link TableRequest.by}; undefined: all is one part. */
  constructor(by: string | undefined) {
    this.#by = by === undefined ? [] : namesOfBy(by).map(partBy);
  }

  /** The number of a part, which is made where it is new; negative for the empty name. */
  numberOf(name: string): number {
    if (name === '') return -1;
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.parts.length;
    this.#numbers.set(name, number);
    this.parts.push({ name, words: 0, articles: 0 });
    return number;
  }

  /** The parts of a document's tokens; `one`: the part of them all, where that is told by the article. */
  of(document: SearchDocument): { readonly partOf: PartOfToken; readonly one: number | undefined } {
    const isSpoken = this.#by.some(({ by }) => by === 'speaker');
    const speakers = isSpoken ? speakersOfTokens(document) : [];
    const given = this.#by.map((by) => (by.by === 'speaker' ? undefined : partName(document, by)));
    // what has no value for one of them is in no part
    const number = (speaker: string): number => {
      const names = given.map((name) => name ?? speaker);
      return this.numberOf(names.includes('') ? '' : names.join(JOINT) || ALL);
    };
    if (isSpoken) {
      const numbers = new Map([...new Set(['', ...speakers])].map((speaker) => [speaker, number(speaker)]));
      return { partOf: (token) => numbers.get(speakers[token] ?? '') ?? -1, one: undefined };
    }
    const one = number('');
    return { partOf: () => one, one };
  }

  /** Counts words of an article that are in a part. */
  count(number: number, words: number): void {
    const part = this.parts[number];
    if (part === undefined) this.unknownWords += words;
    else part.words += words;
  }

  /** Counts an article as one of a part. */
  countArticle(number: number): void {
    const part = this.parts[number];
    if (part !== undefined) part.articles++;
  }
}

/** The name of the one part of a corpus that is not parted. */
const ALL = '*';
