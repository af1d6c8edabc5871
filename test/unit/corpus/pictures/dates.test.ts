import { describe, expect, test } from 'vitest';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { article, count, notes } from '../tables/support';
import { dated, drawn, objects } from './support';

const STORM = dated(
  article('Hier, en mars 2016, il y a deux jours ; deux ans durant, et le 4 mars.', { id: 'file:///c/a.txt' }),
  {
    Hier: '2016-03-04',
    'mars 2016': '2016-03',
    'deux jours': '2016-03-02',
    'deux ans': 'P2Y',
    'le 4 mars': 'XXXX-03-04',
  },
);
const QUAY = dated(article('Le 4 mars 2016, le quai.', { id: 'file:///c/b.txt' }), { 'Le 4 mars 2016': '2016-03-04' });

describe('a time line', () => {
  test('has each date once, in the order of the calendar; what has no place in it is last', () => {
    expect(objects(count([STORM, QUAY], { kind: 'timeline' }))).toMatchObject([
      { from: '2016-03-01', to: '2016-03-31', value: '2016-03', words: 'mars 2016', count: 1, articles: 1 },
      { from: '2016-03-02', to: '2016-03-02', value: '2016-03-02', words: 'deux jours' },
      { from: '2016-03-04', to: '2016-03-04', value: '2016-03-04', words: 'Hier', count: 2, articles: 2 },
      { from: null, to: null, value: 'P2Y', words: 'deux ans' },
      { from: null, to: null, value: 'XXXX-03-04', words: 'le 4 mars' },
    ]);
  });

  test('of one article has its dates alone, bars as long as they last', () => {
    const table = count([STORM, QUAY], { kind: 'timeline', within: 'file:a.txt' });
    expect(table.rows).toHaveLength(5);
    expect(notes(table)).toContain('2 values have no place in the calendar');
    const { names, rows, elements, words } = drawn(table);
    expect(names).toEqual(['mars 2016 · 2016-03-01 – 2016-03-31: 1', 'deux jours · 2016-03-02: 1', 'Hier · 2016-03-04: 1']);
    expect(rows).toEqual([0, 1, 2]);
    const [month, day] = elements('rect', 'more').map(({ width }) => Number(width));
    expect(month).toBeCloseTo(31 * (day ?? 0), -2);
    expect(words).toContain('3 of 3 dates drawn');
  });

  test('leaves out time in which nothing lies, and says where', () => {
    const text = 'En 1789, le 1er mars 2016, le 2 mars 2016, le 3 mars 2016 et le 9 mars 2016.';
    const far = dated(article(text), {
      1789: '1789-07-14',
      'le 1er mars 2016': '2016-03-01',
      'le 2 mars 2016': '2016-03-02',
      'le 3 mars 2016': '2016-03-03',
      'le 9 mars 2016': '2016-03-09',
    });
    const { elements, words } = drawn(count([far], { kind: 'timeline' }));
    expect(elements('line', 'gap')).toHaveLength(1);
    expect(words).toEqual(expect.arrayContaining(['1789-07-14', '2016-03-01', '2016-03-09']));
    const [first, second, third] = elements('rect', 'more').map(({ x }) => Number(x));
    expect(second).toBeGreaterThan(first ?? 0);
    // the days of the one week are told apart
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(10);
  });

  test('without any date that has a year is not drawn, and says why', () => {
    const loose = dated(article('Le 4 mars.'), { 'Le 4 mars': 'XXXX-03-04' });
    const table = count([loose], { kind: 'timeline' });
    expect(tablePicture(table, 'en')).toBeUndefined();
    expect(notes(table)).toContain('1 value has no place in the calendar');
    expect(notes(count([article('Rien.')], { kind: 'timeline' }))).toContain('No date is mentioned.');
  });
});

describe('a dispersion plot', () => {
  const PORT = ['Le port.', 'Le quai.', 'Port et port.', 'Le quai.'].map((text, i) =>
    article(text, { id: `file:///c/n%C3%A9${i}.txt`, date: `2016-0${i + 1}` }),
  );

  test('has a row for each article with hits, with its place among all', () => {
    expect(objects(count(PORT, { kind: 'barcode', queries: ['port'] }))).toMatchObject([
      { item: 'port', place: 1, of: 4, file: 'né0.txt', date: '2016-01', count: 1, words: 2, query: 'port file:"n%C3%A90.txt"' },
      { item: 'port', place: 3, of: 4, file: 'né2.txt', date: '2016-03', count: 2, words: 3 },
    ]);
  });

  test('draws a lane for each query, a line for each article, higher for more', () => {
    const { names, elements, words } = drawn(count(PORT, { kind: 'barcode', queries: ['port', 'quai'] }));
    expect(names).toEqual(['né0.txt: 1', 'né2.txt: 2', 'né1.txt: 1', 'né3.txt: 1']);
    const [one, two] = elements('rect', 'more');
    expect(Number(two?.height)).toBeGreaterThan(Number(one?.height));
    expect(Number(two?.x) - Number(one?.x)).toBeCloseTo((900 - 190 - 12) / 2, 0);
    expect(words).toEqual(expect.arrayContaining(['port', 'quai', 'article 1', 'article 4']));
  });

  test('tells files of one name in two folders apart', () => {
    const twins = ['x', 'y'].map((folder) => article('Le port.', { id: `/c/${folder}/a.txt` }));
    expect(objects(count(twins, { kind: 'barcode', queries: ['port'] })).map(({ query }) => query)).toEqual([
      'port file:"/c/x/a.txt"',
      'port file:"/c/y/a.txt"',
    ]);
  });

  test('of thousands of articles draws as many lines as can be told apart', () => {
    const many = Array.from({ length: 4_000 }, (_, i) => article('Le port.', { id: `${i}.txt` }));
    const { rows, words } = drawn(count(many, { kind: 'barcode', queries: ['port'], limit: 10_000 }));
    expect(rows).toHaveLength(1500);
    expect(words).toContain('1500 of 4000 articles drawn');
  });

  test('of what is not there is not drawn, and says so', () => {
    const table = count(PORT, { kind: 'barcode', queries: ['phare'] });
    expect(tablePicture(table, 'en')).toBeUndefined();
    expect(notes(table)).toContain('Nothing is found for phare.');
  });
});
