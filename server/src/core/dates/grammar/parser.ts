import { isLeftOut, noteApplied } from '../../rules/run';
import type { PlacedSense, Reader } from '../lexicon';
import type { Automaton, Node } from './automaton';
import type { Grammar } from './pattern';
import type { Bits, Captures, DateRule, Found } from './types';

// What is known of a token before a part is tried there.
const KNOWN = 1;
const LITERAL = 2;

/** One reading of one paragraph with a grammar. */
export class Parser {
  /** By token and part: what was read there. */
  readonly #memory: ((Found | null | undefined)[] | undefined)[];
  readonly #parts: number;
  /** Three numbers a token: whether it is looked up and whether some pattern names its word; the parts that can begin there, as bits. */
  readonly #begins: number[];
  readonly #frames: Frame[] = [];
  #depth = 0;

  constructor(
    readonly grammar: Grammar,
    readonly reader: Reader,
  ) {
    this.#parts = grammar.ids.size;
    this.#memory = new Array(reader.tokens.length);
    this.#begins = new Array<number>(reader.tokens.length * 3).fill(0);
  }

  /** Whether one of several parts, given as bits, can begin at a token. */
  canBeginAny(low: number, high: number, at: number): boolean {
    if (this.#begins[at * 3] === 0) this.#begin(at);
    return ((this.#begins[at * 3 + 1] as number) & low) !== 0 || ((this.#begins[at * 3 + 2] as number) & high) !== 0;
  }

  /** Whether a part can begin at a token, as far as its first word, and after a number the next one, says. */
  canBegin(id: number, at: number): boolean {
    if (this.#begins[at * 3] === 0) this.#begin(at);
    return id < 31
      ? ((this.#begins[at * 3 + 1] as number) & (1 << id)) !== 0
      : ((this.#begins[at * 3 + 2] as number) & (1 << (id - 31))) !== 0;
  }

  /** Whether a token's word is one that some pattern names. */
  isLiteral(at: number): boolean {
    if (this.#begins[at * 3] === 0) this.#begin(at);
    return (this.#begins[at * 3] as number) === (KNOWN | LITERAL);
  }

  #begin(at: number): void {
    const { grammar, reader } = this;
    const senses = reader.senses(at);
    let low = 0;
    let high = 0;
    if (reader.isNumber(at)) {
      [low, high] = grammar.byNumber;
      if (senses.length === 0 && at + 1 < reader.tokens.length) {
        const [lowAfter, highAfter] = this.#goingOn(at + 1);
        low &= lowAfter;
        high &= highAfter;
      }
    }
    for (const sense of senses) {
      const bits = grammar.byClass.get(sense.cls);
      if (bits === undefined) continue;
      low |= bits[0];
      high |= bits[1];
    }
    let flags = KNOWN;
    const word = reader.words[at] as string;
    if (grammar.literals.has(word)) flags |= LITERAL;
    const bits = grammar.byWord.get(word);
    if (bits !== undefined) {
      low |= bits[0];
      high |= bits[1];
    }
    this.#begins[at * 3] = flags;
    this.#begins[at * 3 + 1] = low;
    this.#begins[at * 3 + 2] = high;
  }

  /** The parts that a number can begin where this token follows it. */
  #goingOn(at: number): Bits {
    const { reader } = this;
    const after = this.grammar.afterNumber;
    let [low, high] = after.always;
    const add = (bits: Bits | undefined): void => {
      if (bits === undefined) return;
      low |= bits[0];
      high |= bits[1];
    };
    if (reader.isNumber(at)) add(after.byNumber);
    for (const sense of reader.senses(at)) add(after.byClass.get(sense.cls));
    add(after.byWord.get(reader.words[at] as string));
    return [low, high];
  }

  /** The longest that a part of the grammar can make of what begins at a token; among equals the rule written first. */
  read(name: string, at: number): Found | null {
    const id = this.grammar.ids.get(name);
    if (id === undefined || at >= this.reader.tokens.length || !this.canBegin(id, at)) return null;
    return this.readPart(id, name, at);
  }

  /** The same, for a part whose number is known and that can begin at the token. */
  readPart(id: number, name: string, at: number): Found | null {
    // what is written as code looks at a few tokens: reading it again is cheaper than keeping it
    const coded = this.grammar.coded[name];
    if (coded !== undefined) return coded.read(this.reader, at);
    let memory = this.#memory[at];
    if (memory === undefined) {
      memory = new Array(this.#parts);
      this.#memory[at] = memory;
    }
    const known = memory[id];
    if (known !== undefined) return known;
    // a part that is being read at this very place cannot contain itself
    memory[id] = null;
    const found = this.#readRules(name, at);
    if (found !== null) memory[id] = found;
    return found;
  }

  #readRules(name: string, at: number): Found | null {
    const automaton = this.grammar.automata.get(name);
    if (automaton === undefined) return null;
    let frame = this.#frames[this.#depth];
    if (frame === undefined) {
      frame = new Frame(this);
      this.#frames.push(frame);
    }
    this.#depth++;
    const found = frame.match(automaton, at);
    this.#depth--;
    return found;
  }
}

/** The search for the longest match of one part at one place. Frames are used again: what one catches is gone once a rule is done. */
class Frame implements Captures {
  at = 0;
  end = 0;
  readonly reader: Reader;
  readonly #keys: string[] = [];
  readonly #values: unknown[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #size = 0;
  #rules: readonly DateRule[] = [];
  #bestEnd = -1;
  #bestRule = 0;
  #bestValue: unknown = null;

  constructor(readonly parser: Parser) {
    this.reader = parser.reader;
  }

  match(automaton: Automaton, at: number): Found | null {
    this.at = at;
    this.#size = 0;
    this.#rules = automaton.rules;
    this.#bestEnd = -1;
    this.#bestValue = null;
    this.#visit(automaton.root, at);
    const value = this.#bestValue;
    this.#bestValue = null;
    return this.#bestEnd < 0 ? null : { end: this.#bestEnd, value };
  }

  /** Goes on as far as it can first, so that a shorter match is only made where no longer one was. */
  #visit(unopened: Node, at: number): void {
    const node = unopened.opened();
    if (at < this.reader.tokens.length) {
      if (node.byClass.size > 0) this.#byClass(node, at);
      if (node.byWord.size > 0 && this.parser.isLiteral(at)) this.#byWord(node, at);
      if (node.parts.length > 0 && this.parser.canBeginAny(node.low, node.high, at)) this.#byPart(node, at);
    }
    for (const rule of node.ends) if (at > this.#bestEnd || (at === this.#bestEnd && rule < this.#bestRule)) this.#make(rule, at);
  }

  /** Takes what a rule makes of what it caught. That it applied is said here: whether the reading wins is only known later. */
  #make(order: number, at: number): void {
    const rule = this.#rules[order];
    if (rule === undefined || isLeftOut(rule.id)) return;
    this.end = at;
    const value = rule.make(this);
    if (value === null || value === undefined) return;
    noteApplied(rule.id);
    this.#bestEnd = at;
    this.#bestRule = order;
    this.#bestValue = value;
  }

  #byWord(node: Node, at: number): void {
    const { reader } = this;
    const edges = node.byWord.get(reader.words[at] as string);
    if (edges === undefined) return;
    for (const edge of edges) if (!edge.glued || reader.isGlued(at)) this.#go(edge.key, '', at, at + 1, edge.to);
  }

  #byPart(node: Node, at: number): void {
    const { parser, reader } = this;
    for (const edge of node.parts) {
      if (!parser.canBegin(edge.id, at) || (edge.glued && !reader.isGlued(at))) continue;
      const found = parser.readPart(edge.id, edge.name, at);
      if (found !== null) this.#go(edge.key, found.value, at, found.end, edge.to);
    }
  }

  #byClass(node: Node, at: number): void {
    const { reader } = this;
    for (const sense of reader.senses(at)) {
      const edges = node.byClass.get(sense.cls);
      if (edges === undefined) continue;
      for (const edge of edges) {
        if ((edge.strong && sense.weak) || (edge.value !== undefined && edge.value !== sense.value)) continue;
        if (!edge.glued || reader.isGlued(at)) this.#go(edge.key, sense, at, sense.end, edge.to);
      }
    }
  }

  #go(key: string, value: unknown, from: number, to: number, node: Node): void {
    const at = this.#size++;
    this.#keys[at] = key;
    this.#values[at] = value;
    this.#starts[at] = from;
    this.#ends[at] = to;
    this.#visit(node, to);
    this.#size = at;
  }

  #index(name: string): number {
    for (let i = 0; i < this.#size; i++) if (this.#keys[i] === name) return i;
    return -1;
  }

  has(name: string): boolean {
    return this.#index(name) >= 0;
  }

  number(name: string): number {
    const at = this.#index(name);
    return at < 0 ? Number.NaN : ((this.#values[at] as PlacedSense | undefined)?.number ?? Number.NaN);
  }

  value(name: string): string {
    const at = this.#index(name);
    return at < 0 ? '' : ((this.#values[at] as PlacedSense | undefined)?.value ?? '');
  }

  part<T>(name: string): T | undefined {
    const at = this.#index(name);
    return at < 0 ? undefined : (this.#values[at] as T | undefined);
  }

  from(name: string): number {
    const at = this.#index(name);
    return at < 0 ? -1 : (this.#starts[at] as number);
  }

  to(name: string): number {
    const at = this.#index(name);
    return at < 0 ? -1 : (this.#ends[at] as number);
  }
}
