import { LABELS } from './labels';

/**
 * A feature and its weights, in eight 32-bit numbers: its hash, the weight of the first label, then those of the other
 * sixteen as bytes, each {@link BIAS} too much so that none is negative.
 */
const INTS = 8;
const BIAS = 128;
/** Every second byte of a number: two sums of weights that cannot run into each other. */
const LANES = 0x00ff00ff;
/** How many bytes may be summed up in sixteen bits. */
const MOST_FEATURES = 256;

/**
 * The weights of a model's features by feature hash. A word asks for dozens of features that lie anywhere in megabytes,
 * and common ones have a weight for every label: so a feature's weights stand beside it, in one cache line, a word's
 * features are fetched together before any is used, and two weights are added at a time.
 */
export class FeatureRows {
  readonly #table: Int32Array;
  readonly #mask: number;
  readonly #shift: number;
  #fetched = new Int32Array(MOST_FEATURES);

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
    const bytes = new Uint8Array(table.buffer);
    const mask = capacity * INTS - 1;
    let from = 0;
    for (let f = 0; f < features.length; f++) {
      const feature = features[f] as number;
      let at = (feature >>> shift) * INTS;
      while (table[at] !== 0) at = (at + INTS) & mask;
      table[at] = feature;
      const labels = masks[f] as number;
      if ((labels & 1) !== 0) table[at + 1] = weights[from++] as number;
      const first = at * 4 + 8;
      for (let label = 1; label < LABELS; label++) {
        bytes[first + label - 1] = BIAS + ((labels & (1 << label)) === 0 ? 0 : (weights[from++] as number));
      }
    }
    this.#table = table;
    this.#mask = mask;
    this.#shift = shift;
  }

  /**
   * Sums up the weights of the first `count` features, {@link MOST_FEATURES} at most, label by label; nothing for
   * those the model has none of.
   */
  sum(features: Int32Array, count: number, sums: Int32Array): void {
    const table = this.#table;
    const mask = this.#mask;
    const shift = this.#shift;
    const fetched = this.#fetched;
    for (let k = 0; k < count; k++) fetched[k] = table[((features[k] as number) >>> shift) * INTS] as number;
    let found = 0;
    let outside = 0;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let k = 0; k < count; k++) {
      const feature = features[k] as number;
      let at = (feature >>> shift) * INTS;
      let known = fetched[k];
      while (known !== feature && known !== 0) {
        at = (at + INTS) & mask;
        known = table[at];
      }
      if (known === 0) continue;
      found++;
      outside = (outside + (table[at + 1] as number)) | 0;
      const first = table[at + 2] as number;
      const second = table[at + 3] as number;
      const third = table[at + 4] as number;
      const fourth = table[at + 5] as number;
      a = (a + (first & LANES)) | 0;
      b = (b + ((first >>> 8) & LANES)) | 0;
      c = (c + (second & LANES)) | 0;
      d = (d + ((second >>> 8) & LANES)) | 0;
      e = (e + (third & LANES)) | 0;
      f = (f + ((third >>> 8) & LANES)) | 0;
      g = (g + (fourth & LANES)) | 0;
      h = (h + ((fourth >>> 8) & LANES)) | 0;
    }
    const bias = found * BIAS;
    sums[0] = outside;
    sums[1] = (a & 0xffff) - bias;
    sums[2] = (b & 0xffff) - bias;
    sums[3] = (a >>> 16) - bias;
    sums[4] = (b >>> 16) - bias;
    sums[5] = (c & 0xffff) - bias;
    sums[6] = (d & 0xffff) - bias;
    sums[7] = (c >>> 16) - bias;
    sums[8] = (d >>> 16) - bias;
    sums[9] = (e & 0xffff) - bias;
    sums[10] = (f & 0xffff) - bias;
    sums[11] = (e >>> 16) - bias;
    sums[12] = (f >>> 16) - bias;
    sums[13] = (g & 0xffff) - bias;
    sums[14] = (h & 0xffff) - bias;
    sums[15] = (g >>> 16) - bias;
    sums[16] = (h >>> 16) - bias;
  }
}
