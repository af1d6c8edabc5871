import { mostGain, type Node, nodesOf, windowsOf } from './alignmentNodes';
import type { Dissimilarity } from './dissimilarity';
import { exactGain } from './exactAlignment';
import { pairedGain } from './pairedAlignment';
import type { Unit } from './units';

/** How well the units of several annotators can be laid beside each other. */
export interface AlignmentResult {
  /**
   * The sum of the unitary alignments' disorders in the best alignment: of each, the mean dissimilarity over all pairs of
   * annotators, a missing unit counting 1. Not divided by the number of units.
   */
  readonly disorder: number;
  /** Whether no alignment has less: else it is the best that was found, and the true one is a little less. */
  readonly isExact: boolean;
}

/**
 * The alignment of least disorder (Mathet, Widlöcher and Métivier 2015, section 5.1): each unit is in one unitary
 * alignment, which has one unit of each annotator or none. Units that no good alignment joins are taken apart first, so
 * that windows of the text are solved by themselves; two annotators are an assignment problem, several are searched
 * by branch and bound as far as `budget` goes.
 *
 * @param annotators - the units of each, in text order; at least two annotators.
 * @param budget - how many partial alignments of one window are looked at before the best found so far is taken.
 */
export function bestAlignment(
  annotators: readonly (readonly Unit[])[],
  dissimilarity: Dissimilarity,
  budget = 20_000,
): AlignmentResult {
  const count = annotators.length;
  const pairs = (count * (count - 1)) / 2;
  const nodes = nodesOf(annotators, dissimilarity, pairs + count - 1);
  let gain = 0;
  let isExact = true;
  for (const window of windowsOf(nodes)) {
    const found = windowGain(nodes, window, count, budget);
    gain += found.gain;
    isExact &&= found.isExact;
  }
  return { disorder: Math.max(0, nodes.length - gain / pairs), isExact };
}

/** What is gained over leaving all units of a window alone, in sums over pairs of annotators. */
function windowGain(
  nodes: readonly Node[],
  window: readonly number[],
  count: number,
  budget: number,
): { readonly gain: number; readonly isExact: boolean } {
  const found = pairedGain(nodes, window, count);
  if (count === 2) return { gain: found, isExact: true };
  const bounds = new Map(window.map((i) => [i, mostGain(nodes, i, count)]));
  let bound = 0;
  for (const most of bounds.values()) bound += most;
  if (found >= bound - 1e-9) return { gain: found, isExact: true };
  const exact = exactGain({ nodes, window, count, budget, bounds, found });
  return exact === undefined ? { gain: found, isExact: false } : { gain: Math.max(found, exact), isExact: true };
}
