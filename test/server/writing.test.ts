import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReviewApplied, ReviewItems, ReviewStateParams } from '../../server/src/protocol';
import { ArticleDecisions } from '../../server/src/store/articleDecisions';
import { journalEntries } from '../support/journalEntries';
import { onSmallDisk } from '../support/smallDisk';
import { ARTICLE, longArticle } from './support/articles';
import { TestClient } from './support/languageServer';

const FAULTS = resolve('test/support/faults.cjs');
const OLD = 'T7\tPER 0 0\t\n';

let folder: string;
let client: TestClient;
let told: string[];
let states: ReviewStateParams[];
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'server-writing-')));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => client.stop());

async function start(storage = join(folder, '.storage')): Promise<void> {
  [told, states] = [[], []];
  process.env.FAULTS = join(folder, 'plan');
  process.env.NODE_OPTIONS = `--require ${FAULTS}`;
  try {
    client = await TestClient.start({
      folders: [pathToFileURL(folder).href],
      initializationOptions: { review: { storagePath: storage, trusted: true } },
    });
  } finally {
    delete process.env.FAULTS;
    delete process.env.NODE_OPTIONS;
  }
  client.connection.onNotification('window/showMessage', ({ type, message }: { type: number; message: string }) => {
    told.push(`${type} ${message}`);
  });
  client.connection.onNotification('review/state', (params: ReviewStateParams) => {
    states.push(params);
  });
}
const plan = (what: object | undefined): void =>
  writeFileSync(join(folder, 'plan'), what === undefined ? '' : JSON.stringify(what));
