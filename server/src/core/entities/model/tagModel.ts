import { PhraseLists } from '../lexicon';
import { contextFeatures, createSentenceViewer, MOST_CONTEXT_FEATURES, type SentenceView } from './context';
import type { ModelFile, Section } from './format';
import { HashTable, hashPair } from './hash';
import { LABELS } from './labels';
import { type Chain, createConfidence, createDecoder, transitionFactors } from './sequence';
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
  /** How probable the labels of a stretch of a chain are; what it returns holds until the next call. */
  confidence(chain: Chain): (from: number, labels: ArrayLike<number>) => number;
  /** The most probable labels of a chain. */
  decode(chain: Chain): Uint8Array;
  readonly phrases: PhraseLists;
  describe(text: string): WordInfo;
  view(words: readonly WordInfo[]): SentenceView;
  /** The stretches of active words with a score for each label. */
  score(view: SentenceView): ScoredChain[];
  /** Adds the weights of a feature of the second pass to a row of scores; nothing where the model has none. */
  addEvidence(feature: number, scores: Float32Array, at: number): void;
}

/** Salt by place of the neighbour: the word before, behind, before that, behind that. */
export const PLACE = { before: 1, behind: 2, before2: 3, behind2: 4 } as const;
const NEIGHBOUR = 50;
/** The feature of a neighbour's feature at a place. */
export const placed = (feature: number, place: number): number => hashPair(NEIGHBOUR, feature, place);

// Words kept with their summed weights; a large corpus has more different words than are worth keeping.
const MOST_WORDS = 40_000;

/** Opens a model. Sections that are missing count as empty. */
export function openTagModel(file: ModelFile, particles: ReadonlySet<string>): TagModel {
  const features = new HashTable(int32(file, 'features'), counting(int32(file, 'features').length));
  const rows = denseRows(file);
  const temperature = file.meta.temperature ?? 1;
  const scale = file.meta.scale * temperature;
  const transitions = (file.sections.get('transitions') as Float32Array).map((weight) => weight * temperature);
  const phrases = new PhraseLists(new HashTable(int32(file, 'phrases'), int32(file, 'phraseBits')));
  const seen = new PhraseLists(new HashTable(int32(file, 'seen'), int32(file, 'seenBits')));
  const sources: WordSources = {
    statistics: new HashTable(int32(file, 'words'), int32(file, 'wordStatistics')),
    phrases,
    particles,
    starts: new Set(int32(file, 'starts')),
    never: new Set(int32(file, 'never')),
  };
  const evidence = new HashTable(int32(file, 'evidence'), counting(int32(file, 'evidence').length));
  const evidenceWeights = (file.sections.get('evidenceWeights') ?? new Float32Array(0)) as Float32Array;
  const known = new Map<string, WordInfo>();
  const buffer = new Int32Array(MOST_CONTEXT_FEATURES);

  function describe(text: string): WordInfo {
    let word = known.get(text);
    if (word === undefined) {
      if (known.size >= MOST_WORDS) known.clear();
      word = describeWord(text, sources);
      known.set(text, word);
    }
    return word;
  }

  function addRow(feature: number, into: Int32Array, at: number): void {
    const row = features.get(feature);
    if (row < 0) return;
    const base = row * LABELS;
    for (let label = 0; label < LABELS; label++) {
      into[at + label] = (into[at + label] as number) + (rows[base + label] as number);
    }
  }

  /** Five rows: the word's own weights, and what it adds to its neighbours' at each place. */
  function vectorsOf(word: WordInfo): Int32Array {
    if (word.vectors !== undefined) return word.vectors;
    const vectors = new Int32Array(5 * LABELS);
    for (const f of word.own) addRow(f, vectors, 0);
    for (const f of word.near) {
      addRow(placed(f, PLACE.before), vectors, LABELS);
      addRow(placed(f, PLACE.behind), vectors, 2 * LABELS);
    }
    for (const f of word.far) {
      addRow(placed(f, PLACE.before2), vectors, 3 * LABELS);
      addRow(placed(f, PLACE.behind2), vectors, 4 * LABELS);
    }
    word.vectors = vectors;
    return vectors;
  }

  const sums = new Int32Array(LABELS);

  function scoreWord(view: SentenceView, i: number, scores: Float32Array, at: number): void {
    const { words } = view;
    sums.fill(0);
    addVector(words[i], 0);
    addVector(words[i - 1], LABELS);
    addVector(words[i + 1], 2 * LABELS);
    addVector(words[i - 2], 3 * LABELS);
    addVector(words[i + 2], 4 * LABELS);
    const count = contextFeatures(view, i, buffer);
    for (let k = 0; k < count; k++) addRow(buffer[k] as number, sums, 0);
    for (let label = 0; label < LABELS; label++) scores[at + label] = (sums[label] as number) * scale;
  }

  function addVector(word: WordInfo | undefined, base: number): void {
    if (word === undefined) return;
    const vectors = vectorsOf(word);
    for (let label = 0; label < LABELS; label++) sums[label] = (sums[label] as number) + (vectors[base + label] as number);
  }

  const view = createSentenceViewer(phrases, seen);

  return {
    transitions,
    confidence: createConfidence(transitionFactors(transitions)),
    decode: createDecoder(transitions),
    phrases,
    describe,
    view,
    addEvidence(feature, scores, at) {
      const row = evidence.get(feature);
      if (row < 0) return;
      for (let label = 0; label < LABELS; label++) {
        scores[at + label] = (scores[at + label] as number) + (evidenceWeights[row * LABELS + label] as number);
      }
    },
    score(view) {
      return activeStretches(view.active, view.words.length).map(([from, to]) => {
        const scores = new Float32Array((to - from) * LABELS);
        for (let i = from; i < to; i++) scoreWord(view, i, scores, (i - from) * LABELS);
        return { from, length: to - from, scores };
      });
    },
  };
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

/** Weights are stored by feature as a mask of labels and the weights of these; for scoring they stand in full rows. */
function denseRows(file: ModelFile): Int8Array {
  const masks = int32(file, 'masks');
  const weights = (file.sections.get('weights') ?? new Int8Array(0)) as Int8Array;
  const rows = new Int8Array(masks.length * LABELS);
  let at = 0;
  for (let f = 0; f < masks.length; f++) {
    const mask = masks[f] as number;
    for (let label = 0; label < LABELS; label++) {
      if ((mask & (1 << label)) !== 0) rows[f * LABELS + label] = weights[at++] as number;
    }
  }
  return rows;
}

const int32 = (file: ModelFile, name: string): Int32Array => {
  const section: Section | undefined = file.sections.get(name);
  return section instanceof Int32Array ? section : new Int32Array(0);
};

const counting = (length: number): Int32Array => Int32Array.from({ length }, (_, i) => i);
