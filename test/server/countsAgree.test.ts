import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  EntityItem,
  ExportResult,
  ReviewApplied,
  ReviewItems,
  ReviewStateParams,
  SpeakerQuotes,
  TimelineItem,
} from '../../server/src/protocol';
import { TestClient } from './support/languageServer';

/*
 * One number, wherever it is read: hover, views, status bar, list of the review, tables. Whatever is decided; a header is
 * never counted.
 */

let folder: string;
let client: TestClient;
const states: ReviewStateParams[] = [];

// every third, so that each kind of article is among them
const ARTICLES = ['fr', 'en'].flatMap((language) =>
  readdirSync(join('samples/corpus', language))
    .filter((name) => name.endsWith('.txt'))
    .filter((_, i) => i % 3 === 0)
    .map((name) => `${language}/${name}`),
);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counts-'));
  cpSync('samples/corpus', folder, { recursive: true });
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: join(folder, '.storage'), trusted: true } },
  });
  client.connection.onNotification('review/state', (params: ReviewStateParams) => void states.push(params));
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Numbers {
  readonly entities: number;
  readonly dates: number;
  /** Direct, mixed and indirect: what somebody says. */
  readonly speech: number;
  /** Scare quotes and titles too. */
  readonly quotes: number;
}

const SPEECH = ['direct', 'mixed', 'indirect'];

/** What a table has of an article, by layer; cues and speakers are parts of quotations. */
async function exported(uri: string): Promise<Numbers> {
  const target = mkdtempSync(join(folder, 'out-'));
  const done = await client.request<ExportResult>('review/export', {
    uri,
    target: pathToFileURL(target).href,
    format: 'csv',
    content: 'all',
  });
  expect(done.problems).toEqual([]);
  const [file = ''] = readdirSync(target).filter((name) => name.endsWith('.csv') && name !== 'metadata.csv');
  const [head = [], ...rows] = Papa.parse(readFileSync(join(target, file), 'utf8').trim()).data;
  const at = (name: string): number => head.indexOf(name);
  const own = rows.filter((row) => row[at('status')] !== 'rejected');
  const cells = own.map((row) => ({ layer: row[at('layer')] ?? '', type: row[at('type')] ?? '' }));
  return numbersOf(cells.filter(({ layer, type }) => layer !== 'quote' || !['cue', 'speaker'].includes(type)));
}

function numbersOf(items: readonly { readonly layer: string; readonly type: string }[]): Numbers {
  const of = (wanted: string): readonly { readonly type: string }[] => items.filter(({ layer }) => layer === wanted);
  const speech = of('quote').filter(({ type }) => SPEECH.includes(type));
  return { entities: of('entity').length, dates: of('date').length, speech: speech.length, quotes: of('quote').length };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function agree(uri: string, header: number): Promise<void> {
  const ask = <T>(method: string): Promise<T> => client.request<T>(method, { uri });
  const { items: all } = await client.request<ReviewItems>('review/items', { uri });
  const items = all.filter(({ status }) => status !== 'rejected');
  const entities = await ask<readonly EntityItem[]>('article/entities');
  const speakers = await ask<readonly SpeakerQuotes[]>('article/quotesBySpeaker');
  const timeline = await ask<readonly TimelineItem[]>('article/timeline');
  const listed = numbersOf(items);
  const views = {
    entities: sum(entities.map(({ mentions }) => mentions.length)),
    dates: timeline.length,
    speech: sum(speakers.map(({ quotes }) => quotes.length)),
  };
  expect(views).toEqual({ entities: listed.entities, dates: listed.dates, speech: listed.speech });
  expect(await exported(uri), 'table').toEqual(listed);
  const state = states.findLast((one) => one.uri === uri);
  // what was rejected is decided on, too
  const refused = all.length - items.length;
  expect(state?.progress.total, 'status bar').toBe(listed.entities + listed.dates + listed.quotes + refused);
  // walking goes through as many
  const position = { line: 0, character: 0 };
  for (const [kind, count] of [
    ['date', listed.dates],
    ['quote', listed.speech],
  ] as const) {
    const next = await client.request<{ total: number } | null>('article/neighbour', { uri, position, kind, direction: 'next' });
    expect(next?.total ?? 0, kind).toBe(count);
  }
  for (const { name, mentions } of entities.slice(0, 3)) {
    const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: { uri },
      position: mentions[0]?.start,
    });
    const said = /(\d+)\s+mentions? here/.exec(hover?.contents.value ?? '')?.[1];
    expect(Number(said ?? 1), `${name}: ${hover?.contents.value}`).toBe(mentions.length);
  }
  const ranges = [...entities.flatMap(({ mentions }) => mentions), ...timeline.map(({ range }) => range)];
  for (const { start } of ranges) expect(start.line > 0 || start.character >= header, 'in the header').toBe(true);
}

describe('numbers', () => {
  test.each(ARTICLES)('%s: are the same everywhere, before and after decisions', async (name) => {
    const uri = pathToFileURL(join(folder, name)).href;
    const text = readFileSync(join(folder, name), 'utf8');
    await client.open(uri, text);
    await client.request('review/items', { uri });
    const header = /^\s*date \S+ /.exec(text)?.[0].length ?? 0;
    await agree(uri, header);
    const { items } = await client.request<ReviewItems>('review/items', { uri });
    const first = (layer: string): readonly string[] =>
      items
        .filter((item) => item.layer === layer)
        .slice(0, 1)
        .map(({ id }) => id);
    const operations = [
      { kind: 'reject', items: ['entity', 'date'].flatMap(first) },
      { kind: 'confirm', items: first('quote') },
    ].filter((operation) => operation.items.length > 0);
    const done = await client.request<ReviewApplied>('review/apply', { uri, operations });
    expect(done).toMatchObject({ ok: true });
    await client.until(
      'the decisions are counted',
      () => (states.findLast((one) => one.uri === uri)?.progress.reviewed ?? 0) > 0,
    );
    await agree(uri, header);
    const after = await client.request<ReviewItems>('review/items', { uri });
    expect(after.items.filter(({ status }) => status === 'rejected')).toHaveLength(
      operations[0]?.kind === 'reject' ? operations[0].items.length : 0,
    );
  });
});
