import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { writeBrat } from '../formats/brat/write';
import { fileNameFor } from '../formats/format';
import { sidecarPaths } from './articleDecisions';
import { readText, withLock, writeText } from './files';
import { readSidecars, writeSidecars } from './sidecars';

/** What became of a document that was brought in: how many annotations, or why none. */
export type Imported =
  | { readonly ok: true; readonly path: string; readonly annotations: number }
  | { readonly ok: false; readonly path: string; readonly message: string };

/**
 * Puts a document of another tool into a folder: its text as an article, its annotations as decisions. An article that is
 * there keeps its text, and its annotations are found in it by their words; one that has decisions is left alone.
 */
export async function importDocument(document: AnnotationDocument, folder: string): Promise<Imported> {
  const path = join(folder, fileNameFor(document.id, 'txt'));
  const files = sidecarPaths(path);
  return withLock(path, async (): Promise<Imported> => {
    const [text, ann, review] = await Promise.all([readText(path), readText(files.ann), readText(files.review)]);
    if ((ann ?? '') !== '' || (review ?? '') !== '')
      return { ok: false, path, message: 'has decisions already, which were kept' };
    await mkdir(dirname(path), { recursive: true });
    if (text === undefined) await writeText(path, document.text);
    const { origin: _, ...plain } = document;
    // through brat's own ids and what brat can say, then once more from the file, as every later reader does
    const as = writeSidecars(
      readSidecars({ ann: writeBrat(plain, { rejected: 'omit' }).content, review: undefined }, document.text, path).decisions,
      {
        ann: '',
        review: undefined,
      },
    );
    const final = text === undefined || text === document.text ? as : writeSidecars(readSidecars(as, text, path).decisions, as);
    if (final.ann !== undefined) await writeText(files.ann, final.ann);
    if (final.review !== undefined) await writeText(files.review, final.review);
    return { ok: true, path, annotations: document.annotations.length };
  });
}
