import type { Captures } from './pattern';
import type { State } from './patternSyntax';

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
  /** Rules that may end here, in the order they are written. */
  readonly ends: number[] = [];
}

/**
 * The rules of one part of the grammar, merged so that what several begin with is read once
 * (subset construction over the patterns' states).
 */
export class Automaton {
  readonly root: Node;
  readonly #nodes = new Map<string, Node>();

  constructor(
    starts: readonly State[],
    readonly makes: readonly ((captures: Captures) => unknown)[],
    readonly ids: ReadonlyMap<string, number>,
  ) {
    this.root = this.#node(starts);
  }

  #node(states: readonly State[]): Node {
    const closed = closure(states);
    const name = closed.map((state) => state.id).join(' ');
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    const node = new Node();
    this.#nodes.set(name, node);
    const groups = new Map<string, State[]>();
    for (const state of closed) {
      if (state.kind === 'end') node.ends.push(state.rule);
      else if (state.kind !== 'split') {
        const group = groups.get(`${state.kind}${state.identity}`);
        if (group === undefined) groups.set(`${state.kind}${state.identity}`, [state]);
        else group.push(state);
      }
    }
    node.ends.sort((a, b) => a - b);
    for (const group of groups.values()) this.#connect(node, group);
    return node;
  }

  #connect(node: Node, group: readonly State[]): void {
    const [state] = group;
    if (state === undefined || state.kind === 'end' || state.kind === 'split') return;
    const to = this.#node(group.flatMap((s) => (s.kind === 'end' || s.kind === 'split' ? [] : [s.next])));
    const { key, glued } = state;
    if (state.kind === 'part') node.parts.push({ name: state.name, id: this.ids.get(state.name) ?? 0, key, glued, to });
    else if (state.kind === 'word') for (const word of state.words) append(node.byWord, word, { key, glued, to });
    else {
      const { strong, value } = state;
      for (const name of state.names)
        append(node.byClass, name, { strong, key, glued, to, ...(value !== undefined && { value }) });
    }
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
