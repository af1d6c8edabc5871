import type { Rule } from '../rules/rule';
import type { TokenRules } from '../text/tokens';
import type { DirectionWeights } from './direction/decide';

/**
 * Phrases of one class, separated by `|`, lower case. A trailing `*` marks a phrase that is read only beside other parts
 * of a date (an abbreviation such as `mar.`, a word that mostly means something else); a full stop after it is taken in.
 */
export type Phrases = string;

/** Names of months and weekdays and the like in one language, made from CLDR at build time. */
export interface CalendarNames {
  /** January first: wide and abbreviated, in all their forms. */
  readonly months: readonly Phrases[];
  /** Monday first. */
  readonly weekdays: readonly Phrases[];
  /** Relative days by their distance from today. */
  readonly days: Readonly<Record<string, Phrases>>;
}

/** A rule that only one language has: its page's name, a pattern ({@link file://./grammar/patternSyntax.ts}) and an action's name. */
export interface LanguageRule extends Rule {
  readonly pattern: string;
  readonly action: string;
  readonly argument?: string;
}

/** A language's words for dates: plain data, of which one shared grammar makes a finder. */
export interface DatePack {
  readonly language: string;
  /** How the language's phrases are cut into tokens. */
  readonly text: TokenRules;
  readonly names: CalendarNames;
  /** Word classes without a value: `of`, `the`, `ago` … The grammar says which there are; a class left out is empty. */
  readonly classes: Readonly<Record<string, Phrases>>;
  /** Word classes with a value: `last: {-1: 'dernier|passé'}`, `unit: {Y: 'an|ans'}`, `feast: {christmas: 'noël'}`. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Phrases>>>>;
  /** Number words by value; compounds are put together by the grammar. */
  readonly numbers: Readonly<Record<string, Phrases>>;
  /** Rules for what only this language says in this way. */
  readonly rules: readonly LanguageRule[];
  /** Whether 03/04 is 3 April. */
  readonly dayFirst: boolean;
  /** Whether names of months and weekdays are written with a capital: a bare one without it, or against it, is doubtful. */
  readonly capitals: boolean;
  /** Endings and forms of verbs in the future and in the past: regular expression sources over a lower-case word. */
  readonly future: string;
  readonly past: string;
  /** Past participles that can stand beside a date without an auxiliary (publiée le 15 octobre); none where absent. */
  readonly participle?: string;
  /** Forms of words that are evidence for a date's direction, by name: a conditional, an infinitive. */
  readonly forms?: Readonly<Record<string, RegExp>>;
  /** What the evidence for a date's direction weighs, learnt by scripts/train-direction.mjs; plain ones where absent. */
  readonly direction?: DirectionWeights;
  /** What a verb looks like before which an adverb of time stands by itself: later said. */
  readonly verbEnding?: RegExp;
  /** What a word that numbers count looks like: its ending in the plural. Any word where absent. */
  readonly plural?: RegExp;
  /** A season right before a noun says of what kind it is: winter wheat. */
  readonly seasonBeforeNoun?: boolean;
  /** Numbers are written as one word, however long (neunzehnhundertachtzig). */
  readonly gluedNumbers?: boolean;
  /** Words with a capital that has lost its accent, with what is read instead: A for À. */
  readonly misspelt?: Readonly<Record<string, string>>;
  /** Easter of the Eastern churches is the one meant. */
  readonly orthodox?: boolean;
}
