/** Whole numbers from 0 to 2³² − 1, as many as are added, in four bytes each. */
export class GrowingNumbers {
  #numbers = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = new Uint32Array(2 * this.#length);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }
}

/** A count for each whole number from 0 on, 0 where nothing was counted, in four bytes each. */
export class GrowingCounts {
  #counts = new Uint32Array(1024);
  #length = 0;

  /** No number as large was counted. */
  get length(): number {
    return this.#length;
  }

  add(number: number, more: number): void {
    this.#reach(number);
    this.#counts[number] = (this.#counts[number] as number) + more;
  }

  set(number: number, count: number): void {
    this.#reach(number);
    this.#counts[number] = count;
  }

  at(number: number): number {
    return this.#counts[number] ?? 0;
  }

  #reach(number: number): void {
    if (number < this.#length) return;
    this.#length = number + 1;
    if (number < this.#counts.length) return;
    const more = new Uint32Array(2 * this.#length);
    more.set(this.#counts);
    this.#counts = more;
  }
}
