import type { Reader } from '../lexicon';
import { Automaton } from './automaton';
import { type AfterNumber, afterNumber, bitsByKey } from './lookahead';
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
  /** Where it begins with a number in digits: what can follow that inside the part, in the same form; absent where that is anything. */
  readonly longer?: readonly string[];
  readonly read: (reader: Reader, at: number) => Found | null;
}

/** A set of parts: bits 0–30, and 31–61. */
export type Bits = readonly [low: number, high: number];

/** Whether a part is in a set of parts. */
export const hasBit = ([low, high]: Bits, id: number): boolean => ((id < 31 ? low >> id : high >> (id - 31)) & 1) === 1;

/** A part's own bit. */
export const bitsOf = (id: number): Bits => (id < 31 ? [1 << id, 0] : [0, 1 << (id - 31)]);

/** Which parts (by number, as bits) can begin with a class, with a word, with a number: what need not be tried is not. */
export interface Beginnings {
  readonly byClass: ReadonlyMap<string, Bits>;
  readonly byWord: ReadonlyMap<string, Bits>;
  readonly byNumber: Bits;
}

/** A compiled grammar. */
export interface Grammar extends Beginnings {
  /** Parts written as rules, by name. */
  readonly automata: ReadonlyMap<string, Automaton>;
  readonly coded: Readonly<Record<string, CodedPart>>;
  /** Numbers of the parts, for the parser's memory. */
  readonly ids: ReadonlyMap<string, number>;
  /** Which parts that begin with a number can go on with what follows it. */
  readonly afterNumber: AfterNumber;
  /** All words that some pattern names: any other need not be looked up in a node. */
  readonly literals: ReadonlySet<string>;
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
  const literals = new Set<string>();
  for (const [name, rules] of Object.entries(parts)) {
    const states = rules.map((rule, order) => compilePattern(rule.pattern, order, counter, classes, literals));
    const makes = rules.map((rule) => rule.make);
    starts.set(name, states);
    automata.set(name, new Automaton(states, makes, ids));
  }
  for (const part of Object.values(coded)) for (const key of part.first) if (key.startsWith('c:')) classes.add(key.slice(2));
  const firsts = firstSets(starts, coded);
  return {
    automata,
    coded,
    ids,
    classes,
    literals,
    afterNumber: afterNumber(starts, coded, firsts, ids),
    ...bitsByKey(firsts, ids),
  };
}

/** What parts can begin with, by name. */
export type Firsts = ReadonlyMap<string, ReadonlySet<string>>;

function firstSets(starts: ReadonlyMap<string, readonly State[]>, coded: Readonly<Record<string, CodedPart>>): Firsts {
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
    for (const [name, others] of begunWith) {
      const set = firsts.get(name) as Set<string>;
      const before = set.size;
      for (const other of others) for (const key of firsts.get(other) ?? []) set.add(key);
      if (set.size > before) changed = true;
    }
  }
  return firsts;
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
