import { contextFeatures, MAX_CONTEXT_FEATURES } from './context';
import type { FeatureRows } from './featureRows';
import { hashPair } from './hash';
import { LABELS } from './labels';
import type { SentenceView } from './sentenceView';
import type { ScoredWord } from './wordInfo';

/** Salt by place of the neighbour: the word before, after, before that, after that. */
export const PLACE = { before: 1, after: 2, before2: 3, after2: 4 } as const;
const NEIGHBOUR = 50;
/** The feature of a neighbour's feature at a place. */
export const placed = (feature: number, place: number): number => hashPair(NEIGHBOUR, feature, place);

/** What is summed up of a word: its own row, and those for its neighbours. */
const OWN = 1;
const NEIGHBOUR_SUMS = 2;
/** The word's own row, then one for each place. */
const WORD_ROOM = 5 * LABELS;
/** Words whose rows are allotted together: an array of its own for each would weigh more than what is in it. */
const CHUNK = 256;

/** Writes the scores of a sentence's word, one a label, to an array from an index on. */
export type WordScorer = (view: SentenceView, i: number, scores: Float32Array, at: number) => void;

/**
 * Makes a scorer of words. What a word's own features and those for its neighbours sum up to is kept with the word: it is
 * the same wherever the word stands.
 * @param scale - what a weight of 1 is worth
 * @param nobody - stands beside a sentence's first and last words
 */
export function createWordScorer(rows: FeatureRows, scale: number, nobody: ScoredWord): WordScorer {
  const buffer = new Int32Array(MAX_CONTEXT_FEATURES);
  const sums = new Int32Array(LABELS);
  let chunk = new Int16Array(0);
  let used = 0;
  nobody.vectors = new Int16Array(WORD_ROOM);
  nobody.summed = OWN | NEIGHBOUR_SUMS;

  return (view, i, scores, at) => {
    // all words that a view is made of come from the model, see TagModel.view
    const words = view.words as readonly ScoredWord[];
    const word = words[i] as ScoredWord;
    if ((word.summed & OWN) === 0) sumOwn(word);
    const n = words.length;
    const before = i > 0 ? (words[i - 1] as ScoredWord) : nobody;
    const after = i + 1 < n ? (words[i + 1] as ScoredWord) : nobody;
    const before2 = i > 1 ? (words[i - 2] as ScoredWord) : nobody;
    const after2 = i + 2 < n ? (words[i + 2] as ScoredWord) : nobody;
    const a = word.room;
    const b = rowOf(before, PLACE.before);
    const c = rowOf(after, PLACE.after);
    const d = rowOf(before2, PLACE.before2);
    const e = rowOf(after2, PLACE.after2);
    const own = word.vectors as Int16Array;
    const fromBefore = before.vectors as Int16Array;
    const fromAfter = after.vectors as Int16Array;
    const fromBefore2 = before2.vectors as Int16Array;
    const fromAfter2 = after2.vectors as Int16Array;
    const count = contextFeatures(view, i, buffer);
    rows.sum(buffer, count, sums);
    for (let l = 0; l < LABELS; l++) {
      const near = (fromBefore[b + l] as number) + (fromAfter[c + l] as number);
      const far = (fromBefore2[d + l] as number) + (fromAfter2[e + l] as number);
      scores[at + l] = ((sums[l] as number) + (own[a + l] as number) + near + far) * scale;
    }
  };

  /** Five rows of room for a word. */
  function roomFor(word: ScoredWord): Int16Array {
    if (word.vectors !== undefined) return word.vectors;
    if (used + WORD_ROOM > chunk.length) {
      chunk = new Int16Array(CHUNK * WORD_ROOM);
      used = 0;
    }
    word.vectors = chunk;
    word.room = used;
    used += WORD_ROOM;
    return chunk;
  }

  function store(features: Int32Array, count: number, vectors: Int16Array, at: number): void {
    rows.sum(features, count, sums);
    vectors.set(sums, at);
  }

  /** The first row: the sum of the word's own weights. */
  function sumOwn(word: ScoredWord): void {
    store(word.own, word.own.length, roomFor(word), word.room);
    word.summed |= OWN;
    word.forget();
  }

  /** The other rows: what the word adds to its neighbours' scores at each place. */
  function sumForNeighbours(word: ScoredWord): void {
    const vectors = roomFor(word);
    const sum = (features: Int32Array, place: number): void => {
      for (let k = 0; k < features.length; k++) buffer[k] = placed(features[k] as number, place);
      store(buffer, features.length, vectors, word.room + place * LABELS);
    };
    sum(word.near, PLACE.before);
    sum(word.near, PLACE.after);
    sum(word.far, PLACE.before2);
    sum(word.far, PLACE.after2);
    word.summed |= NEIGHBOUR_SUMS;
    word.forget();
  }

  /** Where a neighbour's row for a place stands, in its vectors. */
  function rowOf(word: ScoredWord, place: number): number {
    if ((word.summed & NEIGHBOUR_SUMS) === 0) sumForNeighbours(word);
    return word.room + place * LABELS;
  }
}
