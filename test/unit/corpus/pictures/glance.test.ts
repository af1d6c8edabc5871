import { describe, expect, test } from 'vitest';
import { compileQuery } from '../../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../../server/src/corpus/query/query';
import { search } from '../../../../server/src/corpus/query/search';
import type { SearchDocument } from '../../../../server/src/corpus/searchDocument';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { document } from '../documents';
import { article, count, notes } from '../tables/support';
import { dated, drawn, objects } from './support';

const hits = (query: unknown, documents: readonly SearchDocument[]): number => {
  const compiled = compileQuery(parseQuery(String(query)));
  return documents
    .filter((each) => compiled.document.every((filter) => filter(each)))
    .reduce((sum, each) => sum + search(compiled, each).length, 0);
};

const at = (id: string, made: SearchDocument): SearchDocument => ({ ...made, id });

describe('the progress of a review', () => {
  const REVIEWED = at(
    'corpus/en/a.txt',
    document('Anne Morel quitte Otrane. « Je reste », dit Brice, dans le vent.', {
      names: { 'Anne Morel': 'PER', Otrane: 'LOC', Brice: 'PER' },
      quotes: { 'Je reste': 'Brice' },
      decided: { 'Anne Morel': ['entity/PER'], vent: ['!entity/LOC'], 'le vent': ['theme/weather'] },
    }),
  );
  const NEW = at(
    'corpus/fr/b.txt',
    dated(document('Brice dort, le 4 mars.', { names: { Brice: 'PER' } }), { 'le 4 mars': '2016-03-04' }),
  );
  const table = count([REVIEWED, NEW], { kind: 'progress' });

  test('by folder and by type: what is decided of what there is', () => {
    const rows = objects(table).map((row) => [row.section, row.item, row.reviewed, row.total, row.suggested]);
    expect(rows).toEqual([
      ['folder', 'en', 3, 6, 3],
      ['folder', 'fr', 0, 2, 2],
      ['type', 'date', 0, 1, 1],
      ['type', 'entity/LOC', 1, 2, 1],
      ['type', 'entity/PER', 1, 3, 2],
      ['type', 'quote/direct', 0, 1, 1],
      ['type', 'theme/weather', 1, 1, 0],
    ]);
    expect(objects(table)[3]).toMatchObject({ confirmed: 0, rejected: 1, share: 50 });
  });

  test('a row’s query finds what is left to decide', () => {
    const all = [REVIEWED, NEW];
    for (const { item, query, suggested } of objects(table).filter(({ item }) => item !== 'theme/weather'))
      expect(hits(query, all), String(item)).toBe(suggested);
  });

  test('is drawn as parted bars, in the reader’s words', () => {
    const { names, elements, words } = drawn(table, 'fr');
    expect(names).toContain('Personne\u00a0: 1 sur 3 révisés');
    expect(words).toEqual(expect.arrayContaining(['Révisé, par type', 'Confirmés', 'theme: weather', '1 / 3']));
    const width = (className: string): number => elements('rect', className).reduce((sum, { width: w }) => sum + Number(w), 0);
    expect(width('confirmed')).toBeGreaterThan(width('rejected'));
  });

  test('calls folders by their path below the corpus', () => {
    const deep = ['corpus/a.txt', 'corpus/fr/2016/b.txt'].map((id) =>
      at(id, document('Brice dort.', { names: { Brice: 'PER' } })),
    );
    expect(drawn(count(deep, { kind: 'progress' })).words).toEqual(expect.arrayContaining(['corpus', 'fr/2016']));
  });

  test('of nothing says so', () => {
    const nothing = count([article('Rien.')], { kind: 'progress' });
    expect(notes(nothing)).toContain('There is nothing to review.');
    expect(tablePicture(nothing, 'en')).toBeUndefined();
  });
});

