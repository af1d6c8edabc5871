import { describe, expect, test } from 'vitest';
import { noDecisions } from '../../../server/src/store/decisions';
import { operateAll } from '../../../server/src/store/operate';
import type { Operation } from '../../../server/src/store/operations';
import { decisionItems } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { wholeWords } from '../../../server/src/store/snap';

const TEXT = 'L’amie d’Éloïse Quint vit à Vell.';

/** What is annotated after some operations, in words. */
function annotated(...operations: readonly Operation[]): readonly string[] {
  let decisions = noDecisions('a', TEXT);
  for (const operation of operations) {
    const items = decisionItems(decisions, DEFAULT_SCHEMA);
    const result = operateAll({ decisions, items, schema: DEFAULT_SCHEMA }, [operation]);
    if (!result.ok) return [result.problem];
    ({ decisions } = result);
  }
  return decisions.document.annotations.map(({ spans }) => spans.map(({ start, end }) => TEXT.slice(start, end)).join('…'));
}
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const add = (words: string, snap?: true): Operation => ({
  kind: 'add',
  layer: 'entity',
  type: 'PER',
  spans: [span(words)],
  ...(snap && { snap }),
});

describe('what is selected goes to the ends of words', () => {
  test('where it is asked for; else it is taken as it is', () => {
    expect(annotated(add('loïse Qu', true))).toEqual(['Éloïse Quint']);
    expect(annotated(add('loïse Qu'))).toEqual(['loïse Qu']);
  });
  test('an elided article stays outside, and what ends between words stays', () => {
    expect(annotated(add('Éloïse Quint', true))).toEqual(['Éloïse Quint']);
    expect(annotated(add(' Éloïse'.trim(), true))).toEqual(['Éloïse']);
    expect(annotated(add('Vell.', true))).toEqual(['Vell.']);
  });
  test('other boundaries of an annotation, too', () => {
    const redrawn = { kind: 'setSpans', item: 'T1', spans: [span('se Qui')], snap: true } as const;
    expect(annotated(add('Vell'), redrawn)).toEqual(['Éloïse Quint']);
  });
  test('a split in a word is one beside it, and none at all where there is one word', () => {
    const at = TEXT.indexOf('Quint') + 1;
    expect(annotated(add('Éloïse Quint'), { kind: 'split', item: 'T1', at, snap: true })).toEqual(['Éloïse', 'Quint']);
    expect(annotated(add('Quint'), { kind: 'split', item: 'T1', at, snap: true })).toEqual(['place']);
    expect(annotated(add('Quint'), { kind: 'split', item: 'T1', at })).toEqual(['Q', 'uint']);
  });
  test('letters above the first plane and combining marks are of the word; a caret is no selection', () => {
    const text = 'a 𝒜𝒷c e\u0301te\u0301';
    expect(wholeWords(text, { start: 4, end: 6 })).toEqual({ start: 2, end: 7 });
    expect(wholeWords(text, { start: 9, end: 11 })).toEqual({ start: 8, end: text.length });
    expect(wholeWords(text, { start: 4, end: 4 })).toEqual({ start: 4, end: 4 });
  });
});
