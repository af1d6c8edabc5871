/** How often something was counted, in how many articles, and in each part by the part's number. */
export interface Frequency {
  count: number;
  articles: number;
  /** Another sum that goes with it: words of quotations. */
  words: number;
  /** The last article that it was counted in. */
  last: number;
  /** By part; absent where there is one alone. */
  readonly parts: number[] | undefined;
}

/** So many different things are kept at once; n-grams of a large corpus are more. */
const MOST_KEPT = 2_000_000;

/**
 * Counts by key, in a memory that does not grow beyond {@link MOST_KEPT} keys: when there are more, the rarest are let go,
 * and every count that is given may be too low by {@link lost} at most.
 * Manku, G. S. and Motwani, R.: Approximate frequency counts over data streams. VLDB 2002 (lossy counting).
 */
export class Frequencies {
  readonly #entries = new Map<string, Frequency>();
  readonly #isParted: boolean;
  readonly #most: number;
  /** By how much a count can be too low at most. */
  lost = 0;

  constructor(isParted: boolean, most = MOST_KEPT) {
    this.#isParted = isParted;
    this.#most = most;
  }

  /** Counts one occurrence in an article (by its number) and a part. */
  add(key: string, article: number, part = 0, words = 0): void {
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      if (this.#entries.size >= this.#most) this.#prune();
      entry = { count: 0, articles: 0, words: 0, last: -1, parts: this.#isParted ? [] : undefined };
      this.#entries.set(key, entry);
    }
    entry.count++;
    entry.words += words;
    if (entry.last !== article) {
      entry.articles++;
      entry.last = article;
    }
    if (entry.parts !== undefined && part >= 0) entry.parts[part] = (entry.parts[part] ?? 0) + 1;
  }

  get(key: string): Frequency | undefined {
    return this.#entries.get(key);
  }

  entries(): IterableIterator<[string, Frequency]> {
    return this.#entries.entries();
  }

  /** Lets go what was counted no more often than what may be missing of it already, until a half is left. */
  #prune(): void {
    while (this.#entries.size > this.#most / 2) {
      this.lost++;
      for (const [key, { count }] of this.#entries) if (count <= this.lost) this.#entries.delete(key);
    }
  }
}
