import { constants, type Stats } from 'node:fs';
import { access, type FileHandle, link, lstat, mkdir, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileMessages } from '../messages/files';
import { errorCode, FileError } from './fileError';
import { kindOf } from './readText';
import { sweepOnce, temporaryName } from './temporaryFiles';

/** How a file is to be written. */
export interface WriteTextOptions {
  /**
   * The folder that the file must lie in, links followed; it and the folders below it are made where they are missing.
   * Without it the file's folder must be there, and a link may lead to any place in the project ({@link projectFolder}).
   */
  readonly root?: string;
  /** The user named this very file: it may be a link to anywhere. */
  readonly anywhere?: boolean;
  /** Fails with a {@link FileError} where something is there already, even where it came a moment ago. */
  readonly fresh?: boolean;
}

/**
 * Writes a file whole or not at all, and durably: all bytes go into a file beside it, which is compared, synced and
 * renamed. Whoever reads the file, and whoever ends this process meanwhile, finds the old or the new text. Where any of
 * this fails the file stays as it was, the file beside it is taken away, and the error is thrown: {@link FileError} for
 * what is not written on purpose (a read-only file, a link that leads out of its folder, a device), else the system's.
 *
 * Everything that the program writes goes through here. The libraries that do the like (write-file-atomic, atomically)
 * call the system once to write and take it for done, which on a disk that is nearly full cuts the file.
 */
