import type { Token } from '../../text/tokens';
import { PhraseLists } from '../lexicon';
import { contextFeatures, createSentenceViewer, MOST_CONTEXT_FEATURES, type SentenceView } from './context';
import { FeatureRows } from './featureRows';
import type { ModelFile, Section } from './format';
import { HashTable, hashPair } from './hash';
import { LABELS, typeOf } from './labels';
import { type ChainName, labelledStretches, probableNames } from './names';
import { type Chain, createConfidence, createDecoder, createPlainTest, transitionFactors } from './sequence';
import { describeWord, type WordInfo, type WordSources } from './wordInfo';

/** A stretch of active words of a sentence, scored: the unit that inference works on. */
export interface ScoredChain extends Chain {
  /** Index of its first word in the sentence. */
  readonly from: number;
}

/** A trained model, ready to score words. */
export interface TagModel {
  /** Already scaled by the model's temperature, as are the scores. */
  readonly transitions: Float32Array;
  /** A chain's names, each with the probability that just its labels are right. */
  names(chain: Chain, labels?: Uint8Array): readonly ChainName[];
  /** The most probable labels of a chain. */
  decode(chain: Chain): Uint8Array;
  /** How often names of a type (its number) with such a probability were right in text that the model had not seen. */
  calibrated(type: number, probability: number): number;
  readonly phrases: PhraseLists;
  describe(word: Pick<Token, 'text' | 'hash'>): WordInfo;
  view(words: readonly WordInfo[]): SentenceView;
  /** The stretches of active words with a score for each label. */
  score(view: SentenceView): ScoredChain[];
  /** Whether the model has a second pass. */
  readonly revises: boolean;
  /** Whether the first pass's labels are asked for: by the second one, or because they say what is a name. */
  readonly labelled: boolean;
  /** Adds the weights of a feature of the second pass to a row of scores; nothing where the model has none. */
  addEvidence(feature: number, scores: Float32Array, at: number): void;
}

/** Salt by place of the neighbour: the word before, behind, before that, behind that. */
export const PLACE = { before: 1, behind: 2, before2: 3, behind2: 4 } as const;
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
/** Scores that are allotted together. */
const SCORES = 512 * LABELS;
// Words kept with their summed weights; a large corpus has more different words than are worth keeping.
const MOST_WORDS = 40_000;
/** How many of them are found by their tokens' hash. */
const COMMON = 32_768;

/** Where every name is less likely than none by so much (a factor of twenty), what is found is improbable. */
const MARGIN = 3;

/**
 * Opens a model. Sections that are missing count as empty.
 * @param openers - small words that alone are not worth a look where they have a capital; training looks at them all the same
 */
