import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import {
  FORMATS,
  type FormatDescriptor,
  type FormatProblem,
  type LossItem,
  type OutputFile,
  readFile,
  type WriteOptions,
  type WriteResult,
} from '../formats/index';
import { languageTokenizer } from '../formats/languageTokenizer';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import type { Decisions } from './decisions';
import { type Reading, readAnyText } from './fileEncoding';
import { FileError, readText, SIZE_LIMITS, writeText } from './files';
import { originalFiles } from './originalFiles';
import { isSidecarName, textNames } from './sidecarNames';
import { readSidecars } from './sidecars';
import { isFile, readAnyTextSync, textOfAnn } from './textSync';

/** One file that was read: its documents, and what is wrong in it. */
export interface ReadFile {
  readonly path: string;
  readonly documents: readonly AnnotationDocument[];
  /** Of one of our own: what was decided, with who decided it and what is said of the article as a whole. */
  readonly decisions?: Decisions;
  readonly problems: readonly FormatProblem[];
}

/**
 * Reads annotation files: those named, and in folders all that have one of the format's extensions (without a format, of
 * any format's), sub-folders too. Documents are called by their path below the folder. brat files are read with their
 * review file, so that what was rejected and what has moved is known.
 */
export async function* readAnnotations(
  paths: readonly string[],
  format: FormatDescriptor | undefined,
  reading: Reading = {},
): AsyncGenerator<ReadFile> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) yield failed(path, fileMessages.missing);
    else if (!found.isDirectory()) yield await readOne(path, dirname(path), format, reading);
    else
      for await (const file of filesOf(path, extensionsOf(format)))
        yield typeof file === 'string' ? await readOne(file, path, format, reading) : file;
  }
}

const failed = (path: string, message: Message): ReadFile => ({
  path,
  documents: [],
  problems: [{ severity: 'error', line: 1, message }],
});

function extensionsOf(format: FormatDescriptor | undefined): ReadonlySet<string> {
  if (format) return new Set(format.extensions);
  const all = new Set(FORMATS.flatMap((known) => known.extensions));
  all.delete('txt');
  return all;
}

/** Paths, or for a folder that cannot be read what is wrong with it. */
async function* filesOf(folder: string, extensions: ReadonlySet<string>): AsyncGenerator<string | ReadFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield failed(folder, messageOf(error));
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.endsWith('.review.jsonl')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path, extensions);
    else if (extensions.has(extname(entry.name).slice(1).toLowerCase())) yield path;
  }
}

async function readOne(path: string, root: string, format: FormatDescriptor | undefined, reading: Reading): Promise<ReadFile> {
  let content: string | undefined;
  try {
    const isAnn = path.toLowerCase().endsWith('.ann');
    content = await readAnyText(path, reading, isAnn ? SIZE_LIMITS.annotations : SIZE_LIMITS.exchange);
  } catch (error) {
    return failed(path, messageOf(error));
  }
  if (content === undefined) return failed(path, fileMessages.missing);
  const name = relative(root, path).split(sep).join('/');
  if (format?.id === 'brat' || (format === undefined && path.endsWith('.ann'))) return readOurs(path, name, content, reading);
  const text = (id: string): string | undefined => textBeside(path, id, reading);
  const { documents, problems } = readFile({ name, content, text }, format);
  return { path, documents, problems };
}

async function readOurs(path: string, name: string, ann: string, reading: Reading): Promise<ReadFile> {
  const found = textOfAnn(path, reading);
  if (found === undefined) return failed(path, fileMessages.noTextBeside(textNames(path)[0] ?? ''));
  const reviewPath = path.replace(/\.ann$/i, '.review.jsonl');
  const problems: FormatProblem[] = [];
  const review = await readText(reviewPath, SIZE_LIMITS.annotations).catch((error: unknown) => {
    problems.push({ severity: 'error', line: 1, message: fileMessages.of(reviewPath, messageOf(error)) });
    return undefined;
  });
  const sidecars = readSidecars({ ann, review }, found.text, name.replace(/\.ann$/i, ''));
  return {
    path,
    documents: [sidecars.decisions.document],
    decisions: sidecars.decisions,
    problems: [...problems, ...sidecars.problems.filter((problem) => problem.file === 'ann')],
  };
}

/** The text that goes with an annotation file: that beside it, or the document's own name below its folder. */
function textBeside(path: string, id: string, reading: Reading): string | undefined {
  const folder = dirname(path);
  const inside = (candidate: string): boolean => resolve(candidate).startsWith(resolve(folder) + sep);
  const named = id === '' ? [] : [join(folder, id), join(folder, `${id}.txt`)].filter(inside);
  for (const candidate of named) {
    if (candidate === path || isSidecarName(candidate) || !isFile(candidate)) continue;
    try {
      return readAnyTextSync(candidate, reading);
    } catch {
      // no text: perhaps that beside it is
    }
  }
  return textOfAnn(`${path.slice(0, path.length - extname(path).length)}.ann`, reading)?.text;
}

/**
 * Writes documents into the files that they came from, see {@link originalFiles}.
 *
 * @param into - a file, or a folder with files that are called as the documents are.
 */
export async function writeInto(
  documents: readonly AnnotationDocument[],
  format: FormatDescriptor,
  into: string,
  options: WriteOptions = {},
): Promise<WriteResult & Pick<Written, 'problems'>> {
  const originals = await originalFiles(documents, into, format.extensions);
  return { ...writeAs(format, originals.found, { ...options, into: originals.into }), problems: originals.problems };
}

