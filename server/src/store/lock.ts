import { createHash, randomBytes } from 'node:crypto';
import { link, lstat, mkdir, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { fileMessages } from '../messages/files';
import { errorCode, FileError } from './fileError';
import { fateOf, type ProcessIdentity, THIS_PROCESS } from './processIdentity';
import { NO_LINKS, removeFile } from './writeText';

/** Who holds a lock. The id is never given twice, so that a lock that was read before can be told from a later one. */
interface Holder extends ProcessIdentity {
  readonly id: string;
  readonly thread: number;
}

/** A holder reads and writes two small files. One of another machine or container that has had the lock for longer is no more. */
const STALE = 30_000;
/** Where the system does not tell when a process began, its number may have been given to another. */
const STALE_NUMBER = 600_000;
const PATIENCE = 15_000;

/**
 * Runs something while no other process of this user on this machine does the same for the same path, so that between
 * looking at a file and replacing it nobody else replaces it. The lock of a process that was ended is taken over; that
 * of one that lives never is: after 15 seconds of waiting a {@link FileError} says who has it.
 *
 * @param folder - where the processes leave their locks for each other; by default one that only this user may write to.
 */
export async function withLock<T>(path: string, run: () => Promise<T>, folder?: string): Promise<T> {
  const home = folder ?? (await lockFolder());
  const name = createHash('sha256')
    .update(await realPath(path))
    .digest('hex')
    .slice(0, 32);
  const lock = join(home, `${name}.lock`);
  const holder = await acquire(lock, Date.now() + PATIENCE, path);
  try {
    return await run();
  } finally {
    await release(lock, holder);
  }
}

/** One name for a file however it was reached. Another name would be another lock: what the disk fails at is thrown. */
async function realPath(path: string): Promise<string> {
  const whole = resolve(path);
  const orMissing = async (looked: string): Promise<string | undefined> => {
    try {
      return await realpath(looked);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  };
  const own = await orMissing(whole);
  if (own !== undefined) return own;
  const folder = await orMissing(dirname(whole));
  return folder === undefined ? whole : join(folder, basename(whole));
}

/**
 * Takes a lock, and that of a dead holder over. Two who both see a dead holder must not both take its place, nor one of
 * them the place of the other who was quicker: so the right to replace holder X is a lock of its own, named after X.
 * Who has it looks again, and only where X still stands there replaces it, by a rename. X never comes back, so that a
 * right that is got too late is worth nothing. A holder of the right that is ended meanwhile is replaced likewise.
 */
async function acquire(lock: string, deadline: number, path: string): Promise<Holder> {
  const mine: Holder = { ...THIS_PROCESS, thread: threadId, id: randomBytes(12).toString('hex') };
  held.add(mine.id);
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    if (await create(lock, mine)) return mine;
    const found = await holderOf(lock);
    if (found === undefined) continue;
    if (found.dead) {
      const right = `${lock.replace(/\.[0-9a-f]+\.right$/, '')}.${found.id}.right`;
      const ticket = await acquire(right, deadline, path);
      try {
        if ((await holderOf(lock))?.id === found.id) {
          await replace(lock, mine);
          return mine;
        }
      } finally {
        await release(right, ticket);
      }
    } else if (Date.now() > deadline) {
      held.delete(mine.id);
      throw new FileError(
        path,
        'locked',
        fileMessages.locked(found.pid === 0 ? fileMessages.ofAnotherMachine : String(found.pid)),
      );
    } else await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random())));
  }
}

/** What this thread holds: a lock in its name with another id is from before, when deleting it failed. */
const held = new Set<string>();

const content = (holder: Holder): string => JSON.stringify(holder);

/** Makes a lock with its content in one step; false where there is one. */
async function create(lock: string, mine: Holder): Promise<boolean> {
  const draft = await writeDraft(lock, mine);
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (!NO_LINKS.has(errorCode(error) ?? '')) throw error;
    return await createInPlace(lock, mine);
  } finally {
    await removeFile(draft);
  }
}

/** On disks without hard links: between making the file and writing in it the lock has a holder that is not known. */
async function createInPlace(lock: string, mine: Holder): Promise<boolean> {
  try {
    await writeWhole(lock, content(mine));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeDraft(lock: string, mine: Holder): Promise<string> {
  const draft = `${lock}.${randomBytes(6).toString('hex')}.draft`;
  await writeWhole(draft, content(mine));
  return draft;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

async function replace(lock: string, mine: Holder): Promise<void> {
  const draft = await writeDraft(lock, mine);
  try {
    await rename(draft, lock);
  } catch (error) {
    await removeFile(draft).catch(() => undefined);
    throw error;
  }
}

async function release(lock: string, mine: Holder): Promise<void> {
  try {
    if ((await holderOf(lock))?.id === mine.id) await unlink(lock);
  } catch {
    // it names this process and an id that is held no more: the next one takes it over
  } finally {
    held.delete(mine.id);
  }
}

/** Who holds a lock, and whether it is dead; undefined where there is no lock. */
async function holderOf(
  lock: string,
): Promise<{ readonly id: string; readonly pid: number; readonly dead: boolean } | undefined> {
  try {
    const [text, found] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]);
    const age = Date.now() - found.mtimeMs;
    const holder = parse(text);
    // ended between making the file and writing in it
    if (holder === undefined)
      return { id: `${found.ino.toString(16)}0${Math.round(found.mtimeMs).toString(16)}`, pid: 0, dead: age > 2_000 };
    return { id: holder.id, pid: holder.pid, dead: isDead(holder, age) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isDead(holder: Holder, age: number): boolean {
  const fate = fateOf(holder);
  if (fate === 'unknown') return age > STALE;
  if (fate === 'ended') return true;
  if (holder.pid === process.pid) return holder.thread === threadId && !held.has(holder.id);
  return holder.start === '' && age > STALE_NUMBER;
}

function parse(text: string): Holder | undefined {
  try {
    const { id, pid, space, start, thread } = JSON.parse(text) as Partial<Holder>;
    return typeof id === 'string' &&
      /^[0-9a-f]+$/.test(id) &&
      typeof pid === 'number' &&
      pid > 0 &&
      typeof space === 'string' &&
      typeof start === 'string' &&
      typeof thread === 'number'
      ? { id, pid, space, start, thread }
      : undefined;
  } catch {
    return undefined;
  }
}

let known: Promise<string> | undefined;

/** A folder of this user's own, the same for all of the user's processes whatever their environment says. */
function lockFolder(): Promise<string> {
  known ??= findLockFolder().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function findLockFolder(): Promise<string> {
  const { homedir, uid } = userInfo();
  const state = process.platform === 'win32' ? ['AppData', 'Local'] : ['.local', 'state'];
  const own = await privateFolder(join(homedir, ...state, 'corpus-annotator', 'locks')).catch(() => undefined);
  // a home that cannot be written to: there, anybody may have made the folder before
  return own ?? (await privateFolder(join(tmpdir(), `corpus-annotator-locks-${uid}`)));
}

/** Makes a folder that nobody else may write to. Throws a {@link FileError} where one is there that is not so. */
export async function privateFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const foreign = process.getuid !== undefined && (found.uid !== process.getuid() || (found.mode & 0o022) !== 0);
  if (!found.isDirectory() || foreign) throw new FileError(folder, 'notRegular', fileMessages.notPrivate);
  return folder;
}
