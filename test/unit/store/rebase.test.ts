import { describe, expect, test } from 'vitest';
import { fold } from '../../../server/src/store/fold';
import { minimalEdit, rebaseSpan, type TextEdit } from '../../../server/src/store/rebase';
import { intervalOf } from '../../../server/src/store/timexValue';
import { joins, moveEdge, trimSelection, wordOccurrences } from '../../../server/src/store/words';

describe('a span through an edit', () => {
  // "abcdefghij", the span is "def"
  const span = { start: 3, end: 6 };
  test.each<[string, number, number, string, number, number, string]>([
    ['typed before', 0, 0, 'xx', 5, 8, 'whole'],
    ['typed at its start', 3, 3, 'xx', 5, 8, 'whole'],
    ['typed within', 4, 4, 'xx', 3, 8, 'changed'],
    ['typed at its end', 6, 6, 'xx', 3, 6, 'whole'],
    ['typed behind', 8, 8, 'xx', 3, 6, 'whole'],
    ['deleted before', 0, 2, '', 1, 4, 'whole'],
    ['deleted up to it', 1, 3, '', 1, 4, 'whole'],
    ['deleted over its start', 2, 4, '', 2, 4, 'changed'],
    ['deleted from its start', 3, 4, '', 3, 5, 'changed'],
    ['deleted within', 4, 5, '', 3, 5, 'changed'],
    ['deleted up to its end', 5, 6, '', 3, 5, 'changed'],
    ['deleted over its end', 5, 8, '', 3, 5, 'changed'],
    ['deleted behind', 6, 8, '', 3, 6, 'whole'],
    ['deleted altogether', 3, 6, '', 3, 3, 'gone'],
    ['deleted with what is around', 2, 7, '', 2, 2, 'gone'],
    ['replaced altogether', 3, 6, 'xyz', 3, 3, 'gone'],
    ['replaced over its start', 2, 4, 'xyz', 5, 7, 'changed'],
    ['replaced over its end', 5, 8, 'xyz', 3, 5, 'changed'],
    ['replaced within', 4, 5, 'xyz', 3, 8, 'changed'],
  ])('%s', (_, start, end, inserted, from, to, state) =>
    expect(rebaseSpan(span, { start, end, inserted })).toEqual({ span: { start: from, end: to }, state }),
  );
});

describe('an edit reduced to what it changes', () => {
  const reduced = (text: string, edit: TextEdit) => {
    const { start, end, inserted } = minimalEdit(text, edit);
    return [start, end, inserted];
  };
  test('a whole text replaced', () => {
    expect(reduced('Le pont tient.', { start: 0, end: 14, inserted: 'Le vieux pont tient.' })).toEqual([3, 3, 'vieux ']);
    expect(reduced('Le vieux pont tient.', { start: 0, end: 20, inserted: 'Le pont tient.' })).toEqual([3, 9, '']);
    expect(reduced('Le pont tient.', { start: 0, end: 14, inserted: 'Le port tient.' })).toEqual([5, 6, 'r']);
    expect(reduced('Le pont.', { start: 0, end: 8, inserted: 'Le pont.' })[2]).toBe('');
  });
  test('a sentence doubled or deleted is that sentence, and no letters of its neighbours', () => {
    const [one, two] = ['Le pont tient. ', 'Le port dort.'];
    expect(reduced(one + two, { start: 0, end: 28, inserted: one + one + two })).toEqual([0, 0, one]);
    expect(reduced(one + one + two, { start: 0, end: 43, inserted: one + two })).toEqual([0, 15, '']);
    expect(reduced('a\nb\nb\nc', { start: 0, end: 7, inserted: 'a\nb\nc' })).toEqual([4, 6, '']);
  });
});

describe('a text as it is compared', () => {
  test.each([
    ['white space', 'a b\u00a0c\n\td\u202fe\u0085f', 'abcdef'],
    ['quotation marks', '«a» “b” „c‟ ″d″', '"a""b""c""d"'],
    ['apostrophes', "l’a l‘b l'c ‹d› `e´", "l'al'bl'c'd''e'"],
    ['dashes', 'a–b—c‑d−e―f', 'a-b-c-d-e-f'],
    ['invisible marks', '\ufeffa\u00adb\u200bc\u200ed\u2060e', 'abcde'],
    ['an ellipsis', 'a…', 'a...'],
    ['composition', 'e\u0301te\u0301', 'été'],
    ['Hangul letters', '\u1112\u1161\u11ab', '한'],
    ['emoji and marks that stay', '😀a\u0327\u0302', '😀a\u0327\u0302'.normalize('NFC')],
  ])('%s', (_, text, expected) => expect(fold(text).text).toBe(expected));
  test('knows where each of its characters stands', () => {
    expect(fold('« e\u0301t… »')).toEqual({ text: '"ét..."', starts: [0, 2, 4, 5, 5, 5, 7], ends: [1, 4, 5, 6, 6, 6, 8] });
  });
});

