import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../../../server/src/messages/say';
import { FileError, readText, writeText } from '../../../server/src/store/files';
import { THIS_PROCESS } from '../../../server/src/store/processIdentity';
import { sweep, temporaryName } from '../../../server/src/store/temporaryFiles';
import { readTextSync } from '../../../server/src/store/textSync';
import { onSmallDisk } from '../../support/smallDisk';

interface Plan {
  readonly kind: string;
  readonly at: number;
  readonly where?: string;
}
const faults = createRequire(import.meta.url)('../../support/faults.cjs') as {
  arm(plan: Plan): void;
  disarm(): readonly string[];
};

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'writing-')));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => void faults.disarm());

const OLD = 'what stood there before\n';
// longer than one block, and not of one letter, so that a half is told from the whole
const NEW = Array.from({ length: 400 }, (_, i) => `line ${i} é\n`).join('');
const at = (name: string): string => join(folder, name);
const content = (name: string): string | undefined => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : undefined);
const failureOf = (doing: Promise<unknown>): Promise<FileError & NodeJS.ErrnoException> =>
  doing.then(
    () => {
      throw new Error('this should have failed');
    },
    (error) => error,
  );

describe('each call of a write fails in turn', () => {
  for (const before of [OLD, undefined]) {
    test(`over ${before === undefined ? 'nothing' : 'a file'}: the old file stays, nothing is left beside it, the failure is thrown`, async () => {
      await writeText(at('warm'), 'the folder was looked at before');
      rmSync(at('warm'));
      const attempt = async (plan: Plan): Promise<{ error: unknown; log: readonly string[] }> => {
        if (before === undefined) rmSync(at('a.ann'), { force: true });
        else writeFileSync(at('a.ann'), before);
        faults.arm({ ...plan, where: folder });
        const error = await writeText(at('a.ann'), NEW, { fresh: before === undefined }).catch((error: unknown) => error);
        return { error, log: faults.disarm() };
      };
      const { error: none, log: whole } = await attempt({ kind: 'EIO', at: 0 });
      expect([none, content('a.ann')]).toEqual([undefined, NEW]);
      const names = whole.map((call) => call.split(' ')[0]);
      for (const name of ['open', 'write', 'read', 'sync', 'close', before === undefined ? 'link' : 'rename'])
        expect(names).toContain(name);
      for (const kind of ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT']) {
        for (let i = 1; i <= whole.length; i++) {
          const { error, log } = await attempt({ kind, at: i });
          const call = log[i - 1] ?? '';
          const renamed = log.slice(0, i - 1).some((each) => /^(?:rename|link) /.test(each));
          expect(error, `${kind} at ${i}: ${call}`).toMatchObject({ code: kind });
          // once it has its name it is there; that it may not last is an error all the same
          expect(content('a.ann'), `${kind} at ${i}: ${call}`).toBe(renamed ? NEW : before);
          expect(readdirSync(folder).filter((name) => name !== 'a.ann')).toEqual([]);
        }
      }
      const writes = whole.flatMap((call, i) => (call.startsWith('write ') ? [i + 1] : []));
      for (const i of writes) {
        // told that only half was written, the rest is written
        expect((await attempt({ kind: 'SHORT', at: i })).error).toBeUndefined();
        expect(content('a.ann')).toBe(NEW);
        expect((await attempt({ kind: 'FULL', at: i })).error).toMatchObject({ code: 'ENOSPC' });
        expect(content('a.ann')).toBe(before);
        expect((await attempt({ kind: 'LIE', at: i })).error).toMatchObject({ kind: 'incomplete' });
        expect(content('a.ann')).toBe(before);
      }
      expect(readdirSync(folder).filter((name) => name !== 'a.ann')).toEqual([]);
    });
  }

  test('on a real disk of 64 KB', async (context) => {
    const ran = await onSmallDisk(async (disk) => {
      const path = join(disk, 'a.ann');
      await writeText(path, OLD);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(40 * 1024));
      for (const size of [30, 25, 22]) {
        const error = await failureOf(writeText(path, 'x'.repeat(size * 1024)));
        expect(error.code).toBe('ENOSPC');
        expect(readFileSync(path, 'utf8')).toBe(OLD);
        expect(readdirSync(disk).sort()).toEqual(['a.ann', 'filler']);
      }
      rmSync(join(disk, 'filler'));
      await writeText(path, 'x'.repeat(30 * 1024));
      expect(statSync(path).size).toBe(30 * 1024);
    });
    if (!ran) context.skip();
  });
});