const log = (): readonly string[] => {
  const file = join(folder, 'plan.log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
};
const uriOf = (path: string): string => pathToFileURL(path).href;
const content = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
const undecided = async (path: string): Promise<readonly string[]> => {
  const { items } = await client.request<ReviewItems>('review/items', { uri: uriOf(path), filter: { status: ['undecided'] } });
  return items.map(({ id }) => id);
};
const decide = async (path: string): Promise<ReviewApplied> => {
  const [item] = await undecided(path);
  return client.request('review/apply', { uri: uriOf(path), operations: [{ kind: 'confirm', items: [item] }] });
};
/** The state after so many decisions, once they are written or cannot be. */
const settled = (path: string, decisions: number): Promise<ReviewStateParams> =>
  client.until(`the state after ${decisions} decisions`, () => {
    const last = states.filter(({ uri, progress }) => uri === uriOf(path) && progress.confirmed === decisions).at(-1);
    return last && (last.failed !== undefined || !last.pending) ? last : undefined;
  });
async function open(path: string, text = ARTICLE): Promise<void> {
  writeFileSync(path, text);
  await client.open(uriOf(path), text);
  await client.analysis(uriOf(path), 1);
}
const journalOf = (storage = join(folder, '.storage')): readonly string[] => journalEntries(join(storage, 'journal'));

describe('each call of a write fails in turn', () => {
  test('old file and journal stay, the person is told, and what was decided comes into the file later', async () => {
    await start();
    const path = join(folder, 'a.txt');
    const ann = join(folder, 'a.ann');
    // with more to decide on than there are calls
    await open(path, longArticle(14_000));
    // the folders have been looked at, and there is an old file
    expect(await decide(path)).toMatchObject({ ok: true });
    await settled(path, 1);
    const WHERE = `^${folder}/(?:a\\.|\\.corpus-annotator|\\.storage|$)|^${folder}$`;
    plan({ kind: 'EIO', at: 0, where: WHERE, count: true });
    expect(await decide(path)).toMatchObject({ ok: true });
    await settled(path, 2);
    // the entry is written, and let go
    const closings = (): number => log().filter((call) => call.startsWith('close') && call.includes('.slot')).length;
    await client.until('the last call', () => closings() === 2);
    const calls = log();
    const first = calls.findIndex((call) => call.startsWith('open') && call.includes('.slot'));
    expect(calls.filter((call) => call.startsWith('rename '))).toHaveLength(2);
    expect(calls.slice(first).find((call) => call.includes('sync '))).toMatch(/^datasync .*\.slot/);
    let decided = 2;
    for (let i = first + 1; i <= calls.length; i++) {
      let call = calls[i - 1] ?? '';
      // that a file beside could not be taken away, or looked at for its lines once more, is no fault of the write
      const kind = call.startsWith('write ') ? 'FULL' : i % 2 ? 'ENOSPC' : 'EIO';
      // a slot that a failed round has left is not used again: there is to be a free one
      expect(await decide(path)).toMatchObject({ ok: true });
      await settled(path, ++decided);
      const [before, heard] = [content(ann), told.length];
      plan({ kind, at: i, where: WHERE, round: i, count: true });
      expect(await decide(path)).toMatchObject({ ok: true });
      const { failed } = await settled(path, ++decided);
      call = log()[i - 1] ?? '';
      const named = log()
        .slice(0, i - 1)
        .flatMap((each) => (each.startsWith('rename ') ? [each.slice(each.lastIndexOf('/'))] : []));
      const isKept = log()
        .slice(0, i - 1)
        .some((each) => each.startsWith('close') && each.includes('.slot'));
      const what = `${kind} at ${i}: ${call}`;
      if (failed === undefined) {
        // the journal could not be written, the files could: nothing is missing
        expect(call, what).toContain('.storage');
        expect(content(ann), what).not.toBe(before);
      } else {
        await client.until(`an error for ${what}`, () => told.length > heard);
        expect(told.at(-1), what).toMatch(
          /^1 Decisions on a\.txt could not be written: .*(?:disk is full|disk reports an error|cannot be read)/,
        );
        // on a disk that is full everywhere there is none: what was decided is in memory, and that was told
        const isLetGo = named.includes('/a.review.jsonl') && call.includes('.slot');
        if (isKept && !isLetGo) expect(journalOf(), what).toHaveLength(1);
        if (!named.includes('/a.ann')) expect(content(ann), what).toBe(before);
      }
      expect(
        readdirSync(folder).filter((name) => name.endsWith('.tmp')),
        what,
      ).toEqual([]);
      // mended: the text is saved once more, and all is there
      plan(undefined);
      if (failed !== undefined) await client.notify('textDocument/didSave', { textDocument: { uri: uriOf(path) } });
      await client.until(`written after ${what}`, () => journalOf().length === 0 && content(ann) !== before);
      if (failed !== undefined) await client.until('a good state', () => states.at(-1)?.failed === undefined);
    }
  }, 180_000);

  test('a real disk of 64 KB', async (context) => {
    const ran = await onSmallDisk(async (disk) => {
      await start();
      const path = join(disk, 'a.txt');
      await open(path);
      expect(await decide(path)).toMatchObject({ ok: true });
      await settled(path, 1);
      const before = content(join(disk, 'a.ann'));
      expect(before).toMatch(/^T1\t/);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(30 * 1024));
      try {
        for (;;) writeFileSync(join(disk, 'filler'), Buffer.alloc(1_024), { flag: 'a' });
      } catch {
        // full
      }
      expect(await decide(path)).toMatchObject({ ok: true });
      await client.until('an error', () => told.length > 0);
      expect(told).toEqual([expect.stringMatching(/^1 Decisions on a\.txt could not be written: .*the disk is full/)]);
      expect(content(join(disk, 'a.ann'))).toBe(before);
      expect(journalOf()).toHaveLength(1);
      rmSync(join(disk, 'filler'));
      await decide(path);
      await client.until('all three', () => journalOf().length === 0 && content(join(disk, 'a.ann')) !== before);
      const again = await ArticleDecisions.open(path, ARTICLE);
      const { annotations } = again.state.decisions.document;
      expect(annotations.filter(({ layer }) => layer !== 'quotePart').length).toBeGreaterThanOrEqual(3);
    });
    if (!ran) context.skip();
  });
});

