import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleOutcome, ReviewStateParams, SearchResult } from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

const TEXT = 'Anne Corbin vit à Vell depuis mars.';
const LABELS = {
  topic: { title: 'Topic', values: ['trade', 'law'], multiple: true },
  genre: { values: ['report', 'column'] },
};

let folder: string;
let client: TestClient;
let uri: string;
let states: ReviewStateParams[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'));
  mkdirSync(join(folder, '.corpus'));
  writeFileSync(join(folder, '.corpus/schema.json'), JSON.stringify({ labels: LABELS }));
  writeFileSync(join(folder, '.corpus/articles'), 'article *.txt\n');
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.txt`), TEXT);
  uri = pathToFileURL(join(folder, 'a.txt')).href;
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
  states = [];
  client.connection.onNotification('review/state', (params: ReviewStateParams) => void states.push(params));
  await client.open(uri, TEXT);
});
afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function label(name: string, values: readonly string[], of = uri): Promise<{ ok: boolean; message?: string }> {
  const answer = await client.request<{ ok: boolean; message?: string }>('review/label', { uri: of, label: name, values });
  // the answer waits for the journal; the files are a moment later
  await client.request('review/save', { uri: of });
  return answer;
}
const review = (name = 'a'): string => readFileSync(join(folder, `${name}.review.jsonl`), 'utf8');
const outcome = async (of = uri): Promise<ArticleOutcome | undefined> =>
  (await client.request<readonly ArticleOutcome[]>('review/outcomes', { uris: [of] }))[0];

test('a label is set on an open article and on a closed one, told in the state, and taken back by undo', async () => {
  expect(await label('topic', ['trade', 'law'])).toEqual({ ok: true });
  const b = pathToFileURL(join(folder, 'b.txt')).href;
  expect(await label('genre', ['column'], b)).toEqual({ ok: true });
  expect((await outcome())?.labels).toEqual([{ label: 'topic', title: 'Topic', values: ['law', 'trade'] }]);
  expect(await outcome(b)).toMatchObject({ state: 'open', labels: [{ label: 'genre', values: ['column'] }] });
  expect(review('b')).toContain('{"label":"genre","value":"column"}');
  const state = await client.until('the state', () => states.find((params) => params.uri === uri && params.labels));
  expect([state.labels, state.undo]).toEqual([
    [{ label: 'topic', title: 'Topic', values: ['law', 'trade'] }],
    'Label the article: Topic',
  ]);
  await client.request('review/undo', { uri });
  expect((await outcome())?.labels).toBeUndefined();
});

test('a value that the schema does not offer is refused; one that is in the file is a problem with its line', async () => {
  expect(await label('genre', ['novel'])).toEqual({
    ok: false,
    message: 'The label "genre" has no value "novel"; there are report, column.',
  });
  await label('genre', ['report']);
  writeFileSync(join(folder, 'a.review.jsonl'), `${review()}{"label":"genre","value":"novel"}\n`);
  client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: pathToFileURL(join(folder, 'a.review.jsonl')).href, type: 2 }],
  });
  const told = await client.until('the problem', () =>
    client.diagnostics
      .filter((params) => params.uri === uri)
      .at(-1)
      ?.diagnostics.find(({ code }) => code === 'label'),
  );
  expect(told.message).toContain('has no value "novel"');
  const [place] = told.relatedInformation ?? [];
  expect(review().split('\n')[place?.location.range.start.line ?? -1]).toContain('novel');
  expect(await label('genre', ['report'])).toEqual({ ok: true });
  expect(review()).not.toContain('novel');
});

test('a search keeps to articles that have a label, each value by itself', async () => {
  await label('topic', ['trade', 'law']);
  const found = async (query: string): Promise<number> =>
    (await client.request<SearchResult>('corpus/search', { uri: pathToFileURL(folder).href, query })).lines.length;
  expect(await found('Anne')).toBe(2);
  expect(await found('Anne topic:law')).toBe(1);
  expect(await found('Anne topic:column')).toBe(0);
});
