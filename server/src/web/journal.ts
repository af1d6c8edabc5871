import { join } from 'path-browserify';
import { fileMessages } from '../messages/files';
import { FileError } from '../store/fileError';
import type { JournalEntry, Journal as OnMachine } from '../store/journal';
import { sha256 } from './digest';
import { namesIn } from './disk';
import { pathAnywhere } from './paths';
import { readText, SIZE_LIMITS } from './readText';
import { removeFile, writeText } from './writeText';

/*
 * Stands in for `store/journal.ts`: decisions on their way into files are kept in the extension's own storage, which the
 * browser keeps. An entry is a file; each window has its own, so that none writes over another's.
 */

export type { JournalEntry };

/** Where the extension has no storage. */
const NOWHERE = '';

/** The journal's folder, of the address that the client gave. */
export function journalFolder(storage: string | undefined): string {
  const path = storage === undefined ? undefined : pathAnywhere(storage);
  return path === undefined ? NOWHERE : join(path, 'journal');
}

interface StoredEntry extends JournalEntry {
  readonly time: number;
}

/** Decisions that are not in their files yet; see the one on a machine for what each function promises. */
export class Journal implements Pick<OnMachine, 'read' | 'remove' | 'write'> {
  readonly #folder: string;
  readonly #window = globalThis.crypto.randomUUID();
  /** By article: the files that hold something of it. */
  readonly #names = new Map<string, Set<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws FileError where the browser has no place for it. */
  async write(entry: JournalEntry, syncing?: () => void): Promise<void> {
    if (this.#folder === NOWHERE) throw new FileError(entry.path, 'readOnly', fileMessages.noStorage);
    const key = keyOf(entry.path);
    const own = `${key}.${this.#window}.json`;
    syncing?.();
    await writeText(join(this.#folder, own), JSON.stringify({ ...entry, time: Date.now() }), { root: this.#folder });
    const others = [...(this.#names.get(key) ?? [])].filter((name) => name !== own);
    this.#names.set(key, new Set([own]));
    for (const name of others) await removeFile(join(this.#folder, name)).catch(() => this.#names.get(key)?.add(name));
  }

  async read(path: string): Promise<readonly JournalEntry[]> {
    if (this.#folder === NOWHERE) return [];
    const key = keyOf(path);
    const found: StoredEntry[] = [];
    for (const name of await namesIn(this.#folder).catch((): string[] => [])) {
      if (!name.startsWith(`${key}.`)) continue;
      const text = await readText(join(this.#folder, name), SIZE_LIMITS.journal).catch(() => undefined);
      const entry = text === undefined ? undefined : parse(text);
      if (entry === undefined) continue;
      found.push(entry);
      this.#names.set(key, (this.#names.get(key) ?? new Set()).add(name));
    }
    return found.sort((a, b) => a.time - b.time).map(({ time: _, ...entry }) => entry);
  }

  async remove(path: string): Promise<void> {
    const key = keyOf(path);
    for (const name of this.#names.get(key) ?? []) await removeFile(join(this.#folder, name));
    this.#names.delete(key);
  }
}

const keyOf = (path: string): string => sha256(path).slice(0, 32);

function parse(text: string): StoredEntry | undefined {
  try {
    const entry = JSON.parse(text) as StoredEntry;
    return typeof entry.text === 'string' && typeof entry.ours === 'object' && typeof entry.base === 'object' ? entry : undefined;
  } catch {
    return undefined;
  }
}
