import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { errorCode, FileError } from './fileError';
import { decodeUtf8, SIZE_LIMITS, tooLarge } from './fileRules';

export { SIZE_LIMITS };

// A pipe without a writer is not waited for, should the file become one between being looked at and opened.
export const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * A file's text, byte-order mark included; undefined where there is none. Throws {@link FileError} for what is no
 * regular file (a device, a pipe, a socket, a folder), is larger than `limit` bytes or no UTF-8, and system errors.
 */
export async function readText(path: string, limit: number = SIZE_LIMITS.text): Promise<string | undefined> {
  const bytes = await readFileBytes(path, limit);
  return bytes && decodeUtf8(path, bytes);
}

/** A file's bytes, as {@link readText} reads them. */
export async function readFileBytes(path: string, limit: number): Promise<Buffer | undefined> {
  let handle: FileHandle;
  try {
    checkFile(path, await stat(path), limit);
    handle = await open(path, READING);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const found = await handle.stat();
    checkFile(path, found, limit);
    const parts: Buffer[] = [];
    let size = 0;
    for (let wanted = found.size + 1; ; wanted = 65_536) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted);
      if (bytesRead === 0) return Buffer.concat(parts);
      parts.push(buffer.subarray(0, bytesRead));
      size += bytesRead;
      // it grows while it is read
      if (size > limit) throw tooLarge(path, size, limit);
    }
  } finally {
    await handle.close();
  }
}

/** A file's first bytes, at most `length` of them; undefined where there is none. Throws for what is not a regular file. */
export async function readBeginning(path: string, length: number): Promise<Buffer | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, READING);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new FileError(path, 'notRegular', fileMessages.notRegular(kindOf(found)));
    const buffer = Buffer.alloc(Math.min(length, found.size));
    let at = 0;
    for (let read = 1; at < buffer.length && read > 0; at += read)
      ({ bytesRead: read } = await handle.read(buffer, at, buffer.length - at, at));
    return buffer.subarray(0, at);
  } finally {
    await handle.close();
  }
}

/** Throws for what is no regular file, or too large a one. */
export function checkFile(path: string, found: Stats, limit: number): void {
  if (!found.isFile()) throw new FileError(path, 'notRegular', fileMessages.notRegular(kindOf(found)));
  if (found.size > limit) throw tooLarge(path, found.size, limit);
}

/** What a file is that is not a regular one, in words. */
export function kindOf(found: Stats): Message {
  const { kind } = fileMessages;
  if (found.isDirectory()) return kind.folder;
  if (found.isFIFO()) return kind.pipe;
  if (found.isSocket()) return kind.socket;
  return found.isCharacterDevice() || found.isBlockDevice() ? kind.device : kind.other;
}
