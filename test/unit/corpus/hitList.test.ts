import { describe, expect, it } from 'vitest';
import { randomiser } from '../../../server/src/core/random';
import { concordanceLine, sample, sortKey, sortLines } from '../../../server/src/corpus/concordance';
import { type Arrangement, HitList } from '../../../server/src/corpus/hitList';
import { compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import { type SearchDocument, searchDocument } from '../../../server/src/corpus/searchDocument';

const WORDS = 'le port la mer Le Port 10 9 élu elu , . un une gare'.split(' ');
const COLUMNS = new Set(['source']);

/** Texts of words by chance, in the corpus's order. */
function corpus(articles: number, seed: number): readonly SearchDocument[] {
  const random = randomiser(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: articles }, (_, i) => {
    const text = Array.from({ length: Math.floor(random() * 40) }, () => pick(WORDS)).join(' ');
    const analysis = { entities: [], dates: [], quotes: [], entityIndex: [], structure: [] };
    const facts = { id: `${i}.txt`, language: 'fr', date: pick([null, '2016', '2016-03-04', '2017-01']) };
    return searchDocument(text, { ...facts, ...analysis }, new Map([['source', pick(['Phare', 'Vigie', 'phare'])]]));
  });
}

/** The hits of a query, added in another order than the corpus's, and the lines that they have. */
function listed(documents: readonly SearchDocument[], most?: number) {
  const query = compileQuery(parseQuery('le'));
  const library = { head: (document: SearchDocument) => document, document: (document: SearchDocument) => document };
  const list = new HitList<SearchDocument>(library, most);
  const hits = documents.map((document) => search(query, document));
  const order = [...documents.keys()].sort((a, b) => (a % 3) - (b % 3) || a - b);
  for (const i of order) list.add(documents[i] as SearchDocument, i, hits[i] ?? []);
  const lines = documents.flatMap((document, i) => (hits[i] ?? []).map((hit) => concordanceLine(document, hit, 5)));
  return { list, lines };
}

const places = (found: ReturnType<HitList<SearchDocument>['inOrder']>): readonly string[] =>
  found.map(({ source, hit }) => `${source.id} ${source.starts[hit.first]}`);

function arranged(list: HitList<SearchDocument>, arrangement: Arrangement): Uint32Array {
  const steps = list.arrange(arrangement);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('the hits of a search', () => {
  it('stand in the order of the corpus, in whatever order articles are gone through', () => {
    const { list, lines } = listed(corpus(60, 3));
    const expected = lines.map(({ file, start }) => `${file} ${start}`);
    expect(list.counts.hits).toBe(lines.length);
    expect(places(list.inOrder(0, lines.length))).toEqual(expected);
    // any page
    for (const from of [0, 1, 17, lines.length - 3, lines.length]) {
      expect(places(list.inOrder(from, 10))).toEqual(expected.slice(from, from + 10));
    }
    for (const order of [0, 1, 20, 60])
      expect(list.before(order)).toBe(lines.filter(({ file }) => Number.parseInt(file, 10) < order).length);
  });

  it('are sorted and thinned as lines are that are all at hand', () => {
    const { list, lines } = listed(corpus(80, 5));
    for (const written of [
      ['left1', 'left2', 'left3'],
      ['right1', 'node'],
      ['date', 'right2'],
      ['source', 'file'],
      ['source', 'left1', 'date'],
      ['node'],
      [],
    ]) {
      const keys = written.flatMap((key) => sortKey(key, COLUMNS) ?? []);
      for (const size of [undefined, 7, 100_000]) {
        const chosen = size === undefined ? lines : sample(lines, size, 42);
        const expected = sortLines(chosen, keys, 'fr').map(({ file, start }) => `${file} ${start}`);
        const thinned = size === undefined ? undefined : { size, seed: 42 };
        const numbers = arranged(list, { keys, language: 'fr', sample: thinned });
        expect(places(list.arranged(numbers, 0, lines.length)), written.join()).toEqual(expected);
        expect(places(list.arranged(numbers, 3, 4)), written.join()).toEqual(expected.slice(3, 7));
      }
    }
  });

  it('are all counted, and given as far as there is room', () => {
    const { list, lines } = listed(corpus(60, 3), 25);
    expect(list.counts.hits).toBe(lines.length);
    expect(list.kept).toBe(25);
    expect(list.inOrder(20, 100)).toHaveLength(5);
    expect(arranged(list, { keys: [], language: 'fr', sample: undefined })).toHaveLength(25);
  });
});
