import { overlaps, partitionPoint, type Span } from '../core/span';

/** What an annotator marked in a text. */
export interface Unit extends Span {
  readonly category: string;
  /** What makes two units the same beside the category: by default their places. */
  readonly key?: string;
}

/**
 * What annotators marked in one text, each in text order; undefined for who did not have the text. Offsets are UTF-16
 * units, as is the length.
 */
export interface Continuum {
  readonly length: number;
  readonly annotators: readonly (readonly Unit[] | undefined)[];
}

/** Units of one annotator and of another, and those that both have. */
export interface Shared {
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/**
 * F1: the harmonic mean of the shares of each one's units that the other has. It is symmetric, so nobody needs to be the
 * standard. Between annotators of spans it is what kappa comes to as what nobody marked grows without bound: Hripcsak, G.,
 * Rothschild, A. S.: Agreement, the F-measure, and reliability in information retrieval. JAMIA 12 (2005), 296–298.
 *
 * @returns null where neither has any unit.
 */
export function f1({ first, second, both }: Shared): number | null {
  return first + second === 0 ? null : (2 * both) / (first + second);
}

const identity = (unit: Unit): string => `${unit.category}\n${unit.key ?? `${unit.start}-${unit.end}`}`;

/** Units that are the same to the character and in their category; equal ones of one annotator are counted one by one. */
export function sharedExactly(first: readonly Unit[], second: readonly Unit[]): Shared {
  const left = new Map<string, number>();
  for (const unit of first) left.set(identity(unit), (left.get(identity(unit)) ?? 0) + 1);
  let both = 0;
  for (const unit of second) {
    const open = left.get(identity(unit)) ?? 0;
    if (open === 0) continue;
    left.set(identity(unit), open - 1);
    both++;
  }
  return { first: first.length, second: second.length, both };
}

/**
 * Units of one category that overlap, each with one of the other annotator's at most: the largest such pairing (augmenting
 * paths after Kuhn), so that one long unit does not stand for three short ones.
 */
export function sharedOverlapping(first: readonly Unit[], second: readonly Unit[]): Shared {
  const reach: number[] = [];
  for (const { end } of second) reach.push(Math.max(reach.at(-1) ?? 0, end));
  const partners = first.map((unit) => {
    const found: number[] = [];
    for (let j = partitionPoint(reach, (end) => end <= unit.start); j < second.length; j++) {
      const other = second[j] as Unit;
      if (other.start >= unit.end) break;
      if (other.category === unit.category && overlaps(unit, other)) found.push(j);
    }
    return found;
  });
  const taken = new Map<number, number>();
  let both = 0;
  for (const [i] of first.entries()) if (augment(i, partners, taken, new Set())) both++;
  return { first: first.length, second: second.length, both };
}

function augment(i: number, partners: readonly (readonly number[])[], taken: Map<number, number>, seen: Set<number>): boolean {
  for (const j of partners[i] ?? []) {
    if (seen.has(j)) continue;
    seen.add(j);
    const holder = taken.get(j);
    if (holder !== undefined && !augment(holder, partners, taken, seen)) continue;
    taken.set(j, i);
    return true;
  }
  return false;
}
