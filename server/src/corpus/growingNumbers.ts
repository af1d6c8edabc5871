/** Whole numbers from 0 to 2³² − 1, as many as are added, in four bytes each. */
export class GrowingNumbers {
  #numbers = new Uint32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#numbers = copied(this.#numbers, new Uint32Array(2 * this.#length));
    this.#numbers[this.#length++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }
}

/** Numbers as a double holds them, as many as are added, in eight bytes each. */
export class GrowingDoubles {
  #numbers = new Float64Array(1024);
  #length = 0;

  push(number: number): void {
    if (this.#length === this.#numbers.length) this.#numbers = copied(this.#numbers, new Float64Array(2 * this.#length));
    this.#numbers[this.#length++] = number;
  }

  /** All of them in order; none may be added afterwards. */
  sorted(): Float64Array {
    return this.#numbers.subarray(0, this.#length).sort();
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
    this.#counts = copied(this.#counts, new Uint32Array(2 * this.#length));
  }
}

function copied<T extends Uint32Array | Float64Array>(numbers: T, into: T): T {
  into.set(numbers);
  return into;
}
