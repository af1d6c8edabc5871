import type { Dissimilarity } from './dissimilarity';
import type { Unit } from './units';

/** A unit with its annotator; `near`: the units of others that it may be aligned with, nearest first. */
export interface Node {
  readonly unit: Unit;
  readonly annotator: number;
  readonly near: readonly Near[];
  /** The same by node. */
  readonly distances: ReadonlyMap<number, number>;
}

export interface Near {
  readonly node: number;
  readonly distance: number;
}

/**
 * All units in text order. Two can be in one unitary alignment of a best one only where they differ by no more than a
 * unit gains at most by being with all others (`limit`): alone it would do better.
 */
export function nodesOf(annotators: readonly (readonly Unit[])[], dissimilarity: Dissimilarity, limit: number): readonly Node[] {
  const plain = annotators
    .flatMap((units, annotator) => units.map((unit) => ({ unit, annotator })))
    .sort((a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end || a.annotator - b.annotator);
  const near = plain.map((): Near[] => []);
  // a unit of another annotator that begins further behind than the limit lets two of these lengths be apart
  const reach = Math.sqrt(limit);
  const longest = Math.max(
    0,
    ...annotators.map((units) => units.reduce((most, { start, end }) => Math.max(most, end - start), 0)),
  );
  for (const [i, a] of plain.entries()) {
    const own = a.unit.end - a.unit.start;
    for (let j = i + 1; j < plain.length; j++) {
      const b = plain[j] as (typeof plain)[number];
      if (b.unit.start - a.unit.start > reach * Math.max(1, own + longest)) break;
      if (a.annotator === b.annotator) continue;
      const distance = dissimilarity(a.unit, b.unit);
      if (distance >= limit) continue;
      near[i]?.push({ node: j, distance });
      near[j]?.push({ node: i, distance });
    }
  }
  return plain.map(({ unit, annotator }, i) => {
    const own = (near[i] as Near[]).sort((a, b) => a.distance - b.distance);
    return { unit, annotator, near: own, distances: new Map(own.map(({ node, distance }) => [node, distance])) };
  });
}

/** The units that hang together, each window in text order; units that are near to nothing are in none. */
export function windowsOf(nodes: readonly Node[]): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const windows: number[][] = [];
  for (const [first, { near }] of nodes.entries()) {
    if (seen.has(first) || near.length === 0) continue;
    const window = [first];
    seen.add(first);
    for (let i = 0; i < window.length; i++) {
      for (const { node } of (nodes[window[i] as number] as Node).near) {
        if (seen.has(node)) continue;
        seen.add(node);
        window.push(node);
      }
    }
    windows.push(window.sort((a, b) => a - b));
  }
  return windows;
}

/** What a unitary alignment of so many units, that differ so much in all, gains over leaving them alone. */
export function gainOf(size: number, distances: number, count: number): number {
  return (size - 1) * ((count * (count - 1)) / 2) + (size * (size - 1)) / 2 - distances;
}

/** No unitary alignment gives one of its units a greater share of its gain: each other annotator's nearest is taken. */
export function mostGain(nodes: readonly Node[], i: number, count: number): number {
  const seen = new Set<number>();
  let most = 0;
  let distances = 0;
  for (const { node, distance } of nodes[i]?.near ?? []) {
    const { annotator } = nodes[node] as Node;
    if (seen.has(annotator)) continue;
    seen.add(annotator);
    distances += distance;
    const size = seen.size + 1;
    most = Math.max(most, gainOf(size, 0, count) / size - distances / 2);
  }
  return most;
}
