import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { type Reading, textOfBytes } from './fileEncoding';
import { errorCode } from './fileError';
import { decodeUtf8 } from './fileRules';
import { checkFile, READING, SIZE_LIMITS } from './readText';
import { textNames } from './sidecarNames';

/* Reading for callers that cannot wait: the readers of formats. No browser can do that. */

/** The text of a `.ann` file: that beside it whose file it is. Undefined where there is none that can be read. */
export function textOfAnn(ann: string, reading?: Reading): { readonly path: string; readonly text: string } | undefined {
  for (const path of textNames(ann)) {
    if (!isFile(path)) continue;
    try {
      const text = readAnyTextSync(path, reading);
      if (text !== undefined) return { path, text };
    } catch {
      // not a text: perhaps the next one is
    }
  }
  return undefined;
}

/** Whether there is a regular file, links followed. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** {@link readAnyText} for callers that cannot wait. */
export function readAnyTextSync(path: string, reading: Reading = {}): string | undefined {
  const bytes = readFileBytesSync(path, SIZE_LIMITS.text);
  return bytes && textOfBytes(path, bytes, reading);
}

/** {@link readText} for callers that cannot wait. */
export function readTextSync(path: string, limit: number = SIZE_LIMITS.text): string | undefined {
  const bytes = readFileBytesSync(path, limit);
  return bytes && decodeUtf8(path, bytes);
}

/** {@link readFileBytes} for callers that cannot wait. */
function readFileBytesSync(path: string, limit: number): Buffer | undefined {
  let file: number;
  try {
    checkFile(path, statSync(path), limit);
    file = openSync(path, READING);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, limit));
    let at = 0;
    for (let read = 1; at < buffer.length && read > 0; at += read) read = readSync(file, buffer, at, buffer.length - at, null);
    return buffer.subarray(0, at);
  } finally {
    closeSync(file);
  }
}
