import { dirname, relative, resolve, sep } from 'path-browserify';
import { fileMessages } from '../messages/files';
import { errorCode, FileError } from '../store/fileError';
import type { WriteTextOptions } from '../store/writeText';
import { ask } from './ask';
import { factsOf, kindWords, readFileBytes } from './readText';

/*
 * Stands in for `store/writeText.ts`. What a file's place takes it takes whole or not at all as far as that place goes: there
 * is no renaming that would be safer. So what was written is read again and compared, and what is not there is told.
 */

export type { WriteTextOptions };

/** Writes a file, and reads it again. Throws {@link FileError} for what is not written on purpose, else what the place says. */
export async function writeText(
  path: string,
  content: string | Uint8Array,
  { root, fresh }: WriteTextOptions = {},
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const before = await factsOf(path);
  if (before && fresh) throw new FileError(path, 'exists', fileMessages.thereKept);
  if (before && before.kind !== 'file') throw new FileError(path, 'notRegular', fileMessages.notRegular(kindWords(before)));
  if (before?.readOnly) throw new FileError(path, 'readOnly', fileMessages.readOnlyKept);
  if (before === undefined && (await isReadOnly(dirname(path))))
    throw new FileError(path, 'readOnly', fileMessages.placeReadOnly);
  if (root !== undefined) await makeFolder(dirname(path), root);
  await ask('write', path, bytes);
  const after = await readFileBytes(path, Number.MAX_SAFE_INTEGER);
  if (after === undefined || !isSame(after, bytes)) throw new FileError(path, 'incomplete', fileMessages.notWhole);
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** Whether nothing can be written in the place of a folder; a folder that is yet to be made is asked about above. */
async function isReadOnly(folder: string): Promise<boolean> {
  const found = await factsOf(folder);
  if (found !== undefined) return found.readOnly;
  return folder === dirname(folder) ? false : isReadOnly(dirname(folder));
}

/** Deletes a file; that there is none is not a failure. */
export async function removeFile(path: string): Promise<void> {
  await ask('remove', path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** Whether a path is a folder or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

/** Makes a folder below a root, and what is missing above it. */
export async function makeFolder(folder: string, _root: string): Promise<string> {
  await ask('makeFolder', folder);
  return resolve(folder);
}
