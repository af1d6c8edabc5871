import { describe, expect, test } from 'vitest';
import { compileQuery } from '../../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../../server/src/corpus/query/query';
import { search } from '../../../../server/src/corpus/query/search';
import { article, count, firsts, notes, row, settings } from './support';

const times = (word: string, n: number): string => `${word} `.repeat(n);
/** 20 of 120 words in one newspaper, 5 of 200 in the other. */
const SEA = article(times('mer', 20) + times('le', 100), { metadata: { source: 'Le Phare' } });
const LAND = article(times('mer', 5) + times('le', 195), { id: 'b.txt', metadata: { source: 'La Vigie' } });

describe('keywords', () => {
  const table = count([SEA, LAND], { kind: 'keywords', by: 'source', part: 'Le Phare' });
  test('of one part against the others, by each statistic', () => {
    const sea = row(table, 'mer');
    expect(sea).toMatchObject({ count: 20, articles: 1, others: 5, othersArticles: 1 });
    expect(sea?.query).toBe('"mer"');
    expect(table.columns.find(({ id }) => id === 'count')?.filter).toBe('source:"Le Phare"');
    expect(table.columns.find(({ id }) => id === 'others')?.filter).toBeUndefined();
    // E = 25 · 120 / 320 = 9.375
    expect(sea?.logLikelihoodTwoTerm).toBeCloseTo(2 * (20 * Math.log(20 / 9.375) + 5 * Math.log(5 / 15.625)), 9);
    expect(sea?.logRatio).toBeCloseTo(Math.log2(20 / 120 / (5 / 200)), 9);
    expect(sea?.percentDifference).toBeCloseTo(((20 / 120 - 5 / 200) / (5 / 200)) * 100, 9);
    expect(sea?.specificity).toBeGreaterThan(4);
    expect(row(table, 'le')?.specificity).toBeLessThan(-4);
    expect(firsts(table)).toEqual(['mer', 'le']);
  });
  test('say what was compared', () =>
    expect(settings(table)).toMatchObject({
      Partition: 'source',
      Part: 'Le Phare (120 words, 1 article)',
      Against: 'all other parts (200 words, 1 article)',
    }));
  test('against one other part alone', () => {
    const third = article(times('mer', 300), { id: 'c.txt', metadata: { source: 'Le Cap' } });
    const compared = count([SEA, LAND, third], { kind: 'keywords', by: 'source', part: 'Le Phare', against: 'La Vigie' });
    expect(row(compared, 'mer')).toMatchObject({ count: 20, others: 5 });
  });
  test('against an outside list', () => {
    const reference = {
      name: 'general.csv',
      words: [
        ['mer', 100],
        ['le', 50_000],
      ] as const,
      size: 1_000_000,
    };
    const compared = count([SEA], { kind: 'keywords', reference });
    expect(row(compared, 'mer')).toMatchObject({ count: 20, others: 100 });
    expect(settings(compared).Against).toBe('the list general.csv (1000000 words)');
  });
  test('one speaker’s words against all others’: words that nobody known says are in neither', () => {
    const text = `« ${times('digue', 60)}${times('port', 60)}», dit Anne. « ${times('digue', 5)}${times('port', 115)}», dit Paul. « ${times('digue', 50)}»`;
    const quoted = article(text, {
      quotes: {
        [`${times('digue', 60)}${times('port', 60)}`.trim()]: { by: 'Anne' },
        [`${times('digue', 5)}${times('port', 115)}`.trim()]: { by: 'Paul' },
      },
    });
    const words = count([quoted], { kind: 'keywords', by: 'speaker', part: 'Anne' });
    expect(row(words, 'digue')).toMatchObject({ count: 60, others: 5 });
    expect(words.columns[1]?.filter).toBe('speaker:"Anne"');
  });
  test.each([
    ['no such part', { part: 'Le Matin' }, 'No article counted is in the part “Le Matin”'],
    ['an empty part to compare with', { part: 'Le Phare', against: 'Le Matin' }, 'No article counted is in the part “Le Matin”'],
  ])('%s: the table says so, and gives no figure', (_, asked, said) => {
    const table = count([SEA, LAND], { kind: 'keywords', by: 'source', ...asked });
    expect(notes(table)).toContain(said);
    expect(row(table, 'mer')?.specificity).toBeNull();
  });
  test('a partition of one part, and a part of ten words, cannot be compared', () => {
    expect(notes(count([SEA], { kind: 'keywords', by: 'source', part: 'Le Phare' }))).toContain('source has one part alone');
    const ten = article(times('mer', 10), { id: 'c.txt', metadata: { source: 'Le Cap' } });
    const table = count([SEA, ten], { kind: 'keywords', by: 'source', part: 'Le Cap' });
    expect(notes(table)).toContain('“Le Cap” has 10 words: below 100');
    expect(row(table, 'mer')).toMatchObject({ count: 10, others: 20, logLikelihood: null });
  });
});

