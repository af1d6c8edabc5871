import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IndexState, QueryCompletions } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const TEXTS = {
  'a.txt': 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.',
  'b.txt': 'Le marché a déménagé mardi. « C’était prévu », dit Anne Morel devant Nadia Rey, et les étals attendaient déjà.',
};

let folder: string;
let client: TestClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'completed-'));
  mkdirSync(join(folder, '.corpus'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'metadata.csv'), 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n');
  writeFileSync(join(folder, '.corpus/parts'), 'subcorpus phare = source:"Le Phare"\n');
  const theme = { types: { energy: { title: 'Energy' } }, attributes: { tone: { values: ['low', 'high'] } } };
  writeFileSync(join(folder, '.corpus/schema.json'), JSON.stringify({ layers: { theme } }));
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: {
      review: { storagePath: join(folder, '.storage'), trusted: true },
      index: { storagePath: join(folder, '.indexes') },
    },
  });
  for (;;) {
    const state = await client.request<IndexState>('corpus/index', {});
    if (state.idle && state.total > 0) break;
    await new Promise((done) => setTimeout(done, 50));
  }
}, 120_000);
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const complete = (query: string): Promise<QueryCompletions> =>
  client.request<QueryCompletions>('corpus/completeQuery', { uri: pathToFileURL(folder).href, query });
const labels = async (query: string): Promise<string[]> => (await complete(query)).completions.map(({ label }) => label);

describe('a query while it is written', () => {
  test('is completed from the index, the schema, the metadata and the project’s sub-corpora', async () => {
    expect(await labels('port s')).toEqual(['speaker', 'source']);
    expect(await labels('speaker:mor')).toEqual(['Anne Morel']);
    expect(await labels('port source:')).toEqual(expect.arrayContaining(['La Vigie', 'Le Phare']));
    expect(await labels('port in:')).toEqual(['phare']);
    expect(await labels('layer:the')).toEqual(['theme', 'theme=energy']);
    expect(await labels('attribute:tone=')).toEqual(['tone=low', 'tone=high']);
    expect(await labels('[word="a" & ty')).toEqual(['type']);
    expect(await labels('[type="P')).toEqual(['PER']);
    expect(await labels('date:20')).toEqual(['2016', '2017']);
  });

  test('is given whole with what it could go on with', async () => {
    const { completions } = await complete('port speaker:"anne');
    expect(completions).toEqual([{ query: 'port speaker:"Anne Morel"', label: 'Anne Morel', detail: '2 articles' }]);
  });

  test('articles follow each other by date, as the metadata has it', async () => {
    const step = (name: string, direction: string) =>
      client.request('corpus/articleByDate', { uri: pathToFileURL(join(folder, name)).href, direction });
    const [a, b] = ['a.txt', 'b.txt'].map((name) => pathToFileURL(join(folder, name)).href);
    expect(await step('a.txt', 'next')).toEqual({ uri: b, date: '2017-01-02', index: 2, total: 2 });
    expect(await step('b.txt', 'previous')).toEqual({ uri: a, date: '2016-03-04', index: 1, total: 2 });
    expect(await step('b.txt', 'next')).toBeNull();
    expect(await step('missing.txt', 'next')).toBeNull();
  });

  test('is told what is wrong with it', async () => {
    expect((await complete('port in:phare')).problem).toBeUndefined();
    expect((await complete('[word="port"')).problem).toContain('character 13 of the query: it ends too early');
    expect((await complete('port in:vigie')).problem).toContain('there is no sub-corpus vigie');
    expect((await complete('')).problem).toBeUndefined();
  });
});