describe('words', () => {
  const text = 'Le vieux pont.\n\nÀ Vell, « hier ».';
  const moved = (words: string, edge: 'start' | 'end', direction: 'widen' | 'narrow') => {
    const start = text.indexOf(words);
    const span = moveEdge(text, { start, end: start + words.length }, edge, direction);
    return span && text.slice(span.start, span.end);
  };
  test('a boundary moves by a word or a mark, and not into another paragraph', () => {
    expect(moved('vieux', 'start', 'widen')).toBe('Le vieux');
    expect(moved('vieux', 'end', 'widen')).toBe('vieux pont');
    expect(moved('vieux pont', 'start', 'narrow')).toBe('pont');
    expect(moved('vieux pont', 'end', 'narrow')).toBe('vieux');
    expect(moved('vieux', 'start', 'narrow')).toBeUndefined();
    expect(moved('vieux', 'end', 'narrow')).toBeUndefined();
    expect(moved('Le', 'start', 'widen')).toBeUndefined();
    expect(moved('pont', 'end', 'widen')).toBe('pont.');
    expect(moved('pont.', 'end', 'widen')).toBeUndefined();
    expect(moved('À', 'start', 'widen')).toBeUndefined();
    expect(moved('hier', 'start', 'widen')).toBe('« hier');
    expect(moved('hier', 'end', 'widen')).toBe('hier »');
  });
  test('a selection loses the space around it; a caret takes the word it touches', () => {
    const taken = (start: number, end: number) => {
      const span = trimSelection(text, { start, end });
      return span && text.slice(span.start, span.end);
    };
    expect([taken(2, 9), taken(3, 3), taken(5, 5), taken(8, 8), taken(2, 3), taken(15, 15), taken(24, 24)]).toEqual([
      'vieux',
      'vieux',
      'vieux',
      'vieux',
      'Le',
      undefined,
      undefined,
    ]);
  });
  test('are found as words alone, also beside letters outside the basic plane', () => {
    expect(wordOccurrences('Roux, Rouxel, M. Roux et Leroux', 'Roux').map(({ start }) => start)).toEqual([0, 17]);
    expect(wordOccurrences('aaa aa', 'aa')).toEqual([{ start: 4, end: 6 }]);
    expect(wordOccurrences('a', '')).toEqual([]);
    expect([joins('𝐀a', 2), joins('😀a', 2), joins('a😀', 1), joins('ab', 0), joins('ab', 1), joins('ab', 2)]).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('the days that a TIMEX3 value means', () => {
  test.each<[string, string | undefined]>([
    ['2015', '2015-01-01 2015-12-31'],
    ['-0044', '-0044-01-01 -0044-12-31'],
    ['201X', '2010-01-01 2019-12-31'],
    ['20XX', '2000-01-01 2099-12-31'],
    ['2016-02', '2016-02-01 2016-02-29'],
    ['2015-09-30', '2015-09-30 2015-09-30'],
    ['2015-09-30T18:00', '2015-09-30 2015-09-30'],
    ['2015-09-30TEV', '2015-09-30 2015-09-30'],
    ['2015-W01', '2014-12-29 2015-01-04'],
    ['2015-W53', '2015-12-28 2016-01-03'],
    ['2015-Q1', '2015-01-01 2015-03-31'],
    ['2015-Q4', '2015-10-01 2015-12-31'],
    ['2015-H1', '2015-01-01 2015-06-30'],
    ['2015-H2', '2015-07-01 2015-12-31'],
    ['2015-00', undefined],
    ['2015-13', undefined],
    ['2015-12', '2015-12-01 2015-12-31'],
    ['2015-02-29', undefined],
    ['2015-W00', undefined],
    ['2015-W54', undefined],
    ['201X-W10', undefined],
    ['2015-Q5', undefined],
    ['15', undefined],
    ['2XXX', undefined],
    ['P3Y', undefined],
    ['PAST_REF', undefined],
  ])('%s', (value, expected) => {
    const interval = intervalOf(value);
    expect(interval && `${interval.earliest} ${interval.latest}`).toBe(expected);
  });
});
