import type { AnnotationDocument } from '../annotationDocument';
import { addAll } from '../collections';
import { type FormatDescriptor, fileNameFor, type OutputFile, type WriteOptions, type WriteResult } from '../format';
import type { LossItem } from '../loss';
import { readTei } from './read';
import { weaveTei } from './weave';
import { writeTei } from './write';

/** TEI P5: the text in one `ab`, annotations in `standOff` (code points) or inline; or the file that the text came from. */
export const tei: FormatDescriptor = {
  id: 'tei',
  title: 'TEI P5',
  extensions: ['xml', 'tei'],
  unit: 'code points',
  perFile: 'one',
  needsText: false,
  variants: ['standoff', 'inline'],
  read: readTei,
  write,
};

function write(documents: readonly AnnotationDocument[], options: WriteOptions = {}): WriteResult {
  const files: OutputFile[] = [];
  const losses: LossItem[] = [];
  const originals = new Map<string, { readonly original: OutputFile; readonly documents: AnnotationDocument[] }>();
  for (const document of documents) {
    const original = options.into?.(document.id);
    if (original) {
      const known = originals.get(original.name) ?? { original, documents: [] };
      known.documents.push(document);
      originals.set(original.name, known);
    } else {
      const written = writeTei(document, options);
      files.push({ name: fileNameFor(document.id, 'xml'), content: written.content });
      addAll(losses, written.losses);
    }
  }
  for (const { original, documents: own } of originals.values()) {
    const woven = weaveTei(original, own, options);
    files.push({ name: original.name, content: woven.content });
    addAll(losses, woven.losses);
  }
  return { files, losses };
}
