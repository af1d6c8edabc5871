import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withLock } from './lock';
import { readText, SIZE_LIMITS } from './readText';
import { makeFolder, removeFile, writeText } from './writeText';

/** A file of the nearest project of a folder or file: the one that is there, in the folder itself or above it, else where it would be. */
export function projectFile(name: string, start: string, root: string | undefined): string {
  const last = root === undefined ? undefined : resolve(root);
  const first = resolve(start);
  const below = existsSync(first) && statSync(first).isDirectory() ? first : dirname(first);
  for (let folder = below; ; folder = dirname(folder)) {
    const file = join(folder, name);
    if (existsSync(file)) return file;
    if (folder === last || folder === dirname(folder)) return join(last ?? below, name);
  }
}

/**
 * Changes a file in a project's `.corpus` folder, whole or not at all, while no other process does; one that says nothing
 * any more is removed. No link leads out of the project's folder.
 *
 * @throws where it cannot be read or written, and what `change` throws
 */
export async function changeProjectFile(file: string, change: (text: string) => string): Promise<void> {
  const project = dirname(dirname(file));
  await makeFolder(dirname(file), project);
  await withLock(file, async () => {
    const before = await readText(file, SIZE_LIMITS.choices);
    const after = change(before ?? '');
    if (after === (before ?? '')) return;
    if (after === '') await removeFile(file);
    else await writeText(file, after, { root: project, fresh: before === undefined });
  });
}
