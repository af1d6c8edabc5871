import type { Rule } from '../../rules/rule';
import type { Reader } from '../lexicon';

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

/** One way to say something. Ways that share an id are variants of one rule, and share its page. */
export interface DateRule extends Rule {
  /** See {@link file://./patternSyntax.ts}. */
  readonly pattern: string;
  /** What it means; null where it is not this after all: then other readings are tried. */
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

/** Which parts (by number, as bits) can begin with a class, with a word, with a number: what need not be tried is not. */
export interface Beginnings {
  readonly byClass: ReadonlyMap<string, Bits>;
  readonly byWord: ReadonlyMap<string, Bits>;
  readonly byNumber: Bits;
}

/** What parts can begin with, by name. */
export type Firsts = ReadonlyMap<string, ReadonlySet<string>>;
