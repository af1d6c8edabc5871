import { type FormatDescriptor, fileNameFor } from '../format';
import { readTei } from './read';
import { writeTei } from './write';

/** TEI P5: the text in one `ab`, annotations in `standOff` (code points) or inline. */
export const tei: FormatDescriptor = {
  id: 'tei',
  title: 'TEI P5',
  extensions: ['xml', 'tei'],
  unit: 'code points',
  perFile: 'one',
  needsText: false,
  variants: ['standoff', 'inline'],
  read: readTei,
  write: (documents, options = {}) => {
    const written = documents.map((document) => ({ document, ...writeTei(document, options) }));
    return {
      files: written.map(({ document, content }) => ({ name: fileNameFor(document.id, 'xml'), content })),
      losses: written.flatMap(({ losses }) => losses),
    };
  },
};
