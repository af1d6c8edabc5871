import { transitionFactors } from '../src/core/entities/model/confidence';
import { LABELS, OUTSIDE } from '../src/core/entities/model/labels';
import { randomiser } from '../src/core/random';
import { posterior } from './posterior';

/** A stretch of words to learn from: feature numbers word by word, and the right labels. */
export interface Example {
  readonly starts: Int32Array;
  readonly features: Int32Array;
  /** How many of each word's features, from its first on, know its letters; none where absent. */
  readonly lexical?: Int32Array;
  readonly gold: Uint8Array;
  /** How much it counts; 1 is normal. */
  readonly weight: number;
  /** Labels that may stand where the right one is said to be outside: of types that its set does not label. */
  readonly unlabelled?: readonly number[];
  /** 1 at words whose label is not known. */
  readonly open?: Uint8Array;
  /** Scores that are there already and stay: rows of labels, word by word. */
  readonly base?: Float32Array;
}

/** How a random field is trained. */
export interface CrfOptions {
  /** How many features there are. */
  readonly features: number;
  /** How often all examples are gone through. */
  readonly epochs: number;
  /** The length of a step, before AdaGrad shortens it. */
  readonly rate: number;
  /** Strength of the Gaussian prior, per feature and label over one epoch. */
  readonly l2: number;
  /** Share of a word's features that is left out at random in training. */
  readonly dropout: number;
  /** Share of words whose letters are hidden in training, so that lists and contexts are learnt to be relied on. */
  readonly wordDropout: number;
  readonly seed: number;
  /** Transitions that stay as they are; learnt where absent. */
  readonly transitions?: Float32Array;
  /** Which labels' weights are learnt; all where absent. */
  readonly learns?: (label: number) => boolean;
  readonly log?: (line: string) => void;
}

/** Smaller gradients of a label are left out: they change nothing that is seen. */
const LEAST_GRADIENT = 1e-4;
/** Taken off the scores of labels that contradict a set. */
const IMPOSSIBLE = 60;