/** Writes documents in a format; what goes by tokens gets the words and sentences of the documents' language. */
export function writeAs(format: FormatDescriptor, documents: readonly AnnotationDocument[], options?: WriteOptions): WriteResult {
  return format.write(documents, { tokenizer: languageTokenizer, ...options });
}

/** What became of files that were to be written. */
export interface Written {
  readonly files: readonly string[];
  /** Files that were there already and were kept, or could not be written. */
  readonly problems: readonly { readonly path: string; readonly message: Message }[];
  readonly losses: readonly LossItem[];
}

/** What may be written over. */
export interface OverwriteOptions {
  /** Files that are there are replaced. */
  readonly overwrite?: boolean;
  /** These are kept whatever is said: what was read, an article's text or the decisions beside it. */
  readonly own?: ReadonlySet<string>;
  /**
   * What this run has met before, and whether it wrote it or left what was there: two documents of one name do not overwrite
   * each other, and a file that all share grows. It is added to.
   */
  readonly before?: Map<string, 'written' | 'kept'>;
  /** What a review file beside a `.ann` file says, by the document's id; for documents that are written one by one. */
  readonly reviews?: ReadonlyMap<string, string>;
}

/**
 * Writes documents into a folder, and nowhere outside it. A file that is there is kept unless `overwrite` says otherwise;
 * a text is kept whatever is said.
 *
 * @param options.original - the file, or the folder of files, that the documents go back into.
 */
export async function writeDocuments(
  documents: readonly AnnotationDocument[],
  format: FormatDescriptor,
  folder: string,
  { original, ...options }: Omit<WriteOptions, 'into'> & OverwriteOptions & { readonly original?: string },
): Promise<Written> {
  const made =
    original === undefined
      ? { ...writeAs(format, documents, options), problems: [] }
      : await writeInto(documents, format, original, options);
  const files = [...made.files, ...reviewFiles(documents, made.files, options.reviews)];
  const { losses } = made;
  const written: string[] = [];
  const problems: { path: string; message: Message }[] = [...made.problems];
  const before = options.before ?? new Map<string, 'written' | 'kept'>();
  // an annotation file beside another text than its own would say wrong things of it: text first, or nothing
  const isText = (name: string): boolean => /\.(?:txt|article)$/i.test(name);
  const refused = new Set<string>();
  for (const file of [...files].sort((a, b) => Number(isText(b.name)) - Number(isText(a.name)))) {
    const { name } = file;
    const path = join(folder, name);
    const stem = name.slice(0, name.length - extname(name).length);
    if (refused.has(stem)) continue;
    try {
      const kept = await writeOne(path, file, folder, { ...options, before });
      if (kept === undefined) written.push(path);
      else if (kept !== 'same') {
        problems.push({ path, message: kept });
        if (isText(name)) refused.add(stem);
      }
    } catch (error) {
      if (isText(name)) refused.add(stem);
      problems.push({ path: error instanceof FileError ? error.path : path, message: messageOf(error) });
    }
  }
  return { files: written, problems, losses };
}

function reviewFiles(
  [document, ...others]: readonly AnnotationDocument[],
  files: readonly OutputFile[],
  reviews: ReadonlyMap<string, string> | undefined,
): readonly OutputFile[] {
  const ann = files.find(({ name }) => name.endsWith('.ann'));
  const content = document && reviews?.get(document.id);
  if (ann === undefined || content === undefined || others.length > 0) return [];
  return [{ name: ann.name.replace(/\.ann$/, '.review.jsonl'), content }];
}

/** Writes one file of an export; gives why it was not, in words, or `same` where it says that already. */
async function writeOne(
  path: string,
  file: OutputFile,
  root: string,
  { overwrite = false, own, before }: OverwriteOptions,
): Promise<Message | 'same' | undefined> {
  // one file, however it is spelt: some disks do not tell a from A, or é from e with an accent
  const key = path.normalize('NFC').toLowerCase();
  const earlier = before?.get(key);
  before?.set(key, earlier ?? 'kept');
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) {
    const there = found.isFile() ? await readText(path, SIZE_LIMITS.exchange).catch(() => undefined) : undefined;
    const all = there === undefined ? undefined : withBefore(file, there);
    if (all !== undefined && all === there) return 'same';
    if (earlier === 'written' && file.join !== undefined && all !== undefined) {
      await writeText(path, all, { root });
      return undefined;
    }
    const why = await keptBecause(path, { overwrite, own, isTwice: earlier !== undefined && file.join === undefined });
    if (why !== undefined) return why;
  }
  await writeText(path, file.content, { root, fresh: found === undefined });
  before?.set(key, 'written');
  return undefined;
}

/** What a file is to hold where another content of it is there; of a file that documents do not share, its own. */
const withBefore = ({ content, join: joinFiles }: OutputFile, there: string): string =>
  joinFiles === undefined ? content : joinFiles(there, content);

/** Why a file that is there stays, in words; undefined where it may be replaced. */
async function keptBecause(
  path: string,
  { overwrite, own, isTwice }: Pick<OverwriteOptions, 'overwrite' | 'own'> & { readonly isTwice: boolean },
): Promise<Message | undefined> {
  if (isTwice) return fileMessages.twoDocuments;
  if (own !== undefined && (own.has(path) || own.has(await realpath(path)))) return fileMessages.ownKept;
  if (/\.(?:txt|article)$/i.test(path)) return fileMessages.otherTextKept;
  return overwrite ? undefined : fileMessages.thereKept;
}
