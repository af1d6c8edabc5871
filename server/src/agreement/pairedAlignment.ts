import { gainOf, type Node } from './alignmentNodes';
import { bestPairing } from './assignment';

/** How often all annotators are laid again: what more rounds gain is next to nothing. */
const MOST_ROUNDS = 4;

/**
 * A good alignment: one annotator after the other is laid beside those before, each time as well as can be (which for two
 * is the best there is); then each is taken out and laid beside all others again, as long as that gains.
 */
export function pairedGain(nodes: readonly Node[], window: readonly number[], count: number): number {
  const state = new Pairs(nodes, window, count);
  for (let annotator = 0; annotator < count; annotator++) state.lay(annotator);
  if (count === 2) return state.gain;
  let gain = state.gain;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = gain;
    for (let annotator = 0; annotator < count; annotator++) state.lay(annotator);
    gain = state.gain;
    if (gain <= before + 1e-9) break;
  }
  return gain;
}

class Pairs {
  readonly #nodes: readonly Node[];
  readonly #count: number;
  readonly #byAnnotator: readonly (readonly number[])[];
  /** Of each unit that is laid, its unitary alignment: the list of its units, one for all of them. */
  readonly #groups = new Map<number, readonly number[]>();

  constructor(nodes: readonly Node[], window: readonly number[], count: number) {
    this.#nodes = nodes;
    this.#count = count;
    this.#byAnnotator = Array.from({ length: count }, (_, annotator) => window.filter((i) => nodes[i]?.annotator === annotator));
  }

  get gain(): number {
    let result = 0;
    for (const group of new Set(this.#groups.values())) result += gainOf(group.length, this.#distances(group), this.#count);
    return result;
  }

  /** Takes an annotator's units out and lays them beside all others as well as can be. */
  lay(annotator: number): void {
    const own = this.#byAnnotator[annotator] ?? [];
    for (const i of own) this.#takeOut(i);
    const groups = [...new Set(this.#groups.values())];
    const numbers = new Map(groups.map((group, number) => [group, number]));
    const paired = bestPairing(own.map((i) => this.#options(i, numbers)));
    for (const [row, i] of own.entries()) this.#put([...(groups[paired[row] ?? -1] ?? []), i]);
  }

  #options(i: number, numbers: ReadonlyMap<readonly number[], number>): readonly { right: number; worth: number }[] {
    const near = (this.#nodes[i] as Node).distances;
    const seen = new Set<number>();
    const options: { right: number; worth: number }[] = [];
    for (const node of near.keys()) {
      if (seen.has(node)) continue;
      const group = this.#groups.get(node);
      if (group === undefined) continue;
      for (const other of group) seen.add(other);
      let worth = gainOf(2, 0, this.#count) + group.length - 1;
      for (const other of group) worth -= near.get(other) ?? Number.POSITIVE_INFINITY;
      if (worth > 0) options.push({ right: numbers.get(group) as number, worth });
    }
    return options;
  }

  #takeOut(i: number): void {
    const rest = (this.#groups.get(i) ?? []).filter((other) => other !== i);
    this.#groups.delete(i);
    this.#put(rest);
  }

  #put(group: readonly number[]): void {
    for (const i of group) this.#groups.set(i, group);
  }

  #distances(group: readonly number[]): number {
    let sum = 0;
    for (const [at, i] of group.entries()) {
      const { distances } = this.#nodes[i] as Node;
      for (const other of group.slice(at + 1)) sum += distances.get(other) ?? 0;
    }
    return sum;
  }
}
