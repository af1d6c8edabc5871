import { join } from 'node:path';
import { entriesOf, isThere } from './disk';
import { readBeginning } from './readText';
import { textNames } from './sidecarNames';

const REVIEW = '.review.jsonl';
/** The first line of a review file is shorter. */
const HEAD = 300;

/** An annotated article, and the files with its annotations. */
export interface Original {
  readonly path: string;
  readonly files: readonly string[];
}

/**
 * Annotated articles by their text: review files begin with its hash. The folders are looked through at the first
 * question; later the files that have changed alone are looked at.
 */
export class Originals {
  /** The hash that each review file begins with. */
  readonly #hashes = new Map<string, string>();
  readonly #folders = new Map<string, Promise<void>>();

  /** An annotated article in the folders with a text of this hash, other than the one at `except`. */
  async find(hash: string, folders: readonly string[], except: string): Promise<Original | undefined> {
    for (const folder of folders) {
      const looking = this.#folders.get(folder) ?? this.#lookThrough(folder);
      this.#folders.set(folder, looking);
      await looking;
    }
    for (const [review, known] of this.#hashes) {
      if (known !== hash) continue;
      const ann = `${review.slice(0, -REVIEW.length)}.ann`;
      const path = await firstOf(textNames(ann));
      if (path === undefined || path === except) continue;
      if (await isThere(review)) return { path, files: (await isThere(ann)) ? [ann, review] : [review] };
    }
    return undefined;
  }

  /** A file has changed, has come or has gone. */
  async look(path: string): Promise<void> {
    if (!path.endsWith(REVIEW)) return;
    const hash = await hashIn(path);
    if (hash === undefined) this.#hashes.delete(path);
    else this.#hashes.set(path, hash);
  }

  /** Whether one of these files is there. */
  async exists(...paths: readonly string[]): Promise<boolean> {
    return (await firstOf(paths)) !== undefined;
  }

  async #lookThrough(folder: string): Promise<void> {
    const entries = await entriesOf(folder).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await this.#lookThrough(path);
      else await this.look(path);
    }
  }
}

async function hashIn(path: string): Promise<string | undefined> {
  const bytes = await readBeginning(path, HEAD).catch(() => undefined);
  return /^\{"review":1,[^\n]*"sha256":"([0-9a-f]{64})"/.exec(new TextDecoder().decode(bytes ?? new Uint8Array()))?.[1];
}

async function firstOf(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isThere(path)) return path;
  return undefined;
}
