import { searchMessages } from '../../messages/search';
import { boundaries, type SearchDocument, type Structure } from '../searchDocument';
import { type Pattern, QueryError, type TokenTest } from './query';

/** Whether a document's token is one that is looked for. */
export type Test = (document: SearchDocument, i: number) => boolean;

/** A state: a token is to be read, a boundary is to be there, or there are two ways on. The last one accepts. */
type State =
  | { readonly kind: 'read'; readonly test: Test; next: number }
  | { readonly kind: 'start' | 'end'; readonly structure: Structure; next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'accept' };

/** What finds a pattern: a nondeterministic automaton after Thompson (1968), which takes no more time than states × tokens. */
export interface Automaton {
  readonly states: readonly State[];
  readonly start: number;
  /** What the first token of a match may be; undefined where that is not told by the token alone. */
  readonly first: readonly Test[] | undefined;
}

/** Makes the automaton of a pattern. `testOf` reads what a token is asked for. */
export function automatonOf(pattern: Pattern, testOf: (test: TokenTest) => Test): Automaton {
  const states: State[] = [{ kind: 'accept' }];
  const add = (state: State): number => states.push(state) - 1;
  // built from the end, so that each state knows what comes after it
  const build = (node: Pattern, next: number): number => {
    switch (node.kind) {
      case 'token':
        return add({ kind: 'read', test: testOf(node.test), next });
      case 'start':
      case 'end':
        return add({ kind: node.kind, structure: node.structure, next });
      case 'sequence':
        return node.items.reduceRight((after, item) => build(item, after), next);
      case 'choice':
        return node.options.map((option) => build(option, next)).reduce((next, other) => add({ kind: 'fork', next, other }));
      case 'repeat':
        return repeated(node, next);
    }
  };
  const repeated = (node: Extract<Pattern, { kind: 'repeat' }>, next: number): number => {
    checkTimes(node);
    let entry = next;
    if (node.most === null) {
      const loop = add({ kind: 'fork', next, other: next });
      (states[loop] as { other: number }).other = build(node.item, loop);
      entry = loop;
    } else {
      for (let n = node.least; n < node.most; n++) entry = add({ kind: 'fork', next: build(node.item, entry), other: next });
    }
    for (let n = 0; n < node.least; n++) entry = build(node.item, entry);
    return entry;
  };
  const start = build(pattern, 0);
  return { start, states, first: firstTests(states, start) };
}

/** The tests of the states that are reached from one without reading; undefined where boundaries have to be looked for first, or nothing need be read. */
function firstTests(states: readonly State[], start: number): readonly Test[] | undefined {
  const tests: Test[] = [];
  const passed = new Set<number>();
  const pending = [start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const state = states[id] as State;
    if (state.kind === 'fork') pending.push(state.next, state.other);
    else if (state.kind === 'read') tests.push(state.test);
    else return undefined;
  }
  return tests;
}

/** Whether a match may begin at a token: false only where none can. */
export function mayBegin({ first }: Automaton, document: SearchDocument, at: number): boolean {
  if (first === undefined) return true;
  for (const test of first) if (test(document, at)) return true;
  return false;
}

/**
 * The longest match that begins at a token.
 *
 * @param limit - the token that it ends before at the latest.
 * @returns the token after its last one; -1 where none begins there
 */
export function longestMatch({ states, start }: Automaton, document: SearchDocument, from: number, limit: number): number {
  let current = new Set<number>();
  enter(states, start, { document, at: from, limit }, current);
  let end = -1;
  for (let at = from; current.size > 0; at++) {
    if (current.has(0)) end = at;
    if (at >= limit) break;
    const following = new Set<number>();
    for (const id of current) {
      const state = states[id] as State;
      if (state.kind === 'read' && state.test(document, at))
        enter(states, state.next, { document, at: at + 1, limit }, following);
    }
    current = following;
  }
  return end;
}

interface Place {
  readonly document: SearchDocument;
  readonly at: number;
  readonly limit: number;
}

/** Goes on to all states that are reached from one without reading a token. */
function enter(states: readonly State[], first: number, place: Place, reached: Set<number>): void {
  const passed = new Set<number>();
  const pending = [first];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const state = states[id] as State;
    if (state.kind === 'fork') pending.push(state.next, state.other);
    else if (state.kind === 'read' || state.kind === 'accept') reached.add(id);
    else if (isBoundary(place, state)) pending.push(state.next);
  }
}

function isBoundary(
  { document, at }: Place,
  { kind, structure }: { readonly kind: 'start' | 'end'; readonly structure: Structure },
) {
  const { starts, ends } = boundaries(document, structure);
  return (kind === 'start' ? starts : ends).has(at);
}

// `[]{0,1000000}` would take a million states.
const MOST_TIMES = 200;

/** @throws {@link QueryError} for more times than can be, or for fewer at most than at least */
function checkTimes({ least, most, at }: Extract<Pattern, { kind: 'repeat' }>): void {
  if (least > MOST_TIMES || (most ?? 0) > MOST_TIMES) throw new QueryError(at, searchMessages.tooOften(at + 1, MOST_TIMES));
  if (most !== null && most < least) throw new QueryError(at, searchMessages.lessThanLeast(at + 1));
}
