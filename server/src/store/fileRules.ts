import { fileMessages } from '../messages/files';
import { FileError, NotTextError } from './fileError';

const MEGABYTE = 1024 * 1024;

/**
 * How large files may be, in bytes: more is refused before it is read, so that no file can hold up whoever waits for
 * answers or fill the memory.
 */
export const SIZE_LIMITS = {
  text: 64 * MEGABYTE,
  /** In the editor's server, where what is shown of it is worked out on the thread that answers: some 30,000 annotations. */
  sidecar: MEGABYTE,
  /** The same files on the command line, where nobody waits for anything else. */
  annotations: 16 * MEGABYTE,
  /** A whole corpus in one file of another format. */
  exchange: 512 * MEGABYTE,
  schema: MEGABYTE,
  gazetteer: 16 * MEGABYTE,
  choices: MEGABYTE,
  journal: 256 * MEGABYTE,
} as const;

/** Says that a file has more bytes than it may have. */
export const tooLarge = (path: string, size: number, limit: number): FileError =>
  new FileError(path, 'tooLarge', fileMessages.tooLarge(size / MEGABYTE, limit / MEGABYTE));

/** Bytes as UTF-8, byte-order mark included. Throws {@link NotTextError} where they are not. */
export function decodeUtf8(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTextError(path);
  }
}
