import { fileMessages } from '../messages/files';
import type { DiskFacts } from '../protocol';
import { errorCode, FileError } from '../store/fileError';
import { decodeUtf8, SIZE_LIMITS, tooLarge } from '../store/fileRules';
import { ask } from './ask';

/* Stands in for `store/readText.ts`: the client's files, with the same limits. */

export { SIZE_LIMITS };

/** A file's text, byte-order mark included; undefined where there is none. Throws {@link FileError} as on a machine. */
export async function readText(path: string, limit: number = SIZE_LIMITS.text): Promise<string | undefined> {
  const bytes = await readFileBytes(path, limit);
  return bytes && decodeUtf8(path, bytes);
}

/** A file's bytes; undefined where there is none. */
export async function readFileBytes(path: string, limit: number): Promise<Uint8Array | undefined> {
  const facts = await factsOf(path);
  if (facts === undefined) return undefined;
  if (facts.kind !== 'file') throw new FileError(path, 'notRegular', fileMessages.notRegular(kindWords(facts)));
  if (facts.size > limit) throw tooLarge(path, facts.size, limit);
  const { bytes = new Uint8Array() } = (await orNone(ask('read', path))) ?? {};
  // it has grown meanwhile, or the place does not tell how large its files are
  if (bytes.length > limit) throw tooLarge(path, bytes.length, limit);
  return bytes;
}

/** A file's first bytes, at most `length` of them; undefined where there is none. */
export async function readBeginning(path: string, length: number): Promise<Uint8Array | undefined> {
  return (await readFileBytes(path, SIZE_LIMITS.text))?.subarray(0, length);
}

/** What the client says of a path; undefined where nothing is there. */
export async function factsOf(path: string): Promise<DiskFacts | undefined> {
  return (await orNone(ask('stat', path)))?.facts;
}

/** In words. */
export const kindWords = ({ kind }: DiskFacts) => (kind === 'folder' ? fileMessages.kind.folder : fileMessages.kind.other);

async function orNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
