/**
 * 32-bit hashes of strings and of tuples of hashes (FNV-1a, then the finaliser of MurmurHash3, both public domain).
 * Features and phrases are known by their hash alone; never 0, which marks a free place in a table.
 */
export function hashString(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** The same for a part of a string, from an index to another one (exclusive). */
export function hashPart(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** A hash of two hashes under a template's number. */
export function hashPair(template: number, a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul((h ^ (h >>> 15)) + b, 0xc2b2ae35);
  return finish(h ^ (h >>> 13));
}

/** A hash of three hashes under a template's number. */
export function hashTriple(template: number, a: number, b: number, c: number): number {
  return hashPair(template, hashPair(template, a, b), c);
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/**
 * A read-only map from non-zero 32-bit hashes to 32-bit values, by open addressing; built in one pass at loading. Key and
 * value stand side by side: a look-up is one fetch from memory.
 */
export class HashTable {
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #shift: number;

  /** @param keys - distinct, none 0; @param values - of the same length. */
  constructor(keys: Int32Array, values: Int32Array) {
    let size = 4;
    while (1 << size < keys.length * 1.6) size++;
    const slots = new Int32Array(2 << size);
    const mask = (2 << size) - 1;
    // by the hash's first bits: keys that come in order fill the table from front to back
    const shift = 32 - size;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as number;
      let at = (key >>> shift) << 1;
      while (slots[at] !== 0) at = (at + 2) & mask;
      slots[at] = key;
      slots[at + 1] = values[i] as number;
    }
    this.#slots = slots;
    this.#mask = mask;
    this.#shift = shift;
  }

  /** The value, or -1 where the key is not in the table. */
  get(key: number): number {
    const slots = this.#slots;
    let at = (key >>> this.#shift) << 1;
    for (;;) {
      const known = slots[at];
      if (known === key) return slots[at + 1] as number;
      if (known === 0) return -1;
      at = (at + 2) & this.#mask;
    }
  }
}
