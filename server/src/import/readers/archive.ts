import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

/** In bytes, unpacked: what a document's text comes to at most; more is a trap or a mistake. */
const LARGEST_PART = 64 * 1024 * 1024;

/** Why an archive could not be read. */
export type ArchiveFailure = 'damaged' | 'tooLarge';

/**
 * Unpacks some files of a zip archive, such as a text document is. Nothing is taken by what the archive says of its sizes:
 * unpacking stops when a part has become too large.
 *
 * @param wanted - names of files in it; those it does not have are missing from the result.
 */
export function unpack(bytes: Uint8Array, wanted: readonly string[]): ReadonlyMap<string, string> | ArchiveFailure {
  const parts = new Map<string, Uint8Array[]>();
  let failure: ArchiveFailure | undefined;
  let files = 0;
  const unzip = new Unzip((file: UnzipFile) => {
    files++;
    if (!wanted.includes(file.name)) return;
    const pieces: Uint8Array[] = [];
    let size = 0;
    parts.set(file.name, pieces);
    file.ondata = (error, piece) => {
      if (error) failure ??= 'damaged';
      size += piece?.length ?? 0;
      if (size > LARGEST_PART) failure ??= 'tooLarge';
      if (failure === undefined && piece) pieces.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && failure === undefined; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch {
    failure ??= 'damaged';
  }
  if (failure !== undefined || files === 0) return failure ?? 'damaged';
  return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]));
}

function joined(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8');
  const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('');
  return text + decoder.decode(new Uint8Array());
}
