import type { FormatProblem } from '../../formats/format';
import type { Message } from '../../messages/message';

/** What a column, a mark or a line of a file that is brought in can be. */
export const FIELDS = ['text', 'date', 'title', 'source', 'author', 'id'] as const;
export type Field = (typeof FIELDS)[number];

/** An article as it came out of a file of another form. */
export interface ImportedArticle {
  /** The running text alone: paragraphs, an empty line between two. */
  readonly body: string;
  /** As it was written; {@link readImportedDate} makes EDTF of it. */
  readonly date?: string | undefined;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  /** What the file itself calls it by. */
  readonly id?: string | undefined;
  /** All else that the file says of it, by the name that it has there. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Where it begins, from 1: a line of a text, else which one of the file's articles it is. */
  readonly line: number;
}

/** What a reader gives one by one: an article, or what could not be read. */
export type Read =
  | { readonly article: ImportedArticle; readonly problem?: undefined }
  | { readonly problem: FormatProblem; readonly article?: undefined };

/** A file whose articles are read at once. */
export interface WholeFile {
  /** Its name, for the title of what has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something was not read. */
export const lost = (line: number, message: Message): Read => ({ problem: { severity: 'error', line, message } });
/** It was read, and something of it is lost. */
export const doubtful = (line: number, message: Message): Read => ({ problem: { severity: 'warning', line, message } });

/** Paragraphs as the body of an article; those without a letter or figure at the ends are left out, white space is one space. */
export function bodyOf(paragraphs: readonly string[]): string {
  const tidy = paragraphs.map(tidyParagraph);
  return tidy.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Lines within a paragraph are kept, white space before, after and twice is not. */
function tidyParagraph(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f\v]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A value on one line, white space trimmed; undefined where nothing is left. */
export function oneLine(value: string | null | undefined): string | undefined {
  const line = value?.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}
