import { LABELS, mayEnd, mayFollow, OUTSIDE, PREDECESSORS } from './labels';

/**
 * Linear-chain inference (Lafferty, McCallum and Pereira 2001). Scores are rows of {@link LABELS} numbers, one row a
 * word; a chain begins and ends outside any name.
 */
export interface Chain {
  readonly length: number;
  readonly scores: Float32Array;
}

const FORBIDDEN = -1e9;

/** For each label those that may stand before it, one after the other, and what goes with each pair. */
interface Steps {
  /** Where a label's predecessors begin; one number more than there are labels. */
  readonly begin: Uint16Array;
  readonly from: Uint8Array;
  readonly value: Float64Array;
}

/** @param values - by label and label behind it, as transitions are. */
function stepsOf(values: ArrayLike<number>): Steps {
  const begin = new Uint16Array(LABELS + 1);
  const from: number[] = [];
  for (let label = 0; label < LABELS; label++) {
    from.push(...(PREDECESSORS[label] as readonly number[]));
    begin[label + 1] = from.length;
  }
  const value = new Float64Array(from.length);
  for (let label = 0; label < LABELS; label++) {
    for (let k = begin[label] as number; k < (begin[label + 1] as number); k++) {
      value[k] = values[(from[k] as number) * LABELS + label] as number;
    }
  }
  return { begin, from: Uint8Array.from(from), value };
}

/** Finds most probable labels (Viterbi). Keeps its working memory between calls. */
export function createDecoder(transitions: Float32Array): (chain: Chain) => Uint8Array {
  let back = new Uint8Array(64 * LABELS);
  let before = new Float64Array(LABELS);
  let now = new Float64Array(LABELS);
  const { begin, from, value } = stepsOf(transitions);

  return ({ length, scores }) => {
    if (back.length < length * LABELS) back = new Uint8Array(length * LABELS * 2);
    before.fill(FORBIDDEN);
    before[OUTSIDE] = 0;
    for (let i = 0; i < length; i++) {
      for (let label = 0; label < LABELS; label++) {
        const end = begin[label + 1] as number;
        let best = FORBIDDEN * 2;
        let source = 0;
        for (let k = begin[label] as number; k < end; k++) {
          const p = from[k] as number;
          const score = (before[p] as number) + (value[k] as number);
          if (score > best) {
            best = score;
            source = p;
          }
        }
        now[label] = best + (scores[i * LABELS + label] as number);
        back[i * LABELS + label] = source;
      }
      [before, now] = [now, before];
    }
    let label = OUTSIDE;
    let best = FORBIDDEN * 4;
    for (let l = 0; l < LABELS; l++) {
      if (!mayEnd(l)) continue;
      const score = (before[l] as number) + (transitions[l * LABELS + OUTSIDE] as number);
      if (score > best) {
        best = score;
        label = l;
      }
    }
    const labels = new Uint8Array(length);
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = label;
      label = back[i * LABELS + label] as number;
    }
    return labels;
  };
}

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

/** Forward-backward with scaling; factors as from {@link transitionFactors}. */
export function posterior(chain: Chain, factors: Float64Array): Posterior {
  const { length } = chain;
  const { emit, logScale: emitted } = emissions(chain);
  const forward = new Float64Array(length * LABELS);
  const scale = new Float64Array(length);
  let logPartition = emitted;
  for (let i = 0; i < length; i++) {
    let sum = 0;
    for (let label = 0; label < LABELS; label++) {
      let into = 0;
      if (i === 0) into = factors[OUTSIDE * LABELS + label] as number;
      else {
        for (const p of PREDECESSORS[label] as readonly number[]) {
          into += (forward[(i - 1) * LABELS + p] as number) * (factors[p * LABELS + label] as number);
        }
      }
      const value = into * (emit[i * LABELS + label] as number);
      forward[i * LABELS + label] = value;
      sum += value;
    }
    scale[i] = sum;
    logPartition += Math.log(sum);
    for (let label = 0; label < LABELS; label++) forward[i * LABELS + label] = (forward[i * LABELS + label] as number) / sum;
  }
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
  let end = 0;
  for (let label = 0; label < LABELS; label++) {
    end += (forward[(length - 1) * LABELS + label] as number) * (factors[label * LABELS + OUTSIDE] as number);
  }
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

/**
 * Tells how probable a stretch's labels are, all together. Like {@link Posterior.stretch}, but keeps its working memory
 * between calls and does no more than this asks for: the sum over paths that go through the labels, by the sum over all.
 */
export function createConfidence(factors: Float64Array): (chain: Chain) => (from: number, labels: ArrayLike<number>) => number {
  let memory = new Float64Array(32 * LABELS);
  let forward = new Float64Array(32 * LABELS);
  let backward = new Float64Array(32 * LABELS);
  let scale = new Float64Array(32);
  const steps = stepsOf(factors);

  return (chain) => {
    const { length, scores } = chain;
    if (scale.length < length) {
      memory = new Float64Array(2 * length * LABELS);
      forward = new Float64Array(2 * length * LABELS);
      backward = new Float64Array(2 * length * LABELS);
      scale = new Float64Array(2 * length);
    }
    for (let i = 0; i < length; i++) {
      const row = i * LABELS;
      let most = FORBIDDEN;
      for (let l = 0; l < LABELS; l++) most = Math.max(most, scores[row + l] as number);
      let sum = 0;
      for (let label = 0; label < LABELS; label++) {
        const difference = (scores[row + label] as number) - most;
        const emission = difference < -40 ? 0 : Math.exp(difference);
        memory[row + label] = emission;
        let into = 0;
        if (i === 0) into = factors[OUTSIDE * LABELS + label] as number;
        else {
          const end = steps.begin[label + 1] as number;
          for (let k = steps.begin[label] as number; k < end; k++) {
            into += (forward[row - LABELS + (steps.from[k] as number)] as number) * (steps.value[k] as number);
          }
        }
        const value = into * emission + 1e-30;
        forward[row + label] = value;
        sum += value;
      }
      scale[i] = sum;
      for (let label = 0; label < LABELS; label++) forward[row + label] = (forward[row + label] as number) / sum;
    }
    const end = closeChain(length);
    return (from, labels) => stretch(from, labels, end);
  };

  function closeChain(length: number): number {
    const last = (length - 1) * LABELS;
    let end = 0;
    for (let label = 0; label < LABELS; label++) {
      const out = factors[label * LABELS + OUTSIDE] as number;
      backward[last + label] = out;
      end += (forward[last + label] as number) * out;
    }
    for (let i = length - 2; i >= 0; i--) {
      const row = i * LABELS;
      backward.fill(0, row, row + LABELS);
      for (let after = 0; after < LABELS; after++) {
        const value =
          ((memory[row + LABELS + after] as number) * (backward[row + LABELS + after] as number)) / (scale[i + 1] as number);
        if (value === 0) continue;
        const last = steps.begin[after + 1] as number;
        for (let k = steps.begin[after] as number; k < last; k++) {
          const p = row + (steps.from[k] as number);
          backward[p] = (backward[p] as number) + (steps.value[k] as number) * value;
        }
      }
    }
    return end;
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
