import { basename, join } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { documentName, type OutputFile } from '../formats/format';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { stat } from './disk';
import { readText, SIZE_LIMITS } from './files';

/** The files that documents go back into, and what is wrong with those that are missing. */
export interface OriginalFiles {
  readonly into: (documentId: string) => OutputFile | undefined;
  /** Documents that have a file to go back into. */
  readonly found: readonly AnnotationDocument[];
  readonly problems: readonly { readonly path: string; readonly message: Message }[];
}

/**
 * Reads the files that documents came from, of formats that annotations go back into: a file for all of them, or a folder in which they are called as the documents
 * are (`letters/a.xml` for `letters/a.txt`; `corpus.xml` for `corpus-2.txt`, its second document).
 *
 * A file that is no UTF-8 is not taken: it would come back in another encoding.
 */
export async function originalFiles(
  documents: readonly AnnotationDocument[],
  path: string,
  extensions: readonly string[],
): Promise<OriginalFiles> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  const files = new Map<string, OutputFile | undefined>();
  const problems: { path: string; message: Message }[] = [];
  const read = async (file: string, name: string): Promise<OutputFile | undefined> => {
    if (files.has(file)) return files.get(file);
    const content = await readText(file, SIZE_LIMITS.exchange).catch((error: unknown) => {
      problems.push({ path: file, message: messageOf(error) });
      return undefined;
    });
    const found = content === undefined ? undefined : { name, content };
    files.set(file, found);
    return found;
  };
  const originals = new Map<string, OutputFile>();
  const found: AnnotationDocument[] = [];
  for (const document of documents) {
    const before = problems.length;
    const original = isFolder
      ? await firstOf(namesFor(document.id, extensions), (name) => read(join(path, name), name))
      : await read(path, basename(path));
    if (original) {
      originals.set(document.id, original);
      found.push(document);
    } else if (isFolder && problems.length === before)
      problems.push({ path: join(path, namesFor(document.id, extensions)[0] ?? ''), message: fileMessages.noOriginal });
  }
  if (!isFolder && originals.size === 0 && problems.length === 0) problems.push({ path, message: fileMessages.missing });
  return { into: (id) => originals.get(id), found, problems };
}

function namesFor(id: string, extensions: readonly string[]): readonly string[] {
  const own = /\.txt$/i.test(id) ? documentName(id) : id;
  const names = [own, ...(/-\d+$/.test(own) ? [own.replace(/-\d+$/, '')] : [])].filter(
    (name) => !name.split(/[\\/]/).includes('..'),
  );
  return names.flatMap((name) => extensions.map((extension) => `${name}.${extension}`));
}

async function firstOf<Item, Found>(
  items: readonly Item[],
  look: (item: Item) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const item of items) {
    const found = await look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