/** What was learnt: `weights` a row of labels for each feature, `transitions` a row of labels for each label before. */
export interface CrfWeights {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic gradient with
 * AdaGrad steps (Duchi, Hazan and Singer 2011).
 */
export function trainCrf(examples: readonly Example[], options: CrfOptions): CrfWeights {
  const random = randomiser(options.seed);
  const weights = new Float32Array(options.features * LABELS);
  const squares = new Float32Array(options.features * LABELS).fill(0.01);
  const transitions = options.transitions?.slice() ?? new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS).fill(0.01);
  const seen = new Float32Array(options.features);
  for (const example of examples) for (const f of example.features) seen[f] = (seen[f] as number) + 1;
  const prior = new Float32Array(options.features);
  for (let f = 0; f < prior.length; f++) prior[f] = options.l2 / Math.max(1, seen[f] as number);
  const order = examples.map((_, i) => i);
  const row = new Float64Array(LABELS);
  const gradients = new Float64Array(LABELS);
  const learntLabels = new Int32Array(LABELS);
  const averaging = Math.ceil(options.epochs / 3);
  const sums = new Float32Array(weights.length);
  const transitionSums = new Float32Array(transitions.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    const rate = options.rate / (1 + epoch * 0.05);
    for (const at of order) loss += step(examples[at] as Example, rate);
    options.log?.(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
    if (epoch >= options.epochs - averaging) {
      // the mean of the last epochs' weights wanders less than the last ones do (Polyak averaging)
      addShare(sums, weights, averaging);
      addShare(transitionSums, transitions, averaging);
    }
  }
  return { weights: sums, transitions: transitionSums };

  function step(example: Example, rate: number): number {
    const n = example.gold.length;
    const scores = new Float32Array(n * LABELS);
    const kept = options.dropout + options.wordDropout > 0 ? dropped(example) : example;
    for (let i = 0; i < n; i++) {
      for (let l = 0; l < LABELS; l++) row[l] = example.base?.[i * LABELS + l] ?? 0;
      for (let k = kept.starts[i] as number; k < (kept.starts[i + 1] as number); k++) {
        const base = (kept.features[k] as number) * LABELS;
        for (let l = 0; l < LABELS; l++) row[l] = (row[l] as number) + (weights[base + l] as number);
      }
      scores.set(row, i * LABELS);
    }
    const factors = transitionFactors(transitions);
    const p = posterior({ length: n, scores }, factors);
    // where a set leaves types out, what is right is itself a distribution: over all label sequences that agree with the set
    const right = (example.unlabelled ?? example.open) && posterior({ length: n, scores: agreeing(scores, example) }, factors);
    learnWords(kept, example.gold, p.labels, right?.labels, rate, example.weight);
    if (options.transitions === undefined) learnTransitions(example.gold, p.pairs, right?.pairs, rate, example.weight);
    return p.logPartition - (right?.logPartition ?? pathScore(scores, example.gold, transitions));
  }

  function agreeing(scores: Float32Array, { gold: golds, unlabelled = [], open }: Example): Float32Array {
    return scores.map((score, at) => {
      const label = at % LABELS;
      const word = (at - label) / LABELS;
      const gold = golds[word] as number;
      const agrees = label === gold || open?.[word] === 1 || (gold === OUTSIDE && unlabelled.includes(label));
      return agrees ? score : score - IMPOSSIBLE;
    });
  }

  function learnWords(
    example: Example,
    golds: Uint8Array,
    probabilities: Float64Array,
    right: Float64Array | undefined,
    rate: number,
    weight: number,
  ): void {
    for (let i = 0; i < golds.length; i++) {
      const gold = golds[i] as number;
      if ((probabilities[i * LABELS + gold] as number) > 0.9995) continue;
      // the labels that anything is to be learnt of at this word, most often few
      let learnt = 0;
      for (let l = 0; l < LABELS; l++) {
        if (options.learns?.(l) === false) continue;
        const target = right === undefined ? (l === gold ? 1 : 0) : (right[i * LABELS + l] as number);
        const gradient = ((probabilities[i * LABELS + l] as number) - target) * weight;
        if (Math.abs(gradient) < LEAST_GRADIENT) continue;
        gradients[learnt] = gradient;
        learntLabels[learnt++] = l;
      }
      // a feature's weights stand side by side in memory: feature by feature is several times faster than label by label
      for (let k = example.starts[i] as number; k < (example.starts[i + 1] as number); k++) {
        const f = example.features[k] as number;
        const pull = prior[f] as number;
        for (let j = 0; j < learnt; j++) {
          const at = f * LABELS + (learntLabels[j] as number);
          const g = (gradients[j] as number) + pull * (weights[at] as number);
          const square = (squares[at] as number) + g * g;
          squares[at] = square;
          weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(square);
        }
      }
    }
  }

  function learnTransitions(
    golds: Uint8Array,
    pairs: (visit: PairVisitor) => void,
    right: ((visit: PairVisitor) => void) | undefined,
    rate: number,
    weight: number,
  ): void {
    const gradient = new Float64Array(LABELS * LABELS);
    pairs((a, b, p) => {
      gradient[a * LABELS + b] = (gradient[a * LABELS + b] as number) + p * weight;
    });
    right?.((a, b, p) => {
      gradient[a * LABELS + b] = (gradient[a * LABELS + b] as number) - p * weight;
    });
    let before = OUTSIDE;
    for (const gold of right === undefined ? [...golds, OUTSIDE] : []) {
      gradient[before * LABELS + gold] = (gradient[before * LABELS + gold] as number) - weight;
      before = gold;
    }
    for (let at = 0; at < gradient.length; at++) {
      const g = gradient[at] as number;
      if (Math.abs(g) < 1e-5) continue;
      const square = (transitionSquares[at] as number) + g * g;
      transitionSquares[at] = square;
      transitions[at] = (transitions[at] as number) - (rate * g) / Math.sqrt(square);
    }
  }

  function dropped(example: Example): Example {
    const n = example.gold.length;
    const starts = new Int32Array(n + 1);
    const features = new Int32Array(example.features.length);
    let k = 0;
    for (let i = 0; i < n; i++) {
      starts[i] = k;
      const hidden = example.lexical !== undefined && random() < options.wordDropout ? (example.lexical[i] as number) : 0;
      for (let j = (example.starts[i] as number) + hidden; j < (example.starts[i + 1] as number); j++) {
        if (random() >= options.dropout) features[k++] = example.features[j] as number;
      }
    }
    starts[n] = k;
    return { ...example, starts, features };
  }
}

/** The score of a label sequence. */
export function pathScore(scores: Float32Array, labels: Uint8Array, transitions: Float32Array): number {
  let score = 0;
  let before = OUTSIDE;
  labels.forEach((label, i) => {
    score += (scores[i * LABELS + label] as number) + (transitions[before * LABELS + label] as number);
    before = label;
  });
  return score + (transitions[before * LABELS + OUTSIDE] as number);
}

function addShare(sums: Float32Array, values: Float32Array, parts: number): void {
  for (let i = 0; i < values.length; i++) sums[i] = (sums[i] as number) + (values[i] as number) / parts;
}

type PairVisitor = (before: number, after: number, probability: number) => void;

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
}
