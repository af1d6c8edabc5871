import { Automaton } from './automaton';
import { bitsByKey, firstSets } from './firsts';
import { type AfterNumber, afterNumber } from './lookahead';
import { compilePattern, type State } from './patternSyntax';
import type { Beginnings, CodedPart, DateRule } from './types';

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
  parts: Readonly<Record<string, readonly DateRule[]>>,
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
    starts.set(name, states);
    automata.set(name, new Automaton(states, rules, ids));
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
