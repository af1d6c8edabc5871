import { GrowingCounts } from '../growingNumbers';
import type { WordKey } from './wordForms';
import { WordFrequencies } from './wordFrequencies';

/** A row of words by its number; {@link NO_WORDS} is the row of none. */
export type Row = number;
export const NO_WORDS: Row = 0;

/** So many rows are kept at once; a large corpus has more. */
const MOST_KEPT = 2_000_000;

/**
 * Counts rows of words. Each is the row before its last word, and that word: two numbers, found by them in a table (open
 * addressing), so that two million take some tens of megabytes. When there are more, the rarest are let go, and every count
 * that is given may be too low by {@link lost} at most.
 * Manku, G. S. and Motwani, R.: Approximate frequency counts over data streams. VLDB 2002 (lossy counting).
 */
export class NgramFrequencies {
  readonly #isParted: boolean;
  readonly #most: number;
  #rows: Rows;
  lost = 0;

  constructor(isParted: boolean, most = MOST_KEPT) {
    this.#isParted = isParted;
    this.#most = most;
    this.#rows = new Rows(isParted);
  }

  /** Lets the rarest go where there are too many. Numbers that were given before mean nothing afterwards. */
  makeRoom(): void {
    if (this.#rows.size <= this.#most) return;
    while (this.#rows.size > this.#most / 2) {
      this.lost++;
      this.#prune();
    }
  }

  /** The row of a row and a word. */
  with(row: Row, word: WordKey): Row {
    return this.#rows.with(row, word);
  }

  /** Counts one occurrence in an article (by its number, from 0; articles come one after the other) and a part (none: negative). */
  add(row: Row, article: number, part: number): void {
    this.#rows.counted.add(row, article, part);
  }

  /** What was counted so often at least, with how often. */
  *entries(least: number): Generator<{
    readonly words: readonly WordKey[];
    readonly count: number;
    readonly articles: number;
    readonly parts: readonly number[];
  }> {
    const { size, counted } = this.#rows;
    for (let row = 1; row < size; row++) {
      const count = counted.count(row);
      if (count === 0 || count < least) continue;
      yield { words: this.#rows.wordsOf(row), count, articles: counted.articles(row), parts: counted.parts(row) };
    }
  }

  /** Lets go what was counted no more often than what may be missing of it already, and begins nothing that is kept. */
  #prune(): void {
    const old = this.#rows;
    const kept = new Uint8Array(old.size);
    // a row has a greater number than the one that it begins with
    for (let row = old.size - 1; row > 0; row--) {
      if (old.counted.count(row) > this.lost) kept[row] = 1;
      if (kept[row] === 1) kept[old.before(row)] = 1;
    }
    const rows = new Rows(this.#isParted);
    const numbers = new Uint32Array(old.size);
    for (let row = 1; row < old.size; row++) {
      if (kept[row] !== 1) continue;
      const number = rows.with(numbers[old.before(row)] as number, old.word(row));
      numbers[row] = number;
      // one that only begins others is counted anew
      if (old.counted.count(row) > this.lost) rows.counted.takeOver(number, old.counted, row);
    }
    this.#rows = rows;
  }
}

/** Rows of words with their numbers, and what is counted of each. */
class Rows {
  readonly counted: WordFrequencies;
  readonly #before = new GrowingCounts();
  readonly #words = new GrowingCounts();
  /** Numbers of rows by what they are made of; 0 where there is none. */
  #table = new Uint32Array(1 << 12);
  size = 1;

  constructor(isParted: boolean) {
    this.counted = new WordFrequencies(isParted);
  }

  before(row: Row): Row {
    return this.#before.at(row);
  }

  word(row: Row): WordKey {
    return this.#words.at(row);
  }

  wordsOf(row: Row): readonly WordKey[] {
    const words: WordKey[] = [];
    for (let at = row; at !== NO_WORDS; at = this.before(at)) words.unshift(this.word(at));
    return words;
  }

  with(row: Row, word: WordKey): Row {
    let at = this.#placeOf(row, word);
    const known = this.#table[at] as number;
    if (known !== 0) return known;
    if (2 * this.size >= this.#table.length) {
      this.#widen();
      at = this.#placeOf(row, word);
    }
    const number = this.size++;
    this.#before.set(number, row);
    this.#words.set(number, word);
    this.#table[at] = number;
    return number;
  }

  /** Where a row is in the table, or would be. */
  #placeOf(row: Row, word: WordKey): number {
    const mask = this.#table.length - 1;
    const mixed = Math.imul(row, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    for (let at = (mixed ^ (mixed >>> 15)) & mask; ; at = (at + 1) & mask) {
      const found = this.#table[at] as number;
      if (found === 0 || (this.before(found) === row && this.word(found) === word)) return at;
    }
  }

  #widen(): void {
    this.#table = new Uint32Array(2 * this.#table.length);
    for (let number = 1; number < this.size; number++)
      this.#table[this.#placeOf(this.before(number), this.word(number))] = number;
  }
}
