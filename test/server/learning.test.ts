import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MarkupContent, Range } from 'vscode-languageserver-protocol';
import type { LearntLine, ReviewApplied, ReviewItemInfo, ReviewItems, ReviewOperation } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const article = (place: string): string =>
  `${place}, le 3 mars 2019\n\nUne assemblée agitée\n\nLe bloc ardent a réuni ses adhérents à ${place}. La maire Anne Corbin a refusé de recevoir le bloc ardent, et le conseil a voté.\n`;
const TEXTS = { a: article('Vell'), b: article('Morlanges'), c: article('Tresse') };
type Name = keyof typeof TEXTS;

let folder: string;
let client: TestClient;

const uri = (name: Name): string => pathToFileURL(join(folder, `${name}.txt`)).href;
const on = { learning: { enabled: true } };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'learning-'));
  mkdirSync(join(folder, '.corpus'));
  writeFileSync(join(folder, '.corpus/articles'), 'article *.txt\n');
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, `${name}.txt`), text);
  await start(on);
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => client.stop());

async function start(settings: object): Promise<void> {
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    settings,
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
}

const open = (name: Name): Promise<void> => client.open(uri(name), TEXTS[name]);
const items = async (name: Name): Promise<readonly ReviewItemInfo[]> =>
  (await client.request<ReviewItems | null>('review/items', { uri: uri(name) }))?.items ?? [];

function rangeOf(name: Name, words: string): Range {
  const text = TEXTS[name];
  const start = text.indexOf(words);
  const line = text.slice(0, start).split('\n').length - 1;
  const character = start - (text.lastIndexOf('\n', start - 1) + 1);
  return { start: { line, character }, end: { line, character: character + words.length } };
}

async function apply(name: Name, ...operations: readonly ReviewOperation[]): Promise<void> {
  const applied = await client.request<ReviewApplied>('review/apply', { uri: uri(name), operations });
  expect(applied).toMatchObject({ ok: true });
}
const add = (name: Name, words: string, type = 'ORG'): Promise<void> =>
  apply(name, { kind: 'add', layer: 'entity', type, ranges: [rangeOf(name, words)] });

/** Suggested names of an article with these words, by type. */
const suggested = async (name: Name, words: string): Promise<readonly string[]> =>
  (await items(name)).filter((item) => item.words === words && item.status === 'suggested').map((item) => item.type);

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}\n${client.logs.join('\n')}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Two articles say that it is a name. */
async function teach(): Promise<void> {
  for (const name of ['a', 'b'] as const) {
    await open(name);
    await add(name, 'bloc ardent');
  }
}

test('a name that is added is suggested where it comes again, in the article and in the next one, and says why', async () => {
  await open('a');
  expect(await suggested('a', 'bloc ardent')).toEqual([]);
  await add('a', 'bloc ardent');
  await until('its second mention', async () => (await suggested('a', 'bloc ardent')).join() === 'ORG');
  await open('b');
  await add('b', 'bloc ardent');
  await open('c');
  await until('two in the next article', async () => (await suggested('c', 'bloc ardent')).join() === 'ORG,ORG');
  const hover = await client.hover(uri('c'), rangeOf('c', 'bloc ardent').start);
  expect((hover?.contents as MarkupContent | undefined)?.value).toMatch(
    /bloc ardent” was decided to be Organi[sz]ation in 2 articles/,
  );
  // what is only suggested is in no file
  await client.request('review/save', { uri: uri('a') });
  expect(readFileSync(join(folder, 'a.ann'), 'utf8').match(/bloc ardent/g)).toHaveLength(1);
});

test('what was learnt is listed with its articles, forgotten line by line for good, and learnt again', async () => {
  await teach();
  await open('c');
  await until('the next article', async () => (await suggested('c', 'bloc ardent')).length === 2);
  const learnt = await client.request<readonly LearntLine[]>('learning/learnt', { uri: uri('c') });
  const line = learnt.find(({ form }) => form === 'bloc ardent');
  expect(line).toMatchObject({ type: 'ORG', count: 2, articles: [uri('a'), uri('b')] });
  const what = [{ form: 'bloc ardent', type: 'ORG' }];
  expect(await client.request('learning/forget', { uri: uri('c'), what })).toEqual({});
  expect(readFileSync(join(folder, '.corpus/forgotten'), 'utf8')).toBe('ORG bloc ardent\n');
  await until('it as before', async () => (await suggested('c', 'bloc ardent')).length === 0);
  expect((await items('a')).filter(({ status }) => status === 'confirmed')).toHaveLength(1);
  await client.request('learning/forget', { uri: uri('c'), what: 'nothing' });
  await until('it again', async () => (await suggested('c', 'bloc ardent')).length === 2);
});

test('a project that cannot be written to says so and forgets nothing', async () => {
  await teach();
  await client.request('review/save', { uri: uri('a') });
  mkdirSync(join(folder, '.corpus/forgotten'));
  const answer = await client.request<{ problem?: string }>('learning/forget', { what: [{ form: 'x', type: 'ORG' }] });
  expect(answer.problem).toMatch(/folder/);
});

test('what is undone is unlearnt', async () => {
  await teach();
  await open('c');
  await until('the next article', async () => (await suggested('c', 'bloc ardent')).length === 2);
  for (const name of ['a', 'b'] as const) await client.request('review/undo', { uri: uri(name) });
  await until('it as before', async () => (await suggested('c', 'bloc ardent')).length === 0);
  expect(await suggested('a', 'bloc ardent')).toEqual([]);
});

test('decisions of articles that are closed teach; off, or of others alone, all is suggested as it was', async () => {
  await teach();
  for (const name of ['a', 'b'] as const) await client.request('review/save', { uri: uri(name) });
  await client.stop();
  await start(on);
  await open('c');
  await until('what another window taught', async () => (await suggested('c', 'bloc ardent')).length === 2);
  await client.configure({ learning: { enabled: false } });
  await until('nothing learnt', async () => (await suggested('c', 'bloc ardent')).length === 0);
  await client.configure(on);
  await until('it again', async () => (await suggested('c', 'bloc ardent')).length === 2);
  await client.configure({ learning: { enabled: true, annotators: ['somebody-else'] } });
  await until('nothing of others', async () => (await suggested('c', 'bloc ardent')).length === 0);
});

test('a rejected name is suggested no more in other articles; the decision itself stays', async () => {
  for (const name of ['a', 'b'] as const) {
    await open(name);
    const corbin = (await items(name)).find((item) => item.words === 'Anne Corbin');
    await apply(name, { kind: 'reject', items: [corbin?.id ?? ''] });
  }
  await open('c');
  await until('no Anne Corbin', async () => (await suggested('c', 'Anne Corbin')).length === 0);
  expect((await items('a')).find((item) => item.words === 'Anne Corbin')).toMatchObject({ status: 'rejected' });
});
