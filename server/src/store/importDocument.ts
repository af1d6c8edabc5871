import { join } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { writeBrat } from '../formats/brat/write';
import { fileNameFor } from '../formats/format';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { factsOf, fromSigned } from './exportDocument';
import { readAnyText } from './fileEncoding';
import { FileError, readText, SIZE_LIMITS, withLock, writeText } from './files';
import { withLabel } from './labels';
import type { NewFacts } from './metadata';
import { sidecarPlaces } from './sidecarPlaces';
import { readSidecars, type SidecarFiles, writeSidecars } from './sidecars';

/** What became of a document that was brought in: how many annotations, or why none. */
export type Imported =
  | { readonly ok: true; readonly path: string; readonly annotations: number; readonly facts: NewFacts }
  | { readonly ok: false; readonly path: string; readonly message: Message };

/**
 * Puts a document of another tool into a folder: its text as an article, its annotations as decisions. An article that is
 * there keeps its text, and its annotations are found in it by their words; one that has decisions is left alone. What the file
 * knows of the article (its day, title, author) is given back, for {@link addMetadata}.
 */
export async function importDocument(document: AnnotationDocument, folder: string): Promise<Imported> {
  const path = join(folder, fileNameFor(document.id, 'txt'));
  try {
    return await withLock(path, () => bringIn(document, path, folder));
  } catch (error) {
    const at = error instanceof FileError ? error.path : path;
    return { ok: false, path: at, message: messageOf(error) };
  }
}

async function bringIn(document: AnnotationDocument, path: string, root: string): Promise<Imported> {
  const files = await sidecarPlaces(path);
  if (files.taken !== undefined) return { ok: false, path, message: files.taken };
  const [text, ann, review] = await Promise.all([
    readAnyText(path),
    readText(files.ann, SIZE_LIMITS.sidecar),
    readText(files.review, SIZE_LIMITS.sidecar),
  ]);
  if ((review ?? '') !== '') return { ok: false, path, message: fileMessages.decisionsKept };
  const final = filesOf(document, text, path);
  // an import that was ended between the two files has left the first of them
  const isBegun = ann === final.ann && final.review !== undefined;
  if ((ann ?? '') !== '' && !isBegun) return { ok: false, path, message: fileMessages.decisionsKept };
  if (text === undefined) await writeText(path, document.text, { root, fresh: true });
  if (final.ann !== undefined && final.ann !== ann) await writeText(files.ann, final.ann, { root, fresh: ann === undefined });
  if (final.review !== undefined) await writeText(files.review, final.review, { root, fresh: review === undefined });
  const facts = { path: fileNameFor(document.id, 'txt'), values: factsOf(document) };
  return { ok: true, path, annotations: document.annotations.length, facts };
}

/** What the two files of an imported document are to be, on the text that is there. */
function filesOf(document: AnnotationDocument, text: string | undefined, path: string): SidecarFiles {
  const { origin: _, ...plain } = document;
  // through brat's own ids and what brat can say, then once more from the file, as every later reader does
  const brat = { ann: writeBrat(plain, { rejected: 'omit' }).content, review: undefined };
  const read = fromSigned(document, readSidecars(brat, document.text, path).decisions);
  const labels = Object.entries(document.labels ?? {});
  const decisions = labels.reduce((before, [label, values]) => withLabel(before, label, values), read);
  const as = writeSidecars(decisions, { ann: '', review: undefined });
  return text === undefined || text === document.text ? as : writeSidecars(readSidecars(as, text, path).decisions, as);
}
