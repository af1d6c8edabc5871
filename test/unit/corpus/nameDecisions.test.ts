import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entryOf } from '../../../server/src/corpus/index/entry';
import { IndexStore } from '../../../server/src/corpus/index/indexStore';
import { NameDecisions, withNameDecisions } from '../../../server/src/corpus/nameDecisions';
import { compileQuery } from '../../../server/src/corpus/query/compile';
import { parseQuery } from '../../../server/src/corpus/query/query';
import { search } from '../../../server/src/corpus/query/search';
import type { SearchDocument } from '../../../server/src/corpus/searchDocument';
import { parseNames } from '../../../server/src/store/namesFile';
import { document } from './documents';

let folder: string;
let store: IndexStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
  store = await IndexStore.open(folder, 'v1');
  for (const [path, own] of Object.entries(DOCUMENTS)) store.put([entryOf(path, { stat: 's', content: 'c', key: 'k' }, own)]);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const DOCUMENTS: Readonly<Record<string, SearchDocument>> = {
  'a.txt': document('Anne Morel parle. « Oui », dit A. Morel.', {
    names: { 'Anne Morel': 'PER', 'A. Morel': 'PER' },
    quotes: { Oui: 'A. Morel' },
    date: '2016-03-01',
  }),
  'b.txt': document('A. Morel est venue.', { names: { 'A. Morel': 'PER' }, date: '2015-02-01' }),
  'c.txt': document('La maire Morel est venue.', { names: { Morel: 'PER' } }),
  'd.txt': document('Anne Morel, la chanson.', { names: { 'Anne Morel': 'MISC' } }),
};
const decisions = (...lines: readonly string[]): NameDecisions => new NameDecisions(parseNames(lines.join('\n')).decisions);

/** The articles in which a query finds something, by the index and by going through all. */
function found(query: string, decided: NameDecisions): readonly string[] {
  const parsed = parseQuery(query);
  const compiled = compileQuery(parsed, {});
  const isCandidate = store.candidates(parsed, {});
  const inIndex = [...store.articles.values()]
    .filter((article) => isCandidate(article) && search(compiled, store.document(article, article.path)).length > 0)
    .map(({ path }) => path);
  const all = Object.keys(DOCUMENTS).filter(
    (path) => search(compiled, withNameDecisions(DOCUMENTS[path] as SearchDocument, decided)).length > 0,
  );
  expect(inIndex.sort(), query).toEqual(all);
  return all;
}

describe('decisions on names over the corpus', () => {
  it('make one of several names: in counts, lists, places and searches', () => {
    const decided = decisions('same PER Anne Morel = A. Morel');
    expect(store.names.counts('Anne Morel', 'PER')).toMatchObject({ articles: 1, mentions: 1, quotes: 0 });
    expect(found('entity:"Anne Morel"', new NameDecisions([]))).toEqual(['a.txt', 'd.txt']);
    store.decide(decided);
    for (const name of ['Anne Morel', 'A. Morel'])
      expect(store.names.counts(name, 'PER'), name).toEqual({
        ...{ articles: 2, mentions: 3, quotes: 1, quotedIn: 1, first: '2015-02-01' },
      });
    expect(store.names.list(({ type }) => type === 'PER').map(({ name, mentions }) => [name, mentions])).toEqual([
      ['Anne Morel', 3],
      ['Morel', 1],
    ]);
    expect(store.names.places('Anne Morel', 'PER').map(({ start }) => start)).toEqual([0, 0]);
    expect(found('entity:"Anne Morel" type:PER', decided)).toEqual(['a.txt', 'b.txt']);
    expect(found('[entity="A\\. Morel" & type="PER"]', decided)).toEqual(['a.txt', 'b.txt']);
    expect(found('speaker:"Anne Morel"', decided)).toEqual(['a.txt']);
    expect(found('entity:Morel', decided)).toEqual(['c.txt']);
    store.decide(new NameDecisions([]));
    expect(store.names.counts('Anne Morel', 'PER')?.articles).toBe(1);
  });

  it('follow one name to the next, and say whose a family name is', () => {
    const decided = decisions(
      'same PER Anne Morel = A. Morel',
      'same PER Anne Morel-Le Gall = Anne Morel',
      'same PER A. Morel = Morel',
    );
    store.decide(decided);
    expect(decided.headOf('PER', 'Morel')).toBe('Anne Morel-Le Gall');
    expect(store.names.counts('Morel', 'PER')).toMatchObject({ articles: 3, mentions: 4 });
    expect(decided.isAlone('Morel', 'PER')).toBe(false);
    expect(decided.isAlone('Bertin', 'PER')).toBe(true);
    expect(decided.isAlone('Otrane', 'ORG')).toBe(false);
    expect(found('entity:"Anne Morel-Le Gall"', decided)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('set a full name apart: it is one in each article alone', () => {
    const decided = decisions('apart PER Anne Morel');
    store.decide(decided);
    expect(store.isAlone({ name: 'Anne Morel', type: 'PER' })).toBe(true);
    expect(store.isAlone({ name: 'Anne Morel', type: 'MISC' })).toBe(false);
    expect(decided.headOf('PER', 'Anne Morel')).toBe('Anne Morel');
  });
});
