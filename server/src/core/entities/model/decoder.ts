import { LABELS, mayEnd, OUTSIDE, PREDECESSORS, positionOf } from './labels';
import { type Chain, CLOSERS, closedPairs, FORBIDDEN, INNER, innerPairs, OPENERS, WIDTH } from './sequence';

/** Sums of other orders differ in their last digits: what is left out must be worse by more than that. */
const ROUNDING = 1e-6;

/**
 * Makes a function that says whether no labels with a name anywhere can come nearer to those without one than by a margin (a difference of
 * scores): by what each word could add to a name at most.
 */
export function createPlainTest(transitions: Float32Array): (chain: Chain, margin?: number) => boolean {
  const stays = transitions[0] as number;
  // how much more than "outside, outside" the way to a label, and from it to the outside, may be worth at most
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
    for (let row = 0; row < length * LABELS; row += LABELS) {
      stepToOpeners(scores, row, keepClosers());
      stepToInner(scores, row);
      [before, now] = [now, before];
    }
    return traceBack(bestEnd(), length);
  };

  /** Notes the closers that may be worth more than "outside" to what follows, and returns how many there are. */
  function keepClosers(): number {
    const least = (before[OUTSIDE] as number) - ROUNDING;
    let count = 1;
    for (let c = 1; c < WIDTH; c++) {
      if ((before[CLOSERS[c] as number] as number) + (lead[c] as number) > least) kept[count++] = c;
    }
    return count;
  }

  /** The best way into each label that a name begins with, or none. */
  function stepToOpeners(scores: Float32Array, row: number, count: number): void {
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
  }

  /** The best way into each label that a name goes on with. */
  function stepToInner(scores: Float32Array, row: number): void {
    for (let k = 0; k < INNER.length; k++) {
      const label = INNER[k] as number;
      // begin stands right before inside, and inside before last
      const begin = label - positionOf(label);
      const begun = (before[begin] as number) + (inner[2 * k] as number);
      const gone = (before[begin + 1] as number) + (inner[2 * k + 1] as number);
      now[label] = Math.max(gone, begun) + (scores[row + label] as number);
      back[row + label] = gone > begun ? begin + 1 : begin;
    }
  }

  /** The label that the best sequence ends with. */
  function bestEnd(): number {
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
    return label;
  }

  function traceBack(end: number, length: number): Uint8Array {
    const labels = new Uint8Array(length);
    let label = end;
    for (let i = length - 1; i >= 0; i--) {
      labels[i] = label;
      label = back[i * LABELS + label] as number;
    }
    return labels;
  }
}

/** Up to which length they are kept. */
const MAX_KEPT = 64;

/** Labels of chains without a name: of each length one array, since most chains are such. */
function noNames(): (length: number) => Uint8Array {
  const known: Uint8Array[] = [];
  return (length) => {
    if (length > MAX_KEPT) return new Uint8Array(length);
    let labels = known[length];
    if (labels === undefined) {
      labels = new Uint8Array(length);
      known[length] = labels;
    }
    return labels;
  };
}
