import { LABELS, mayEnd, mayFollow, mayStart, OUTSIDE, PREDECESSORS, positionOf } from './labels';

/**
 * Linear-chain inference (Lafferty, McCallum and Pereira 2001). Scores are rows of {@link LABELS} numbers, one row a
 * word; a chain begins and ends outside any name.
 */
export interface Chain {
  readonly length: number;
  readonly scores: Float32Array;
}

const FORBIDDEN = -1e9;
/** A label whose score is so much lower than the best one's (a factor of a thousand million) adds nothing that is told. */
const HOPELESS = -21;
const ALL_LABELS: readonly number[] = Array.from({ length: LABELS }, (_, label) => label);

/** Labels that a name or none has ended with, and those that may follow these: outside, begin and unit. */
const CLOSERS = Uint8Array.from(ALL_LABELS.filter((label) => mayEnd(label)));
const OPENERS = Uint8Array.from(ALL_LABELS.filter((label) => mayStart(label)));
const WIDTH = 9;
/** Labels that go on with a name; before each stand its type's begin and inside alone. */
const INNER = Uint8Array.from(ALL_LABELS.filter((label) => !mayStart(label)));

/** What goes with each pair of a closer and an opener, opener by opener, in the order of the closers. */
function closedPairs(values: ArrayLike<number>): Float64Array {
  const pairs: number[] = [];
  for (const opener of OPENERS) for (const closer of CLOSERS) pairs.push(values[closer * LABELS + opener] as number);
  return Float64Array.from(pairs);
}