describe('what a decision does not touch', () => {
  test('a folder that another program has renamed: told once, and written when it is there again', async () => {
    await start();
    mkdirSync(join(folder, 'was'));
    const path = join(folder, 'was/a.txt');
    await open(path);
    await decide(path);
    await settled(path, 1);
    renameSync(join(folder, 'was'), join(folder, 'is'));
    const before = content(join(folder, 'is/a.ann'));
    await decide(path);
    await client.until('it is told', () => told.some((each) => /a\.txt.*renamed or deleted.*kept/.test(each)));
    await decide(path);
    await settled(path, 3);
    expect(told).toHaveLength(1);
    expect([existsSync(join(folder, 'was')), content(join(folder, 'is/a.ann'))]).toEqual([false, before]);
    expect(journalOf()).toHaveLength(1);
    renameSync(join(folder, 'is'), join(folder, 'was'));
    await client.request('review/save', { uri: uriOf(path) });
    await client.until('all three are in the file', () =>
      /^T1\t.*^T2\t.*^T3\t/ms.test(content(path.replace('.txt', '.ann')) ?? ''),
    );
  });

  test('a link that leads out, a read-only file: told, and the answer to a decision says so where nothing can be decided', async () => {
    await start();
    const outside = realpathSync(mkdtempSync(join(tmpdir(), 'outside-')));
    try {
      mkdirSync(join(folder, 'sub'));
      writeFileSync(join(outside, 'secret'), '');
      symlinkSync(join(outside, 'secret'), join(folder, 'sub/a.ann'));
      await open(join(folder, 'sub/a.txt'));
      await decide(join(folder, 'sub/a.txt'));
      await client.until('an error', () => told.some((each) => /a\.ann is a link to .*secret, outside /.test(each)));
      expect(content(join(outside, 'secret'))).toBe('');
      writeFileSync(join(folder, 'b.ann'), '', { mode: 0o444 });
      await open(join(folder, 'b.txt'));
      await decide(join(folder, 'b.txt'));
      await client.until('an error', () => told.some((each) => /b\.ann is read-only and was kept/.test(each)));
      expect(content(join(folder, 'b.ann'))).toBe('');
      expect(journalOf()).toHaveLength(2);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  test('devices, pipes and files that are too large are named, and nobody waits for them', async () => {
    await start();
    const names: string[] = [];
    if (existsSync('/dev/zero')) {
      symlinkSync('/dev/zero', join(folder, 'zero.ann'));
      names.push('zero');
    }
    if (spawnSync('mkfifo', [join(folder, 'pipe.ann')]).status === 0) names.push('pipe');
    writeFileSync(join(folder, 'large.ann'), OLD.repeat(400_000));
    names.push('large');
    mkdirSync(join(folder, '.corpus'));
    writeFileSync(join(folder, '.corpus/schema.json'), ' '.repeat(2_000_000));
    for (const name of names) {
      await open(join(folder, `${name}.txt`));
      expect(await decide(join(folder, `${name}.txt`))).toMatchObject({
        ok: false,
        message: expect.stringMatching(
          new RegExp(`${name}\\.ann is (?:not a regular file \\(it is a (?:device|pipe)\\)|too large)`),
        ),
      });
    }
    await client.until('the schema is told', () => told.some((each) => /schema\.json is too large/.test(each)));
  });

  test('another text’s file', async () => {
    await start();
    await open(join(folder, 'a.txt'));
    await open(join(folder, 'a'));
    expect(await decide(join(folder, 'a'))).toMatchObject({
      ok: false,
      message: expect.stringContaining('a.ann is the file of a.txt'),
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.ann'))).toEqual([]);
    expect(await decide(join(folder, 'a.txt'))).toMatchObject({ ok: true });
  });
});

test('a decision that was answered outlives the server, whatever ends it', async () => {
  await start();
  const path = join(folder, 'a.txt');
  await open(path);
  for (let round = 1; round <= 4; round++) {
    expect(await decide(path)).toMatchObject({ ok: true });
    client.process.kill('SIGKILL');
    await client.exited;
    await start();
    await client.open(uriOf(path), ARTICLE);
    await client.analysis(uriOf(path), 1);
    await client.until(
      'written',
      () => content(join(folder, 'a.ann'))?.match(/^T\d+\t(?!cue|speaker)/gm)?.length && journalOf().length === 0,
    );
    const { progress } = await client.request<ReviewItems>('review/items', { uri: uriOf(path) });
    expect(progress.confirmed).toBe(round);
  }
  expect(readdirSync(folder).filter((name) => basename(name).endsWith('.tmp'))).toEqual([]);
});
