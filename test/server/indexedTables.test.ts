import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { TABLE_DEFAULTS, type TableRequest } from '../../server/src/corpus/tables/table';
import type { IndexState, TableResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';
const MARKET = 'Le marché a déménagé mardi. « C’était prévu », dit Anne Morel devant le port, où les étals attendaient déjà.';

let folder: string;
let storage: string;
let indexed: TestClient;
let plain: TestClient;
const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;

const start = (more: object = {}): Promise<TestClient> =>
  TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: at('.storage'), trusted: true }, ...more },
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counted-'));
  storage = mkdtempSync(join(tmpdir(), 'indexes-'));
  writeFileSync(at('a.txt'), HARBOUR);
  writeFileSync(at('b.txt'), BRIDGE);
  writeFileSync(at('c.txt'), MARKET);
  writeFileSync(at('metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n');
  [indexed, plain] = await Promise.all([start({ index: { storagePath: storage } }), start()]);
});
afterEach(async () => {
  await Promise.all([indexed.stop(), plain.stop()]);
  for (const place of [folder, storage]) rmSync(place, { recursive: true, force: true });
});

/** Waits until the index has all that it will have. */
async function ready(): Promise<void> {
  for (;;) {
    const state = await indexed.request<IndexState>('corpus/index', {});
    if (state.idle && state.total > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

type Asked = Partial<TableRequest> & Pick<TableRequest, 'kind'>;
const params = (table: Asked) => ({
  uri: pathToFileURL(folder).href,
  workDoneToken: 'count',
  table: { ...TABLE_DEFAULTS, ...table },
});

/** A table, and how many articles were gone through one by one for it. */
async function count(client: TestClient, table: Asked) {
  let walked = 0;
  const listening = client.connection.onNotification('$/progress', ({ value }: { value: { message?: string } }) => {
    walked = Math.max(walked, Number(/\/ (\d+)/.exec(value.message ?? '')?.[1] ?? 0));
  });
  const result = await client.request<TableResult>('corpus/table', params(table));
  listening.dispose();
  return { result, walked };
}

/** Asks both servers; gives what they answer, and how many articles the one with an index went through. */
async function same(table: Asked) {
  const [own, other] = await Promise.all([count(indexed, table), count(plain, table)]);
  expect(own.result, JSON.stringify(table)).toEqual(other.result);
  expect(own.result.table?.rows.length).toBeGreaterThan(0);
  return own;
}

/**
 * How many articles are gone through for a table. A count of the index alone that takes long tells how far it is as well, so
 * that a busy machine has it asked more than once, each time for other rows, which are in no memory.
 */
async function walkedFor(table: Asked): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY;
  for (let limit = 20; limit < 25 && fewest > 0; limit++)
    fewest = Math.min(fewest, (await count(indexed, { ...table, limit })).walked);
  return fewest;
}

describe('tables where there is an index', { timeout: 120_000 }, () => {
  test('are those that there are without, and no article is gone through for them', async () => {
    // before there is one, too
    await same({ kind: 'words' });
    await ready();
    const tables: readonly Asked[] = [
      { kind: 'words', limit: 7, by: 'year' },
      { kind: 'ngrams', by: 'speaker', within: 'attend*' },
      { kind: 'collocates', queries: ['port'] },
      { kind: 'keywords', by: 'source', part: 'Le Phare' },
      { kind: 'dispersion', by: 'speaker', limit: 9 },
      { kind: 'speakers', group: 'gender' },
      { kind: 'entities' },
      { kind: 'cues' },
      { kind: 'series', by: 'year', queries: ['port', 'speaker:"Anne Morel"'] },
    ];
    for (const table of tables) {
      await same(table);
      expect(await walkedFor(table), table.kind).toBe(0);
    }
  });

  test('count what is open as it is in the editor, and what was written outside', async () => {
    await ready();
    for (const client of [indexed, plain]) await client.open(uri('b.txt'), `${BRIDGE} Le quai, le quai, le quai.`);
    const own = await same({ kind: 'words', limit: 12, by: 'source' });
    expect(await walkedFor({ kind: 'words', by: 'source' })).toBe(1);
    expect(own.result.table?.rows.find(({ cells }) => cells[0] === 'quai')?.cells[1]).toBe(3);
    writeFileSync(at('a.txt'), HARBOUR.replaceAll('port', 'phare'));
    rmSync(at('c.txt'));
    writeFileSync(at('d.txt'), `${MARKET} Le phare a été repeint.`);
    const { result } = await same({ kind: 'words' });
    expect(result.table?.rows.find(({ cells }) => cells[0] === 'phare')?.cells[1]).toBe(3);
  });

  test('are answered from memory the second time, until an article changes: on the disk, in the editor, by its metadata', async () => {
    await ready();
    const table: Asked = { kind: 'words', by: 'source' };
    const port = ({ result }: Awaited<ReturnType<typeof count>>) =>
      result.table?.rows.find(({ cells }) => cells[0] === 'port')?.cells[1];
    const first = await same(table);
    const second = await same(table);
    expect(second.result).toEqual(first.result);
    const told = (name: string): void => {
      for (const client of [indexed, plain])
        client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type: 2 }] });
    };
    writeFileSync(at('c.txt'), `${MARKET} Le port, le port.`);
    told('c.txt');
    expect(port(await same(table))).toBe((port(first) as number) + 2);
    for (const client of [indexed, plain]) await client.open(uri('b.txt'), `${BRIDGE} Le port.`);
    const opened = await same(table);
    expect(port(opened)).toBe((port(first) as number) + 3);
    // once what was written is indexed, nothing is gone through, not even what is open
    while ((await same(table)).walked > 0) await new Promise((done) => setTimeout(done, 200));
    for (const client of [indexed, plain]) await client.change(uri('b.txt'), 2, { text: BRIDGE.replaceAll('port', 'quai') });
    expect(port(await same(table))).toBe((port(first) as number) + 1);
    writeFileSync(at('metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,Le Phare\n');
    told('metadata.csv');
    const { result } = await same(table);
    expect(result.table?.columns.map(({ id }) => id)).not.toContain('count:La Vigie');
  });

  test('tell what is counted so far where that is asked for, and then the same', async () => {
    for (let i = 0; i < 60; i++) writeFileSync(at(`n${String(i).padStart(2, '0')}.txt`), HARBOUR);
    await ready();
    for (const client of [indexed, plain]) {
      const told: TableResult[] = [];
      const listening = client.connection.onNotification(
        '$/progress',
        ({ token, value }: { token: string; value: TableResult }) => {
          if (token === 'so far') told.push(value);
        },
      );
      const asked = { ...params({ kind: 'words' }), partialResultToken: 'so far' };
      const whole = await client.request<TableResult>('corpus/table', asked);
      listening.dispose();
      expect(whole).toEqual(await plain.request<TableResult>('corpus/table', params({ kind: 'words' })));
      expect(whole.table?.notes).toEqual([]);
      // an index may have all before anything can be told
      if (client === plain) expect(told.length).toBeGreaterThan(0);
      for (const { table } of told) {
        const [, articles] = /^So far: the first (\d+) of 63 articles\./.exec(table?.notes[0] ?? '') ?? [];
        const count = table?.rows.find(({ cells }) => cells[0] === 'bateaux')?.cells[1];
        expect(table?.settings[0]?.value).toContain(`${articles} articles`);
        expect(count).toBeGreaterThanOrEqual(Number(articles) - 2);
      }
    }
  });

  test('leave copies out as going through the articles does', async () => {
    const long = `${HARBOUR} Les pêcheurs réparent les filets sur le quai depuis l’aube, et le marché ouvre à midi.`;
    for (const name of ['a.txt', 'e.txt', 'f.txt']) writeFileSync(at(name), long);
    await ready();
    const ask = (client: TestClient) => client.request<TableResult>('corpus/table', { ...params({ kind: 'words' }), once: true });
    const [own, other] = await Promise.all([ask(indexed), ask(plain)]);
    expect(own).toEqual(other);
    const filets = own.table?.rows.find(({ cells }) => cells[0] === 'filets');
    expect(filets?.cells[1]).toBe(1);
    // what the row opens has no more hits than it says
    expect(filets?.query).toBe('"filets" copies:once');
    expect(own.table?.settings).toContainEqual({ name: 'Duplicates', value: 'counted once: 2 articles left out' });
  });

  test('say what took too long, or cannot be read, and are counted again afterwards', async () => {
    writeFileSync(at('a.txt'), `${HARBOUR} Un mot long : ${'a'.repeat(60)}.`);
    await ready();
    const { result } = await same({ kind: 'dispersion', queries: ['[word="(a+)+b"]'] });
    expect(result.skipped).toEqual([{ uri: uri('a.txt'), message: expect.stringContaining('takes more than 2 s') }]);
    expect((await count(indexed, { kind: 'words', within: 'in:vigie' })).result.problem).toContain('no sub-corpus vigie');
    await same({ kind: 'words' });
    expect(await walkedFor({ kind: 'words' })).toBe(0);
  });

  test('are given up at once where nobody wants them any more', async () => {
    await ready();
    const source = new CancellationTokenSource();
    const asked = indexed.connection.sendRequest('corpus/table', params({ kind: 'words' }), source.token);
    source.cancel();
    await asked.catch(() => undefined);
    await same({ kind: 'words' });
    expect(await walkedFor({ kind: 'words' })).toBe(0);
  });
});
