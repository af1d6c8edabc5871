import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewApplied, ReviewItems } from '../../server/src/protocol';
import { journalEntries } from '../support/journalEntries';
import { ARTICLE } from './support/articles';
import { TestClient } from './support/languageServer';

const START = ARTICLE.indexOf('Jeanne Morvan');
const LINE = `T1\tPER ${START} ${START + 13}\tJeanne Morvan`;

let folder: string;
let clients: TestClient[];
let told: string[];
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'shapes-')));
  [clients, told] = [[], []];
});
afterEach(async () => {
  for (const client of clients) if (client.process.signalCode === null) await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;

async function start(): Promise<TestClient> {
  const client = await TestClient.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { review: { storagePath: at('.storage'), trusted: true } },
  });
  clients.push(client);
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
  return client;
}

async function open(client: TestClient, name: string, text = ARTICLE): Promise<void> {
  writeFileSync(at(name), text);
  await client.open(uri(name), text);
}

/** Confirms the nth of what is undecided. */
async function decide(client: TestClient, name: string, nth = 0): Promise<ReviewApplied> {
  const { items } = await client.request<ReviewItems>('review/items', { uri: uri(name), filter: { status: ['undecided'] } });
  return client.request('review/apply', { uri: uri(name), operations: [{ kind: 'confirm', items: [items[nth]?.id] }] });
}

const confirmed = async (client: TestClient, name: string): Promise<number> =>
  (await client.request<ReviewItems>('review/items', { uri: uri(name) })).progress.confirmed;
/** So many annotations are in a file, and the journal has let go. */
const isWritten = (name: string, count: number) => (): boolean =>
  existsSync(at(name)) &&
  readFileSync(at(name), 'utf8').match(/^\ufeff?T\d+\t(?!cue|speaker)/gm)?.length === count &&
  journalEntries(at('.storage/journal')).length === 0;

describe('annotations as another program has written them', () => {
  test.each([
    ['with CRLF', Buffer.from(`${LINE}\r\n`), true, ''],
    ['with a byte-order mark', Buffer.from(`\ufeff${LINE}\n`), true, ''],
    ['with NUL bytes', Buffer.from(`${LINE}\n\0\0\0\n`), false, 'line 2'],
    ['in UTF-16', Buffer.from(`\ufeff${LINE}\n`, 'utf16le'), false, 'not UTF-8'],
    ['in Latin-1', Buffer.from(`${LINE}\n#1\tAnnotatorNotes T1\tcaf\xe9\n`, 'latin1'), false, 'not UTF-8'],
    ['with the line ends of old Macs', Buffer.from(`${LINE}\rT2\tPER 0 5\tdate\r`), false, 'carriage return'],
  ])('%s are kept byte for byte, and what cannot be read says so', async (_, ann, ok, why) => {
    const client = await start();
    writeFileSync(at('a.ann'), ann);
    await open(client, 'a.txt');
    const applied = await decide(client, 'a.txt');
    expect(applied).toMatchObject(ok ? { ok } : { ok, message: expect.stringContaining(why) });
    if (ok) await client.until('written', isWritten('a.ann', 2));
    expect(readFileSync(at('a.ann')).subarray(0, ann.length)).toEqual(ann);
    if (!ok) expect(readFileSync(at('a.ann'))).toEqual(ann);
  });
});

describe('what changes its shape while it is open', () => {
  test('a text that becomes a folder: told by name, the decision is kept, and written once the text is back', async () => {
    const client = await start();
    await open(client, 'a.txt');
    expect(await decide(client, 'a.txt')).toMatchObject({ ok: true });
    await client.until('written', isWritten('a.ann', 1));
    rmSync(at('a.txt'));
    mkdirSync(at('a.txt'));
    expect(await decide(client, 'a.txt')).toMatchObject({ ok: true });
    await client.until('told', () => told.some((message) => /a\.txt is not a regular file \(it is a folder\)/.test(message)));
    expect(journalEntries(at('.storage/journal'))).toHaveLength(1);
    rmSync(at('a.txt'), { recursive: true });
    writeFileSync(at('a.txt'), ARTICLE);
    await client.notify('textDocument/didSave', { textDocument: { uri: uri('a.txt') } });
    await client.until('both', isWritten('a.ann', 2));
  });

  test('a folder that vanishes and comes back: what was decided meanwhile is there', async () => {
    const client = await start();
    mkdirSync(at('sub'));
    await open(client, 'sub/a.txt');
    expect(await decide(client, 'sub/a.txt')).toMatchObject({ ok: true });
    await client.until('written', isWritten('sub/a.ann', 1));
    const before = readFileSync(at('sub/a.ann'));
    rmSync(at('sub'), { recursive: true });
    expect(await decide(client, 'sub/a.txt')).toMatchObject({ ok: true });
    expect(journalEntries(at('.storage/journal'))).toHaveLength(1);
    // even where nobody closes anything: the server is ended, another one begins
    client.process.kill('SIGKILL');
    await client.exited;
    mkdirSync(at('sub'));
    writeFileSync(at('sub/a.ann'), before);
    const next = await start();
    await open(next, 'sub/a.txt');
    expect(await confirmed(next, 'sub/a.txt')).toBe(2);
    await next.until('both', isWritten('sub/a.ann', 2));
  });

  test('an article of nothing, and one of 50 MB, are answered', async () => {
    const client = await start();
    await open(client, 'nothing.txt', '');
    await open(client, 'large.txt', ARTICLE.repeat(Math.ceil((50 * 1024 * 1024) / ARTICLE.length)));
    await open(client, 'other.txt');
    expect(await confirmed(client, 'nothing.txt')).toBe(0);
    expect(await confirmed(client, 'large.txt')).toBe(0);
    expect(await decide(client, 'other.txt')).toMatchObject({ ok: true });
    await client.until('told why', () =>
      client.diagnostics.some(
        (params) => params.uri === uri('large.txt') && /maxFileSize/.test(String(params.diagnostics[0]?.message)),
      ),
    );
  }, 120_000);
});

describe('two windows on one folder', () => {
  test('that decide on one article at once keep what both decided, though both are killed', async () => {
    const [one, two] = [await start(), await start()];
    await open(one, 'a.txt');
    await two.open(uri('a.txt'), ARTICLE);
    const answers = [];
    for (const nth of [0, 1, 2]) answers.push(...(await Promise.all([decide(one, 'a.txt', nth), decide(two, 'a.txt', nth + 3)])));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const words = answers.flatMap((answer) => (answer.ok ? answer.focus.map((item) => item.words) : []));
    expect(words).toHaveLength(6);
    for (const client of [one, two]) {
      client.process.kill('SIGKILL');
      await client.exited;
    }
    const next = await start();
    await next.open(uri('a.txt'), ARTICLE);
    const { items } = await next.request<ReviewItems>('review/items', { uri: uri('a.txt'), filter: { status: ['confirmed'] } });
    for (const own of words) expect(items.map((item) => item.words)).toContain(own);
  });
});
