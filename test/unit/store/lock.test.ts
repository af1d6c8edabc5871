import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { privateFolder, withLock } from '../../../server/src/store/lock';
import { THIS_PROCESS } from '../../../server/src/store/processIdentity';

/** So many processes are killed with the lock, or on the way to it; more for a longer look: LOCK_DEATHS=4000. */
const DEATHS = Number(process.env.LOCK_DEATHS ?? 25);
/** So often each of some others leaves a lock behind as a killed process does, and lives on. */
const LEFT = 4 * DEATHS;
const AT_ONCE = 4;

let home: string;
let script: string;
let folder: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'locks-'));
  script = join(home, 'holder.cjs');
  await build({
    stdin: {
      // Takes the lock again and again; whoever has it leaves a mark, and tells where the mark of a living one is there.
      contents: `
        import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
        import { withLock } from './server/src/store/lock';
        import { fateOf, THIS_PROCESS } from './server/src/store/processIdentity';
        const [path, locks, at, left, dead] = process.argv.slice(2);
        const mark = path + '.mark';
        const faults = require(${JSON.stringify(resolve('test/support/faults.cjs'))});
        (async () => {
          faults.arm({ kind: 'KILL', at: Number(at), where: 'locks|pause', delay: 3 });
          for (let i = 0; i < Number(left); i++) {
            await withLock(path, async () => {
              for (;;) {
                try {
                  writeFileSync(mark, JSON.stringify(THIS_PROCESS), { flag: 'wx' });
                  break;
                } catch {
                  const other = JSON.parse(readFileSync(mark, 'utf8') || '{}');
                  if (fateOf(other) === 'runs') appendFileSync(path + '.two', process.pid + ' and ' + other.pid + '\\n');
                  rmSync(mark);
                }
              }
              appendFileSync(path + '.times', '.');
              await require('node:fs').promises.unlink(path + '.pause').catch(() => {});
              rmSync(mark);
              if (at !== '0') return;
              const lock = readdirSync(locks).find((name) => name.endsWith('.lock'));
              const id = process.pid.toString(16) + 'a' + i.toString(16);
              writeFileSync(locks + '/' + lock, JSON.stringify({ ...THIS_PROCESS, pid: Number(dead), thread: 0, id }));
            }, locks);
          }
        })();`,
      resolveDir: resolve('.'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    external: [resolve('test/support/faults.cjs')],
    outfile: script,
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(home, 'case-'));
});

describe('a lock', () => {
  test('has one holder at a time, however many are killed with it or on the way to it', async () => {
    const [path, locks] = [join(folder, 'a.txt'), join(folder, 'locks')];
    mkdirSync(locks);
    const run = (at: number, left: number, dead: number): Promise<unknown> => {
      const words = [script, path, locks, at, left, dead].map(String);
      const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
      return new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
    };
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    expect(await Promise.all(Array.from({ length: AT_ONCE }, () => run(0, LEFT, gone)))).toEqual(Array(AT_ONCE).fill(0));
    let started = 0;
    const killed = async (): Promise<void> => {
      while (started < DEATHS) expect(await run(1 + ((started++ * 7) % 43), 1_000, gone)).toBe('SIGKILL');
    };
    await Promise.all(Array.from({ length: AT_ONCE }, killed));
    expect(existsSync(`${path}.two`) ? readFileSync(`${path}.two`, 'utf8') : '').toBe('');
    expect(readFileSync(`${path}.times`, 'utf8').length).toBeGreaterThan(AT_ONCE * LEFT);
    // and the next one gets it, at once
    expect(await withLock(path, async () => 'mine', locks)).toBe('mine');
  }, 180_000);

  test('is one however the file is reached, and another for another file', async () => {
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/a.txt'), '');
    symlinkSync('real', join(folder, 'link'));
    const order: string[] = [];
    let free: () => void = () => undefined;
    const first = withLock(join(folder, 'real/a.txt'), () => new Promise<void>((done) => (free = done)), folder);
    await new Promise((done) => setTimeout(done, 50));
    const second = withLock(join(folder, 'link/../real/a.txt'), async () => void order.push('same'), folder);
    await withLock(join(folder, 'real/b.txt'), async () => void order.push('other'), folder);
    order.push('free');
    free();
    await Promise.all([first, second]);
    expect(order).toEqual(['other', 'free', 'same']);
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
  });

  test('goes on when what ran failed', async () => {
    const path = join(folder, 'a.txt');
    await expect(withLock(path, () => Promise.reject(new Error('no')), folder)).rejects.toThrow('no');
    expect(await withLock(path, async () => 1, folder)).toBe(1);
  });

  test('of a number that was given to another process, and of a machine that is no more, is taken over', async () => {
    const path = join(folder, 'a.txt');
    const lockName = async (): Promise<string> =>
      withLock(path, async () => readdirSync(folder).find((name) => name.endsWith('.lock')) as string, folder);
    const lock = join(folder, await lockName());
    const holder = { ...THIS_PROCESS, thread: 0, id: 'abcdef' };
    if (THIS_PROCESS.start !== '') {
      writeFileSync(lock, JSON.stringify({ ...holder, pid: process.ppid, start: '1' }));
      expect(await withLock(path, async () => 1, folder)).toBe(1);
    }
    writeFileSync(lock, JSON.stringify({ ...holder, space: '00000000' }));
    const then = Date.now() / 1000 - 60;
    utimesSync(lock, then, then);
    expect(await withLock(path, async () => 2, folder)).toBe(2);
    // half written, by a program on a disk without hard links
    writeFileSync(lock, '{"id":"ab');
    utimesSync(lock, then, then);
    expect(await withLock(path, async () => 3, folder)).toBe(3);
  });

  test('is kept in a folder that nobody else may write to', async () => {
    const ours = join(folder, 'ours');
    expect(await privateFolder(ours)).toBe(ours);
    expect(await privateFolder(ours)).toBe(ours);
    if (process.platform === 'win32') return;
    chmodSync(ours, 0o777);
    await expect(privateFolder(ours)).rejects.toThrow('is not a folder of this user alone');
    symlinkSync(home, join(folder, 'link'));
    await expect(privateFolder(join(folder, 'link'))).rejects.toThrow('is not a folder of this user alone');
    writeFileSync(join(folder, 'file'), '');
    await expect(privateFolder(join(folder, 'file'))).rejects.toThrow();
  });
});
