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
  /** Of a file that all documents of an export share: what was written before and this content, as one. */
  readonly join?: (before: string, added: string) => string;
}

/** What a writer gives: the files, and what they do not say. */
export interface WriteResult {
  readonly files: readonly OutputFile[];
  readonly losses: readonly LossItem[];
}

/** A file to read, with what stands beside it. */
export interface FormatInput {
  /** The file's name or path as given; without its extension it names the document where the format does not. */
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
  /** For TEI and UIMA: the file that a document goes back into, if there is one; TEI's variant is then `inline` unless it is said. */
  readonly into?: (documentId: string) => OutputFile | undefined;
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

/** What a file's document is called: `dir/NAME.ext` → `dir/NAME`; only the last extension goes, folders tell two alike apart. */
export function documentName(path: string): string {
  const name = path.replaceAll('\\', '/');
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') + 1 ? name.slice(0, dot) : name;
}

/**
 * A file name for a document's id: folders are kept, a `.txt` goes, and what no file system takes (or what would
 * leave the folder) is replaced by `_`. Names longer than file systems take are cut, and bear a number that tells them from
 * others with the same beginning.
 */
export function fileNameFor(documentId: string, extension: string): string {
  const parts = documentId
    .replace(/\.txt$/i, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '_' : part.replace(/[<>:"|?*\u0000-\u001f]/g, '_')))
    .map(shortened);
  return `${parts.join('/') || 'document'}.${extension}`;
}

/** Bytes of UTF-8; file systems take 255, and annotations beside a text add an ending. */
const LONGEST_NAME = 200;

function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes <= LONGEST_NAME - 9) kept += character;
  }
  return bytes <= LONGEST_NAME ? name : `${kept}~${fnv1a(name).toString(16).padStart(8, '0')}`;
}

/** 32 bits of a text's code units, after Fowler, Noll and Vo (FNV-1a). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/** Reader input without a leading byte-order mark. */
export function withoutBom(content: string): string {
  return content.charCodeAt(0) === 0xfeff ? content.slice(1) : content;
}
