// What a corpus can hold that no statistic is for: a clear word, the counts that there are, and a bounded table.
import { describe, expect, test } from 'vitest';
import { tableText } from '../../../../server/src/corpus/tables/text';
import { article, count, notes, row } from './support';

const TEN_WORDS = 'le port a rouvert hier matin et la foule était';
const MANY = Array.from({ length: 10_000 }, (_, i) =>
  article('le port', { id: `${i}.txt`, metadata: { source: `Journal ${i}` }, date: i % 2 === 0 ? '2016' : undefined }),
);

describe('what no statistic is for', () => {
  test('a part of ten words: counts without statistics, and why', () => {
    const table = count([article(TEN_WORDS, { metadata: { source: 'A' } }), article(TEN_WORDS, { metadata: { source: 'B' } })], {
      kind: 'keywords',
      by: 'source',
      part: 'A',
    });
    expect(notes(table)).toContain('“A” has 10 words: below 100, no statistic can say what is typical of it');
    expect(row(table, 'port')).toMatchObject({ count: 1, others: 1, specificity: null, logLikelihood: null, chiSquared: null });
  });

  test('an empty part, and a partition of one text', () => {
    const one = [article(TEN_WORDS, { metadata: { source: 'A' } })];
    expect(notes(count(one, { kind: 'keywords', by: 'source', part: 'B' }))).toContain('is in the part “B” of source');
    expect(notes(count(one, { kind: 'keywords', by: 'source', part: 'A' }))).toContain('source has one part alone here');
    const spread = count(one, { kind: 'dispersion', by: 'source', queries: ['port'] });
    expect(notes(spread)).toContain('Dispersion needs two parts or more');
    expect(row(spread, 'port')).toMatchObject({ count: 1, juillandD: null, deviation: null });
  });

  test('no article at all: every kind says so, and draws nothing', () => {
    for (const kind of ['words', 'ngrams', 'keywords', 'entities', 'speakers', 'cues', 'quotes', 'series'] as const) {
      const table = count([], { kind, ...(kind === 'keywords' && { by: 'year', part: '2016' }) });
      expect(notes(table), kind).toContain('No article was counted');
      expect(tableText(table, { format: 'svg', language: 'en' }), kind).toBe('');
    }
  });

  test('dates without a month, or none: in no row of months, counted and told', () => {
    const table = count([...MANY.slice(0, 5), article('le port', { date: '2016-03' })], { kind: 'series', queries: ['port'] });
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['2016-03']);
    expect(notes(table)).toContain('5 articles without a date to that precision: in no row');
  });

  test('a column with 10,000 values: the 50 largest have columns, the totals have all', () => {
    const table = count(MANY, { kind: 'words', by: 'source' });
    expect(table.columns.filter(({ id }) => id.startsWith('count:'))).toHaveLength(50);
    expect(notes(table)).toContain('source has 10000 values: the 50 with the most words have columns');
    expect(row(table, 'port')).toMatchObject({ count: 10_000, articles: 10_000 });
    const both = count(MANY, { kind: 'words', by: 'source, year' });
    expect(both.columns.filter(({ id }) => id.startsWith('count:'))).toHaveLength(50);
    expect(row(count(MANY, { kind: 'dispersion', by: 'source', queries: ['port'] }), 'port')).toMatchObject({ parts: 10_000 });
  });
});
