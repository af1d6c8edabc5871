import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { onSmallDisk } from '../support/smallDisk';
import { commandLine } from './support';

const { home, cli } = commandLine('index', { models: true });

const cache = (dir: string): string => `${dir}.cache`;

interface Written {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(dir: string, words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Written> {
  const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: cache(dir), ...more };
  const child = spawn(process.execPath, [cli, ...words], { cwd: dir, env });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (part: string) => {
      written[stream] += part;
    });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...written })));
}

function folder(files: Record<string, string | Buffer>): string {
  const dir = fs.mkdtempSync(path.join(home, 'corpus-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

const HARBOUR = 'Le port a rouvert hier matin. « Les bateaux sont rentrés », dit Anne Morel. Le port attend les touristes.';
const BRIDGE = 'Le pont a fermé lundi soir. Le port reste ouvert aux voitures, selon la mairie de la ville et ses services.';
const LATIN = 'Le marché a déménagé mardi. « C’était prévu », dit Anne Morel devant le port, où les étals attendaient.';
const corpus = (): string =>
  folder({
    'a.txt': HARBOUR,
    'b.txt': BRIDGE,
    'sub/c.txt': Buffer.from(LATIN.replaceAll('’', "'"), 'latin1'),
    'metadata.csv': 'id,date,source\na,2016-03-04,Le Phare\nb,2017-01-02,La Vigie\n',
  });

/** What a search writes with the index and without it. */
async function both(dir: string, words: readonly string[]) {
  const asked = [
    ['search', ...words],
    ['search', '--no-index', ...words],
  ].map((all) => run(dir, all));
  const [indexed, direct] = (await Promise.all(asked)) as [Written, Written];
  return { indexed, direct };
}

/** The articles that an `index` says it has, and how many of them it analysed. */
const counts = (stderr: string): string | undefined => /\d+ articles? in the index, \d+ of them/.exec(stderr)?.[0];

/** Whether a transaction ended behind a place of SQLite's write-ahead log, by the frames' heads (sqlite.org/fileformat2.html). */
function isCommitted(log: string, from: number): boolean {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(log);
  } catch {
    // it comes and goes while the database is opened
    return false;
  }
  const frame = 24 + (bytes.length < 32 ? 0 : bytes.readUInt32BE(8));
  for (let at = 32; at + frame <= bytes.length; at += frame) if (at > from && bytes.readUInt32BE(at + 4) > 0) return true;
  return false;
}

describe('index', { timeout: 120_000 }, () => {
  test('copies count once where that is asked: the same from the index and without, in lines, lists, parts and tables', async () => {
    const dir = folder({
      'a.txt': HARBOUR,
      'b.txt': BRIDGE,
      'web.txt': HARBOUR,
      'names.csv': 'name\nAnne Morel\n',
      'metadata.csv': 'id,date,source\na,2016-03-04,Le Phare\nweb,2016-03-05,La Vigie\nb,2017-01-02,La Vigie\n',
      '.corpus/parts': 'subcorpus unique = copies:once\n',
    });
    expect((await run(dir, ['index', '.'])).status).toBe(0);
    const both = async (words: readonly string[]): Promise<Written> => {
      const [own, other] = [await run(dir, words), await run(dir, [...words, '--no-index'])];
      expect(own).toEqual(other);
      return own;
    };
    const all = await both(['search', 'le port', '.', '--format', 'count']);
    expect(all.stderr).toContain('5 hits in 3 of 3 articles');
    expect(all.stderr).not.toContain('copies');
    for (const words of [['le port copies:once'], ['le port', '--once'], ['le port in:unique'], ['le port', '--in', 'unique']]) {
      const { stderr } = await both(['search', ...words, '.', '--format', 'count']);
      expect(stderr, words.join(' ')).toContain('3 hits in 2 of 2 articles');
      expect(stderr, words.join(' ')).toContain('copies counted once: 1 article left out');
    }
    expect((await both(['search', '--list', 'names.csv', '--once', '.'])).stdout).toContain('Anne Morel,1,1');
    expect((await both(['search', 'port', '--by', 'source', '--once', '.'])).stdout).toMatch(/La Vigie,1,1,1,/);
    const table = await both(['stats', 'words', '--within', 'copies:once', '--format', 'csv', '.']);
    expect(table.stdout).toContain('counted once: 1 article left out');
    expect((await both(['stats', 'words', '--within', 'in:unique', '.'])).stdout).toContain('1 article left out');
  });

  test('search writes the same from it as without it, whatever is asked', async () => {
    const dir = corpus();
    const made = await run(dir, ['index', '.']);
    expect(made).toMatchObject({ status: 0, stdout: '' });
    expect(counts(made.stderr)).toBe('3 articles in the index, 3 of them');
    for (const words of [
      ['le port', '.'],
      ['p?rt', '.', '--format', 'csv', '--sort', 'source,right1'],
      ['[type="PER"] | "pont"', '.', '--sample', '2', '--format', 'jsonl'],
      ['port date:2016', 'a.txt', 'sub', '--limit', '1'],
      ['port file:sub/*', '.'],
      ['port nothing:here', '.'],
    ]) {
      const { indexed, direct } = await both(dir, words);
      expect(indexed, words.join(' ')).toEqual(direct);
    }
    // what is inside a folder that has an index is searched by it too
    expect((await both(path.join(dir, 'sub'), ['port', '.'])).indexed.stdout).toContain('[port]');
  });

  test('what has changed since is analysed by a search, and alone analysed by the next index', async () => {
    const dir = corpus();
    await run(dir, ['index', '.']);
    fs.writeFileSync(path.join(dir, 'b.txt'), HARBOUR.replaceAll('port', 'phare'));
    fs.rmSync(path.join(dir, 'sub/c.txt'));
    fs.writeFileSync(path.join(dir, 'd.txt'), `${BRIDGE} Le phare a été repeint.`);
    fs.utimesSync(path.join(dir, 'a.txt'), new Date(0), new Date(0));
    for (const words of [
      ['phare', '.'],
      ['port', '.'],
    ]) {
      const { indexed, direct } = await both(dir, words);
      expect(indexed).toEqual(direct);
      expect(indexed.stderr).toContain('of 3 articles');
    }
    // the text of a.txt is what it was
    expect(counts((await run(dir, ['index', '.'])).stderr)).toBe('3 articles in the index, 2 of them');
    expect(counts((await run(dir, ['index', '.'])).stderr)).toBe('3 articles in the index, 0 of them');
  });

  test('decisions, the tables and the options count as they are now', async () => {
    const dir = corpus();
    await run(dir, ['index', '.']);
    const at = HARBOUR.indexOf('bateaux');
    fs.writeFileSync(path.join(dir, 'a.ann'), `T1\tORG ${at} ${at + 7}\tbateaux\n`);
    const decided = await both(dir, ['type:ORG', '.']);
    expect(decided.indexed).toEqual(decided.direct);
    expect(decided.indexed.stdout).toContain('[bateaux]');
    expect((await run(dir, ['search', '--undecided', 'type:ORG', '.'])).stdout).not.toContain('[bateaux]');
    fs.writeFileSync(path.join(dir, 'metadata.csv'), 'id,date,source\na,2011-01-01,Le Cap\nb,2017-01-02,La Vigie\n');
    fs.writeFileSync(path.join(dir, 'names.tsv'), 'touristes\tORG\n');
    for (const words of [
      ['source:"Le Cap" port', '.'],
      ['port date:2011', '.'],
      ['type:ORG', '.', '--names', 'names.tsv'],
      ['port', '.', '--language', 'en'],
    ]) {
      const { indexed, direct } = await both(dir, words);
      expect(indexed, words.join(' ')).toEqual(direct);
      expect(indexed.stdout, words.join(' ')).not.toBe('');
    }
  });

  test('one that is ended while it writes goes on where it was, and gives the same hits', async () => {
    const dir = folder(
      Object.fromEntries(
        Array.from({ length: 600 }, (_, i) => [`${i}.txt`, `${HARBOUR} Le numéro ${i} est paru. ${BRIDGE.repeat(1 + (i % 5))}`]),
      ),
    );
    const env = { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: cache(dir) };
    const file = (): string | undefined =>
      fs.existsSync(path.join(cache(dir), 'corpus-annotator/index'))
        ? fs
            .readdirSync(path.join(cache(dir), 'corpus-annotator/index'), { recursive: true, encoding: 'utf8' })
            .find((name) => name.endsWith('.sqlite-wal'))
        : undefined;
    const child = spawn(process.execPath, [cli, 'index', '--jobs', '1', '.'], { cwd: dir, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // what is to be kept is a whole transaction: one ended behind the tables' own, wherever the next one stands
    for (;;) {
      const log = file();
      expect(child.exitCode, 'it ended before it could be killed').toBeNull();
      if (log !== undefined && isCommitted(path.join(cache(dir), 'corpus-annotator/index', log), 150_000)) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGKILL');
    await ended;
    const left = fs.readdirSync(path.join(cache(dir), 'corpus-annotator/index'), { recursive: true, encoding: 'utf8' });
    expect(left.some((name) => name.endsWith('owner.json'))).toBe(true);
    const again = await run(dir, ['index', '.']);
    expect(again.status).toBe(0);
    const [, all, anew] = /(\d+) articles in the index, (\d+) of them/.exec(again.stderr) ?? [];
    expect(all).toBe('600');
    // what was written before is kept
    expect(Number(anew)).toBeLessThan(600);
    for (const words of [
      ['numéro ?7', '.', '--format', 'tsv'],
      ['speaker:"Anne Morel"', '.', '--format', 'count'],
    ]) {
      const { indexed, direct } = await both(dir, words);
      expect(indexed).toEqual(direct);
    }
  });

  test('an index that another process has is done without, which is said', async () => {
    const dir = corpus();
    await run(dir, ['index', '.']);
    const [name] = fs.readdirSync(path.join(cache(dir), 'corpus-annotator/index'));
    const owner = path.join(cache(dir), 'corpus-annotator/index', name as string, 'owner.json');
    const { THIS_PROCESS } = await import('../../server/src/store/processIdentity');
    fs.writeFileSync(owner, JSON.stringify(THIS_PROCESS));
    const found = await run(dir, ['search', 'port', '.']);
    expect(found.status).toBe(0);
    expect(found.stdout).toBe((await run(dir, ['search', '--no-index', 'port', '.'])).stdout);
    expect(found.stderr).toContain(`without its index: the index is in use by another process (${process.pid})`);
    const refused = await run(dir, ['index', '.']);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(`in use by another process (${process.pid})`);
    expect((await run(dir, ['index', '.'], { LC_ALL: 'fr_FR.UTF-8' })).stderr).toContain('utilisé par un autre processus');
  });

  test('an expression that searches for ever is ended there too, and named', async () => {
    const dir = folder({ 'a.txt': `${HARBOUR} Un mot long : ${'a'.repeat(60)}.` });
    await run(dir, ['index', '.']);
    const found = await run(dir, ['search', '[word="(a+)+b"]', '.']);
    expect(found.status).toBe(1);
    expect(found.stderr).toContain('the query takes more than');
  });

  test('a full disk is named, and what was written is kept', async (context) => {
    const texts = Array.from({ length: 260 }, (_, i) => [
      `${i}.txt`,
      `${HARBOUR} Le numéro ${i} est paru. ${`${BRIDGE} `.repeat(20)}`,
    ]);
    const dir = folder(Object.fromEntries(texts));
    const isDone = await onSmallDisk(async (small) => {
      const full = await run(dir, ['index', '.'], { XDG_CACHE_HOME: small });
      expect(full).toMatchObject({ status: 1, stdout: '' });
      expect(full.stderr).toMatch(/index\/\w+: its files cannot be written; the disk may be full\n$/);
      const found = await run(dir, ['search', 'numéro ?7', '.'], { XDG_CACHE_HOME: small });
      expect(found.stdout).toBe((await run(dir, ['search', '--no-index', 'numéro ?7', '.'])).stdout);
    }, '1m');
    if (!isDone) context.skip();
  });

  test('names that people have made one are one, with the index and without', async () => {
    const dir = corpus();
    fs.mkdirSync(path.join(dir, '.corpus'));
    fs.writeFileSync(path.join(dir, '.corpus/names'), 'same PER Luc Bertin = Anne Morel\nsame nobody\n');
    await run(dir, ['index', '.']);
    const asked = ['search', 'entity:"Luc Bertin"', '.', '--format', 'count'];
    const found = await run(dir, asked);
    expect(found.stderr).toMatch(/[1-9]\d* hits? in /);
    expect(found.stderr).toContain('names:2');
    const others = (text: string): readonly string[] => text.split('\n').filter((line) => line.includes('hit'));
    expect(others((await run(dir, [...asked, '--no-index'])).stderr)).toEqual(others(found.stderr));
    expect((await run(dir, [...asked, '--undecided'])).stderr).toContain('0 hits');
  });

  test('it can be removed, and needs a folder', async () => {
    const dir = corpus();
    await run(dir, ['index', '.']);
    expect((await run(dir, ['index', '--remove', '.'])).status).toBe(0);
    expect(fs.readdirSync(path.join(cache(dir), 'corpus-annotator/index'))).toEqual([]);
    expect((await run(dir, ['index', 'a.txt'])).status).toBe(1);
    expect((await run(dir, ['index'])).status).toBe(2);
  });
});
