import { type DecodedText, decodeAs, decodeText } from '../core/text/encoding';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { FileError } from './fileError';
import { readFileBytes, SIZE_LIMITS } from './readText';

/** How texts are read that are no UTF-8: in an encoding that was named, or in the one that they seem to be in. */
export interface Reading {
  readonly encoding?: string | undefined;
  /** Told of each file that is not UTF-8. */
  readonly onEncoding?: ((path: string, text: DecodedText) => void) | undefined;
}

/**
 * A person's text in whatever encoding, byte-order mark included; undefined where there is no file. What this program
 * writes itself is UTF-8 alone: see `readText`, which also says what is thrown.
 */
export async function readAnyText(
  path: string,
  reading: Reading = {},
  limit: number = SIZE_LIMITS.text,
): Promise<string | undefined> {
  const bytes = await readFileBytes(path, limit);
  return bytes && textOfBytes(path, bytes, reading);
}

/** {@link readAnyText} of bytes that were read already. */
export function textOfBytes(path: string, bytes: Uint8Array, { encoding, onEncoding }: Reading): string {
  const text = readBytes(path, bytes, encoding);
  if (!text.encoding.startsWith('utf-8')) onEncoding?.(path, text);
  return text.text;
}

/**
 * A file's bytes as text.
 *
 * @param encoding - what bytes that are no UTF-8 are read in; without it, what they seem to be in.
 * @param path - its name, for {@link FileError}, which is thrown for what is not a text.
 */
function readBytes(path: string, bytes: Uint8Array, encoding?: string): DecodedText {
  const refused = (problem: Message) => new FileError(path, 'notText', problem);
  const decoded = decodeText(bytes);
  if (encoding === undefined) {
    if (decoded === undefined) throw refused(fileMessages.notText);
    return decoded;
  }
  if (decoded?.encoding.startsWith('utf-8')) return decoded;
  const text = decodeAs(bytes, encoding);
  if (text === undefined) throw refused(fileMessages.notInEncoding(encoding));
  // what no text holds would be taken for letters
  if (text.slice(0, 8_000).includes('\0')) throw refused(fileMessages.nulBytes);
  return { encoding, text, sure: true };
}

/** What encodings files were read in that are no UTF-8, counted for a summary. */
export class EncodingCount {
  readonly #counts = new Map<string, number>();
  readonly #unsure: string[] = [];

  add(place: string, { encoding, sure }: Pick<DecodedText, 'encoding' | 'sure'>): void {
    this.#counts.set(encoding, (this.#counts.get(encoding) ?? 0) + 1);
    if (!sure) this.#unsure.push(place);
  }

  /** Lines for people; none where every file was UTF-8. */
  summary(): readonly Message[] {
    const counts = [...this.#counts].map(([encoding, count]) => fileMessages.countAs(count, encoding));
    if (counts.length === 0) return [];
    const [first, ...others] = this.#unsure;
    return [fileMessages.readAs(counts), ...(first === undefined ? [] : [fileMessages.unsureEncoding(first, others.length)])];
  }
}
