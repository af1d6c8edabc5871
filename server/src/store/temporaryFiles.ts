import { randomBytes } from 'node:crypto';
import { lstat, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fateOf, THIS_PROCESS } from './processIdentity';
import { readText, SIZE_LIMITS } from './readText';

/** A name for a file on its way to another name: says whose it is, and is no longer than any other file's. */
export function temporaryName(): string {
  return `.corpus-annotator-${THIS_PROCESS.space}-${THIS_PROCESS.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

const OURS = /^\.corpus-annotator-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;
/** What earlier versions left: the file's name and the number that their library made up. */
const OLDER = /^(.+\.(?:ann|review\.jsonl))\.\d{5,10}$/;
const HOUR = 3_600_000;

/**
 * Takes away what processes that were ended have left in a folder on their way to a file: those with our own names whose
 * process is no more (of another machine: older than an hour), and older versions' `NAME.ann.NUMBER` where all that they
 * say stands in `NAME.ann` too. Never fails: what cannot be looked at stays.
 */
export async function sweep(folder: string): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!OURS.test(name) && !OLDER.test(name)) continue;
    const path = join(folder, name);
    try {
      const found = await lstat(path);
      const age = Date.now() - found.mtimeMs;
      if (!found.isFile() || !(OURS.test(name) ? isLeft(name, age) : await saysNothingMore(folder, name, age))) continue;
      await unlink(path);
      swept.push(path);
    } catch {
      // gone meanwhile, or not to be taken away
    }
  }
  return swept;
}

const looked = new Map<string, Promise<unknown>>();

/** {@link sweep}, once in the life of this process for each folder. */
export async function sweepOnce(folder: string): Promise<void> {
  let done = looked.get(folder);
  if (done === undefined) {
    done = sweep(folder);
    looked.set(folder, done);
  }
  await done;
}

function isLeft(name: string, age: number): boolean {
  const [, space = '', pid] = OURS.exec(name) ?? [];
  if (space === THIS_PROCESS.space && Number(pid) === process.pid) return false;
  const fate = fateOf({ space, pid: Number(pid), start: '' });
  return fate === 'ended' || age > HOUR;
}

/** Whether each line of an older version's leftover stands in the file that it was to become, the last one as far as it goes. */
async function saysNothingMore(folder: string, name: string, age: number): Promise<boolean> {
  if (age < 60_000) return false;
  const [left, file] = await Promise.all(
    [name, OLDER.exec(name)?.[1] ?? ''].map((each) => readText(join(folder, each), SIZE_LIMITS.sidecar)),
  );
  if (left === undefined || file === undefined) return false;
  const lines = file.split('\n');
  const known = new Set(lines);
  const whole = left.split('\n');
  const last = whole.pop() ?? '';
  return whole.every((line) => known.has(line) || line.startsWith('{"review":')) && lines.some((line) => line.startsWith(last));
}
