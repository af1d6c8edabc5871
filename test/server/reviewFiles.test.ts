import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  AnnotatedText,
  ReviewApplied,
  ReviewItems,
  ReviewStateParams,
  ReviewStep,
  WriteFailure,
} from '../../server/src/protocol';
import { journalEntries } from '../support/journalEntries';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

let folder: string;
let client: TestClient;
let states: ReviewStateParams[];
let writing: { uri: string; failed?: WriteFailure }[];

const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;
const write = (name: string, text: string): void => writeFileSync(at(name), text);
const read = (name: string): string => readFileSync(at(name), 'utf8');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'review-files-'));
  write('a.txt', ARTICLE);
  await start();
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await client.stop();
});

async function start(): Promise<void> {
  states = [];
  writing = [];
  client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: at('.storage'), trusted: true } },
  });
  client.connection.onNotification('review/state', (params: ReviewStateParams) => {
    states.push(params);
  });
  client.connection.onNotification('review/writing', (params: { uri: string; failed?: WriteFailure }) => {
    writing.push(params);
  });
}

/** Confirms what is undecided first in an open article. */
async function confirmNext(of: string): Promise<ReviewApplied> {
  const { items } = await client.request<ReviewItems>('review/items', { uri: of });
  const next = items.find(({ status }) => status === 'suggested');
  if (next === undefined) throw new Error('all is decided');
  return client.request('review/apply', { uri: of, operations: [{ kind: 'confirm', items: [next.id] }] });
}

describe('what cannot be written', () => {
  const breakText = (): void => {
    rmSync(at('a.txt'));
    mkdirSync(at('a.txt'));
  };
  const mendText = (): void => {
    rmSync(at('a.txt'), { recursive: true });
    write('a.txt', ARTICLE);
  };

  test('is told at once with its reason, is kept aside, and told no more when it is written', async () => {
    await client.open(uri('a.txt'), ARTICLE);
    breakText();
    const applied = await confirmNext(uri('a.txt'));
    const told = await client.until('a failure', () => writing.at(-1));
    expect(told).toMatchObject({ uri: uri('a.txt'), failed: { kept: true } });
    expect(told.failed?.reason).toContain('a.txt');
    expect(applied).toMatchObject({ ok: true });
    expect(applied).not.toHaveProperty('unwritten');
    await client.until('the state says so', () => states.at(-1)?.failed !== undefined);
    expect(states.at(-1)?.pending).toBe(true);

    expect(await client.request('review/save', { uri: uri('a.txt') })).toBe(false);
    mendText();
    expect(await client.request('review/save', { uri: uri('a.txt') })).toBe(true);
    await client.until('written again', () => writing.at(-1)?.failed === undefined);
    expect(existsSync(at('a.ann'))).toBe(true);
    await client.until('the state says so', () => states.at(-1)?.failed === undefined && states.at(-1)?.pending === false);
  });

  test('is told of an article that is closed, too', async () => {
    await client.open(uri('a.txt'), ARTICLE);
    breakText();
    await confirmNext(uri('a.txt'));
    // the decision is answered when it is safe, which is before it is tried to write it
    await client.until('a failure', () => writing.at(-1)?.failed);
    await client.close(uri('a.txt'));
    mendText();
    expect(await client.request('review/save', { uri: uri('a.txt') })).toBe(true);
    await client.until('written again', () => writing.length > 1 && writing.at(-1)?.failed === undefined);
  });

  test('is not said to be done where it is kept nowhere', async () => {
    // the storage can be no folder
    write('.storage', '');
    await client.open(uri('a.txt'), ARTICLE);
    breakText();
    expect(await confirmNext(uri('a.txt'))).toMatchObject({ ok: true, unwritten: true });
    await client.until('a failure', () => writing.at(-1)?.failed?.kept === false);
    expect(await client.request<ReviewStep>('review/undo', { uri: uri('a.txt') })).toMatchObject({ done: true });
  });

  test('aside is no matter where it can be written into the files', async () => {
    write('.storage', '');
    await client.open(uri('a.txt'), ARTICLE);
    const applied = await confirmNext(uri('a.txt'));
    expect(applied).not.toHaveProperty('unwritten');
    expect(existsSync(at('a.ann'))).toBe(true);
    expect(writing).toEqual([]);
  });
});

