import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { AnnotationDocument } from '../formats/annotationDocument';
import {
  FORMATS,
  type FormatDescriptor,
  type FormatProblem,
  type LossItem,
  readFile,
  type WriteOptions,
  type WriteResult,
} from '../formats/index';
import { languageTokenizer } from '../formats/languageTokenizer';
import { type Agreement, type AnnotatedPair, agreement } from './agreement';
import { sidecarPaths } from './articleDecisions';
import { listArticles } from './articleFiles';
import { NotTextError, readText, writeText } from './files';
import type { CorpusSchema } from './schema';
import { readSidecars } from './sidecars';

/** One file that was read: its documents, and what is wrong in it. */
export interface ReadFile {
  readonly path: string;
  readonly documents: readonly AnnotationDocument[];
  readonly problems: readonly FormatProblem[];
}

/**
 * Reads annotation files: those named, and in folders all that have one of the format's extensions (without a format, of
 * any format's), sub-folders too. Documents are called by their path below the folder. brat files are read with their
 * review file, so that what was rejected and what has moved is known.
 */
export async function* readAnnotations(paths: readonly string[], format: FormatDescriptor | undefined): AsyncGenerator<ReadFile> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) yield failed(path, 'does not exist');
    else if (!found.isDirectory()) yield await readOne(path, dirname(path), format);
    else for await (const file of filesOf(path, extensionsOf(format))) yield await readOne(file, path, format);
  }
}

const failed = (path: string, message: string): ReadFile => ({
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

async function* filesOf(folder: string, extensions: ReadonlySet<string>): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.endsWith('.review.jsonl')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(path, extensions);
    else if (extensions.has(extname(entry.name).slice(1).toLowerCase())) yield path;
  }
}

async function readOne(path: string, root: string, format: FormatDescriptor | undefined): Promise<ReadFile> {
  let content: string | undefined;
  try {
    content = await readText(path);
  } catch (error) {
    return failed(path, error instanceof NotTextError ? 'is not UTF-8 text' : (error as Error).message);
  }
  if (content === undefined) return failed(path, 'does not exist');
  const name = relative(root, path).split(sep).join('/');
  if (format?.id === 'brat' || (format === undefined && path.endsWith('.ann'))) return readOurs(path, name, content);
  const text = (id: string): string | undefined => textBeside(path, id);
  const { documents, problems } = readFile({ name, content, text }, format);
  return { path, documents, problems };
}

async function readOurs(path: string, name: string, ann: string): Promise<ReadFile> {
  const stem = path.replace(/\.ann$/i, '');
  const text = textBeside(path, '');
  if (text === undefined) return failed(path, `has no text beside it: ${stem}.txt is missing`);
  const review = await readText(`${stem}.review.jsonl`).catch(() => undefined);
  const reading = readSidecars({ ann, review }, text, name.replace(/\.ann$/i, ''));
  return {
    path,
    documents: [reading.decisions.document],
    problems: reading.problems.filter((problem) => problem.file === 'ann'),
  };
}

/** The text that goes with an annotation file: `NAME.txt` beside it, or the document's own name below its folder. */
function textBeside(path: string, id: string): string | undefined {
  const folder = dirname(path);
  const stem = path.slice(0, path.length - extname(path).length);
  const inside = (candidate: string): boolean => resolve(candidate).startsWith(resolve(folder) + sep);
  const candidates = [
    ...(id === '' ? [] : [join(folder, id), join(folder, `${id}.txt`)].filter(inside)),
    `${stem}.txt`,
    `${stem}.article`,
    stem,
  ];
  const found = candidates.find(
    (candidate) => existsSync(candidate) && candidate !== path && /\.(?:txt|article)$|[^.]*$/i.test(candidate),
  );
  try {
    return found === undefined
      ? undefined
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(found));
  } catch {
    return undefined;
  }
}

