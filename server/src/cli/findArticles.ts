import { stat } from 'node:fs/promises';
import type { GazetteerEntry } from '../core/entities/index';
import { dateFromName } from '../core/structure/header';
import type { DecodedText } from '../core/text/encoding';
import { keyOf } from '../corpus/index/freshness';
import { commandMessages } from '../messages/commandLine';
import type { Message } from '../messages/message';
import type { EncodingCount } from '../store/fileEncoding';
import type { ArticleMetadata, MetadataReader } from '../store/metadata';
import type { ProjectSchemas } from '../store/projectSchema';
import type { CorpusSchema } from '../store/schema';
import { type Listing, listFiles, type ReadArticle, readArticle, readJsonLines, readPaths, standardInput } from './input';
import { type ReadingOptions, STANDARD_INPUT } from './options';

/** Articles of files, folders or standard input, in their order: read, or known. */
export async function* findArticles<K extends Known>(
  options: ReadingOptions,
  found: Finding<K>,
): AsyncGenerator<ReadOrNot | KnownArticle<K>> {
  if (options.input === 'jsonl') {
    for await (const read of readJsonLines(standardInput()))
      yield read.ok ? { ...read, metadata: NOTHING_KNOWN, readAs: null } : read;
    return;
  }
  if (options.input === 'paths') {
    yield* findListed(options, found);
    return;
  }
  for await (const { path, problem } of listFiles(options.paths, found.listing)) {
    if (problem === undefined) yield await findFile(path, options, found);
    else yield { ok: false, place: path, problem };
  }
}

/** The files that lines of standard input name. */
async function* findListed<K extends Known>(
  options: ReadingOptions,
  found: Finding<K>,
): AsyncGenerator<ReadOrNot | KnownArticle<K>> {
  for await (const path of readPaths(standardInput())) {
    const read = await findFile(path, options, found);
    yield read.ok === false ? { ...read, asked: { id: path } } : read;
  }
}

async function findFile<K extends Known>(
  path: string,
  options: ReadingOptions,
  { encodings, metadata, known }: Finding<K>,
): Promise<ReadOrNot | KnownArticle<K>> {
  if (path === STANDARD_INPUT) return readWith(path, undefined, options, encodings);
  const facts = await metadata.forArticle(path);
  const found = await known?.(path, facts);
  if (found === undefined) return readWith(path, facts, options, encodings);
  if (found.article.readAs !== null) encodings.add(path, found.article.readAs);
  return { ok: 'known', path, known: found };
}

/** What somebody knows of an article; what it was read in is told at the end as of any other. */
export interface Known {
  readonly article: { readonly readAs: ReadAs | null };
}

/** What a text was read in that is not UTF-8, and whether that is certain. */
export type ReadAs = Pick<DecodedText, 'encoding' | 'sure'>;

/**
 * Who knows articles, so that they need not be read: asked for each file before it is, with a key of all but the file's own
 * content that its analysis depends on. Undefined where it does not know it.
 */
export type WhoKnows<K> = (path: string, key: string) => Promise<K | undefined>;

/** An article that was known. */
export interface KnownArticle<K> {
  readonly ok: 'known';
  readonly path: string;
  readonly known: K;
}

/**
 * Who knows articles, asked with keys of all but the files' own content that their analyses and what is known of them depend
 * on.
 *
 * @param names - of the project's gazetteer.
 */
export function knownWith<K>(
  { headerPatterns, language, date, encoding, maxSize }: ReadingOptions,
  names: readonly GazetteerEntry[],
  schemas: ProjectSchemas,
  whoKnows: WhoKnows<K> | undefined,
): Finding<K>['known'] {
  if (whoKnows === undefined) return undefined;
  const setup = keyOf([names, headerPatterns, language, date, encoding, maxSize]);
  const keys = new WeakMap<CorpusSchema, string>();
  return async (path, facts) => {
    const schema = await schemas.of(path);
    const declared = keys.get(schema) ?? keyOf(schema);
    keys.set(schema, declared);
    return whoKnows(path, keyOf([setup, declared, dateFromName(path), facts?.date, facts && [...facts.values]]));
  };
}

/** What articles are found, read and known by. */
interface Finding<K> {
  readonly encodings: EncodingCount;
  readonly metadata: MetadataReader;
  readonly listing: Listing;
  readonly known: ((path: string, facts: ArticleMetadata | undefined) => Promise<K | undefined>) | undefined;
}

/** Reads a file, unless it is too long, and adds what metadata.csv says of it. */
async function readWith(
  path: string,
  facts: ArticleMetadata | undefined,
  options: ReadingOptions,
  encodings: EncodingCount,
): Promise<ReadOrNot> {
  const size = path === STANDARD_INPUT ? 0 : await sizeOf(path);
  // no text of so many bytes is short enough: it need not be read
  if (size > MOST_BYTES * options.maxSize * KILOBYTE)
    return { ok: false, place: path, problem: tooLarge(size / MOST_BYTES, options) };
  let readAs: ReadAs | null = null;
  const onEncoding = (place: string, text: DecodedText): void => {
    encodings.add(place, text);
    readAs = { encoding: text.encoding, sure: text.sure };
  };
  const read = await readArticle(path, { encoding: options.encoding, onEncoding });
  return withMetadata(read, facts, readAs);
}

/** An article that was read, with what metadata.csv says of it; or why it was not. */
export type ReadOrNot =
  | (Extract<ReadArticle, { ok: true }> & {
      readonly metadata: ReadonlyMap<string, string>;
      readonly readAs: ReadAs | null;
    })
  | Extract<ReadArticle, { ok: false }>;

const NOTHING_KNOWN: ReadonlyMap<string, string> = new Map();

/** With what metadata.csv says of it, its date among that. */
function withMetadata(read: ReadArticle, known: ArticleMetadata | undefined, readAs: ReadAs | null): ReadOrNot {
  if (!read.ok) return read;
  const article = known?.date == null ? read.article : { ...read.article, date: known.date };
  return { ...read, article, metadata: known?.values ?? NOTHING_KNOWN, readAs };
}

/** UTF-16 units. */
export const KILOBYTE = 1024;
/** Bytes of UTF-8 for a UTF-16 unit, at most. */
const MOST_BYTES = 3;

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => undefined))?.size ?? 0;

/** That a text has more characters than are analysed. */
export const tooLarge = (characters: number, { maxSize }: ReadingOptions): Message =>
  commandMessages.input.tooLong(Math.ceil(characters / KILOBYTE), maxSize);

/** What is said of one article, in its JSON line or in metadata.csv, comes before what the options say of all. */
