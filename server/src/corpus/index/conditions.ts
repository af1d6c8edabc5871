import { type Comparison, formTest, patternOfWords, valueTest } from '../query/compile';
import { spanValues } from '../query/filters';
import type { Attribute, Pattern, Query, TokenTest } from '../query/query';

/**
 * What an article must have for a query to find anything in it. It is never more than that: what fulfils it may still have
 * no hit, and is looked through.
 */
export type Condition =
  | { readonly kind: 'anything' }
  | ({ readonly kind: 'term' } & TermTest)
  | { readonly kind: 'all' | 'some'; readonly of: readonly Condition[] };

/** One of the terms of a kind that fit. */
export interface TermTest {
  readonly attribute: Attribute;
  readonly fits: (form: string) => boolean;
  /** What narrows the forms that are tried; compared coarsely. */
  readonly hint: Hint | undefined;
}

/** What all forms that fit are, or begin with. */
export type Hint = { readonly kind: 'is' | 'begins'; readonly with: string };

const ANYTHING: Condition = { kind: 'anything' };

/** The condition that a query puts to articles of a language: words are cut as that language cuts them. */
export function conditionOf(query: Query, comparison: Comparison, language: string): Condition {
  const spans = spanValues(query.filters)
    .filter(({ key }) => key !== 'decided')
    .map(({ key, value, fits }): Condition => ({ kind: 'term', attribute: key, fits, hint: hintOf(value, /[*?]/) }));
  const words =
    query.form === 'cql'
      ? ofPattern(query.pattern, ofCql)
      : ofPattern(patternOfWords(query.words, language), (test) => ofWord(test, comparison));
  const inside = (query.inside ?? []).map((each) => conditionOf(each, {}, language));
  return all([...spans, ...inside, words]);
}

function ofPattern(pattern: Pattern, ofTest: (test: TokenTest) => Condition): Condition {
  switch (pattern.kind) {
    case 'token':
      return ofTest(pattern.test);
    case 'sequence':
      return all(pattern.items.map((item) => ofPattern(item, ofTest)));
    case 'choice':
      return some(pattern.options.map((option) => ofPattern(option, ofTest)));
    case 'repeat':
      return pattern.least === 0 ? ANYTHING : ofPattern(pattern.item, ofTest);
    default:
      return ANYTHING;
  }
}

function ofWord(test: TokenTest, comparison: Comparison): Condition {
  if (test.kind !== 'is') return ANYTHING;
  const fits = formTest(test, comparison);
  if (fits === undefined) return ANYTHING;
  return { kind: 'term', attribute: 'word', fits, hint: hintOf(test.pattern, test.flags === 'l' ? NOTHING : /[*?]/) };
}

function ofCql(test: TokenTest): Condition {
  switch (test.kind) {
    case 'and':
      return all(test.tests.map(ofCql));
    case 'or':
      return some(test.tests.map(ofCql));
    case 'is':
      if (test.attribute === 'decided') return ANYTHING;
      return { kind: 'term', attribute: test.attribute, fits: valueTest(test), hint: hintOf(test.pattern, EXPRESSION) };
    default:
      // a token that is not something stands nearly everywhere
      return ANYTHING;
  }
}

const NOTHING = /(?!)/;
const EXPRESSION = /[\\^$.*+?()[\]{}|]/;

/** What stands before the first sign is in every form that fits; of an expression, what has no sign at all. */
function hintOf(pattern: string, signs: RegExp): Hint | undefined {
  const at = pattern.search(signs);
  if (at < 0) return { kind: 'is', with: pattern };
  return at === 0 || signs === EXPRESSION ? undefined : { kind: 'begins', with: pattern.slice(0, at) };
}

function all(of: readonly Condition[]): Condition {
  const asked = of.filter(({ kind }) => kind !== 'anything');
  return asked.length === 0 ? ANYTHING : { kind: 'all', of: asked };
}

const some = (of: readonly Condition[]): Condition =>
  of.some(({ kind }) => kind === 'anything') ? ANYTHING : { kind: 'some', of };
