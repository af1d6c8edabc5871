import { randomiser } from '../random';

/** What a span was decided to be, with what it looks like. */
export interface Example {
  readonly features: Int32Array;
  /** Scores of the labels before anything was learnt: natural logarithms of the shipped model's probabilities. */
  readonly base: Float32Array;
  /** The index of the label that was decided. */
  readonly label: number;
}

/** Rows of the table of weights: features that share one are as good as the same. */
const ROWS = 1 << 16;
/** How often all examples are gone through. */
const PASSES = 6;
const RATE = 0.07;
/** How strongly weights are drawn to 0, to what ships: as one example draws them elsewhere. */
const PULL = 10;
/** Squares of slopes that a weight's steps begin with, so that the first one is not the largest. */
const FIRST_SQUARE = 1e-2;

/** Adds to scores, one a label, what was learnt of features. */
export function addWeights(weights: Float32Array, scores: Float64Array, features: Int32Array): void {
  const labels = scores.length;
  for (let k = 0; k < features.length; k++) {
    const row = ((features[k] as number) & (ROWS - 1)) * labels;
    for (let label = 0; label < labels; label++) scores[label] = (scores[label] as number) + (weights[row + label] as number);
  }
}

/**
 * Learns corrections of the shipped scores from examples, a number for each row of features and label: multinomial logistic
 * regression on top of those scores, drawn towards no correction (L2), by a fixed number of passes with steps that shrink by
 * weight (AdaGrad, Duchi et al. 2011). The same examples in the same order give the same weights.
 * @param labels - how many labels there are
 * @returns the weights; empty where there is nothing to learn from
 */
export function learnWeights(examples: readonly Example[], labels: number): Float32Array {
  if (examples.length === 0) return new Float32Array(0);
  const weights = new Float32Array(ROWS * labels);
  const squares = new Float32Array(ROWS * labels).fill(FIRST_SQUARE);
  const pulls = pullsOf(examples);
  const order = shuffled(examples.length);
  const slopes = new Float64Array(labels);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const at of order) {
      const { features, base, label } = examples[at] as Example;
      slopes.set(base);
      addWeights(weights, slopes, features);
      softmax(slopes);
      slopes[label] = (slopes[label] as number) - 1;
      for (let k = 0; k < features.length; k++) step({ weights, squares, pulls }, (features[k] as number) & (ROWS - 1), slopes);
    }
  }
  return weights;
}

interface Learning {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly pulls: Float32Array;
}

/** One step of the weights of a row. */
function step({ weights, squares, pulls }: Learning, row: number, slopes: Float64Array): void {
  const pull = pulls[row] as number;
  for (let label = 0, at = row * slopes.length; label < slopes.length; label++, at++) {
    const slope = (slopes[label] as number) + pull * (weights[at] as number);
    const square = (squares[at] as number) + slope * slope;
    squares[at] = square;
    weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(square);
  }
}

/** The pull on each row at each of its steps: over a pass it is the same, however often the feature comes. */
function pullsOf(examples: readonly Example[]): Float32Array {
  const pulls = new Float32Array(ROWS);
  for (const { features } of examples) {
    for (let k = 0; k < features.length; k++) {
      const row = (features[k] as number) & (ROWS - 1);
      pulls[row] = (pulls[row] as number) + 1;
    }
  }
  for (let row = 0; row < ROWS; row++) if (pulls[row] !== 0) pulls[row] = PULL / (pulls[row] as number);
  return pulls;
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp((scores[i] as number) - most);
    sum += scores[i] as number;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum;
}

/** The numbers below `count` in an order that is always the same, so that no article's examples come all together. */
function shuffled(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = randomiser(1);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
