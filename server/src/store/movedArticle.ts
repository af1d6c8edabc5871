import { basename, resolve } from 'node:path';
import { lstat } from './disk';
import { errorCode } from './fileError';

/**
 * Whether an article is, as far as one can know, what stood at another path: a folder that another program has renamed. Its
 * file bears the same name, has the same text, and is not where it was any more.
 */
export async function hasMovedTo(
  path: string,
  text: string,
  before: { readonly path: string; readonly text: string },
): Promise<boolean> {
  if (typeof before.path !== 'string' || before.text !== text || resolve(before.path) === resolve(path)) return false;
  return basename(before.path) === basename(path) && (await isGone(before.path));
}

async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
  }
}
