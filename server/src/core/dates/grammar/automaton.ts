import type { State } from './patternSyntax';
import type { DateRule } from './types';

/** A way on from a node, by a class of words. */
export interface ClassEdge {
  readonly strong: boolean;
  readonly value?: string;
  readonly key: string;
  readonly glued: boolean;
  readonly to: Node;
}

/** A way on by one of a few words. */
export interface WordEdge {
  readonly key: string;
  readonly glued: boolean;
  readonly to: Node;
}

/** A way on by a part of the grammar. */
export interface PartEdge extends WordEdge {
  readonly name: string;
  /** The part's number. */
  readonly id: number;
}

/** All that the patterns of a part can go on with after the same beginning. */
export class Node {
  readonly byClass = new Map<string, ClassEdge[]>();
  readonly byWord = new Map<string, WordEdge[]>();
  readonly parts: PartEdge[] = [];
  /** The parts' numbers as bits, see {@link Bits}. */
  low = 0;
  high = 0;
  /** Rules that may end here, in the order they are written. */
  readonly ends: number[] = [];
  #states: readonly State[] | null;

  constructor(
    states: readonly State[],
    readonly automaton: Automaton,
  ) {
    this.#states = states;
  }

  /** The node with its ways on, which are laid when it is first come to: most of a grammar no text ever needs. */
  opened(): this {
    if (this.#states === null) return this;
    const states = this.#states;
    this.#states = null;
    const groups = new Map<string, State[]>();
    for (const state of states) {
      if (state.kind === 'end') this.ends.push(state.rule);
      else if (state.kind !== 'split') append(groups, state.kind + state.identity, state);
    }
    this.ends.sort((a, b) => a - b);
    for (const group of groups.values()) this.#connect(group);
    return this;
  }

  #connect(group: readonly State[]): void {
    const [state] = group;
    if (state === undefined || state.kind === 'end' || state.kind === 'split') return;
    const to = this.automaton.nodeOf(group.flatMap((s) => (s.kind === 'end' || s.kind === 'split' ? [] : [s.next])));
    const { key, glued } = state;
    if (state.kind === 'part') {
      const id = this.automaton.ids.get(state.name) ?? 0;
      this.parts.push({ name: state.name, id, key, glued, to });
      if (id < 31) this.low |= 1 << id;
      else this.high |= 1 << (id - 31);
    } else if (state.kind === 'word') for (const word of state.words) append(this.byWord, word, { key, glued, to });
    else {
      const { strong, value } = state;
      for (const name of state.names)
        append(this.byClass, name, { strong, key, glued, to, ...(value !== undefined && { value }) });
    }
  }
}

/**
 * The rules of one part of the grammar, merged so that what several begin with is read once
 * (subset construction over the patterns' states, done as far as texts lead).
 */
export class Automaton {
  readonly root: Node;
  readonly #nodes = new Map<string, Node>();

  constructor(
    starts: readonly State[],
    readonly rules: readonly DateRule[],
    readonly ids: ReadonlyMap<string, number>,
  ) {
    this.root = this.nodeOf(starts);
  }

  /** The node of a set of states; the same one for the same set. */
  nodeOf(states: readonly State[]): Node {
    const closed = closure(states);
    let name = '';
    for (const state of closed) name += `${state.id} `;
    let node = this.#nodes.get(name);
    if (node === undefined) {
      node = new Node(closed, this);
      this.#nodes.set(name, node);
    }
    return node;
  }
}

function append<T>(map: Map<string, T[]>, name: string, edge: T): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [edge]);
  else list.push(edge);
}

/** The states that can be reached without reading anything, in a fixed order. */
function closure(states: readonly State[]): State[] {
  const found = new Map<number, State>();
  const add = (state: State): void => {
    if (state.kind === 'split') {
      add(state.first);
      add(state.second);
    } else found.set(state.id, state);
  };
  for (const state of states) add(state);
  return [...found.values()].sort((a, b) => a.id - b.id);
}
