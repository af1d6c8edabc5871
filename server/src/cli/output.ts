import { realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { ArticleInput } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import { fromAnalysis } from '../formats/analysis/fromAnalysis';
import { ANALYSIS_ATTRIBUTES } from '../formats/analysis/toAnalysis';
import type { AnnotationDocument } from '../formats/annotationDocument';
import { writeBrat } from '../formats/brat/write';
import { type CsvColumns, csvBeginning, csvLines, csvRows, factsOf } from '../formats/csv/index';
import { type FormatDescriptor, formatById } from '../formats/index';
import { commandMessages } from '../messages/commandLine';
import { MessageError, messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { writeAs, writeDocuments } from '../store/exchange';
import { withMetadata } from '../store/exportDocument';
import { readText, SIZE_LIMITS, withLock, writeText } from '../store/files';
import { METADATA_FILE } from '../store/metadata';
import { sidecarPlaces } from '../store/sidecarPlaces';
import { readSidecars } from '../store/sidecars';
import type { AnnotateOptions } from './options';

/** Writes analyses in one format. */
export interface Output {
  /** Writes one; gives the problem (place and words) where it could not. */
  write(
    article: ArticleInput,
    analysis: ArticleAnalysis,
    metadata?: ReadonlyMap<string, string>,
  ): Promise<OutputProblem | undefined>;
  /** Writes what had to wait for the last article. */
  finish(): Promise<readonly OutputProblem[]>;
}

/** What could not be written, and why. */
export interface OutputProblem {
  readonly place: string;
  readonly problem: Message;
  /** It was written, and this is to be said of it. */
  readonly isRemark?: boolean;
}

type Print = (text: string) => Promise<void>;

/** Formats in which the articles' outputs simply follow each other. */
const STREAMED: ReadonlySet<string> = new Set(['conll2003', 'conllu', 'spacy', 'prodigy', 'doccano']);

/** @param print - writes on standard output and waits where the reader is slow. */
export function openOutput(options: AnnotateOptions, print: Print): Output {
  if (options.format === 'jsonl') return printing(async (_article, analysis) => print(`${JSON.stringify(analysis)}\n`));
  if (options.format === 'brat' && options.out === undefined) {
    return { write: (article, analysis) => writeBeside(article, analysis, options.overwrite), finish: async () => [] };
  }
  const format = formatById(options.format);
  if (format === undefined) throw new MessageError(fileMessages.noFormat(options.format));
  const { variant } = options;
  if (options.out !== undefined) return intoFolder(format, options.out, options);
  if (format.id === 'csv') return table(print, variant);
  if (STREAMED.has(format.id)) {
    return printing(async (article, analysis) => {
      for (const { content } of writeAs(format, [fromAnalysis(analysis, article.text)], variantOf(variant)).files)
        await print(content);
    });
  }
  return atTheEnd(format, print, variant);
}

const variantOf = (variant: string | undefined): { readonly variant?: string } => (variant === undefined ? {} : { variant });

function printing(write: (article: ArticleInput, analysis: ArticleAnalysis) => Promise<void>): Output {
  return {
    write: async (article, analysis) => {
      await write(article, analysis);
      return undefined;
    },
    finish: async () => [],
  };
}

/** A table with a row for each annotation; it has the columns that any analysis may need, so that no article waits for the last. */
function table(print: Print, variant: string | undefined): Output {
  const attributes = [...ANALYSIS_ATTRIBUTES].sort();
  let columns: CsvColumns | undefined;
  const missing = new Set<string>();
  return {
    write: async (article, analysis, metadata = NOTHING_KNOWN) => {
      const document = documentOf(article, analysis, metadata);
      const begins = columns === undefined;
      // what metadata.csv knows of the first it knows of all, and each article may have a date
      columns ??= {
        attributes,
        facts: factsOf([{ date: '' }, { metadata: Object.fromEntries(metadata) }]).filter((name) => name !== 'id'),
        labels: [],
      };
      for (const name of factsOf([document])) if (!columns.facts.includes(name)) missing.add(name);
      const rows = csvLines(csvRows(document, columns, variant), variant);
      await print(begins ? csvBeginning(columns, variant) + rows : rows);
      return undefined;
    },
    finish: async () =>
      missing.size === 0
        ? []
        : [{ place: METADATA_FILE, problem: commandMessages.columnsLeftOut([...missing].join(', ')), isRemark: true }],
  };
}

const NOTHING_KNOWN: ReadonlyMap<string, string> = new Map();

const documentOf = (
  article: ArticleInput,
  analysis: ArticleAnalysis,
  metadata: ReadonlyMap<string, string>,
): AnnotationDocument => withMetadata(fromAnalysis(analysis, article.text), metadata);

/** One file for all articles on standard output: a list's end, or its ids, depend on all of them. */
function atTheEnd(format: FormatDescriptor, print: Print, variant: string | undefined): Output {
  const documents: AnnotationDocument[] = [];
  return {
    write: async (article, analysis, metadata = NOTHING_KNOWN) => {
      documents.push(documentOf(article, analysis, metadata));
      return undefined;
    },
    finish: async () => {
      if (documents.length === 0) return [];
      const { files } = writeAs(format, documents, variantOf(variant));
      if (files.length !== 1) return [{ place: format.id, problem: commandMessages.hasSeveralFiles(files.length) }];
      await print(files[0]?.content ?? '');
      return [];
    },
  };
}

function intoFolder(format: FormatDescriptor, folder: string, { overwrite, variant }: AnnotateOptions): Output {
  const documents: AnnotationDocument[] = [];
  const own = new Set<string>();
  const before = new Map<string, 'written' | 'kept'>();
  const save = async (): Promise<readonly OutputProblem[]> => {
    const { problems } = await writeDocuments(documents.splice(0), format, folder, {
      overwrite,
      own,
      before,
      ...variantOf(variant),
    });
    return problems.map(({ path, message }) => ({ place: path, problem: message }));
  };
  return {
    write: async (article, analysis, metadata = NOTHING_KNOWN) => {
      if (article.file !== undefined) own.add(await realpath(article.file).catch(() => ''));
      documents.push({ ...documentOf(article, analysis, metadata), id: nameInFolder(article.id) });
      return format.perFile === 'one' ? (await save())[0] : undefined;
    },
    finish: save,
  };
}

/** An article's place in the folder: its path below where the command runs, else its name alone. */
function nameInFolder(id: string): string {
  const path = relative(process.cwd(), resolve(id));
  return path.startsWith('..') || isAbsolute(path) ? basename(id) : path;
}

/**
 * A .ann file beside the text: a person's annotations may be in one that is there, so it is kept unless told otherwise;
 * and what is there and is no .ann file is kept whatever is told.
 */
async function writeBeside(
  article: ArticleInput,
  analysis: ArticleAnalysis,
  overwrite: boolean,
): Promise<OutputProblem | undefined> {
  const path = article.file ?? article.id;
  let place = path;
  try {
    const places = await sidecarPlaces(path);
    if (places.taken !== undefined) return { place, problem: places.taken };
    place = places.ann;
    const { content } = writeBrat(fromAnalysis(analysis, article.text));
    return await withLock(path, async () => {
      const before = await readText(place, SIZE_LIMITS.annotations);
      if (before !== undefined && !overwrite) return { place, problem: replaceable(fileMessages.thereKept) };
      if (before !== undefined && readSidecars({ ann: before, review: undefined }, article.text, path).broken)
        return { place, problem: commandMessages.annKept };
      await writeText(place, content, { fresh: before === undefined });
      return places.remark === undefined ? undefined : { place, problem: places.remark, isRemark: true };
    });
  } catch (error) {
    return { place, problem: messageOf(error) };
  }
}

/** What is kept because it is there says what would replace it. */
export const replaceable = (message: Message): Message =>
  message.text === fileMessages.thereKept.text ? commandMessages.overwriteReplaces(message) : message;
