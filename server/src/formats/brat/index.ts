import { formatMessages } from '../../messages/formats';
import { documentName, error, type FormatDescriptor, fileNameFor, textFor } from '../format';
import { readBrat } from './read';
import { writeBrat } from './write';

/** brat standoff: `NAME.txt` with `NAME.ann` beside it. */
export const brat: FormatDescriptor = {
  id: 'brat',
  title: formatMessages.title.brat,
  extensions: ['ann'],
  unit: 'code points',
  perFile: 'one',
  needsText: true,
  variants: [],
  read: (input) => {
    const id = documentName(input.name);
    const text = textFor(input, id);
    if (text === undefined) return { documents: [], problems: [error(1, formatMessages.bratTextMissing(id))] };
    const { document, problems } = readBrat(input.content, text, id);
    return { documents: [document], problems };
  },
  write: (documents, options = {}) => {
    const written = documents.map((document) => ({ document, writing: writeBrat(document, options) }));
    return {
      files: written.flatMap(({ document, writing }) => [
        { name: fileNameFor(document.id, 'ann'), content: writing.content },
        { name: fileNameFor(document.id, 'txt'), content: document.text },
      ]),
      losses: written.flatMap(({ writing }) => writing.losses),
    };
  },
};
