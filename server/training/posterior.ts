import { LABELS, OUTSIDE, PREDECESSORS } from '../src/core/entities/model/labels';
import { type Chain, FORBIDDEN } from '../src/core/entities/model/sequence';

/** What forward-backward gives: probabilities of labels, and of a stretch's labels being just these. */
export interface Posterior {
  /** Probability of each label at each word. */
  readonly labels: Float64Array;
  /** Natural logarithm of the sum over all label sequences. */
  readonly logPartition: number;
  /** Probability that the words of a stretch bear the given labels all together. */
  stretch(from: number, labels: ArrayLike<number>): number;
  /** Visits the probabilities of all pairs of labels side by side, both ends of the chain included. */
  pairs(visit: (before: number, after: number, probability: number) => void): void;
}

/** Forward-backward with scaling; factors as from {@link transitionFactors}. */
export function posterior(chain: Chain, factors: Float64Array): Posterior {
  const { length } = chain;
  const { emit, logScale } = emissions(chain);
  const { forward, scale } = forwardSums(emit, factors, length);
  const backward = backwardSums(emit, factors, scale);
  let end = 0;
  for (let label = 0; label < LABELS; label++) {
    end += (forward[(length - 1) * LABELS + label] as number) * (factors[label * LABELS + OUTSIDE] as number);
  }
  let logPartition = logScale;
  for (const sum of scale) logPartition += Math.log(sum);
  logPartition += Math.log(end);
  const labels = new Float64Array(length * LABELS);
  for (let i = 0; i < labels.length; i++) labels[i] = ((forward[i] as number) * (backward[i] as number)) / end;

  function stretch(from: number, path: ArrayLike<number>): number {
    let p = (forward[from * LABELS + (path[0] as number)] as number) / end;
    for (let k = 1; k < path.length; k++) {
      const i = from + k;
      p *=
        ((factors[(path[k - 1] as number) * LABELS + (path[k] as number)] as number) *
          (emit[i * LABELS + (path[k] as number)] as number)) /
        (scale[i] as number);
    }
    return p * (backward[(from + path.length - 1) * LABELS + (path[path.length - 1] as number)] as number);
  }

  function pairs(visit: (before: number, after: number, probability: number) => void): void {
    for (let label = 0; label < LABELS; label++) {
      visit(OUTSIDE, label, labels[label] as number);
      visit(label, OUTSIDE, labels[(length - 1) * LABELS + label] as number);
    }
    for (let i = 1; i < length; i++) {
      for (let after = 0; after < LABELS; after++) {
        const to =
          ((emit[i * LABELS + after] as number) * (backward[i * LABELS + after] as number)) / ((scale[i] as number) * end);
        for (const p of PREDECESSORS[after] as readonly number[]) {
          visit(p, after, (forward[(i - 1) * LABELS + p] as number) * (factors[p * LABELS + after] as number) * to);
        }
      }
    }
  }

  return { labels, logPartition, stretch, pairs };
}

/** The sums over the paths that lead to each label, divided word by word by their sum, and these sums. */
function forwardSums(emit: Float64Array, factors: Float64Array, length: number) {
  const forward = new Float64Array(length * LABELS);
  const scale = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    let sum = 0;
    for (let label = 0; label < LABELS; label++) {
      const into = i === 0 ? (factors[OUTSIDE * LABELS + label] as number) : sumInto(label, forward, factors, row - LABELS);
      const value = into * (emit[row + label] as number);
      forward[row + label] = value;
      sum += value;
    }
    scale[i] = sum;
    for (let label = 0; label < LABELS; label++) forward[row + label] = (forward[row + label] as number) / sum;
  }
  return { forward, scale };
}

/** What comes into a label from the row before it. */
function sumInto(label: number, forward: Float64Array, factors: Float64Array, before: number): number {
  let into = 0;
  for (const p of PREDECESSORS[label] as readonly number[]) {
    into += (forward[before + p] as number) * (factors[p * LABELS + label] as number);
  }
  return into;
}

/** The sums over the paths that lead on from each label, divided as the forward ones are. */
function backwardSums(emit: Float64Array, factors: Float64Array, scale: Float64Array): Float64Array {
  const { length } = scale;
  const backward = new Float64Array(length * LABELS);
  for (let label = 0; label < LABELS; label++) {
    backward[(length - 1) * LABELS + label] = factors[label * LABELS + OUTSIDE] as number;
  }
  for (let i = length - 2; i >= 0; i--) {
    const next = scale[i + 1] as number;
    for (let after = 0; after < LABELS; after++) {
      const value = ((emit[(i + 1) * LABELS + after] as number) * (backward[(i + 1) * LABELS + after] as number)) / next;
      if (value === 0) continue;
      for (const p of PREDECESSORS[after] as readonly number[]) {
        backward[i * LABELS + p] = (backward[i * LABELS + p] as number) + (factors[p * LABELS + after] as number) * value;
      }
    }
  }
  return backward;
}

function emissions(chain: Chain): { emit: Float64Array; logScale: number } {
  const emit = new Float64Array(chain.length * LABELS);
  let logScale = 0;
  for (let i = 0; i < chain.length; i++) {
    let most = FORBIDDEN;
    for (let l = 0; l < LABELS; l++) most = Math.max(most, chain.scores[i * LABELS + l] as number);
    // far below the best one a label counts no more, but none may underflow to a sum of 0
    for (let l = 0; l < LABELS; l++) emit[i * LABELS + l] = Math.exp((chain.scores[i * LABELS + l] as number) - most) + 1e-30;
    logScale += most;
  }
  return { emit, logScale };
}
