import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** A file that is not UTF-8 text: it can be neither read nor safely written. */
export class NotTextError extends Error {}

/** A file's text, byte-order mark included; undefined where there is none. Throws where it cannot be read. */
export async function readText(path: string): Promise<string | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTextError(`${path} is not UTF-8 text`);
  }
}

/** Writes a file whole or not at all: whoever reads it, and whoever ends this process meanwhile, finds the old or the new text. */
export async function writeText(path: string, text: string): Promise<void> {
  await writeFileAtomic(path, text, { encoding: 'utf8' });
}

/** Deletes a file; that there is none is no failure. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Where this user's processes leave notes for each other. */
function lockFolder(): string {
  let user: string;
  try {
    user = userInfo().username.replace(/[^\w-]/g, '_');
  } catch {
    user = 'user';
  }
  return join(tmpdir(), `corpus-annotator-${user}`);
}

// A holder reads and writes two small files: one that has had the lock for longer hangs.
const STALE = 10_000;

/** Whether a lock's holder is no more. */
async function isStale(lock: string): Promise<boolean> {
  const age = await stat(lock).then(
    (found) => Date.now() - found.mtimeMs,
    () => 0,
  );
  if (age > STALE) return true;
  const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
  // ended between making the file and writing in it
  if (!(holder > 0)) return age > 1_000;
  if (holder === process.pid) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * Runs something while no other process of this user on this machine does the same for the same path, so that between
 * looking at a file and replacing it nobody else replaces it. Locks of processes that were ended are taken over.
 */
export async function withLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  const folder = lockFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32)}.lock`);
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(lock)) await rm(lock, { force: true });
    else await new Promise((done) => setTimeout(done, wait));
  }
  try {
    return await run();
  } finally {
    await rm(lock, { force: true });
  }
}

/** What is kept of decisions that are not in their files yet. */
export interface JournalEntry {
  readonly path: string;
  /** The text that the decisions were made on. */
  readonly text: string;
  /** The files as they were last read, and as they are to be. */
  readonly base: { readonly ann?: string; readonly review?: string };
  readonly ours: { readonly ann?: string; readonly review?: string };
}

/** Decisions on their way into files: written before the files are, deleted after. One small file an article. */
export class Journal {
  readonly #folder: string;

  /** @param folder - the extension's own storage; made when it is first needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  #file(path: string): string {
    return join(this.#folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32)}.json`);
  }

  async write(entry: JournalEntry): Promise<void> {
    const file = this.#file(entry.path);
    await mkdir(dirname(file), { recursive: true });
    await writeText(file, JSON.stringify(entry));
  }

  /** What was left for an article by a process that was ended; undefined where nothing was, or nothing that can be read. */
  async read(path: string): Promise<JournalEntry | undefined> {
    const content = await readText(this.#file(path)).catch(() => undefined);
    if (content === undefined) return undefined;
    try {
      const entry = JSON.parse(content) as JournalEntry;
      return typeof entry.text === 'string' && typeof entry.ours === 'object' && typeof entry.base === 'object'
        ? entry
        : undefined;
    } catch {
      return undefined;
    }
  }

  async remove(path: string): Promise<void> {
    await removeFile(this.#file(path));
  }
}
