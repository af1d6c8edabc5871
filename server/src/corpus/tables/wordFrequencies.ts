import { GrowingCounts } from '../growingNumbers';
import type { WordKey } from './wordForms';

/** Counts words, or rows of words, by their numbers: how often each was counted, in how many articles, and in each part. */
export class WordFrequencies {
  readonly #counts = new GrowingCounts();
  readonly #articles = new GrowingCounts();
  /** The article that each was last counted in, from 1. */
  readonly #last = new GrowingCounts();
  readonly #parts: (number[] | undefined)[] | undefined;

  constructor(isParted: boolean) {
    this.#parts = isParted ? [] : undefined;
  }

  /** Counts one occurrence in an article (by its number, from 0; articles come one after the other) and a part (none: negative). */
  add(key: WordKey, article: number, part = 0): void {
    this.#counts.add(key, 1);
    if (this.#last.at(key) !== article + 1) {
      this.#articles.add(key, 1);
      this.#last.set(key, article + 1);
    }
    if (this.#parts === undefined || part < 0) return;
    let own = this.#parts[key];
    if (own === undefined) {
      own = [];
      this.#parts[key] = own;
    }
    own[part] = (own[part] ?? 0) + 1;
  }

  /** Takes over what another has counted of a key, for a key that was not counted here. */
  takeOver(key: WordKey, other: WordFrequencies, of: WordKey): void {
    this.#counts.set(key, other.#counts.at(of));
    this.#articles.set(key, other.#articles.at(of));
    this.#last.set(key, other.#last.at(of));
    if (this.#parts !== undefined) this.#parts[key] = other.#parts?.[of];
  }

  count(key: WordKey): number {
    return this.#counts.at(key);
  }

  articles(key: WordKey): number {
    return this.#articles.at(key);
  }

  /** By part; empty where there is one alone. */
  parts(key: WordKey): readonly number[] {
    return this.#parts?.[key] ?? [];
  }

  /** The words that were counted, in the order in which they first came anywhere. */
  *keys(): Generator<WordKey> {
    for (let key = 0; key < this.#counts.length; key++) if (this.#counts.at(key) > 0) yield key;
  }
}
