import type { Reader } from '../lexicon';
import { Automaton } from './automaton';
import { compilePattern, type State } from './patternSyntax';

/** What a part of the grammar found: where it ends (a token index) and what it means. */
export interface Found {
  readonly end: number;
  readonly value: unknown;
}

/** What a rule caught, by name. Positions are token indexes. */
export interface Captures {
  /** Where the rule's match begins. */
  readonly at: number;
  /** Where it ends. */
  readonly end: number;
  readonly reader: Reader;
  has(name: string): boolean;
  /** A class's value as a number; NaN where nothing was caught. */
  number(name: string): number;
  /** A class's value; '' where nothing was caught. */
  value(name: string): string;
  /** What a part of the grammar found under this name. */
  part<T>(name: string): T | undefined;
  from(name: string): number;
  to(name: string): number;
}

/** One way to say something: a pattern, and what it means (null: not this after all). */
export interface Rule {
  readonly pattern: string;
  readonly make: (captures: Captures) => unknown;
}

/** A part of the grammar written as code: numbers, days, years. `first` names what it can begin with: `#` a number, `c:` a class, `w:` a word. */
export interface CodedPart {
  readonly first: readonly string[];
  readonly read: (reader: Reader, at: number) => Found | null;
}

/** A set of parts: bits 0–30, and 31–61. */
export type Bits = readonly [low: number, high: number];

/** A compiled grammar. */
export interface Grammar {
  /** Parts written as rules, by name. */
  readonly automata: ReadonlyMap<string, Automaton>;
  readonly coded: Readonly<Record<string, CodedPart>>;
  /** Numbers of the parts, for the parser's memory. */
  readonly ids: ReadonlyMap<string, number>;
  /** Which parts (by number, as bits) can begin with a class, with a word, with a number: what need not be tried is not. */
  readonly byClass: ReadonlyMap<string, Bits>;
  readonly byWord: ReadonlyMap<string, Bits>;
  readonly byNumber: Bits;
  /** All classes that some pattern names: a word of other classes only is context. */
  readonly classes: ReadonlySet<string>;
}

/** Compiles a grammar. Throws on a pattern that is badly written: a fault of the code. */
export function compileGrammar(
  parts: Readonly<Record<string, readonly Rule[]>>,
  coded: Readonly<Record<string, CodedPart>>,
): Grammar {
  const counter = { next: 0 };
  const ids = new Map([...Object.keys(parts), ...Object.keys(coded)].map((name, i) => [name, i]));
  const starts = new Map<string, readonly State[]>();
  const automata = new Map<string, Automaton>();
  const classes = new Set<string>();
  for (const [name, rules] of Object.entries(parts)) {
    const states = rules.map((rule, order) => compilePattern(rule.pattern, order, counter));
    starts.set(name, states);
    automata.set(
      name,
      new Automaton(
        states,
        rules.map((rule) => rule.make),
        ids,
      ),
    );
    for (const state of states) collectClasses(state, classes, new Set());
  }
  for (const part of Object.values(coded)) for (const key of part.first) if (key.startsWith('c:')) classes.add(key.slice(2));
  return { automata, coded, ids, classes, ...beginnings(firstSets(starts, coded), ids) };
}

/** Turns what each part can begin with about: by beginning, the parts. */
function beginnings(firsts: Firsts, ids: ReadonlyMap<string, number>): Pick<Grammar, 'byClass' | 'byWord' | 'byNumber'> {
  const byClass = new Map<string, [number, number]>();
  const byWord = new Map<string, [number, number]>();
  const byNumber: [number, number] = [0, 0];
  const bitsOf = (map: Map<string, [number, number]>, name: string): [number, number] => {
    const bits = map.get(name) ?? [0, 0];
    map.set(name, bits);
    return bits;
  };
  for (const [part, keys] of firsts) {
    const id = ids.get(part) ?? 0;
    for (const key of keys) {
      const bits = key === '#' ? byNumber : bitsOf(key.startsWith('c:') ? byClass : byWord, key.slice(2));
      if (id < 31) bits[0] |= 1 << id;
      else bits[1] |= 1 << (id - 31);
    }
  }
  return { byClass, byWord, byNumber };
}

function collectClasses(state: State, classes: Set<string>, seen: Set<number>): void {
  if (seen.has(state.id)) return;
  seen.add(state.id);
  if (state.kind === 'end') return;
  if (state.kind === 'split') {
    collectClasses(state.first, classes, seen);
    collectClasses(state.second, classes, seen);
    return;
  }
  if (state.kind === 'class') for (const name of state.names) classes.add(name);
  collectClasses(state.next, classes, seen);
}

type Firsts = ReadonlyMap<string, ReadonlySet<string>>;

function firstSets(starts: ReadonlyMap<string, readonly State[]>, coded: Readonly<Record<string, CodedPart>>): Firsts {
  const firsts = new Map<string, Set<string>>();
  for (const [name, part] of Object.entries(coded)) firsts.set(name, new Set(part.first));
  for (const name of starts.keys()) firsts.set(name, new Set());
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, states] of starts) {
      const set = firsts.get(name) as Set<string>;
      const before = set.size;
      for (const state of states) for (const key of firstOf(state, firsts)) set.add(key);
      if (set.size > before) changed = true;
    }
  }
  return firsts;
}

function firstOf(state: State, firsts: Firsts): readonly string[] {
  switch (state.kind) {
    case 'end':
      return [];
    case 'split':
      return [...firstOf(state.first, firsts), ...firstOf(state.second, firsts)];
    case 'class':
      return state.names.map((name) => `c:${name}`);
    case 'word':
      return state.words.map((word) => `w:${word}`);
    case 'part':
      return [...(firsts.get(state.name) ?? [])];
  }
}
