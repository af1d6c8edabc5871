import { bitsByKey, bitsOf, collectFirst } from './firsts';
import type { State } from './patternSyntax';
import type { Beginnings, Bits, CodedPart, Firsts } from './types';

/** Which parts can go on after a number that they begin with: by the class or word of the token after it, or by a number there. */
export interface AfterNumber extends Beginnings {
  /** Parts that may end after the number, or of which it is not known how they go on. */
  readonly always: Bits;
}

/** What can follow the number that a part of the grammar begins with. */
interface Second {
  readonly keys: Set<string>;
  /** It may end right after the number. */
  ends: boolean;
  /** Anything may follow. */
  any: boolean;
}

/**
 * Looks one token further than first sets do, for parts that begin with a number: "12 juin" is then never tried as an amount or
 * a time of the day. The sets are upper bounds: a part that is left out cannot match, one that is not may still fail.
 */
export function afterNumber(
  starts: ReadonlyMap<string, readonly State[]>,
  coded: Readonly<Record<string, CodedPart>>,
  firsts: Firsts,
  ids: ReadonlyMap<string, number>,
): AfterNumber {
  const seconds = new Map<string, Second>();
  for (const [name, part] of Object.entries(coded))
    seconds.set(name, { keys: new Set(part.longer ?? []), ends: true, any: part.longer === undefined });
  const ways = new Map<string, readonly Way[]>();
  for (const [name, states] of starts) {
    seconds.set(name, { keys: new Set(), ends: false, any: false });
    ways.set(
      name,
      states.flatMap((state) => waysFrom(state, firsts)),
    );
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, list] of ways) if (widen(seconds.get(name) as Second, list, seconds)) changed = true;
  }
  const always: [number, number] = [0, 0];
  for (const [name, { ends, any }] of seconds) {
    if (!ends && !any) continue;
    const [low, high] = bitsOf(ids.get(name) ?? 0);
    always[0] |= low;
    always[1] |= high;
  }
  return { always, ...bitsByKey(new Map([...seconds].map(([name, { keys }]) => [name, keys])), ids) };
}

/** A part that a pattern can begin with, and what the pattern goes on with after it. */
interface Way {
  readonly part: string;
  readonly keys: ReadonlySet<string>;
  readonly ends: boolean;
}

/** The parts that a pattern can begin with. Only parts of the grammar read numbers. */
function waysFrom(state: State, firsts: Firsts): Way[] {
  if (state.kind === 'split') return [...waysFrom(state.first, firsts), ...waysFrom(state.second, firsts)];
  if (state.kind !== 'part') return [];
  const keys = new Set<string>();
  const parts = new Set<string>();
  collectFirst(state.next, keys, parts);
  for (const part of parts) for (const key of firsts.get(part) ?? []) keys.add(key);
  return [{ part: state.name, keys, ends: canEnd(state.next) }];
}

/** Adds what can follow a number that one of the ways begins with; says whether that was anything new. */
function widen(second: Second, ways: readonly Way[], seconds: ReadonlyMap<string, Second>): boolean {
  const { keys, ends, any } = second;
  const before = keys.size;
  for (const way of ways) {
    const inside = seconds.get(way.part);
    if (inside === undefined) continue;
    for (const key of inside.keys) keys.add(key);
    if (inside.any) second.any = true;
    if (!inside.ends) continue;
    for (const key of way.keys) keys.add(key);
    if (way.ends) second.ends = true;
  }
  return keys.size > before || second.ends !== ends || second.any !== any;
}

const canEnd = (state: State): boolean =>
  state.kind === 'end' || (state.kind === 'split' && (canEnd(state.first) || canEnd(state.second)));
