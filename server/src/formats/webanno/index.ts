import { type FormatDescriptor, fileNameFor } from '../format';
import { readWebannoTsv } from './read';
import { writeWebannoTsv } from './write';

/** WebAnno TSV 3.3, which INCEpTION calls `ctsv3`: UTF-16 offsets, words in lines. */
export const webannoTsv: FormatDescriptor = {
  id: 'webanno-tsv',
  title: 'WebAnno TSV 3.3',
  extensions: ['tsv'],
  unit: 'utf-16 code units',
  perFile: 'one',
  needsText: false,
  variants: [],
  read: readWebannoTsv,
  write: (documents, options = {}) => {
    const written = documents.map((document) => ({ document, ...writeWebannoTsv(document, options) }));
    return {
      files: written.map(({ document, content }) => ({ name: fileNameFor(document.id, 'tsv'), content })),
      losses: written.flatMap(({ losses }) => losses),
    };
  },
};
