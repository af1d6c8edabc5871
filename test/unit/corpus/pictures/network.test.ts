import { describe, expect, test } from 'vitest';
import { compileQuery } from '../../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../../server/src/corpus/query/query';
import { search } from '../../../../server/src/corpus/query/search';
import type { SearchDocument } from '../../../../server/src/corpus/searchDocument';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { article, count, notes, settings } from '../tables/support';
import { drawn, objects } from './support';

const NAMES = { 'Anne Morel': 'PER', Otrane: 'LOC', Brice: 'PER' } as const;

/** Two sentences in one paragraph, another paragraph; of the second article, one sentence with two. */
const ARTICLES = [
  article('Anne Morel parle à Otrane. Puis Brice se tait.\n\nLe quai est vide.', { id: 'a.txt', names: NAMES }),
  article('Anne Morel et Otrane dorment.', { id: 'b.txt', names: { 'Anne Morel': 'PER', Otrane: 'LOC' } }),
];

const hits = (query: string | unknown, documents: readonly SearchDocument[] = ARTICLES): number => {
  const compiled = compileQuery(parseQuery(String(query)));
  const isInside = (document: SearchDocument): boolean =>
    compiled.document.every((filter) => filter(document)) && compiled.inside.every((each) => search(each, document).length > 0);
  return documents.filter(isInside).reduce((sum, document) => sum + search(compiled, document).length, 0);
};

describe('who is named next to whom', () => {
  test('in a sentence: only those that share one', () => {
    const table = count(ARTICLES, { kind: 'network' });
    expect(objects(table)).toMatchObject([
      { first: 'Anne Morel', firstType: 'PER', second: 'Otrane', secondType: 'LOC', count: 2, articles: 2, countOfFirst: 2 },
    ]);
    expect(settings(table)['Together in a']).toBe('sentence');
  });

  test('in a paragraph or an article: those too that stand further apart', () => {
    for (const unit of ['paragraph', 'article'] as const) {
      const pairs = objects(count(ARTICLES, { kind: 'network', unit })).map(({ first, second, count: n }) => [first, second, n]);
      expect(pairs, unit).toEqual([
        ['Anne Morel', 'Otrane', 2],
        ['Anne Morel', 'Brice', 1],
        ['Brice', 'Otrane', 1],
      ]);
    }
  });

  test('a name counts once in a sentence, however often it stands there', () => {
    const twice = article('Otrane, Otrane et Brice.', { names: { Otrane: 'LOC', Brice: 'PER' } });
    const [first] = twice.mentions;
    const again = { ...twice, mentions: [...twice.mentions, { ...(first as NonNullable<typeof first>), first: 2, last: 3 }] };
    expect(objects(count([again], { kind: 'network' }))).toMatchObject([{ count: 1, countOfFirst: 1, countOfSecond: 1 }]);
  });

  test('a row’s query finds as many places as it counts; a name’s, its mentions', () => {
    for (const unit of ['sentence', 'paragraph'] as const)
      for (const row of objects(count(ARTICLES, { kind: 'network', unit }))) expect(hits(row.query), unit).toBe(row.count);
    const [row] = objects(count(ARTICLES, { kind: 'network', unit: 'article' }));
    expect(hits(row?.query)).toBe(2);
    const table = count(ARTICLES, { kind: 'network', within: 'file:a.txt' });
    expect(hits(table.rows[0]?.query)).toBe(1);
    expect(Object.values(table.drawn?.queries ?? {}).map((query) => hits(query))).toEqual([1, 1]);
  });

  test('names with signs of the query language are found', () => {
    const text = 'M. A. (Bo*b) "X" et C|D [e] parlent.';
    const odd = [article(text, { names: { 'A. (Bo*b) "X"': 'PER', 'C|D [e]': 'ORG' } })];
    const [row] = objects(count(odd, { kind: 'network' }));
    expect(hits(row?.query, odd)).toBe(1);
  });

  test('types and the minimum leave pairs out, and say so', () => {
    expect(count(ARTICLES, { kind: 'network', unit: 'article', types: ['PER'] }).rows).toHaveLength(1);
    expect(notes(count(ARTICLES, { kind: 'network', minimum: 3 }))).toContain('No two names stand together 3 times or more');
  });

  test('the picture has a line for each pair and a disc for each name, which say what they are', () => {
    const { names, rows, queries, words } = drawn(count(ARTICLES, { kind: 'network', unit: 'article' }));
    expect(names).toContain('Anne Morel and Otrane: together 2 times');
    expect(names).toContain('Brice (Person): 1');
    expect(rows).toEqual([0, 1, 2]);
    expect(queries).toHaveLength(3);
    expect(words).toEqual(expect.arrayContaining(['3 of 3 names drawn · 3 of 3 pairs drawn', 'Person', 'Place']));
  });

  test('lies the same each time', () => {
    const table = count(ARTICLES, { kind: 'network', unit: 'article' });
    expect(tablePicture(table, 'en')).toBe(tablePicture(count(ARTICLES, { kind: 'network', unit: 'article' }), 'en'));
  });

  test('of nobody is not drawn', () => {
    expect(tablePicture(count([article('Rien.')], { kind: 'network' }), 'en')).toBeUndefined();
  });
});

/** A sentence that names all of these. */
function crowd(names: readonly string[]): SearchDocument {
  return article(`${names.join(', ')} parlent.`, { names: Object.fromEntries(names.map((name) => [name, 'PER' as const])) });
}

describe('five thousand speakers', () => {
  const all = Array.from({ length: 5_000 }, (_, i) => `Nom${String(i).padStart(4, '0')}`);
  const table = count(
    Array.from({ length: 500 }, (_, i) => crowd(all.slice(i * 10, i * 10 + 10))),
    { kind: 'network', limit: 100_000 },
  );

  test('are a bounded network, which says how many are not in it', () => {
    expect(table.all).toBe(500 * 45);
    const { words, elements } = drawn(table);
    expect(elements('circle', 'node')).toHaveLength(40);
    expect(words).toContain('40 of 5000 names drawn · 180 of 22500 pairs drawn');
  });

  test('keep no two names on one place, and all inside', () => {
    const circles = drawn({ ...table, drawn: { most: 150, names: 0, queries: {} } }).elements('circle', 'node');
    expect(circles).toHaveLength(150);
    expect(new Set(circles.map(({ cx, cy }) => `${cx},${cy}`)).size).toBe(150);
    for (const { cx, cy } of circles) {
      expect(Number(cx)).toBeGreaterThan(0);
      expect(Number(cx)).toBeLessThan(900);
      expect(Number(cy)).toBeGreaterThan(0);
      expect(Number(cy)).toBeLessThan(620);
    }
  });

  test('in one sentence count as far as the first two hundred, which is told', () => {
    const one = count([crowd(all.slice(0, 300))], { kind: 'network' });
    expect(one.all).toBe((200 * 199) / 2);
    expect(notes(one)).toContain('In one place more than 200 names stand together: the first 200 count there.');
  });
});
