import { LABELS, mayEnd, mayStart, PREDECESSORS } from './labels';

/**
 * Linear-chain inference (Lafferty, McCallum and Pereira 2001). Scores are rows of {@link LABELS} numbers, one row a
 * word; a chain begins and ends outside any name.
 */
export interface Chain {
  readonly length: number;
  readonly scores: Float32Array;
}

/** The score of what may not be. */
export const FORBIDDEN = -1e9;
const ALL_LABELS: readonly number[] = Array.from({ length: LABELS }, (_, label) => label);

/** Labels that a name or none has ended with, and those that may follow these: outside, begin and unit. */
export const CLOSERS = Uint8Array.from(ALL_LABELS.filter((label) => mayEnd(label)));
export const OPENERS = Uint8Array.from(ALL_LABELS.filter((label) => mayStart(label)));
/** How many closers there are, and how many openers. */
export const WIDTH = 9;
/** Labels that go on with a name; before each stand its type's begin and inside alone. */
export const INNER = Uint8Array.from(ALL_LABELS.filter((label) => !mayStart(label)));

/** What goes with each pair of a closer and an opener, opener by opener, in the order of the closers. */
export function closedPairs(values: ArrayLike<number>): Float64Array {
  const pairs: number[] = [];
  for (const opener of OPENERS) for (const closer of CLOSERS) pairs.push(values[closer * LABELS + opener] as number);
  return Float64Array.from(pairs);
}

/** What goes with each inner label and the two that may stand before it, begin first. */
export function innerPairs(values: ArrayLike<number>): Float64Array {
  const pairs: number[] = [];
  for (const label of INNER) {
    for (const before of PREDECESSORS[label] as readonly number[]) pairs.push(values[before * LABELS + label] as number);
  }
  return Float64Array.from(pairs);
}
