import { type FormatDescriptor, fileNameFor } from '../format';
import { readTimeml } from './read';
import { writeTimeml } from './write';

/**
 * TimeML: dates as inline TIMEX3, events and signals where a file has them, temporal links. The document's date is the
 * DCT. Nothing else of the model has a place here.
 */
export const timeml: FormatDescriptor = {
  id: 'timeml',
  title: 'TimeML',
  extensions: ['tml', 'xml'],
  unit: 'inline',
  perFile: 'one',
  needsText: false,
  variants: [],
  read: readTimeml,
  write: (documents, options = {}) => {
    const written = documents.map((document) => ({ document, ...writeTimeml(document, options) }));
    return {
      files: written.map(({ document, content }) => ({ name: fileNameFor(document.id, 'tml'), content })),
      losses: written.flatMap(({ losses }) => losses),
    };
  },
};
