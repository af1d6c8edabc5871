import type { Message } from '../messages/message';
import type { AnnotationDocument } from './annotationDocument';
import type { LossItem } from './loss';
import type { Tokenizer } from './tokens';

/** Something wrong in a file that was read. */
export interface FormatProblem {
  readonly severity: 'error' | 'warning' | 'information';
  /** 1-based line in the file. */
  readonly line: number;
  /** For the user: what is wrong there, in a sentence. */
  readonly message: Message;
}

/** What a reader gives: it never throws; what it cannot read is a problem. */
export interface ReadResult {
  readonly documents: readonly AnnotationDocument[];
  readonly problems: readonly FormatProblem[];
}

/** A file to write; the name is relative to the export's folder. */
export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** What a writer gives: the files, and what they do not say. */
export interface WriteResult {
  readonly files: readonly OutputFile[];
  readonly losses: readonly LossItem[];
}

/** A file to read, with what stands beside it. */
export interface FormatInput {
  /** The file's name or path as given; its stem names the document where the format does not. */
  readonly name: string;
  readonly content: string;
  /** The article's text, for formats that do not hold it (brat, CSV, Web Annotation). By document id where a file has many. */
  readonly text?: string | ((documentId: string) => string | undefined);
}

/** Choices common to all readers; a format ignores what does not concern it. */
export interface ReadOptions {
  /** Which keys hold the text and the labels in JSON lines of another shape (doccano lets the user choose them). */
  readonly textKey?: string;
  readonly labelKey?: string;
}

/** Choices common to all writers. */
export interface WriteOptions {
  /** The name of the one file, for formats that hold many documents; without extension. */
  readonly name?: string;
  /** Only these layers; without it, all that the format is for. */
  readonly layers?: readonly string[];
  /** Rejected suggestions: left out (and reported), or written where the format can say that they are rejected. */
  readonly rejected?: 'omit' | 'keep';
  /** For the formats that go by tokens; without it, words, numbers and single marks. */
  readonly tokenizer?: Tokenizer;
  /** A format's own variant, see its documentation: CoNLL columns, doccano shape, TEI inline … */
  readonly variant?: string;
  /** Whether the text goes along where it may (JSONL of analyses, Web Annotation). Default true. */
  readonly includeText?: boolean;
}

/** In what a format counts positions. */
export type OffsetUnit = 'utf-16 code units' | 'code points' | 'tokens' | 'inline';

/** A format as the registry lists it. */
export interface FormatDescriptor {
  readonly id: string;
  /** A name, which is the same in all languages, or what it is in words. */
  readonly title: string | Message;
  /** Without dot; the first is what is written. */
  readonly extensions: readonly string[];
  readonly unit: OffsetUnit;
  /** Whether a file holds one document or many. */
  readonly perFile: 'one' | 'many';
  /** Whether the text must be given to the reader beside the file. */
  readonly needsText: boolean;
  /** What {@link WriteOptions.variant} may be; the first is the default. */
  readonly variants: readonly string[];
  readonly read: (input: FormatInput, options?: ReadOptions) => ReadResult;
  readonly write: (documents: readonly AnnotationDocument[], options?: WriteOptions) => WriteResult;
}

/** Makes an error-level problem. */
export function error(line: number, message: Message): FormatProblem {
  return { severity: 'error', line, message };
}

/** Makes a warning-level problem. */
export function warning(line: number, message: Message): FormatProblem {
  return { severity: 'warning', line, message };
}

/** The text that goes with a document, from {@link FormatInput.text}. */
export function textFor(input: FormatInput, documentId: string): string | undefined {
  return typeof input.text === 'function' ? input.text(documentId) : input.text;
}

/** `dir/NAME.ext` → `NAME`; only the last extension goes. */
export function stem(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/**
 * A file name for a document's id: folders are kept, a `.txt` goes, and what no file system takes (or what would
 * leave the folder) is replaced by `_`.
 */
export function fileNameFor(documentId: string, extension: string): string {
  const parts = documentId
    .replace(/\.txt$/i, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '_' : part.replace(/[<>:"|?*\u0000-\u001f]/g, '_')));
  return `${parts.join('/') || 'document'}.${extension}`;
}

/** Reader input without a leading byte-order mark. */
export function withoutBom(content: string): string {
  return content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
}
