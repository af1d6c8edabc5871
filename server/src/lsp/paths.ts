import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Whether decisions can be made on a document: it is a file on this machine, or not saved yet. All others (another version
 * of a file, a file somewhere else) are copies to be looked at.
 */
export const isDecidable = (uri: string): boolean => uri.startsWith('file:') || uri.startsWith('untitled:');

/** A file's path; undefined for what is not a file on this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** A path's URI, spelt as VS Code spells it: more is escaped than Node escapes, and a drive's letter is small. */
export function uriOf(path: string): string {
  const segments = decodeURIComponent(pathToFileURL(path).pathname).split('/');
  const escaped = (segment: string): string =>
    encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `file://${segments.map((segment, i) => escaped(i === 1 && /^[A-Z]:$/.test(segment) ? segment.toLowerCase() : segment)).join('/')}`;
}