describe('the dashboard', () => {
  const NAMES = { 'Anne Morel': 'PER', Otrane: 'LOC' } as const;
  const ARTICLES = [
    article('« Les bateaux rentrent », dit Anne Morel à Otrane.', {
      id: '/c/a.txt',
      date: '2016-03-04',
      names: NAMES,
      quotes: { 'Les bateaux rentrent': { by: 'Anne Morel', cue: 'dit' } },
    }),
    article('« La mer monte », dit Anne Morel.', {
      id: '/c/b.txt',
      date: '2017-01',
      names: { 'Anne Morel': 'PER' },
      quotes: { 'La mer monte': { by: 'Anne Morel' } },
    }),
    dated(article('The quay was shut on 4 March.', { id: '/c/c.txt', language: 'en' }), { '4 March': '2016-03-04' }),
  ];
  const table = count(ARTICLES, { kind: 'dashboard' });
  const section = (name: string) =>
    objects(table)
      .filter(({ section: own }) => own === name)
      .map((row) => [row.item, row.count, row.articles, row.of]);

  test('has the corpus’ size, span and languages', () => {
    expect(section('corpus').map(([item, value]) => [item, value])).toEqual([
      ['articles', 3],
      ['words', 8 + 6 + 7],
      ['first', '2016-03-04'],
      ['last', '2017-01'],
      ['undated', 1],
      ['names', 2],
      ['speakers', 1],
    ]);
    expect(section('language').map(([item, value]) => [item, value])).toEqual([
      ['fr', 2],
      ['en', 1],
    ]);
    expect(notes(table)).toContain('1 article without a date');
  });

  test('has what is annotated, who is named and quoted most, when, and how far the review is', () => {
    expect(section('type')).toEqual([
      ['PER', 2, null, null],
      ['LOC', 1, null, null],
      ['date', 1, 1, null],
    ]);
    expect(section('quote')).toEqual([['direct', 2, 2, null]]);
    expect(section('name')).toEqual([
      ['Anne Morel', 2, 2, null],
      ['Otrane', 1, 1, null],
    ]);
    expect(section('speaker')).toEqual([['Anne Morel', 2, 2, null]]);
    expect(section('period')).toEqual([
      ['2016-03', 1, 1, null],
      ['2017-01', 1, 1, null],
    ]);
    expect(section('folder')).toEqual([['c', 0, null, 6]]);
    expect(section('review')).toContainEqual(['entity/PER', 0, null, 2]);
  });

  test('says of every figure what the table of that name says', () => {
    const first = (kind: 'entities' | 'speakers' | 'quotes') => objects(count(ARTICLES, { kind }))[0];
    expect(section('name')[0]).toMatchObject([
      first('entities')?.name,
      first('entities')?.count,
      first('entities')?.articles,
      null,
    ]);
    expect(section('speaker')[0]?.[1]).toBe(first('speakers')?.count);
    expect(section('quote')[0]?.[1]).toBe(first('quotes')?.count);
    for (const { query, count: counted } of objects(table).filter(
      (row) => row.query !== null && row.section !== 'folder' && row.section !== 'review',
    ))
      expect(hits(query, ARTICLES), String(query)).toBe(counted);
  });

  test('of a sub-corpus counts that alone', () => {
    const part = count(ARTICLES, { kind: 'dashboard', within: 'date:2017' });
    expect(objects(part)[0]).toMatchObject({ item: 'articles', count: 1 });
    expect(objects(part).filter(({ section: own }) => own === 'period')).toHaveLength(1);
  });

  test('of years alone shows years', () => {
    const years = ['2015', '2016'].map((date) => article('« Non », dit-il.', { date, quotes: { Non: {} } }));
    const shown = objects(count(years, { kind: 'dashboard' })).filter(({ section: own }) => own === 'period');
    expect(shown.map(({ item, count: n }) => [item, n])).toEqual([
      ['2015', 1],
      ['2016', 1],
    ]);
  });

  test('is drawn, each row with its words in the reader’s language', () => {
    const { words, names } = drawn(table, 'fr');
    expect(words).toEqual(expect.arrayContaining(['Les plus cités', 'français', 'Articles comptés', 'Personne']));
    expect(names).toHaveLength(table.rows.length);
  });

  test('of an empty corpus says that nothing was counted', () => {
    const empty = count([], { kind: 'dashboard' });
    expect(notes(empty)).toContain('No article was counted.');
    expect(tablePicture(empty, 'en')).toBeUndefined();
  });
});
