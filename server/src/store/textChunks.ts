import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodeText } from '../core/text/encoding';
import { fileMessages } from '../messages/files';
import { type Reading, readAnyText } from './fileEncoding';
import { FileError } from './fileError';
import { kindOf, SIZE_LIMITS } from './readText';

/** In bytes: what a large file is read in. */
const PIECE = 1024 * 1024;

/**
 * A file's text in pieces, so that it may be of any size. One that is not too large to be held is read as
 * {@link readAnyText} does; of a larger one the first megabyte tells the encoding.
 *
 * @param most - so many bytes are held at once.
 * @throws FileError for what is no regular file, or not in the encoding that its beginning tells.
 */
export async function* textChunks(path: string, reading: Reading = {}, most: number = SIZE_LIMITS.text): AsyncGenerator<string> {
  const found = await stat(path);
  if (!found.isFile()) throw new FileError(path, 'notRegular', fileMessages.notRegular(kindOf(found)));
  if (found.size <= most) {
    const text = await readAnyText(path, reading);
    if (text === undefined) throw new FileError(path, 'notRegular', fileMessages.missing);
    for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
    return;
  }
  let decoder: Decoder | undefined;
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(path, bytes, reading);
    yield decoded(decoder, bytes, path);
  }
  if (decoder !== undefined) yield decoded(decoder, new Uint8Array(), path);
}

interface Decoder {
  readonly name: string;
  readonly decoder: TextDecoder;
}

function decoderFor(path: string, beginning: Uint8Array, { encoding, onEncoding }: Reading): Decoder {
  const told = decodeText(beginning, true);
  if (told === undefined && encoding === undefined) throw new FileError(path, 'notText', fileMessages.notText);
  const isUnicode = told?.encoding.startsWith('utf-8') ?? false;
  const name = encoding === undefined || isUnicode ? (told?.encoding ?? 'utf-8') : encoding;
  if (!isUnicode && told !== undefined) onEncoding?.(path, { ...told, encoding: name });
  const decoder = new TextDecoder(name === 'utf-8-bom' ? 'utf-8' : name, { fatal: name.startsWith('utf'), ignoreBOM: true });
  return { name, decoder };
}

function decoded({ name, decoder }: Decoder, bytes: Uint8Array, path: string): string {
  try {
    return decoder.decode(bytes, { stream: bytes.length > 0 });
  } catch {
    throw new FileError(path, 'notText', fileMessages.notInEncoding(name));
  }
}
