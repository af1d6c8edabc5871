/** Numbers of any size in seven bits a byte, the lowest first; the eighth bit says that more follow. */
export function varints(numbers: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(numbers.length * MOST_BYTES);
  let at = 0;
  for (let i = 0; i < numbers.length; i++) {
    let number = numbers[i] as number;
    while (number >= 0x80) {
      bytes[at++] = (number & 0x7f) | 0x80;
      number >>>= 7;
    }
    bytes[at++] = number;
  }
  return bytes.subarray(0, at);
}

/** Of a number of 32 bits. */
const MOST_BYTES = 5;

/** Reads what {@link varints} wrote, from a place on. */
export class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  next(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.at++] as number;
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }

  take(count: number): number[] {
    return Array.from({ length: count }, () => this.next());
  }

  /** So many numbers, in four bytes each. */
  numbers(count: number): Uint32Array {
    const found = roomFor(count);
    const bytes = this.#bytes;
    let at = this.at;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++] as number;
      let number = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] as number;
        number |= (byte & 0x7f) << shift;
      }
      found[i] = number;
    }
    this.at = at;
    return found;
  }
}

/** So many numbers are made room for at a time: many small arrays take longer to make, and to let go, than to fill. */
const ROOM = 16_384;
let [room, taken] = [new Uint32Array(0), 0];

function roomFor(count: number): Uint32Array {
  if (taken + count > room.length) [room, taken] = [new Uint32Array(Math.max(ROOM, count)), 0];
  taken += count;
  return room.subarray(taken - count, taken);
}