export async function writeText(path: string, content: string | Uint8Array, options: WriteTextOptions = {}): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const { target, before } = await destination(path, options);
  if (before && options.fresh) throw new FileError(path, 'exists', fileMessages.thereKept);
  const folder = dirname(target);
  await sweepOnce(folder);
  const temporary = join(folder, temporaryName());
  try {
    await fill(temporary, bytes, before);
    if (options.fresh) await nameFresh(temporary, target, path);
    else await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Deletes a file; that there is none is not a failure. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** The nearest folder, from a file's own upwards, that holds a `.corpus` folder; the file's own where none does. Links are followed. */
async function projectFolder(path: string): Promise<string> {
  const own = await realpath(dirname(resolve(path)));
  for (let folder = own; ; folder = dirname(folder)) {
    const found = await stat(join(folder, '.corpus')).catch(() => undefined);
    if (found?.isDirectory()) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** Whether a path is a folder or lies below it; both without links. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path without links, as far as it is there. */
export async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  const real = await orNone(realpath(whole));
  return real ?? (whole === dirname(whole) ? whole : join(await realPlace(dirname(whole)), basename(whole)));
}

/** Where the bytes are to go, links followed, and what is there now. */
async function destination(
  path: string,
  { root, anywhere }: WriteTextOptions,
): Promise<{ readonly target: string; readonly before: Stats | undefined }> {
  const folder = root === undefined ? await realpath(dirname(resolve(path))) : await makeFolder(dirname(path), root);
  let target = join(folder, basename(path));
  let before = await orNone(lstat(target));
  if (before?.isSymbolicLink()) {
    const real = await orNone(realpath(target));
    if (real === undefined) throw new FileError(path, 'outside', fileMessages.linkToNothing);
    const bound = root === undefined ? await projectFolder(path) : await realpath(root);
    if (!anywhere && !isWithin(bound, real)) throw new FileError(path, 'outside', fileMessages.linkOutside(real, bound));
    target = real;
    before = await stat(real);
  }
  if (before && !before.isFile()) throw new FileError(path, 'notRegular', fileMessages.notRegular(kindOf(before)));
  // a rename asks the folder for its permission, not the file; and root may do anything
  if (before && ((before.mode & 0o222) === 0 || !(await mayWrite(target))))
    throw new FileError(path, 'readOnly', fileMessages.readOnlyKept);
  return { target, before };
}

async function orNone<T>(looking: Promise<T>): Promise<T | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function mayWrite(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

/** Makes a folder below a root, link by link, and gives its real place; throws where a link leads out of the root. */
export async function makeFolder(folder: string, root: string): Promise<string> {
  await mkdir(root, { recursive: true });
  const bound = await realpath(root);
  let at = bound;
  for (const part of relative(resolve(root), resolve(folder)).split(sep).filter(Boolean)) {
    const next = join(at, part);
    await mkdir(next).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    at = await realpath(next);
    if (!isWithin(bound, at)) throw new FileError(folder, 'outside', fileMessages.leadsOutside(at, bound));
  }
  return at;
}

async function fill(temporary: string, bytes: Uint8Array, before: Stats | undefined): Promise<void> {
  const handle = await open(temporary, 'wx+', before === undefined ? 0o666 : before.mode & 0o777);
  try {
    await writeAll(handle, bytes, temporary);
    if (before) await likeBefore(handle, before);
    await compare(handle, temporary, bytes);
    await orCannot(handle.sync());
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  // on some disks only now is told that there was no room
  await handle.close();
}

/** Writes bytes from a file's beginning; a disk that takes a part is asked to take the rest. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, at);
    if (bytesWritten <= 0) throw new FileError(path, 'incomplete', fileMessages.notWhole);
    at += bytesWritten;
  }
}

/** Makes what stands in a file last through a loss of power, where the system can. */
export const syncData = (handle: FileHandle): Promise<void> => orCannot(handle.datasync());

/** The same permissions, whatever the mask of this process; the same owner, where we may give files away. */
async function likeBefore(handle: FileHandle, before: Stats): Promise<void> {
  const now = await handle.stat();
  if (process.platform === 'win32') return;
  if (now.uid !== before.uid || now.gid !== before.gid) await orMayNot(handle.chown(before.uid, before.gid));
  if ((now.mode & 0o777) !== (before.mode & 0o777)) await orMayNot(handle.chmod(before.mode & 0o777));
}

/** Reads back what was written. */
async function compare(handle: FileHandle, path: string, bytes: Uint8Array): Promise<void> {
  const part = Buffer.allocUnsafe(65_536);
  let at = 0;
  for (;;) {
    const { bytesRead } = await handle.read(part, 0, part.length, at);
    if (bytesRead === 0) break;
    if (part.compare(bytes, at, Math.min(bytes.length, at + bytesRead), 0, bytesRead) !== 0) break;
    at += bytesRead;
  }
  if (at !== bytes.length || (await handle.stat()).size !== bytes.length)
    throw new FileError(path, 'incomplete', fileMessages.notWhole);
}

/** Gives a finished file a name that nothing has. */
async function nameFresh(temporary: string, target: string, path: string): Promise<void> {
  const exists = (): FileError => new FileError(path, 'exists', fileMessages.thereKept);
  try {
    await link(temporary, target);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw exists();
    if (!NO_LINKS.has(errorCode(error) ?? '')) throw error;
    // a disk without hard links: looked at a moment before is the best there is
    if (await orNone(lstat(target))) throw exists();
    await rename(temporary, target);
    return;
  }
  await unlink(temporary);
}

/** What systems say of disks that have no hard links. */
export const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EXDEV']);
const CANNOT = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF']);
const MAY_NOT = new Set(['EPERM', 'EACCES', ...CANNOT]);

async function orCannot(doing: Promise<unknown>, codes: ReadonlySet<string> = CANNOT): Promise<void> {
  try {
    await doing;
  } catch (error) {
    if (!codes.has(errorCode(error) ?? '')) throw error;
  }
}

const orMayNot = (doing: Promise<unknown>): Promise<void> => orCannot(doing, MAY_NOT);

/** Makes a rename last through a loss of power, where the system lets folders be synced. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (MAY_NOT.has(errorCode(error) ?? '')) return;
    throw error;
  }
  try {
    await orMayNot(handle.sync());
  } finally {
    await handle.close();
  }
}

/** Makes a folder, and what is missing above it, so that it lasts. */
export async function makeLastingFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = resolve(folder); ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === resolve(first) || made === dirname(made)) return;
  }
}
