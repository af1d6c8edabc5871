import type { Span } from '../core/span';

/** So many places per span are moved at most while a list that is nearly in order is put in order. */
const MOVES = 8;

/** Spans with a number each, in arrays of numbers: tens of thousands are made after every edit, and objects would be garbage. */
export class SpanList {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly codes: Uint8Array;
  length = 0;

  /** @param capacity - how many spans it can take. */
  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.codes = new Uint8Array(capacity);
  }

  /** @param code - below 256. */
  add(start: number, end: number, code = 0): void {
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.codes[this.length] = code;
    this.length++;
  }

  /** Puts the spans in document order, the longer first where two start together; those alike stay as they came. Nearly linear where they nearly are. */
  order(): this {
    let budget = MOVES * this.length;
    for (let i = 1; i < this.length; i++) {
      for (let k = i; k > 0 && this.#precedes(k, k - 1); k--) {
        this.#swap(k, k - 1);
        if (--budget < 0) return this.#sort();
      }
    }
    return this;
  }

  /** Joins spans that overlap or touch; they must be in order. */
  join(): this {
    let last = -1;
    for (let i = 0; i < this.length; i++) {
      const [start, end] = [this.starts[i] as number, this.ends[i] as number];
      if (last >= 0 && start <= (this.ends[last] as number)) {
        if (end > (this.ends[last] as number)) this.ends[last] = end;
      } else {
        last++;
        this.starts[last] = start;
        this.ends[last] = end;
      }
    }
    this.length = last + 1;
    return this;
  }

  /** The span at an index. */
  at(index: number): Span {
    return { start: this.starts[index] as number, end: this.ends[index] as number };
  }

  #precedes(a: number, b: number): boolean {
    const [one, other] = [this.starts[a] as number, this.starts[b] as number];
    return one === other ? (this.ends[a] as number) > (this.ends[b] as number) : one < other;
  }

  #swap(a: number, b: number): void {
    for (const list of [this.starts, this.ends, this.codes]) {
      const value = list[a] as number;
      list[a] = list[b] as number;
      list[b] = value;
    }
  }

  #sort(): this {
    const order = Array.from({ length: this.length }, (_, i) => i).sort((a, b) =>
      this.#precedes(a, b) ? -1 : this.#precedes(b, a) ? 1 : a - b,
    );
    for (const list of [this.starts, this.ends, this.codes]) {
      const before = list.slice(0, this.length);
      order.forEach((from, to) => {
        list[to] = before[from] as number;
      });
    }
    return this;
  }
}
