import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { mayBeSource } from './kinds';

/** A file that may hold articles. */
export interface Source {
  readonly path: string;
  /** What it is called in reports and metadata: its path below the folder that was named, with `/`; else its name. */
  readonly place: string;
  readonly size: number;
}

/** What a walk comes by: a file, one of no kind that is known, or what cannot be looked into. */
export type FoundSource =
  | { readonly source: Source }
  | { readonly passedOver: string }
  | { readonly place: string; readonly problem: Message };

/**
 * The files that paths mean, in order: a file as named; a folder's files by name, sub-folders too, hidden ones left out.
 *
 * @param target - the folder that is written into: what stands there is not brought in again.
 */
export async function* listSources(paths: readonly string[], target?: string): AsyncGenerator<FoundSource> {
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory()) yield* walk(path, path, target === undefined ? undefined : resolve(target));
      else yield { source: { path, place: basename(path), size: found.size } };
    } catch (error) {
      yield { place: path, problem: messageOf(error) };
    }
  }
}

async function* walk(folder: string, root: string, target: string | undefined): AsyncGenerator<FoundSource> {
  if (resolve(folder) === target) return;
  const place = (path: string): string => relative(root, path).split(sep).join('/') || '.';
  let entries: Awaited<ReturnType<typeof entriesOf>>;
  try {
    entries = await entriesOf(folder);
  } catch (error) {
    yield { place: place(folder), problem: messageOf(error) };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    // links to folders may lead in a circle, or out
    if (entry.isDirectory()) yield* walk(path, root, target);
    else if (!mayBeSource(entry.name)) yield { passedOver: place(path) };
    else {
      const size = await stat(path).then(
        (found) => (found.isDirectory() ? undefined : found.size),
        () => 0,
      );
      if (size !== undefined) yield { source: { path, place: place(path), size } };
    }
  }
}

async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
