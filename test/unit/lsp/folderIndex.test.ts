import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexStore } from '../../../server/src/corpus/index/indexStore';
import type { SearchDocument } from '../../../server/src/corpus/searchDocument';
import type { FolderAnalysis } from '../../../server/src/lsp/index/folderAnalysis';
import { FolderIndex } from '../../../server/src/lsp/index/folderIndex';
import type { FolderSetup } from '../../../server/src/lsp/index/messages';
import { DEFAULT_SETTINGS } from '../../../server/src/lsp/settings';
import { article } from '../corpus/tables/support';

let folder: string;
let storage: string;
let store: IndexStore;
/** Articles that are being analysed, each until it is let go on. */
let analysed: { readonly path: string; readonly goOn: () => void }[];
let key: string;
let called: number;

const at = (name: string): string => join(folder, name);

/** Analyses as slowly as the test wants. */
const analysis = {
  keyFor: async () => key,
  document: (_: FolderSetup, path: string) =>
    new Promise<SearchDocument>((resolve) => {
      analysed.push({ path, goOn: () => resolve(article('Le port dort.', { id: path, date: '2016' })) });
    }),
} as unknown as FolderAnalysis;

const open = (): FolderIndex => {
  const setup = { uri: pathToFileURL(folder).href, path: folder, storage, settings: DEFAULT_SETTINGS } as FolderSetup;
  return new FolderIndex(store, setup, analysis, { trouble: () => undefined, waiting: () => called++ });
};

/** Lets everything that waits for nothing but its turn, or for files, go on. */
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

async function finish(index: FolderIndex): Promise<void> {
  for (;;) {
    const step = index.step();
    await settle();
    for (const { goOn } of analysed) goOn();
    if (!(await step)) return;
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'looked-'));
  storage = mkdtempSync(join(tmpdir(), 'indexes-'));
  store = await IndexStore.open(storage, '1');
  [analysed, key, called] = [[], 'as it was', 0];
  writeFileSync(at('a.txt'), 'Le port a rouvert hier matin, et les touristes sont revenus. Le port attend les bateaux.');
});
afterEach(async () => {
  await store.close();
  for (const place of [folder, storage]) rmSync(place, { recursive: true, force: true });
});

describe('an index that is kept up', () => {
  it('calls for whoever analyses as soon as a look finds something to do, whoever looked', async () => {
    const index = open();
    await index.look();
    expect(called).toBe(1);
    await finish(index);
    await index.look();
    expect([called, index.progress]).toEqual([1, { done: 1, total: 1 }]);
  });

  it('keeps what is analysed while the folder is looked through again, however often', async () => {
    const index = open();
    await index.look();
    const step = index.step();
    await settle();
    await index.look();
    analysed[0]?.goOn();
    await step;
    await finish(index);
    expect(index.progress).toEqual({ done: 1, total: 1 });
    expect(analysed).toHaveLength(1);
  });

  it('analyses anew what was written, or is to be analysed otherwise, meanwhile', async () => {
    const index = open();
    await index.look();
    const step = index.step();
    await settle();
    key = 'otherwise';
    await index.lookAnew();
    analysed[0]?.goOn();
    await step;
    await finish(index);
    expect([analysed.length, store.articles.get('a.txt')?.key]).toEqual([2, 'otherwise']);
    writeFileSync(at('a.txt'), 'Le phare a rouvert hier matin, et les touristes sont revenus. Le phare attend les bateaux.');
    await index.look();
    await finish(index);
    expect([analysed.length, index.progress.done]).toEqual([3, 1]);
  });
});