export function openTagModel(
  file: ModelFile,
  particles: ReadonlySet<string>,
  openers: ReadonlySet<string> = new Set(),
): TagModel {
  const rows = featureRows(file);
  const temperature = file.meta.temperature ?? 1;
  const scale = file.meta.scale * temperature;
  const transitions = (file.sections.get('transitions') as Float32Array).map((weight) => weight * temperature);
  const phrases = new PhraseLists(new HashTable(int32(file, 'phrases'), int32(file, 'phraseBits')));
  const seen = new PhraseLists(new HashTable(int32(file, 'seen'), int32(file, 'seenBits')));
  const sources: WordSources = {
    statistics: new HashTable(int32(file, 'words'), int32(file, 'wordStatistics')),
    phrases,
    particles,
    openers,
    starts: new Set(int32(file, 'starts')),
    never: new Set(int32(file, 'never')),
  };
  const evidence = new HashTable(int32(file, 'evidence'), counting(int32(file, 'evidence').length));
  const evidenceWeights = (file.sections.get('evidenceWeights') ?? new Float32Array(0)) as Float32Array;
  const known = new Map<string, WordInfo>();
  const buffer = new Int32Array(MOST_CONTEXT_FEATURES);

  // by the hash's last bits: the common words, in less memory than the table of all
  const common: (WordInfo | undefined)[] = new Array(COMMON).fill(undefined);

  function describe({ text, hash }: Pick<Token, 'text' | 'hash'>): WordInfo {
    const recent = common[hash & (COMMON - 1)];
    if (recent !== undefined && recent.text === text) return recent;
    let word = known.get(text);
    if (word === undefined) {
      if (known.size >= MOST_WORDS) known.clear();
      word = describeWord(text, sources);
      known.set(text, word);
    }
    common[hash & (COMMON - 1)] = word;
    return word;
  }

  const sums = new Int32Array(LABELS);
  let chunk = new Int16Array(0);
  let used = 0;
  // stands beside a sentence's first and last words
  const nobody = describeWord('', sources);
  nobody.vectors = new Int16Array(WORD_ROOM);
  nobody.summed = OWN | NEIGHBOUR_SUMS;

  /** Five rows of room for a word. */
  function roomFor(word: WordInfo): Int16Array {
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
  function sumOwn(word: WordInfo): void {
    store(word.own, word.own.length, roomFor(word), word.room);
    word.summed |= OWN;
    word.forget();
  }

  /** The other rows: what the word adds to its neighbours' scores at each place. */
  function sumForNeighbours(word: WordInfo): void {
    const vectors = roomFor(word);
    const sum = (features: Int32Array, place: number): void => {
      for (let k = 0; k < features.length; k++) buffer[k] = placed(features[k] as number, place);
      store(buffer, features.length, vectors, word.room + place * LABELS);
    };
    sum(word.near, PLACE.before);
    sum(word.near, PLACE.behind);
    sum(word.far, PLACE.before2);
    sum(word.far, PLACE.behind2);
    word.summed |= NEIGHBOUR_SUMS;
    word.forget();
  }

  /** Where a neighbour's row for a place stands, in its vectors. */
  function rowOf(word: WordInfo, place: number): number {
    if ((word.summed & NEIGHBOUR_SUMS) === 0) sumForNeighbours(word);
    return word.room + place * LABELS;
  }

  // chains' scores stand in arrays shared by many: making one takes longer than filling it
  let scores = new Float32Array(0);
  let scored = 0;

  function scoreWord(view: SentenceView, i: number, scores: Float32Array, at: number): void {
    const { words } = view;
    const n = words.length;
    const word = words[i] as WordInfo;
    if ((word.summed & OWN) === 0) sumOwn(word);
    const before = i > 0 ? (words[i - 1] as WordInfo) : nobody;
    const behind = i + 1 < n ? (words[i + 1] as WordInfo) : nobody;
    const before2 = i > 1 ? (words[i - 2] as WordInfo) : nobody;
    const behind2 = i + 2 < n ? (words[i + 2] as WordInfo) : nobody;
    const a = word.room;
    const b = rowOf(before, PLACE.before);
    const c = rowOf(behind, PLACE.behind);
    const d = rowOf(before2, PLACE.before2);
    const e = rowOf(behind2, PLACE.behind2);
    const own = word.vectors as Int16Array;
    const fromBefore = before.vectors as Int16Array;
    const fromBehind = behind.vectors as Int16Array;
    const fromBefore2 = before2.vectors as Int16Array;
    const fromBehind2 = behind2.vectors as Int16Array;
    const count = contextFeatures(view, i, buffer);
    rows.sum(buffer, count, sums);
    for (let l = 0; l < LABELS; l++) {
      const near = (fromBefore[b + l] as number) + (fromBehind[c + l] as number);
      const far = (fromBefore2[d + l] as number) + (fromBehind2[e + l] as number);
      scores[at + l] = ((sums[l] as number) + (own[a + l] as number) + near + far) * scale;
    }
  }

  const view = createSentenceViewer(phrases, seen);
  const confidenceOf = createConfidence(transitionFactors(transitions));
  const isPlain = createPlainTest(transitions);
  const decode = createDecoder(transitions);
  const { least } = file.meta;
  const path: number[] = [];

  return {
    transitions,
    names(chain, labels) {
      if (least !== undefined) return isPlain(chain, MARGIN) ? [] : probableNames(confidenceOf(chain), chain.length, least);
      const best = labels ?? decode(chain);
      const stretches = labelledStretches(best);
      if (stretches.length === 0) return [];
      const confidence = confidenceOf(chain);
      return stretches.map(([from, to]) => {
        path.length = 0;
        for (let k = from; k < to; k++) path.push(best[k] as number);
        return { from, to, type: typeOf(best[from] as number), probability: confidence(from, path) };
      });
    },
    decode,
    calibrated: (type, probability) => onLine(file.meta.calibration?.[type] ?? [], probability),
    phrases,
    describe,
    view,
    revises: evidenceWeights.length > 0,
    labelled: evidenceWeights.length > 0 || least === undefined,
    addEvidence(feature, scores, at) {
      const row = evidence.get(feature);
      if (row < 0) return;
      for (let label = 0; label < LABELS; label++) {
        scores[at + label] = (scores[at + label] as number) + (evidenceWeights[row * LABELS + label] as number);
      }
    },
    score(view) {
      const stretches = activeStretches(view.active, view.words.length);
      const chains: ScoredChain[] = [];
      for (const [from, to] of stretches) {
        const room = (to - from) * LABELS;
        if (scored + room > scores.length) {
          scores = new Float32Array(Math.max(SCORES, room));
          scored = 0;
        }
        for (let i = from, at = scored; i < to; i++, at += LABELS) scoreWord(view, i, scores, at);
        chains.push({ from, length: to - from, scores: scores.subarray(scored, scored + room) });
        scored += room;
      }
      return chains;
    },
  };
}

/** The value of a line of points at x, level beyond its ends; x itself where there are no points. */
function onLine(points: readonly (readonly [number, number])[], x: number): number {
  const first = points[0];
  if (first === undefined) return x;
  let before = first;
  for (const point of points) {
    if (x < point[0]) {
      const width = point[0] - before[0];
      return width === 0 ? before[1] : before[1] + ((point[1] - before[1]) * (x - before[0])) / width;
    }
    before = point;
  }
  return before[1];
}

/** The runs of active words as half-open ranges. */
export function activeStretches(active: Uint8Array, length: number): [number, number][] {
  const stretches: [number, number][] = [];
  for (let i = 0; i < length; i++) {
    if (active[i] === 0) continue;
    const from = i;
    while (i < length && active[i] === 1) i++;
    stretches.push([from, i]);
  }
  return stretches;
}

const featureRows = (file: ModelFile): FeatureRows =>
  new FeatureRows(int32(file, 'features'), int32(file, 'masks'), (file.sections.get('weights') ?? new Int8Array(0)) as Int8Array);

const int32 = (file: ModelFile, name: string): Int32Array => {
  const section: Section | undefined = file.sections.get(name);
  return section instanceof Int32Array ? section : new Int32Array(0);
};

function counting(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) numbers[i] = i;
  return numbers;
}
