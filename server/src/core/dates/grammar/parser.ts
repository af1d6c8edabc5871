import type { PlacedSense, Reader } from '../lexicon';
import type { Automaton, Node } from './automaton';
import type { Bits, Captures, Found, Grammar } from './pattern';

/** One reading of one paragraph with a grammar. */
export class Parser {
  readonly #memory = new Map<number, Found | null>();
  readonly #parts: number;
  /** Which parts can begin at a token, as two sets of bits; -1 before it is asked. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #frames: Frame[] = [];
  #depth = 0;

  constructor(
    readonly grammar: Grammar,
    readonly reader: Reader,
  ) {
    this.#parts = grammar.ids.size;
    this.#low = new Int32Array(reader.tokens.length).fill(-1);
    this.#high = new Int32Array(reader.tokens.length);
  }

  /** Whether a part can begin at a token, as far as its first word tells. */
  canBegin(id: number, at: number): boolean {
    if (this.#low[at] === -1) this.#begin(at);
    return id < 31 ? ((this.#low[at] as number) & (1 << id)) !== 0 : ((this.#high[at] as number) & (1 << (id - 31))) !== 0;
  }

  #begin(at: number): void {
    const { grammar, reader } = this;
    let low = 0;
    let high = 0;
    const add = (bits: Bits | undefined): void => {
      if (bits === undefined) return;
      low |= bits[0];
      high |= bits[1];
    };
    if (reader.isNumber(at)) add(grammar.byNumber);
    for (const sense of reader.senses(at)) add(grammar.byClass.get(sense.cls));
    add(grammar.byWord.get(reader.words[at] as string));
    this.#low[at] = low;
    this.#high[at] = high;
  }

  /** The longest that a part of the grammar can make of what begins at a token; among equals the rule written first. */
  read(name: string, at: number): Found | null {
    const id = this.grammar.ids.get(name);
    return id === undefined || at >= this.reader.tokens.length ? null : this.readPart(id, name, at);
  }

  /** The same, for a part whose number is known and a token that there is. */
  readPart(id: number, name: string, at: number): Found | null {
    if (!this.canBegin(id, at)) return null;
    // what is written as code looks at a few tokens: reading it again is cheaper than keeping it
    const coded = this.grammar.coded[name];
    if (coded !== undefined) return coded.read(this.reader, at);
    const slot = at * this.#parts + id;
    const known = this.#memory.get(slot);
    if (known !== undefined) return known;
    // a part that is being read at this very place cannot contain itself
    this.#memory.set(slot, null);
    const found = this.#readRules(name, at);
    if (found !== null) this.#memory.set(slot, found);
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
  #makes: readonly ((captures: Captures) => unknown)[] = [];
  #bestEnd = -1;
  #bestRule = 0;
  #bestValue: unknown = null;

  constructor(readonly parser: Parser) {
    this.reader = parser.reader;
  }

  match(automaton: Automaton, at: number): Found | null {
    this.at = at;
    this.#size = 0;
    this.#makes = automaton.makes;
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
    const { reader } = this;
    if (at < reader.tokens.length) {
      if (node.byClass.size > 0) this.#byClass(node, at);
      if (node.byWord.size > 0) {
        for (const edge of node.byWord.get(reader.words[at] as string) ?? []) {
          if (!edge.glued || reader.isGlued(at)) this.#go(edge.key, '', at, at + 1, edge.to);
        }
      }
      for (const edge of node.parts) {
        if (edge.glued && !reader.isGlued(at)) continue;
        const found = this.parser.readPart(edge.id, edge.name, at);
        if (found !== null) this.#go(edge.key, found.value, at, found.end, edge.to);
      }
    }
    for (const rule of node.ends) {
      if (at < this.#bestEnd || (at === this.#bestEnd && rule >= this.#bestRule)) continue;
      this.end = at;
      const value = this.#makes[rule]?.(this);
      if (value === null || value === undefined) continue;
      this.#bestEnd = at;
      this.#bestRule = rule;
      this.#bestValue = value;
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