describe('collocates', () => {
  const text = article('La vieille digue du port cède. Le maire ferme le port. La digue neuve tient, la digue du port tient.');
  test('stand in the window around a word, which does not leave the sentence', () => {
    const table = count([text], { kind: 'collocates', queries: ['digue'], left: 2, right: 2 });
    // la vieille | du port; la | neuve tient; tient la | du port
    expect(row(table, 'la')).toMatchObject({ together: 3, total: 3 });
    expect(row(table, 'port')).toMatchObject({ together: 2, total: 3 });
    expect(row(table, 'maire')).toBeUndefined();
    expect(row(table, 'digue')).toBeUndefined();
    expect(settings(table)).toMatchObject({
      Found: '3',
      Window: '2 words to the left, 2 words to the right, within the sentence',
    });
  });
  test('cross sentences where that is asked', () => {
    const asked = { kind: 'collocates', queries: ['maire'], left: 2, right: 0 } as const;
    expect(firsts(count([text], asked))).toEqual(['le']);
    expect(firsts(count([text], { ...asked, crossSentences: true })).sort()).toEqual(['cède', 'le']);
  });
  test('a word in two windows counts once, and the figures are those of Evert', () => {
    const table = count([article('a b a c c c c c c c')], { kind: 'collocates', queries: ['a'], left: 1, right: 1 });
    // b between two a: once; without the a, 8 words of which 2 stand in windows
    expect(row(table, 'b')).toMatchObject({ together: 1, total: 1 });
    expect(row(table, 'b')?.expected).toBeCloseTo(2 / 8, 12);
    expect(row(table, 'b')?.mutualInformation).toBeCloseTo(2, 12);
    expect(row(table, 'b')?.logDice).toBeCloseTo(14 + Math.log2(2 / 3), 12);
  });
  test('each row’s query finds the row’s word and the node together', () => {
    const table = count([text], { kind: 'collocates', queries: ['digue'], left: 2, right: 2 });
    for (const { cells, query } of table.rows) {
      const hits = search(compileQuery(parseQuery(query as string)), text);
      const words = hits.map(({ first, last }) => text.forms.slice(first, last).join(' ').toLowerCase());
      expect(words.length).toBeGreaterThan(0);
      for (const found of words) expect(found).toMatch(new RegExp(`digue.*${cells[0]}|${cells[0]}.*digue`));
    }
  });
  test('of a speaker: near the name, or within the quotations', () => {
    const said = article('Anne Morel inspecte la digue. « Le port reste ouvert », dit-elle.', {
      names: { 'Anne Morel': 'PER' },
      quotes: { 'Le port reste ouvert': { by: 'Anne Morel' } },
    });
    const near = count([said], { kind: 'collocates', speaker: { name: 'Anne Morel', words: 'near' } });
    expect(firsts(near).sort()).toEqual(['digue', 'inspecte', 'la']);
    expect(settings(near).Speaker).toBe('words near the name');
    const inside = count([said], { kind: 'collocates', speaker: { name: 'Anne Morel', words: 'inside' } });
    expect(firsts(inside).sort()).toEqual(['le', 'ouvert', 'port', 'reste']);
    expect(row(inside, 'port')?.query).toBe('"port" speaker:"Anne Morel"');
  });
  test('of what is never found', () =>
    expect(notes(count([text], { kind: 'collocates', queries: ['bateau'] }))).toContain('Nothing is found for bateau.'));
});

describe('dispersion', () => {
  // Gries' corpus: 1, 2, 3, 4, 5 times “a” in parts of 9, 10, 10, 10 and 11 words
  const parts = [9, 10, 10, 10, 11].map((size, i) =>
    article(times('a', i + 1) + times('b', size - i - 1), { id: `${i}.txt`, date: `201${i}` }),
  );
  test('of a query over articles', () => {
    const table = count(parts, { kind: 'dispersion', queries: ['a', 'z'] });
    expect(row(table, 'a')).toMatchObject({ count: 15, range: 5, parts: 5 });
    expect(row(table, 'a')?.juillandD).toBeCloseTo(0.785, 3);
    expect(row(table, 'a')?.deviation).toBeCloseTo(0.18, 10);
    expect(row(table, 'z')).toMatchObject({ count: 0, juillandD: null });
  });
  test('of all words over the parts of a partition', () => {
    const table = count(parts, { kind: 'dispersion', by: 'year' });
    expect(row(table, 'a')?.normalized).toBeCloseTo(0.18 / 0.82, 10);
    expect(firsts(table)).toEqual(['b', 'a']);
  });
  test('in one article says that it cannot', () => {
    const table = count(parts.slice(0, 1), { kind: 'dispersion', queries: ['a'] });
    expect(notes(table)).toContain('two parts or more: here there is 1');
    expect(row(table, 'a')).toMatchObject({ count: 1, deviation: null });
    expect(notes(count(parts, { kind: 'dispersion' }))).toContain('Name what to look for');
  });
});

describe('time series', () => {
  const articles = [
    article('Le port. Le port.', { date: '2016-03-04' }),
    article('Le pont.', { date: '2016-03-20', id: 'b.txt' }),
    article('Le port.', { date: '2016-05-01', id: 'c.txt' }),
    article('Le port.', { date: '2016', id: 'd.txt' }),
  ];
  test('by month: per million words of it, and in what share of its articles', () => {
    const table = count(articles, { kind: 'series', by: 'month', queries: ['port'] });
    expect(firsts(table)).toEqual(['2016-03', '2016-05']);
    expect(row(table, '2016-03')).toMatchObject({
      count: 2,
      articles: 1,
      ofArticles: 2,
      share: 50,
      query: 'port date:"2016-03"',
    });
    expect(row(table, '2016-03')?.million).toBeCloseTo((2 / 6) * 1_000_000, 6);
    expect(notes(table)).toContain('1 article without a date to that precision');
  });
  test('by year, of several queries', () => {
    const table = count(articles, { kind: 'series', by: 'year', queries: ['port', 'pont'] });
    expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['port', '2016', 4],
      ['pont', '2016', 1],
    ]);
  });
});
