import { describe, expect, test } from 'vitest';
import { Frequencies } from '../../../../server/src/corpus/tables/frequencies';
import { NgramFrequencies, NO_WORDS } from '../../../../server/src/corpus/tables/ngramFrequencies';
import { article, count, firsts, notes, row, settings } from './support';

const HARBOUR = article('Le port a rouvert. « Les bateaux sont rentrés », dit Anne Morel. Le Port attend.', {
  date: '2016-03-04',
  names: { 'Anne Morel': { type: 'PER', gender: 'f', properties: { Party: 'Le Phare' } } },
  quotes: { 'Les bateaux sont rentrés': { by: 'Anne Morel', cue: 'dit' } },
  metadata: { source: 'Le Phare' },
});
const BRIDGE = article('Le pont de l’Otrane a fermé. « Les voitures attendent », soupire un voisin. « Assez », dit Paul Brice.', {
  id: 'b.txt',
  date: '2017-01-02',
  names: { Otrane: 'LOC', 'Paul Brice': { type: 'PER', gender: 'm' } },
  quotes: { 'Les voitures attendent': { cue: 'soupire' }, Assez: { by: 'Paul Brice', cue: 'dit' } },
  metadata: { source: 'La Vigie' },
});
const BOTH = [HARBOUR, BRIDGE];

describe('a word list', () => {
  const table = count(BOTH, { kind: 'words' });
  test('counts words whatever their capitals, with their articles, per million and per cent', () => {
    expect(table.words).toBe(31);
    expect(row(table, 'le')).toMatchObject({ count: 3, articles: 2, share: 100, query: '"le"' });
    expect(row(table, 'port')).toMatchObject({ count: 2, articles: 1, share: 50 });
    expect(row(table, 'port')?.million).toBeCloseTo((2 / 31) * 1_000_000, 6);
    expect(firsts(table)[0]).toBe('le');
    expect(row(table, '«')).toBeUndefined();
  });
  test('says what a word is, and how much was counted', () => {
    expect(settings(table)).toMatchObject({ Counted: '2 articles, 31 words' });
    expect(settings(table)['A word is']).toContain('l’|OTAN');
    expect(settings(count(BOTH, { kind: 'words', marks: true }))['A word is']).toContain('marks included');
  });
  test('capitals, accents and marks count where they are asked for', () => {
    expect(row(count(BOTH, { kind: 'words', matchCase: true }), 'Port')).toMatchObject({ count: 1 });
    expect(row(count(BOTH, { kind: 'words', ignoreAccents: true }), 'rentres')).toMatchObject({ count: 1 });
    expect(row(count(BOTH, { kind: 'words', marks: true }), '«')).toMatchObject({ count: 3 });
  });
  test('a stop word makes no row and stays in the total; lemmas are counted in place of forms', () => {
    const stopped = count(BOTH, { kind: 'words', stop: ['LE'] });
    expect(row(stopped, 'le')).toBeUndefined();
    expect(stopped.words).toBe(31);
    const lemmas = count(BOTH, {
      kind: 'words',
      lemmas: [
        ['attend', 'attendre'],
        ['attendent', 'attendre'],
      ],
    });
    expect(row(lemmas, 'attendre')).toMatchObject({ count: 2, articles: 2 });
    expect(row(lemmas, 'attendre')?.query).toBe('([word="attendre"%c] | [word="attend"%c] | [word="attendent"%c])');
  });
  test('minimum, limit and order', () => {
    const table = count(BOTH, { kind: 'words', minimum: 2, limit: 2, sort: 'word' });
    expect(firsts(table)).toEqual(['a', 'dit']);
    expect(settings(table)['Sorted by']).toBe('word');
    expect(notes(table)).toContain('2 of 5 rows');
    expect(notes(count(BOTH, { kind: 'words', minimum: 99 }))).toContain('Nothing occurs 99 times or more.');
    expect(notes(count(BOTH, { kind: 'words', sort: 'weight' }))).toContain('There is no column weight');
  });
  test('of a sub-corpus alone, which its rows’ queries stay in', () => {
    const table = count(BOTH, { kind: 'words', within: 'source:"La Vigie"' });
    expect(table.articles).toBe(1);
    expect(row(table, 'port')).toBeUndefined();
    expect(row(table, 'pont')?.query).toBe('"pont" source:"La Vigie"');
    expect(count(BOTH, { kind: 'words', within: 'bateaux' }).articles).toBe(1);
  });
  test('in the parts of a partition; what has no value is in none', () => {
    const undated = article('Le port, encore.', { id: 'c.txt' });
    const table = count([...BOTH, undated], { kind: 'words', by: 'year' });
    expect(table.columns.find(({ id }) => id === 'count:2016')?.filter).toBe('date:"2016"');
    expect(row(table, 'port')).toMatchObject({ count: 3, 'count:2016': 2, 'count:2017': 0 });
    expect(settings(table)['In no part']).toBe('3 words');
  });
  test('a column with thousands of values has columns for some, and says so', () => {
    const articles = Array.from({ length: 300 }, (_, i) => article('Le port.', { metadata: { number: `n${i}` } }));
    const table = count(articles, { kind: 'words', by: 'number' });
    expect(table.columns.filter(({ id }) => id.startsWith('count:'))).toHaveLength(50);
    expect(notes(table)).toContain('number has 300 values');
    expect(row(table, 'port')).toMatchObject({ count: 300 });
  });
  test('of nothing says that it is nothing', () => expect(notes(count([], { kind: 'words' }))).toBe('No article was counted.'));
});

