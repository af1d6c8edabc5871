import { LABELS, mayFollow, OUTSIDE, positionOf } from './labels';
import { type Chain, CLOSERS, closedPairs, FORBIDDEN, INNER, innerPairs, OPENERS, WIDTH } from './sequence';

/** A label whose score is so much lower than the best one's (a factor of a thousand million) adds nothing that shows. */
const HOPELESS = -21;

/** Transition weights as factors; 0 where a label may not follow. */
export function transitionFactors(transitions: Float32Array): Float64Array {
  const factors = new Float64Array(LABELS * LABELS);
  for (let a = 0; a < LABELS; a++) {
    for (let b = 0; b < LABELS; b++) {
      if (mayFollow(a, b)) factors[a * LABELS + b] = Math.exp(transitions[a * LABELS + b] as number);
    }
  }
  return factors;
}

/**
 * Makes a function that says how probable a stretch's labels are, all together: the sum over paths that go through the
 * labels, by the sum over all (forward-backward with scaling). It keeps its working memory between calls and does no more
 * than this asks for.
 */
export function createConfidence(factors: Float64Array): (chain: Chain) => (from: number, labels: ArrayLike<number>) => number {
  let memory = new Float64Array(32 * LABELS);
  let forward = new Float64Array(32 * LABELS);
  let backward = new Float64Array(32 * LABELS);
  let scale = new Float64Array(32);
  const closed = closedPairs(factors);
  const inner = innerPairs(factors);
  const closing = new Float64Array(WIDTH * WIDTH);
  for (let o = 0; o < WIDTH; o++) for (let c = 0; c < WIDTH; c++) closing[c * WIDTH + o] = closed[o * WIDTH + c] as number;
  const edge = new Float64Array(WIDTH);
  const sums = new Float64Array(WIDTH);
  const going = new Float64Array(LABELS);

  return ({ length, scores }) => {
    if (scale.length < length) {
      memory = new Float64Array(2 * length * LABELS);
      forward = new Float64Array(2 * length * LABELS);
      backward = new Float64Array(2 * length * LABELS);
      scale = new Float64Array(2 * length);
    }
    for (let i = 0, row = 0; i < length; i++, row += LABELS) {
      weighLabels(scores, row);
      if (i === 0) for (let label = 0; label < LABELS; label++) forward[label] = factors[OUTSIDE * LABELS + label] as number;
      else stepForward(row);
      scale[i] = normalise(row);
    }
    const end = closeChain(length);
    return (from, labels) => stretch(from, labels, end);
  };

  /** Writes a row's scores as factors, of which the best label's is 1. */
  function weighLabels(scores: Float32Array, row: number): void {
    let most = FORBIDDEN;
    for (let l = 0; l < LABELS; l++) {
      const score = scores[row + l] as number;
      if (score > most) most = score;
    }
    for (let label = 0; label < LABELS; label++) {
      const difference = (scores[row + label] as number) - most;
      memory[row + label] = difference < HOPELESS ? 0 : Math.exp(difference);
    }
  }

  /** Multiplies what comes into a row by its factors, and divides it by its sum, which is returned. */
  function normalise(row: number): number {
    let sum = 0;
    for (let label = 0; label < LABELS; label++) {
      const value = (forward[row + label] as number) * (memory[row + label] as number) + 1e-30;
      forward[row + label] = value;
      sum += value;
    }
    for (let label = 0; label < LABELS; label++) forward[row + label] = (forward[row + label] as number) / sum;
    return sum;
  }

  /** Writes what comes into each label of a row from the row before it. */
  function stepForward(row: number): void {
    const before = row - LABELS;
    for (let c = 0; c < WIDTH; c++) edge[c] = forward[before + (CLOSERS[c] as number)] as number;
    addUp(edge, closed, sums);
    for (let o = 0; o < WIDTH; o++) forward[row + (OPENERS[o] as number)] = sums[o] as number;
    for (let k = 0; k < INNER.length; k++) {
      const label = INNER[k] as number;
      const begin = before + label - positionOf(label);
      forward[row + label] =
        (forward[begin] as number) * (inner[2 * k] as number) + (forward[begin + 1] as number) * (inner[2 * k + 1] as number);
    }
  }

  function closeChain(length: number): number {
    const last = (length - 1) * LABELS;
    let end = 0;
    for (let label = 0; label < LABELS; label++) {
      const out = factors[label * LABELS + OUTSIDE] as number;
      backward[last + label] = out;
      end += (forward[last + label] as number) * out;
    }
    for (let i = length - 2; i >= 0; i--) stepBackward(i * LABELS, scale[i + 1] as number);
    return end;
  }

  /** Writes what goes out of each label of a row into the row after it. */
  function stepBackward(row: number, scaled: number): void {
    const after = row + LABELS;
    for (let label = 0; label < LABELS; label++) {
      going[label] = ((memory[after + label] as number) * (backward[after + label] as number)) / scaled;
    }
    for (let o = 0; o < WIDTH; o++) edge[o] = going[OPENERS[o] as number] as number;
    addUp(edge, closing, sums);
    for (let c = 0; c < WIDTH; c++) backward[row + (CLOSERS[c] as number)] = sums[c] as number;
    for (let k = 0; k < INNER.length; k += 2) {
      // of a type: begin and inside, which inside and last may follow
      const inside = INNER[k] as number;
      const [on, off] = [going[inside] as number, going[inside + 1] as number];
      backward[row + inside - 1] = (inner[2 * k] as number) * on + (inner[2 * k + 2] as number) * off;
      backward[row + inside] = (inner[2 * k + 1] as number) * on + (inner[2 * k + 3] as number) * off;
    }
  }

  function stretch(from: number, labels: ArrayLike<number>, end: number): number {
    let p = (forward[from * LABELS + (labels[0] as number)] as number) / end;
    for (let k = 1; k < labels.length; k++) {
      const i = from + k;
      const factor = factors[(labels[k - 1] as number) * LABELS + (labels[k] as number)] as number;
      p *= (factor * (memory[i * LABELS + (labels[k] as number)] as number)) / (scale[i] as number);
    }
    return Math.min(1, p * (backward[(from + labels.length - 1) * LABELS + (labels[labels.length - 1] as number)] as number));
  }
}

/** For each row of a square of nine by nine its products with a column, summed up in order: written out, since this is where inference spends its time. */
function addUp(column: Float64Array, square: Float64Array, into: Float64Array): void {
  const a = column[0] as number;
  const b = column[1] as number;
  const c = column[2] as number;
  const d = column[3] as number;
  const e = column[4] as number;
  const f = column[5] as number;
  const g = column[6] as number;
  const h = column[7] as number;
  const j = column[8] as number;
  for (let row = 0, at = 0; row < WIDTH; row++, at += 9) {
    into[row] =
      a * (square[at] as number) +
      b * (square[at + 1] as number) +
      c * (square[at + 2] as number) +
      d * (square[at + 3] as number) +
      e * (square[at + 4] as number) +
      f * (square[at + 5] as number) +
      g * (square[at + 6] as number) +
      h * (square[at + 7] as number) +
      j * (square[at + 8] as number);
  }
}