describe('an article that is moved', () => {
  test('takes decisions along that wait for its text to be saved', async () => {
    await client.open(uri('a.txt'), ARTICLE);
    const changed = `${ARTICLE}\nEt voilà.\n`;
    await client.change(uri('a.txt'), 2, { text: changed });
    await confirmNext(uri('a.txt'));
    await client.until('it waits', () => states.at(-1)?.pending);
    const files = [{ from: uri('a.txt'), to: uri('b.txt') }];
    await client.request('review/filesMoving', { files });
    renameSync(at('a.txt'), at('b.txt'));
    await client.close(uri('a.txt'));
    await client.request('review/filesMoved', { files });
    await client.open(uri('b.txt'), changed);
    const { progress } = await client.request<ReviewItems>('review/items', { uri: uri('b.txt') });
    expect(progress.confirmed).toBe(1);
    write('b.txt', changed);
    await client.notify('textDocument/didSave', { textDocument: { uri: uri('b.txt') } });
    await client.until('written', () => states.at(-1)?.uri === uri('b.txt') && states.at(-1)?.pending === false);
    await client.request('review/save', { uri: uri('b.txt') });
    expect(readdirSync(folder).sort()).toEqual(['.storage', 'b.ann', 'b.review.jsonl', 'b.txt']);
    expect(journalEntries(at('.storage/journal'))).toEqual([]);
  });

  test('with its folder leaves nothing behind', async () => {
    mkdirSync(at('sub'));
    write('sub/a.txt', ARTICLE);
    await client.open(uri('sub/a.txt'), ARTICLE);
    await confirmNext(uri('sub/a.txt'));
    const files = [{ from: uri('sub'), to: uri('new') }];
    await client.request('review/filesMoving', { files });
    expect(existsSync(at('sub/a.ann'))).toBe(true);
    renameSync(at('sub'), at('new'));
    await client.close(uri('sub/a.txt'));
    await client.request('review/filesMoved', { files });
    await client.open(uri('new/a.txt'), ARTICLE);
    const { progress } = await client.request<ReviewItems>('review/items', { uri: uri('new/a.txt') });
    expect(progress.confirmed).toBe(1);
    expect(existsSync(at('sub'))).toBe(false);
  });
});

describe('a copy', () => {
  const original = (of: string): Promise<AnnotatedText | null> => client.request('review/original', { uri: uri(of) });

  test('is recognised by its text, whatever its name and folder, and no other text is', async () => {
    mkdirSync(at('elsewhere'));
    write('elsewhere/copy.txt', ARTICLE);
    write('other.txt', `${ARTICLE}x`);
    expect(await original('elsewhere/copy.txt')).toBeNull();
    await client.open(uri('a.txt'), ARTICLE);
    await confirmNext(uri('a.txt'));
    await client.request('review/save', { uri: uri('a.txt') });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('a.review.jsonl'), type: 1 }] });
    expect(await original('elsewhere/copy.txt')).toEqual({
      uri: uri('a.txt'),
      files: [uri('a.ann'), uri('a.review.jsonl')],
    });
    expect(await original('other.txt')).toBeNull();
    expect(await original('a.txt')).toBeNull();
    // one with annotations of its own is no copy that lacks them
    write('elsewhere/copy.ann', '');
    expect(await original('elsewhere/copy.txt')).toBeNull();
    expect(read('elsewhere/copy.txt')).toBe(ARTICLE);
  });

  test('that git or another tool shows has no problems and takes no decisions', async () => {
    const shown = 'git:/corpus/a.txt?%7B%22ref%22%3A%22HEAD%22%7D';
    const told: string[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', ({ uri: of, diagnostics }) => {
      if (diagnostics.length > 0) told.push(of);
    });
    const text = `${ARTICLE}\nIl a dit : « Je viens demain.\n`;
    await client.open(uri('a.txt'), text);
    await client.open(shown, text);
    await client.until('problems of the file', () => told.includes(uri('a.txt')));
    await client.analysis(shown, 1);
    expect(await confirmNext(shown)).toMatchObject({ ok: false, message: expect.stringContaining('read-only copy') });
    await client.until('its state says so', () => states.find((state) => state.uri === shown)?.readOnly !== undefined);
    expect(told).not.toContain(shown);
  });
});
