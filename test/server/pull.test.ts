import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewItems } from '../../server/src/protocol';
import { noDecisions, withDocument } from '../../server/src/store/decisions';
import { writeSidecars } from '../../server/src/store/sidecars';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const PULLED = `${ARTICLE.trimEnd()}\n\nIlse Brandtmark, de Cornevent, se tait. Hier, Tom Ferrandel a dit non.\n`;
const NAMES = ['Ilse Brandtmark', 'Cornevent', 'Tom Ferrandel'];

let folder: string;
let client: TestClient;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pull-'));
  writeFileSync(join(folder, 'a.txt'), ARTICLE);
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const files = (() => {
  const annotations = NAMES.map((words, i) => {
    const start = PULLED.indexOf(words);
    return { id: `T${i + 1}`, layer: 'entity', type: 'PER', spans: [{ start, end: start + words.length }], attributes: {} };
  });
  return writeSidecars(withDocument(noDecisions('a.txt', PULLED), { annotations }), { ann: undefined, review: undefined });
})();

describe('a pull with the article open in the editor', () => {
  test.each([
    ['the watcher before the editor', ['files', 'text', 'watcher', 'pause', 'editor']],
    ['the watcher before the text is there', ['files', 'watcher', 'pause', 'text', 'editor']],
    ['the editor before the watcher', ['text', 'editor', 'pause', 'files', 'watcher']],
    ['all at once', ['text', 'files', 'watcher', 'editor', 'watcher']],
    ['the editor between two files', ['text', 'ann', 'watcher', 'editor', 'pause', 'review', 'watcher']],
  ])('%s: what came with it is decided and beyond doubt', async (_, steps) => {
    await client.open(uri('a.txt'), ARTICLE);
    await client.request('review/items', { uri: uri('a.txt') });
    for (const step of steps) {
      if (step === 'ann' || step === 'files') writeFileSync(join(folder, 'a.ann'), files.ann ?? '');
      if (step === 'review' || step === 'files') writeFileSync(join(folder, 'a.review.jsonl'), files.review ?? '');
      if (step === 'text') writeFileSync(join(folder, 'a.txt'), PULLED);
      if (step === 'pause') await pause(250);
      if (step === 'editor') await client.change(uri('a.txt'), 2, { text: PULLED });
      if (step === 'watcher')
        await client.notify('workspace/didChangeWatchedFiles', {
          changes: ['a.ann', 'a.review.jsonl'].map((name) => ({ uri: uri(name), type: 2 })),
        });
    }
    const expected = NAMES.map((words) => `${words} confirmed`);
    let seen: readonly string[] = [];
    for (let tries = 0; tries < 100; tries++) {
      const { items } = await client.request<ReviewItems>('review/items', { uri: uri('a.txt') });
      seen = items.filter(({ words }) => NAMES.includes(words)).map((item) => `${item.words} ${item.status}`);
      if (JSON.stringify(seen) === JSON.stringify(expected)) break;
      await pause(100);
    }
    expect(seen).toEqual(expected);
    const { lost } = await client.request<ReviewItems>('review/items', { uri: uri('a.txt') });
    expect(lost).toEqual([]);
  });
});
