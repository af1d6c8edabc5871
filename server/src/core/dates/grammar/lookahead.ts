import type { Beginnings, Bits, CodedPart, Firsts } from './pattern';
import { bitsOf, collectFirst } from './pattern';
import type { State } from './patternSyntax';

/** Which parts can go on behind a number that they begin with: by the class or word of the token behind it, or by a number there. */
export interface AfterNumber extends Beginnings {
  /** Parts that may end behind the number, or of which it is not known how they go on. */
  readonly always: Bits;
}

/** What can follow the number that a part of the grammar begins with. */
interface Second {
  readonly keys: Set<string>;
  /** It may end right behind the number. */
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
  for (const name of starts.keys()) seconds.set(name, { keys: new Set(), ends: false, any: false });
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, states] of starts) {
      const second = seconds.get(name) as Second;
      const before = sizeOf(second);
      for (const state of states) widen(second, state, seconds, firsts);
      if (sizeOf(second) !== before) changed = true;
    }
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

const sizeOf = ({ keys, ends, any }: Second): number => keys.size * 4 + (ends ? 2 : 0) + (any ? 1 : 0);

/** Adds what can follow a number that a pattern begins with. Only parts of the grammar read numbers. */
function widen(second: Second, state: State, seconds: ReadonlyMap<string, Second>, firsts: Firsts): void {
  if (state.kind === 'split') {
    widen(second, state.first, seconds, firsts);
    widen(second, state.second, seconds, firsts);
  } else if (state.kind === 'part') {
    const inside = seconds.get(state.name);
    if (inside === undefined) return;
    for (const key of inside.keys) second.keys.add(key);
    if (inside.any) second.any = true;
    if (inside.ends) goOn(second, state.next, firsts);
  }
}

function goOn(second: Second, next: State, firsts: Firsts): void {
  const parts = new Set<string>();
  collectFirst(next, second.keys, parts);
  for (const part of parts) for (const key of firsts.get(part) ?? []) second.keys.add(key);
  if (canEnd(next)) second.ends = true;
}

const canEnd = (state: State): boolean =>
  state.kind === 'end' || (state.kind === 'split' && (canEnd(state.first) || canEnd(state.second)));

/** Turns what each part can begin or go on with about: by class, word or number, the parts. */
export function bitsByKey(sets: Firsts, ids: ReadonlyMap<string, number>): Beginnings {
  const byClass = new Map<string, [number, number]>();
  const byWord = new Map<string, [number, number]>();
  const byNumber: [number, number] = [0, 0];
  const entry = (map: Map<string, [number, number]>, name: string): [number, number] => {
    const bits = map.get(name) ?? [0, 0];
    map.set(name, bits);
    return bits;
  };
  for (const [part, keys] of sets) {
    const [low, high] = bitsOf(ids.get(part) ?? 0);
    for (const key of keys) {
      const bits = key === '#' ? byNumber : entry(key.startsWith('c:') ? byClass : byWord, key.slice(2));
      bits[0] |= low;
      bits[1] |= high;
    }
  }
  return { byClass, byWord, byNumber };
}