describe('what is not written', () => {
  test('through a link that leads out of the project', async () => {
    mkdirSync(at('corpus/sub/.corpus'), { recursive: true });
    writeFileSync(at('secret'), OLD);
    symlinkSync(at('secret'), at('corpus/a.ann'));
    symlinkSync('../../secret', at('corpus/sub/b.ann'));
    symlinkSync('nowhere', at('corpus/c.ann'));
    symlinkSync('d.ann', at('corpus/d.ann'));
    for (const name of ['corpus/a.ann', 'corpus/sub/b.ann', 'corpus/c.ann']) {
      const error = await failureOf(writeText(at(name), NEW));
      expect(error.kind).toBe('outside');
      expect(error.message).toContain(at(name));
    }
    expect((await failureOf(writeText(at('corpus/d.ann'), NEW))).code).toBe('ELOOP');
    expect(content('secret')).toBe(OLD);
    expect(readdirSync(at('corpus')).sort()).toEqual(['a.ann', 'c.ann', 'd.ann', 'sub']);
    expect(readdirSync(folder).sort()).toEqual(['corpus', 'secret']);
    // named by the user itself
    await writeText(at('corpus/a.ann'), NEW, { anywhere: true });
    expect(content('secret')).toBe(NEW);
  });

  test('a link within the project stays a link, and what it leads to is written', async () => {
    mkdirSync(at('.corpus'));
    mkdirSync(at('texts'));
    mkdirSync(at('annotations'));
    writeFileSync(at('annotations/a.ann'), OLD);
    symlinkSync('../annotations/a.ann', at('texts/a.ann'));
    await writeText(at('texts/a.ann'), NEW);
    expect([content('annotations/a.ann'), content('texts/a.ann')]).toEqual([NEW, NEW]);
    expect(readdirSync(at('texts'), { withFileTypes: true })[0]?.isSymbolicLink()).toBe(true);
  });

  test('below a folder, through a folder that is a link out of it', async () => {
    mkdirSync(at('out'));
    mkdirSync(at('other'));
    symlinkSync(at('other'), at('out/sub'));
    for (const name of ['out/sub/a.csv', 'out/sub/deep/a.csv'])
      expect((await failureOf(writeText(at(name), NEW, { root: at('out') }))).kind).toBe('outside');
    expect(readdirSync(at('other'))).toEqual([]);
    await writeText(at('out/new/deep/a.csv'), NEW, { root: at('out') });
    expect(content('out/new/deep/a.csv')).toBe(NEW);
  });

  test('what may not be written, though its folder may', async () => {
    writeFileSync(at('a.ann'), OLD, { mode: 0o444 });
    const error = await failureOf(writeText(at('a.ann'), NEW));
    expect([error.kind, error.message]).toEqual(['readOnly', `${at('a.ann')} is read-only and was kept`]);
    expect(content('a.ann')).toBe(OLD);
  });

  test('a folder, a pipe; a file that came in between', async () => {
    mkdirSync(at('a.ann'));
    expect((await failureOf(writeText(at('a.ann'), NEW))).kind).toBe('notRegular');
    if (spawnSync('mkfifo', [at('b.ann')]).status === 0)
      expect(say((await failureOf(writeText(at('b.ann'), NEW))).said, 'en')).toBe('is not a regular file (it is a pipe)');
    writeFileSync(at('c.ann'), OLD);
    expect((await failureOf(writeText(at('c.ann'), NEW, { fresh: true }))).kind).toBe('exists');
    expect(content('c.ann')).toBe(OLD);
  });

  test('permissions stay', async () => {
    writeFileSync(at('a.ann'), OLD);
    chmodSync(at('a.ann'), 0o640);
    await writeText(at('a.ann'), NEW);
    expect(statSync(at('a.ann')).mode & 0o777).toBe(0o640);
  });

  test('a name as long as the disk takes', async () => {
    const name = `${'n'.repeat(251)}.ann`;
    await writeText(at(name), NEW);
    expect(content(name)).toBe(NEW);
  });
});

