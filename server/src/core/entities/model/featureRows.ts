/** A feature and the weights it has, in four 32-bit numbers: its hash, a mask of labels, then up to eight weights. */
const INTS = 4;
const INLINE = 8;
/** Set in the mask where there are more weights than fit: then where they begin among the others stands instead of them. */
const ELSEWHERE = 1 << 30;

/**
 * The weights of a model's features by feature hash. A word asks for dozens of features that lie anywhere in megabytes:
 * what counts is how often the processor waits for memory. So a feature's weights stand beside it, in one cache line, and
 * a word's features are fetched together before any is used.
 */
export class FeatureRows {
  readonly #table: Int32Array;
  readonly #bytes: Int8Array;
  readonly #mask: number;
  readonly #shift: number;
  readonly #more: Int8Array;
  #fetched = new Int32Array(256);

  /**
   * @param features - distinct hashes, none 0
   * @param masks - for each feature a bit for each label that it has a weight for
   * @param weights - these weights, feature by feature, in the order of the labels
   */
  constructor(features: Int32Array, masks: Int32Array, weights: Int8Array) {
    let size = 4;
    while (1 << size < features.length * 1.4) size++;
    const capacity = 1 << size;
    // by the hash's first bits: features come in their order, so that the table is filled from front to back
    const shift = 32 - size;
    const table = new Int32Array(capacity * INTS);
    const bytes = new Int8Array(table.buffer);
    const mask = capacity * INTS - 1;
    const more: number[] = [];
    let from = 0;
    for (let f = 0; f < features.length; f++) {
      const feature = features[f] as number;
      let at = (feature >>> shift) * INTS;
      while (table[at] !== 0) at = (at + INTS) & mask;
      const labels = masks[f] as number;
      const count = bitCount(labels);
      table[at] = feature;
      table[at + 1] = count > INLINE ? labels | ELSEWHERE : labels;
      if (count > INLINE) {
        table[at + 2] = more.length;
        for (let k = 0; k < count; k++) more.push(weights[from + k] as number);
      } else for (let k = 0; k < count; k++) bytes[at * INTS + 8 + k] = weights[from + k] as number;
      from += count;
    }
    this.#table = table;
    this.#bytes = bytes;
    this.#mask = mask;
    this.#shift = shift;
    this.#more = Int8Array.from(more);
  }

  /** Adds the weights of the first `count` features to sums, one a label; nothing for those the model has none of. */
  add(features: Int32Array, count: number, sums: Int32Array): void {
    const table = this.#table;
    const mask = this.#mask;
    const shift = this.#shift;
    if (this.#fetched.length < count) this.#fetched = new Int32Array(2 * count);
    const fetched = this.#fetched;
    for (let k = 0; k < count; k++) fetched[k] = table[((features[k] as number) >>> shift) * INTS] as number;
    for (let k = 0; k < count; k++) {
      const feature = features[k] as number;
      let at = (feature >>> shift) * INTS;
      let known = fetched[k];
      while (known !== feature && known !== 0) {
        at = (at + INTS) & mask;
        known = table[at];
      }
      if (known === feature) this.#addRow(at, sums);
    }
  }

  #addRow(at: number, sums: Int32Array): void {
    let labels = this.#table[at + 1] as number;
    let bytes = this.#bytes;
    let from = at * INTS + 8;
    if (labels >= ELSEWHERE) {
      labels ^= ELSEWHERE;
      bytes = this.#more;
      from = this.#table[at + 2] as number;
    }
    for (; labels !== 0; labels &= labels - 1) {
      const label = 31 - Math.clz32(labels & -labels);
      sums[label] = (sums[label] as number) + (bytes[from++] as number);
    }
  }
}

function bitCount(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}
