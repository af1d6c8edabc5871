import type { Token } from '../../text/tokens';
import { PhraseLists } from '../lexicon';
import { createConfidence, transitionFactors } from './confidence';
import { createDecoder, createPlainTest } from './decoder';
import { FeatureRows } from './featureRows';
import type { ModelFile, Section } from './format';
import { HashTable } from './hash';
import { LABELS } from './labels';
import { type ChainName, namesOfLabels, probableNames } from './names';
import { createSentenceViewer, type SentenceView } from './sentenceView';
import type { Chain } from './sequence';
import { describeWord, type WordInfo, type WordSources } from './wordInfo';
import { createWordScorer, type WordScorer } from './wordScorer';
import { openWordTable } from './wordTable';

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
  /** How probable labels of a chain are, all together, from a word on; holds until the next chain is asked about. */
  confidence(chain: Chain): (from: number, labels: ArrayLike<number>) => number;
  /** The most probable labels of a chain. */
  decode(chain: Chain): Uint8Array;
  /** How often names of a type (its number) with such a probability were right in text that the model had not seen. */
  calibrated(type: number, probability: number): number;
  readonly phrases: PhraseLists;
  describe(word: Pick<Token, 'text' | 'hash'>): WordInfo;
  view(words: readonly WordInfo[]): SentenceView;
  /** The stretches of active words with a score for each label. */
  readonly score: (view: SentenceView) => ScoredChain[];
  /** Whether the model has a second pass. */
  readonly revises: boolean;
  /** Whether the first pass's labels are asked for: by the second one, or because they say what is a name. */
  readonly labelled: boolean;
  /** Adds the weights of a feature of the second pass to a row of scores; nothing where the model has none. */
  readonly addEvidence: (feature: number, scores: Float32Array, at: number) => void;
}

/** Scores that are allotted together. */
const SCORES = 512 * LABELS;

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
  const describe = openWordTable(sources);
  const scoreWord = createWordScorer(rows, scale, describeWord('', sources));
  const view = createSentenceViewer(phrases, seen);
  const confidenceOf = createConfidence(transitionFactors(transitions));
  const isPlain = createPlainTest(transitions);
  const decode = createDecoder(transitions);
  const evidence = openEvidence(file);
  const { least } = file.meta;

  return {
    transitions,
    names(chain, labels) {
      if (least === undefined) return namesOfLabels(labels ?? decode(chain), () => confidenceOf(chain));
      return isPlain(chain, MARGIN) ? [] : probableNames(confidenceOf(chain), chain.length, least);
    },
    confidence: confidenceOf,
    decode,
    calibrated: (type, probability) => onLine(file.meta.calibration?.[type] ?? [], probability),
    phrases,
    describe,
    view,
    revises: evidence !== undefined,
    labelled: evidence !== undefined || least === undefined,
    addEvidence: evidence ?? (() => {}),
    score: chainScorer(scoreWord),
  };
}

/** Scores the stretches of active words. */
function chainScorer(scoreWord: WordScorer): TagModel['score'] {
  // chains' scores stand in arrays shared by many: making one takes longer than filling it
  let scores = new Float32Array(0);
  let used = 0;
  return (view) =>
    activeStretches(view.active, view.words.length).map(([from, to]): ScoredChain => {
      const room = (to - from) * LABELS;
      if (used + room > scores.length) {
        scores = new Float32Array(Math.max(SCORES, room));
        used = 0;
      }
      for (let i = from, at = used; i < to; i++, at += LABELS) scoreWord(view, i, scores, at);
      used += room;
      return { from, length: to - from, scores: scores.subarray(used - room, used) };
    });
}

/** Adds the weights of features of the second pass; undefined where the model has none. */
function openEvidence(file: ModelFile): TagModel['addEvidence'] | undefined {
  const weights = (file.sections.get('evidenceWeights') ?? new Float32Array(0)) as Float32Array;
  if (weights.length === 0) return undefined;
  const features = int32(file, 'evidence');
  const rows = new HashTable(features, counting(features.length));
  return (feature, scores, at) => {
    const row = rows.get(feature);
    if (row < 0) return;
    for (let label = 0; label < LABELS; label++) {
      scores[at + label] = (scores[at + label] as number) + (weights[row * LABELS + label] as number);
    }
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