/** Writes documents in a format; what goes by tokens gets the words and sentences of the documents' language. */
export function writeAs(format: FormatDescriptor, documents: readonly AnnotationDocument[], options?: WriteOptions): WriteResult {
  return format.write(documents, { tokenizer: languageTokenizer, ...options });
}

/** What became of files that were to be written. */
export interface Written {
  readonly files: readonly string[];
  /** Files that were there already and were kept, or could not be written. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly losses: readonly LossItem[];
}

/**
 * Writes documents into a folder. A file that is there is kept unless `overwrite` says otherwise; one that is `own`, an
 * article's text or the decisions beside it, is kept whatever is said.
 */
export async function writeDocuments(
  documents: readonly AnnotationDocument[],
  format: FormatDescriptor,
  folder: string,
  options: WriteOptions & { readonly overwrite?: boolean; readonly own?: ReadonlySet<string> },
): Promise<Written> {
  const { files, losses } = writeAs(format, documents, options);
  const written: string[] = [];
  const problems: { path: string; message: string }[] = [];
  for (const { name, content } of files) {
    const path = join(folder, name);
    try {
      const isOwn = options.own?.has(path) === true;
      const before = options.overwrite === true && !isOwn ? undefined : await readText(path).catch(() => '');
      if (before === content) continue;
      if (before !== undefined) {
        problems.push({ path, message: isOwn ? 'belongs to the article itself and was kept' : 'is there already and was kept' });
        continue;
      }
      await mkdir(dirname(path), { recursive: true });
      await writeText(path, content);
      written.push(path);
    } catch (error) {
      problems.push({ path, message: (error as Error).message });
    }
  }
  return { files: written, problems, losses };
}

/** Two annotators' folders compared, and what could not be. */
export interface FolderAgreement {
  readonly agreement: Agreement;
  readonly skipped: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Compares the articles that two folders both have, by their path below the folder. A text that only one has holds for both.
 *
 * @param step - called before each article; what it throws ends the comparison.
 */
export async function compareFolders(
  first: string,
  second: string,
  schema?: CorpusSchema,
  step?: (done: number, total: number) => void,
): Promise<FolderAgreement> {
  const pairs: AnnotatedPair[] = [];
  const skipped: { name: string; message: string }[] = [];
  const names = new Set<string>();
  for (const folder of [first, second])
    for await (const path of listArticles(folder)) names.add(relative(folder, path).split(sep).join('/'));
  for (const [i, name] of [...names].sort().entries()) {
    step?.(i, names.size);
    const [left, right] = await Promise.all([sideOf(first, name), sideOf(second, name)]);
    const text = left.text ?? right.text;
    if (text === undefined) continue;
    if (left.ann === undefined || right.ann === undefined) {
      if (left.ann !== undefined || right.ann !== undefined)
        skipped.push({ name, message: `only ${left.ann === undefined ? 'the second' : 'the first'} has annotated it` });
      continue;
    }
    if (left.text !== undefined && right.text !== undefined && left.text !== right.text) {
      skipped.push({ name, message: 'the texts differ' });
      continue;
    }
    const readings = [left, right].map((side) => readSidecars(side, text, name)) as [
      ReturnType<typeof readSidecars>,
      ReturnType<typeof readSidecars>,
    ];
    const broken = readings.findIndex((reading) => reading.broken);
    if (broken >= 0)
      skipped.push({
        name,
        message: `${broken === 0 ? 'the first' : 'the second'} one’s file cannot be read: ${readings[broken]?.problems[0]?.message}`,
      });
    else pairs.push({ id: name, first: readings[0].decisions.document, second: readings[1].decisions.document });
  }
  return { agreement: agreement(pairs, schema), skipped };
}

async function sideOf(
  folder: string,
  name: string,
): Promise<{ text: string | undefined; ann: string | undefined; review: string | undefined }> {
  const path = join(folder, name);
  const files = sidecarPaths(path);
  const [text, ann, review] = await Promise.all(
    [path, files.ann, files.review].map((file) => readText(file).catch(() => undefined)),
  );
  return { text, ann, review };
}