describe('n-grams', () => {
  test('stand within a sentence, and over no mark', () => {
    const table = count([article('Le port a rouvert. Le port a fermé, le port a.')], { kind: 'ngrams', longest: 3, minimum: 2 });
    expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['le port', 2, 3],
      ['le port a', 3, 3],
      ['port a', 2, 3],
    ]);
    expect(table.rows[0]?.query).toBe('"le port"');
    expect(settings(table)).toMatchObject({ 'Words in an n-gram': '2–3', 'Minimum frequency': '2' });
  });
  test('that begin or end with a stop word are left out', () =>
    expect(firsts(count([article('le port de la ville')], { kind: 'ngrams', longest: 3, stop: ['le', 'la', 'de'] }))).toEqual(
      [],
    ));
});

describe('lists of annotations', () => {
  test('names with their types', () => {
    const table = count(BOTH, { kind: 'entities' });
    expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['Anne Morel', 'PER', 1],
      ['Otrane', 'LOC', 1],
      ['Paul Brice', 'PER', 1],
    ]);
    expect(table.rows[1]?.query).toBe('entity:"Otrane" type:"LOC"');
  });
  test('speakers with the words that they say; who is not known has a row of his own', () => {
    const table = count(BOTH, { kind: 'speakers' });
    expect(row(table, 'Anne Morel')).toMatchObject({ count: 1, quoted: 4, query: 'speaker:"Anne Morel"' });
    expect(row(table, '')).toMatchObject({ count: 1, quoted: 3, query: null });
  });
  test('cues and kinds of quotations', () => {
    expect(row(count(BOTH, { kind: 'cues' }), 'dit')).toMatchObject({ count: 2, articles: 2 });
    expect(row(count(BOTH, { kind: 'quotes' }), 'direct')).toMatchObject({ count: 3, query: 'quote:"direct"' });
  });
  test('grouped by gender, by newspaper: women, men, and those of whom it is not known', () => {
    const table = count(BOTH, { kind: 'speakers', group: 'gender', by: 'source' });
    expect(table.rows.map(({ cells }) => cells[0]).sort()).toEqual(['', 'f', 'm']);
    expect(row(table, 'f')).toMatchObject({ 'count:Le Phare': 1, 'count:La Vigie': 0 });
    expect(row(table, '')).toMatchObject({ 'count:La Vigie': 1 });
  });
  test('grouped by gender, by newspaper and month: each cell in both, what has no month in none', () => {
    const undated = article('« Non », dit-on.', { quotes: { Non: { by: 'Zoé Brun' } }, metadata: { source: 'Le Phare' } });
    const table = count([...BOTH, undated], { kind: 'speakers', group: 'gender', by: 'source, month' });
    const columns = table.columns.filter(({ id }) => id.startsWith('count:'));
    expect(columns.map(({ id, filter }) => [id, filter])).toContainEqual([
      'count:Le Phare · 2016-03',
      'source:"Le Phare" date:"2016-03"',
    ]);
    expect(row(table, 'f')).toMatchObject({ 'count:Le Phare · 2016-03': 1 });
    expect(settings(table)['In no part']).toMatch(/words$/);
  });
  test('grouped by a column of the gazetteer, whatever its capitals', () =>
    expect(row(count(BOTH, { kind: 'entities', group: 'party' }), 'Le Phare')).toMatchObject({ count: 1 }));
});

describe('counting more than can be kept', () => {
  test('lets go of the rare, keeps the frequent, and tells by how much a count may be too low', () => {
    const counts = new Frequencies(false, 100);
    for (let i = 0; i < 5000; i++) {
      counts.add('often', i);
      counts.add(`rare${i}`, i);
    }
    expect([...counts.entries()].length).toBeLessThanOrEqual(100);
    expect(5000 - (counts.get('often')?.count ?? 0)).toBeLessThanOrEqual(counts.lost);
    expect(counts.lost).toBeGreaterThan(0);
  });

  test('does so with rows of words too, each of which goes on being what it is', () => {
    const counts = new NgramFrequencies(true, 100);
    for (let i = 0; i < 5000; i++) {
      counts.makeRoom();
      const often = counts.with(counts.with(NO_WORDS, 1), 2);
      counts.add(often, i, i % 3);
      counts.add(counts.with(often, 3 + i), i, 0);
    }
    counts.makeRoom();
    const kept = [...counts.entries(1)];
    expect(kept.length).toBeLessThanOrEqual(100);
    const often = kept.find(({ words }) => words.length === 2);
    expect(often).toMatchObject({ words: [1, 2] });
    expect(5000 - (often?.count ?? 0)).toBeLessThanOrEqual(counts.lost);
    expect(often?.articles).toBe(often?.count);
    expect(often?.parts.reduce((sum, each) => sum + each, 0)).toBe(often?.count);
    for (const { words } of kept) expect(words.slice(0, 2)).toEqual([1, 2]);
    expect(counts.lost).toBeGreaterThan(0);
  });
});
