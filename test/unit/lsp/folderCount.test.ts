import { describe, expect, it } from 'vitest';
import type { IndexedArticle, IndexStore } from '../../../server/src/corpus/index/indexStore';
import { packDocument } from '../../../server/src/corpus/index/packedDocument';
import type { SearchDocument } from '../../../server/src/corpus/searchDocument';
import { TABLE_DEFAULTS, type TableRequest } from '../../../server/src/corpus/tables/table';
import { FolderCount } from '../../../server/src/lsp/index/folderCount';
import type { FolderSetup, FoundElsewhere } from '../../../server/src/lsp/index/messages';
import { article, count } from '../corpus/tables/support';

const NAMES = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
const DOCUMENTS = ['Le port dort.', 'Le quai dort.', 'Un port brille.', 'Un phare brille.'].map((text, i) =>
  article(text, { id: NAMES[i], date: `201${i}` }),
);
/** As many rows as the words of one article: which of them are shown depends on the order. */
const REQUEST: TableRequest = { ...TABLE_DEFAULTS, kind: 'words', by: 'year', limit: 3 };

const known = new Map(NAMES.map((name, i) => [name, { path: name, place: i }]));
const store = {
  articles: known as unknown as ReadonlyMap<string, IndexedArticle>,
  document: (found: IndexedArticle) => DOCUMENTS[NAMES.indexOf(found.path)] as SearchDocument,
  together: <T>(run: () => T): T => run(),
} as unknown as IndexStore;

const handed = (order: number): FoundElsewhere => {
  const document = DOCUMENTS[order] as SearchDocument;
  const { id: uri, language, date, metadata } = document;
  return { order, uri, language, date, metadata, data: packDocument(document), hits: [] };
};

const begin = (): FolderCount => {
  const folder = { uri: 'file:///corpus', path: '/corpus' } as unknown as FolderSetup;
  const asked = { kind: 'table', run: 1, folder: folder.uri, request: REQUEST, elsewhere: [], without: [] } as const;
  return new FolderCount(store, { folder, asked, total: 4 });
};
const order = new Map(NAMES.map((name, i) => [name, i]));
const asked = (ended: boolean, within = 5_000) => ({ kind: 'counted', run: 1, within, ended }) as const;
const nobody = (): void => undefined;

describe('a table of what an index has and what is handed over', () => {
  it('is that of all articles in their order, whenever they come', async () => {
    const counting = begin();
    const scanning = counting.scan({ order, left: new Set(['a.txt', 'c.txt']), isClean: () => true });
    expect(await counting.counted(asked(false, 20), nobody)).toMatchObject({ articles: 0, of: 4, whole: false });
    counting.extend({ seen: [], found: [handed(0)], upTo: 2 });
    expect(await counting.counted(asked(false, 20), nobody)).toMatchObject({ articles: 2, whole: false });
    counting.extend({ seen: [], found: [handed(2)], upTo: null });
    await scanning;
    expect((await counting.counted(asked(false), nobody)).table).toEqual(count(DOCUMENTS, REQUEST));
  });

  it('leaves out what nobody can hand over', async () => {
    const counting = begin();
    const scanning = counting.scan({ order, left: new Set(['a.txt', 'c.txt']), isClean: () => true });
    counting.extend({ seen: [], found: [handed(2)], upTo: null });
    await scanning;
    expect((await counting.counted(asked(false), nobody)).table).toEqual(count(DOCUMENTS.slice(1), REQUEST));
  });

  it('waits for what has changed while it was counted', async () => {
    const counting = begin();
    await counting.scan({ order, left: new Set(), isClean: (name) => name !== 'b.txt' });
    const status = await counting.counted(asked(false), nobody);
    expect(status).toMatchObject({ whole: true, articles: 3, table: undefined });
    expect(status.late.map(({ order: place }) => place)).toEqual([1]);
    counting.extend({ seen: [], found: [handed(1)], upTo: null });
    expect((await counting.counted(asked(true), nobody)).table?.articles).toBe(4);
  });

  it('ends where it is stopped, and tells who asks that it failed', async () => {
    const stopped = begin();
    const scanning = stopped.scan({ order, left: new Set(['a.txt']), isClean: () => true });
    stopped.stop();
    await scanning;
    const failed = begin();
    failed.fail(new Error('unreadable'));
    await expect(failed.counted(asked(false), nobody)).rejects.toThrow('unreadable');
  });
});
