import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from './fileError';
import { readText, SIZE_LIMITS } from './readText';
import { sweepOnce } from './temporaryFiles';
import { removeFile, writeText } from './writeText';

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
  #swept: Promise<void> | undefined;

  /** @param folder - the extension's own storage; made when it is first needed. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  #file(path: string): string {
    return join(this.#folder, `${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 32)}.json`);
  }

  async write(entry: JournalEntry): Promise<void> {
    const file = this.#file(entry.path);
    const text = JSON.stringify(entry);
    await this.#sweep();
    try {
      await writeText(file, text);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      await mkdir(dirname(file), { recursive: true });
      await writeText(file, text);
    }
  }

  /** What was left for an article by a process that was ended; undefined where nothing was, or nothing that can be read. */
  async read(path: string): Promise<JournalEntry | undefined> {
    await this.#sweep();
    const content = await readText(this.#file(path), SIZE_LIMITS.journal).catch(() => undefined);
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

  #sweep(): Promise<void> {
    this.#swept ??= this.#sweepNow();
    return this.#swept;
  }

  /** What was left half written, by earlier versions under names of their own; the folder is ours alone. */
  async #sweepNow(): Promise<void> {
    await sweepOnce(this.#folder);
    for (const name of await readdir(this.#folder).catch((): string[] => [])) {
      if (!/^[0-9a-f]{32}\.json\.\d+$/.test(name)) continue;
      const path = join(this.#folder, name);
      const found = await lstat(path).catch(() => undefined);
      if (found?.isFile() && Date.now() - found.mtimeMs > 60_000) await removeFile(path).catch(() => undefined);
    }
  }
}
