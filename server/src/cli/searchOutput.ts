import { spreadsheet } from '../corpus/export/spreadsheet';
import { messageOf } from '../messages/error';
import type { Message } from '../messages/message';
import { writeText } from '../store/files';
import { write } from './annotate';
import type { Written } from './concordanceOutput';

/** Where a search writes. */
interface SearchOutput {
  write(piece: Written): Promise<void>;
  /** Writes the file, if there is one to write; `complain` is told where it cannot be. */
  finish(complain: (place: string, problem: Message) => void): Promise<void>;
}

/** Writes pieces as they come, or at the end into a file, whole or not at all. A file that is there is kept. */
export function searchOutput(file: string | undefined, stdout: NodeJS.WritableStream): SearchOutput {
  const pieces: string[] = [];
  let rows: Exclude<Written, string> | undefined;
  return {
    async write(piece) {
      if (typeof piece !== 'string') rows = piece;
      else if (file !== undefined) pieces.push(piece);
      else if (piece !== '') await write(stdout, piece);
    },
    async finish(complain) {
      if (file === undefined) return;
      try {
        await writeText(file, rows === undefined ? pieces.join('') : await spreadsheet(rows), { fresh: true, anywhere: true });
      } catch (error) {
        complain(file, messageOf(error));
      }
    },
  };
}
