import { FEATURE_KINDS, SEEN_KINDS } from '../lexicon';
import { hashPair, hashTriple } from './hash';
import { EDGE, type SentenceView } from './sentenceView';
import type { WordInfo } from './wordInfo';

/** Room that {@link contextFeatures} may need. */
export const MAX_CONTEXT_FEATURES = 128;

/** How many of the context features, from the first on, know the word's own letters. */
export const lexicalContext = (word: WordInfo): number => (word.capital ? 3 : 2);

// Template numbers; those of word features are below 100, those of a view's own hashes from 100 on.
const T = {
  wordBefore: 110,
  wordAfter: 111,
  run: 112,
  wordsAround: 113,
  shapesAround: 114,
  shapeAfter: 115,
  wordBeforeShape: 116,
  wordAfterShape: 117,
  twoBefore: 118,
  twoAfter: 119,
  classesBefore: 120,
  classesAfter: 121,
  wordBeforeClass: 122,
  wordBeforeSuffix: 123,
  kindsAround: 124,
  surroundings: 125,
  first: 126,
  firstCasing: 127,
  shapeAfterFirst: 128,
  head: 129,
  verb: 130,
  kind: 131,
  place: 132,
  headAlone: 133,
  verbAlone: 134,
  headAndVerb: 135,
  placeAndLists: 136,
  kindAndLists: 137,
  /** Four of them, one a layer. */
  phrase: 138,
  /** Four of them, one a layer. */
  seen: 142,
  surroundingsCasing: 226,
  ends: 227,
  runEdge: 229,
} as const;

/**
 * Writes the features of a word that depend on its surroundings.
 * @returns how many were written to `out`, which holds {@link MAX_CONTEXT_FEATURES}
 */
export function contextFeatures(view: SentenceView, i: number, out: Int32Array): number {
  let k = neighbourPairs(view, i, out);
  k = placeInSentence(view, i, out, k);
  if ((view.words[i] as WordInfo).capital) k = runOfCapitals(view, i, out, k);
  k = phraseLayers(view, i, out, k);
  return seenLayers(view, i, out, k);
}

/** What a word and its neighbours are together; those that know the word's letters come first. */
function neighbourPairs(view: SentenceView, i: number, out: Int32Array): number {
  const { words } = view;
  const word = words[i] as WordInfo;
  const before = words[i - 1];
  const after = words[i + 1];
  const { lower, shape } = word;
  const { middle } = word.statistics;
  const lowerBefore = before?.lower ?? EDGE;
  const lowerAfter = after?.lower ?? EDGE;
  const shapeAfter = after?.shape ?? EDGE;
  let k = 0;
  out[k++] = hashPair(T.wordBefore, lowerBefore, lower);
  out[k++] = hashPair(T.wordAfter, lower, lowerAfter);
  if (word.capital) out[k++] = hashPair(T.run, view.run[i] as number, 0);
  out[k++] = hashTriple(T.wordsAround, lowerBefore, lowerAfter, shape);
  out[k++] = hashTriple(T.shapesAround, before?.shape ?? EDGE, shape, shapeAfter);
  out[k++] = hashPair(T.shapeAfter, shape, shapeAfter);
  out[k++] = hashPair(T.wordBeforeShape, lowerBefore, shape);
  out[k++] = hashPair(T.wordAfterShape, lowerAfter, shape);
  out[k++] = hashTriple(T.twoBefore, words[i - 2]?.lower ?? EDGE, lowerBefore, shape);
  out[k++] = hashTriple(T.twoAfter, lowerAfter, words[i + 2]?.lower ?? EDGE, shape);
  out[k++] = hashTriple(T.classesBefore, before?.statistics.middle ?? -1, middle, shape);
  out[k++] = hashTriple(T.classesAfter, after?.statistics.middle ?? -1, middle, shape);
  out[k++] = hashPair(T.wordBeforeClass, lowerBefore, middle);
  out[k++] = hashPair(T.wordBeforeSuffix, lowerBefore, word.suffix);
  out[k++] = hashTriple(T.kindsAround, before?.bits ?? -1, word.bits, after?.bits ?? -1);
  return k;
}

/** Where a word stands in its sentence, and what kind of sentence it is. */
function placeInSentence({ words, surroundings }: SentenceView, i: number, out: Int32Array, from: number): number {
  const { shape, statistics } = words[i] as WordInfo;
  const around = surroundings[i] as number;
  let k = from;
  out[k++] = hashPair(T.surroundings, around, shape);
  out[k++] = hashTriple(T.surroundingsCasing, around, shape, statistics.casing);
  out[k++] = hashTriple(T.ends, Math.min(i, 3), Math.min(words.length - 1 - i, 3), shape);
  out[k++] = hashPair(T.first, i === 0 ? 1 : 0, hashPair(T.firstCasing, shape, statistics.casing));
  if (i === 0) out[k++] = hashPair(T.shapeAfterFirst, words[1]?.shape ?? EDGE, statistics.casing);
  return k;
}

/** What stands around the run of capitalised words that a word is in. */
function runOfCapitals(view: SentenceView, i: number, out: Int32Array, from: number): number {
  const { shape, bits } = view.words[i] as WordInfo;
  const head = view.headBefore[i] as number;
  const verb = view.verbAfter[i] as number;
  const place = view.runShape[i] as number;
  let k = from;
  out[k++] = hashPair(T.head, head, place);
  out[k++] = hashPair(T.verb, verb, place);
  out[k++] = hashPair(T.place, place, shape);
  out[k++] = hashPair(T.headAlone, head, 0);
  out[k++] = hashPair(T.verbAlone, verb, 0);
  out[k++] = hashTriple(T.headAndVerb, head, verb, place);
  out[k++] = hashPair(T.placeAndLists, place, bits);
  out[k++] = hashPair(T.runEdge, view.runEdge[i] as number, place);
  const kind = view.kindBefore[i] as number;
  if (kind !== 0) {
    out[k++] = hashPair(T.kind, kind, place);
    out[k++] = hashPair(T.kindAndLists, kind, hashPair(0, place, bits));
  }
  return k;
}

const LAYERS = 4;

/** What the lists say of the phrases that a word is in. */
function phraseLayers({ words, phrases }: SentenceView, i: number, out: Int32Array, from: number): number {
  const salt = (words[i] as WordInfo).capital ? 2 : 3;
  let k = from;
  for (let layer = 0; layer < LAYERS; layer++) {
    const bits = phrases[LAYERS * i + layer] as number;
    if (bits === 0) continue;
    const used = bits & ((1 << FEATURE_KINDS) - 1);
    out[k++] = hashPair(T.phrase + layer, used, 1);
    for (let kind = 0; kind < FEATURE_KINDS; kind++) {
      if ((used & (1 << kind)) !== 0) out[k++] = hashPair(T.phrase + layer, kind, salt);
    }
  }
  return k;
}

/** The same of the names that were seen in training. */
function seenLayers({ words, seen }: SentenceView, i: number, out: Int32Array, from: number): number {
  const salt = (words[i] as WordInfo).capital ? 2 : 3;
  let k = from;
  for (let layer = 0; layer < LAYERS; layer++) {
    const bits = seen[LAYERS * i + layer] as number;
    if (bits === 0) continue;
    out[k++] = hashPair(T.seen + layer, bits, salt);
    for (let kind = 0; kind < SEEN_KINDS; kind++) {
      if ((bits & (1 << kind)) !== 0) out[k++] = hashPair(T.seen + layer, kind, salt + 2);
    }
  }
  return k;
}
