import { expect, test } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { searchDocument } from '../../../server/src/corpus/searchDocument';
import { createArticle } from '../../../server/src/service/article';
import { counts, timeline } from '../../../server/src/service/views';
import { exportDocument } from '../../../server/src/store/exportDocument';
import { type Overlay, overlay } from '../../../server/src/store/overlay';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';
import { readSidecars } from '../../../server/src/store/sidecars';
import { en } from '../service/support';

const TEXT = ' date 2017-01 Elle est partie en mai 2015. Elle reviendra en juin 2019.';
const FOUND = createAnalyser().analyse({ id: 'a', text: TEXT, language: 'fr' });
const IN_TEXT = ['mai 2015', 'juin 2019'];

const line = (words: string): string => `T1\tDATE ${TEXT.indexOf(words)} ${TEXT.indexOf(words) + words.length}\t${words}\n`;
const decided = (ann: string | undefined, review?: string) => readSidecars({ ann, review }, TEXT, 'a').decisions;

function laid(decisions = decided(undefined)): Overlay {
  const foreign = [{ layer: 'date', type: 'DATE', spans: [{ start: 6, end: 13 }], source: 'other' }];
  return overlay({ text: TEXT, analysis: FOUND, decisions, schema: DEFAULT_SCHEMA, version: '1', foreign });
}

const listed = ({ items }: Overlay): string[] =>
  items.filter(({ layer }) => layer === 'date').map(({ spans }) => TEXT.slice(spans[0]?.start, spans[0]?.end));
const shown = ({ analysis }: Overlay): string[] => analysis.dates.map(({ text }) => text);

test('the header’s date is seen in the text, and is nothing to decide on, whoever proposes it', () => {
  expect(listed(laid())).toEqual(IN_TEXT);
  expect(shown(laid())).toEqual(['2017-01', ...IN_TEXT]);
});

test('it is still seen once something else is decided', () => {
  const one = laid(decided(line('mai 2015')));
  expect(shown(one)).toEqual(['2017-01', ...IN_TEXT]);
  expect(one.analysis.dates[0]).toMatchObject({ value: '2017-01' });
});

test('where a person has decided on it, that stays: in the list, in the text and in what is exported', () => {
  const decisions = decided(line('2017-01'));
  const one = laid(decisions);
  expect(listed(one)).toEqual(['2017-01', ...IN_TEXT]);
  expect(shown(one)).toEqual(['2017-01', ...IN_TEXT]);
  const written = exportDocument('a', decisions, one.items, one.analysis, DEFAULT_SCHEMA);
  const ofHeader = written.annotations.find(({ spans }) => spans[0]?.start === 6);
  expect(ofHeader).toMatchObject({ layer: 'date', type: 'DATE' });
  expect(ofHeader?.status).not.toBe('suggested');
});

test('a longer stretch that a person marked takes its place', () => {
  expect(shown(laid(decided(line('date 2017-01'))))).toEqual(['date 2017-01', ...IN_TEXT]);
});

test('it is not counted, listed by time or found as a date of the text', () => {
  const { analysis } = laid();
  const article = createArticle(TEXT, analysis);
  expect(counts(article).dates).toBe(2);
  expect(timeline(article, en).map(({ date }) => date.text)).toEqual(IN_TEXT);
  const document = searchDocument(TEXT, analysis);
  expect(document.dates.map(({ value }) => value)).toEqual(['2015-05', '2019-06']);
  expect(document.date).toBe('2017-01');
});

test('nor is it among what is counted where nobody has decided on anything', () => {
  const { items, undecided } = overlay({
    text: TEXT,
    analysis: FOUND,
    decisions: decided(undefined),
    schema: DEFAULT_SCHEMA,
    version: '1',
  });
  expect(undecided?.get('date')).toBe(2);
  expect(items.filter(({ layer }) => layer === 'date')).toHaveLength(2);
});