/** What goes with each inner label and the two that may stand before it, begin first. */
function innerPairs(values: ArrayLike<number>): Float64Array {
  const pairs: number[] = [];
  for (const label of INNER) {
    for (const before of PREDECESSORS[label] as readonly number[]) pairs.push(values[before * LABELS + label] as number);
  }
  return Float64Array.from(pairs);
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

/** Sums of other orders differ in their last digits: what is left out must be worse by more than that. */
const ROUNDING = 1e-6;

/**
 * Tells whether no labels with a name anywhere can come nearer to those without one than by a margin (a difference of
 * scores): by what each word could add to a name at the most.
 */
export function createPlainTest(transitions: Float32Array): (chain: Chain, margin?: number) => boolean {
  const stays = transitions[0] as number;
  // how much more than "outside, outside" the way to a label, and from it to the outside, may be worth at the most
  const into = new Float64Array(LABELS);
  let out = FORBIDDEN;
  for (let label = 0; label < LABELS; label++) {
    let most = FORBIDDEN;
    for (const p of PREDECESSORS[label] as readonly number[]) most = Math.max(most, transitions[p * LABELS + label] as number);
    into[label] = most - stays;
    if (label !== OUTSIDE && mayEnd(label)) out = Math.max(out, (transitions[label * LABELS] as number) - stays);
  }

  return ({ length, scores }, margin = 0) => {
    const bar = -margin - ROUNDING;
    let run = 0;
    for (let i = 0, row = 0; i < length; i++, row += LABELS) {
      let most = FORBIDDEN;
      for (let label = 1; label < LABELS; label++) {
        const gain = (scores[row + label] as number) + (into[label] as number);
        if (gain > most) most = gain;
      }
      run = Math.max(run, 0) + most - (scores[row] as number);
      if (run + out > bar) return false;
    }
    return true;
  };
}

/** Finds most probable labels (Viterbi). Keeps its working memory between calls; what it returns is not to be changed. */
export function createDecoder(transitions: Float32Array): (chain: Chain) => Uint8Array {
  let back = new Uint8Array(64 * LABELS);
  let before = new Float64Array(LABELS);
  let now = new Float64Array(LABELS);
  const closed = closedPairs(transitions);
  const inner = innerPairs(transitions);
  const outside = noNames();
  const isPlain = createPlainTest(transitions);
  // how much more than "outside" a closer may be worth to what follows
  const lead = new Float64Array(WIDTH);
  for (let c = 0; c < WIDTH; c++) {
    let most = FORBIDDEN;
    for (let o = 0; o < WIDTH; o++) most = Math.max(most, (closed[o * WIDTH + c] as number) - (closed[o * WIDTH] as number));
    lead[c] = most;
  }
  const kept = new Uint8Array(WIDTH);

  return ({ length, scores }) => {
    if (isPlain({ length, scores })) return outside(length);
    if (back.length < length * LABELS) back = new Uint8Array(length * LABELS * 2);
    before.fill(FORBIDDEN);
    before[OUTSIDE] = 0;
    for (let i = 0, row = 0; i < length; i++, row += LABELS) {
      const floor = (before[OUTSIDE] as number) - ROUNDING;
      let count = 1;
      for (let c = 1; c < WIDTH; c++) {
        if ((before[CLOSERS[c] as number] as number) + (lead[c] as number) > floor) kept[count++] = c;
      }
      for (let o = 0; o < WIDTH; o++) {
        const label = OPENERS[o] as number;
        const pairs = o * WIDTH;
        let best = (before[OUTSIDE] as number) + (closed[pairs] as number);
        let source = OUTSIDE;
        for (let k = 1; k < count; k++) {
          const c = kept[k] as number;
          const p = CLOSERS[c] as number;
          const score = (before[p] as number) + (closed[pairs + c] as number);
          if (score > best) {
            best = score;
            source = p;
          }
        }
        now[label] = best + (scores[row + label] as number);
        back[row + label] = source;
      }
      for (let k = 0; k < INNER.length; k++) {
        const label = INNER[k] as number;
        // begin stands right before inside, and inside before last
        const begin = label - positionOf(label);
        const begun = (before[begin] as number) + (inner[2 * k] as number);
        const gone = (before[begin + 1] as number) + (inner[2 * k + 1] as number);
        now[label] = Math.max(gone, begun) + (scores[row + label] as number);
        back[row + label] = gone > begun ? begin + 1 : begin;
      }
      [before, now] = [now, before];
    }
    let label = OUTSIDE;
    let best = FORBIDDEN * 4;
    for (let c = 0; c < WIDTH; c++) {
      const l = CLOSERS[c] as number;
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

/** Labels of chains without a name: of each length one array, since most chains are such. */
function noNames(): (length: number) => Uint8Array {
  const known: Uint8Array[] = [];
  return (length) => {
    if (length > MOST_KEPT) return new Uint8Array(length);
    let labels = known[length];
    if (labels === undefined) {
      labels = new Uint8Array(length);
      known[length] = labels;
    }
    return labels;
  };
}

const MOST_KEPT = 64;

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
  const closed = closedPairs(factors);
  const inner = innerPairs(factors);
  const closing = new Float64Array(WIDTH * WIDTH);
  for (let o = 0; o < WIDTH; o++) for (let c = 0; c < WIDTH; c++) closing[c * WIDTH + o] = closed[o * WIDTH + c] as number;
  const edge = new Float64Array(WIDTH);
  const sums = new Float64Array(WIDTH);
  const going = new Float64Array(LABELS);

  return (chain) => {
    const { length, scores } = chain;
    if (scale.length < length) {
      memory = new Float64Array(2 * length * LABELS);
      forward = new Float64Array(2 * length * LABELS);
      backward = new Float64Array(2 * length * LABELS);
      scale = new Float64Array(2 * length);
    }
    for (let i = 0, row = 0; i < length; i++, row += LABELS) {
      let most = FORBIDDEN;
      for (let l = 0; l < LABELS; l++) {
        const score = scores[row + l] as number;
        if (score > most) most = score;
      }
      for (let label = 0; label < LABELS; label++) {
        const difference = (scores[row + label] as number) - most;
        memory[row + label] = difference < HOPELESS ? 0 : Math.exp(difference);
      }
      if (i === 0) for (let label = 0; label < LABELS; label++) forward[label] = factors[OUTSIDE * LABELS + label] as number;
      else stepForward(row);
      let sum = 0;
      for (let label = 0; label < LABELS; label++) {
        const value = (forward[row + label] as number) * (memory[row + label] as number) + 1e-30;
        forward[row + label] = value;
        sum += value;
      }
      scale[i] = sum;
      for (let label = 0; label < LABELS; label++) forward[row + label] = (forward[row + label] as number) / sum;
    }
    const end = closeChain(length);
    return (from, labels) => stretch(from, labels, end);
  };

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

  /** Writes what goes out of each label of a row into the row behind it. */
  function stepBackward(row: number, scaled: number): void {
    const behind = row + LABELS;
    for (let label = 0; label < LABELS; label++) {
      going[label] = ((memory[behind + label] as number) * (backward[behind + label] as number)) / scaled;
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
