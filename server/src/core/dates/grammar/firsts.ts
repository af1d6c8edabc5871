import type { State } from './patternSyntax';
import type { Beginnings, Bits, CodedPart, Firsts } from './types';

/** What each part of a grammar can begin with, by the parts' patterns. */
export function firstSets(starts: ReadonlyMap<string, readonly State[]>, coded: Readonly<Record<string, CodedPart>>): Firsts {
  const firsts = new Map<string, Set<string>>();
  const begunWith = new Map<string, ReadonlySet<string>>();
  for (const [name, part] of Object.entries(coded)) firsts.set(name, new Set(part.first));
  for (const [name, states] of starts) {
    const keys = new Set<string>();
    const others = new Set<string>();
    for (const state of states) collectFirst(state, keys, others);
    firsts.set(name, keys);
    begunWith.set(name, others);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, others] of begunWith) if (widen(firsts.get(name) as Set<string>, others, firsts)) changed = true;
  }
  return firsts;
}

/** Adds what other parts can begin with to a set; says whether that was anything new. */
function widen(set: Set<string>, parts: ReadonlySet<string>, firsts: Firsts): boolean {
  const before = set.size;
  for (const part of parts) for (const key of firsts.get(part) ?? []) set.add(key);
  return set.size > before;
}

/** Collects what a pattern can begin with: classes and words, and other parts of the grammar. */
export function collectFirst(state: State, keys: Set<string>, parts: Set<string>): void {
  if (state.kind === 'split') {
    collectFirst(state.first, keys, parts);
    collectFirst(state.second, keys, parts);
  } else if (state.kind === 'class') for (const name of state.names) keys.add(`c:${name}`);
  else if (state.kind === 'word') for (const word of state.words) keys.add(`w:${word}`);
  else if (state.kind === 'part') parts.add(state.name);
}

/** Whether a part is in a set of parts. */
export const hasBit = ([low, high]: Bits, id: number): boolean => ((id < 31 ? low >> id : high >> (id - 31)) & 1) === 1;

/** A part's own bit. */
export const bitsOf = (id: number): Bits => (id < 31 ? [1 << id, 0] : [0, 1 << (id - 31)]);

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
