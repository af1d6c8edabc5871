import type { Unit } from './units';

/** How two units differ: 0 where they do not. */
export type Dissimilarity = (a: Unit, b: Unit) => number;

/**
 * How far two units' places differ: the distances of their ends, by their lengths, squared. Units that touch end to end
 * and are of one length differ by 1, which is what a missing unit costs.
 * Mathet, Y., Widlöcher, A., Métivier, J.-P.: The unified and holistic method gamma (γ) for inter-annotator agreement
 * measure and alignment. Computational Linguistics 41 (2015), 437–479, section 4.
 */
export function positional(a: Unit, b: Unit): number {
  const lengths = a.end - a.start + (b.end - b.start);
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return apart === 0 ? 0 : (apart / Math.max(1, lengths)) ** 2;
}

/** Places and categories together, as weighted sum; both weights are 1 in the paper, and another category differs by 1. */
export function combined(positionWeight = 1, categoryWeight = 1): Dissimilarity {
  return (a, b) => positionWeight * positional(a, b) + (a.category === b.category ? 0 : categoryWeight);
}
