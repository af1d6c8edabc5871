import { gainOf, type Node } from './alignmentNodes';

/** A window to be searched: its units in text order, what each can gain at most, and what is known to be gained. */
export interface Search {
  readonly nodes: readonly Node[];
  readonly window: readonly number[];
  readonly count: number;
  readonly budget: number;
  readonly bounds: ReadonlyMap<number, number>;
  readonly found: number;
}

/** Some of a window's units in one unitary alignment, the first one apart; `gain`: over leaving all of them alone. */
interface Group {
  readonly others: readonly number[];
  readonly gain: number;
}

/** Units that stand further on and are in an alignment already, and the most that is gained so far. */
interface State {
  readonly used: readonly number[];
  readonly gain: number;
}

/**
 * The most that a window's alignments gain over leaving all units alone: from unit to unit in text order, states that have
 * used the same units ahead are one, and those that cannot come to more than is known are dropped (branch and bound).
 *
 * @returns undefined where that takes more than the budget; else the gain, or less than was known where that is the most.
 */
export function exactGain(search: Search): number | undefined {
  const { window, bounds } = search;
  const ahead = boundsAhead(window, bounds);
  let seen = 0;
  let states: ReadonlyMap<string, State> = new Map([['', { used: [], gain: 0 }]]);
  for (const [at, node] of window.entries()) {
    const groups = groupsFrom(search, node);
    if (groups === undefined) return undefined;
    const reached = [...states.values()].flatMap((state) => (seen > search.budget ? [] : counted(steps(state, node, groups))));
    if (seen > search.budget) return undefined;
    states = promising(reached, ahead[at + 1] as number, search);
  }
  return Math.max(0, ...[...states.values()].map(({ gain }) => gain));

  function counted(found: readonly State[]): readonly State[] {
    seen += found.length;
    return found;
  }
}

/** Of states with the same units used the best, without those that cannot come to more than is known. */
function promising(reached: readonly State[], ahead: number, { bounds, found }: Search): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const state of reached) {
    const most = state.gain + ahead - state.used.reduce((sum, other) => sum + (bounds.get(other) ?? 0), 0);
    if (most <= found + 1e-12) continue;
    const key = state.used.join();
    if (state.gain > (states.get(key)?.gain ?? Number.NEGATIVE_INFINITY)) states.set(key, state);
  }
  return states;
}

/** For each place of a window, what the units from there on can gain at most. */
function boundsAhead(window: readonly number[], bounds: ReadonlyMap<number, number>): readonly number[] {
  const ahead = [0];
  for (const node of [...window].reverse()) ahead.push((ahead.at(-1) as number) + (bounds.get(node) ?? 0));
  return ahead.reverse();
}

/** What can become of a unit: it is used already, is left alone, or begins one of the groups. */
function steps({ used, gain }: State, node: number, groups: readonly Group[]): readonly State[] {
  if (used[0] === node) return [{ used: used.slice(1), gain }];
  const taken = new Set(used);
  const free = groups.filter(({ others }) => !others.some((other) => taken.has(other)));
  return [
    { used, gain },
    ...free.map((group) => ({ used: [...used, ...group.others].sort((a, b) => a - b), gain: gain + group.gain })),
  ];
}

/** All groups that a unit is the first of and that gain something; undefined where there are more than the budget. */
function groupsFrom({ nodes, count, budget }: Search, first: number): readonly Group[] | undefined {
  const later = (nodes[first] as Node).near
    .filter(({ node }) => node > first)
    .map(({ node }) => node)
    .sort((a, b) => a - b);
  const groups: Group[] = [];
  let open: { others: readonly number[]; distances: number }[] = [{ others: [], distances: 0 }];
  for (const node of later) {
    const { distances } = nodes[node] as Node;
    const more = open.flatMap(({ others, distances: before }) => {
      let sum = before;
      for (const other of [first, ...others]) sum += distances.get(other) ?? Number.POSITIVE_INFINITY;
      return sum === Number.POSITIVE_INFINITY ? [] : [{ others: [...others, node], distances: sum }];
    });
    open = open.concat(more);
    if (open.length > budget) return undefined;
  }
  for (const { others, distances } of open) {
    const gain = gainOf(others.length + 1, distances, count);
    if (others.length > 0 && gain > 0) groups.push({ others, gain });
  }
  return groups;
}