describe('what is not read', () => {
  test('devices, pipes, sockets, folders, and more than the limit; the file is named', async () => {
    const unfit: [string, string][] = [[folder, 'a folder']];
    if (existsSync('/dev/zero')) {
      symlinkSync('/dev/zero', at('zero.ann'));
      unfit.push([at('zero.ann'), 'a device']);
    }
    if (spawnSync('mkfifo', [at('pipe.ann')]).status === 0) unfit.push([at('pipe.ann'), 'a pipe']);
    const server = createServer();
    if (process.platform !== 'win32') {
      await new Promise<void>((done) => server.listen(at('socket'), done));
      unfit.push([at('socket'), 'a socket']);
    }
    for (const [path, kind] of unfit) {
      const error = await failureOf(readText(path));
      expect(error.message).toBe(`${path} is not a regular file (it is ${kind})`);
      expect(() => readTextSync(path)).toThrow(error.message);
    }
    server.close();
    writeFileSync(at('large.ann'), 'x'.repeat(1_000));
    expect((await failureOf(readText(at('large.ann'), 999))).kind).toBe('tooLarge');
    expect(() => readTextSync(at('large.ann'), 999)).toThrow(FileError);
    expect(await readText(at('large.ann'), 1_000)).toHaveLength(1_000);
    expect(readTextSync(at('large.ann'), 1_000)).toHaveLength(1_000);
    writeFileSync(at('latin.ann'), Buffer.from([0xe9]));
    expect((await failureOf(readText(at('latin.ann')))).kind).toBe('notText');
    expect(await readText(at('missing'))).toBeUndefined();
    // files that say that they hold nothing and do
    if (existsSync('/proc/self/status')) expect(await readText('/proc/self/status')).toContain('Pid:');
  });
});

describe('what processes that were ended have left', () => {
  const age = (name: string, seconds: number): void => {
    const then = Date.now() / 1000 - seconds;
    utimesSync(at(name), then, then);
  };

  test('is swept: ours at once, older versions’ where it says nothing more; everything else stays', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => dead.once('exit', done));
    const left = (space: string, pid: number, tail = 'ab'): string =>
      `.corpus-annotator-${space}-${pid}-${tail.padStart(16, '0')}.tmp`;
    const { space } = THIS_PROCESS;
    const swept = [left(space, dead.pid as number), left('00000000', 4, 'cd'), 'a.ann.1234567890', 'a.review.jsonl.99999'];
    const kept = [
      temporaryName(),
      // of another machine, and young
      left('00000000', 5),
      left(space, process.ppid),
      'a.ann',
      'a.review.jsonl',
      // says more than the file
      'a.ann.1111111111',
      // whoever's: no such file beside it, too short a number, too young
      'b.ann.1234567890',
      'a.ann.1',
      'a.ann.2222222222',
      'a.txt.1234567890',
      '.corpus-annotator-notes.tmp',
    ];
    for (const name of [...swept, ...kept]) writeFileSync(at(name), 'T1\tPER 0 4\tAnna\nT2\tP');
    writeFileSync(at('a.ann'), 'T1\tPER 0 4\tAnna\nT2\tPER 9 13\tBert\n');
    writeFileSync(at('a.review.jsonl'), '{"review":1,"length":9,"sha256":"cc"}\n{"id":"T1"}\n');
    writeFileSync(at('a.review.jsonl.99999'), '{"review":1,"length":7,"sha256":"bb"}\n{"id":"T');
    writeFileSync(at('a.ann.1111111111'), 'T3\tPER 0 4\tAnna\n');
    for (const name of [...swept, ...kept]) age(name, name === 'a.ann.2222222222' ? 5 : 600);
    age(left('00000000', 4, 'cd'), 7_200);
    expect((await sweep(folder)).map((path) => path.slice(folder.length + 1)).sort()).toEqual([...swept].sort());
    expect(readdirSync(folder).sort()).toEqual([...kept].sort());
    expect(await sweep(at('missing'))).toEqual([]);
  });

  test('a link of such a name leads nowhere', async () => {
    writeFileSync(at('mine'), OLD);
    symlinkSync(at('mine'), at('.corpus-annotator-00000000-7-0000000000000000.tmp'));
    linkSync(at('mine'), at('other'));
    expect(await sweep(folder)).toEqual([]);
    expect(content('mine')).toBe(OLD);
  });
});
