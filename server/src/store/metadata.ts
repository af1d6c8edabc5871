import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FormatProblem } from '../formats/format';
import { addMetadataRows, type MetadataLookup, metadataLookup, readMetadata, setMetadata } from '../formats/metadata';
import { messageOf } from '../messages/error';
import { isThere } from './disk';
import { readAnyText } from './fileEncoding';
import { readText, withLock, writeText } from './files';

/** What is known of the texts of a folder and of those below it, as TXM reads it. */
export const METADATA_FILE = 'metadata.csv';

/** What the nearest table says of an article. */
export interface ArticleMetadata {
  /** The table's path. */
  readonly file: string;
  /** EDTF to the year, month or day. */
  readonly date: string | null;
  /** All that it says, by its columns' names; the id left out. */
  readonly values: ReadonlyMap<string, string>;
}

/** Reads tables, each once. */
export interface MetadataReader {
  /** Undefined where no table lies in the article's folder or above, or the nearest says nothing of it. */
  forArticle(path: string): Promise<ArticleMetadata | undefined>;
}

/**
 * Makes a reader for many articles.
 *
 * @param onProblems - told once of each table that has something wrong in it.
 * @param root - the folder above which nothing is looked for.
 */
export function metadataReader(
  onProblems: (file: string, problems: readonly FormatProblem[]) => void,
  root?: string,
): MetadataReader {
  const tables = new Map<string, Promise<MetadataLookup | undefined>>();
  const places = new Map<string, Promise<string | undefined>>();
  const read = async (file: string): Promise<MetadataLookup | undefined> => {
    try {
      const { table, problems } = readMetadata((await readAnyText(file)) ?? '');
      if (problems.length > 0) onProblems(file, problems);
      return metadataLookup(table);
    } catch (error) {
      onProblems(file, [{ severity: 'error', line: 1, message: messageOf(error) }]);
      return undefined;
    }
  };
  return {
    async forArticle(path) {
      const folder = dirname(resolve(path));
      const place = places.get(folder) ?? metadataFile(path, root);
      places.set(folder, place);
      const file = await place;
      if (file === undefined) return undefined;
      const pending = tables.get(file) ?? read(file);
      tables.set(file, pending);
      const found = (await pending)?.of(idIn(file, path));
      return found && { file, ...found };
    },
  };
}

/** The table that holds for an article: the nearest, in its folder or above; undefined where there is none. */
export async function metadataFile(path: string, root?: string): Promise<string | undefined> {
  const last = root === undefined ? undefined : resolve(root);
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const file = join(folder, METADATA_FILE);
    if (await isThere(file)) return file;
    if (folder === last || folder === dirname(folder)) return undefined;
  }
}

/**
 * Says something of an article in the nearest table, which is made beside the article where there is none. All else in it
 * stays as it is.
 *
 * @param value - empty takes out what it says.
 * @returns the table's path.
 * @throws where the table cannot be read or written, or is no UTF-8: it would come back in another encoding.
 */
export async function writeMetadata(path: string, column: string, value: string, root?: string): Promise<string> {
  const file = (await metadataFile(path, root)) ?? join(dirname(resolve(path)), METADATA_FILE);
  return withLock(file, async () => {
    const before = await readText(file);
    const after = setMetadata(before ?? '', idIn(file, path), column, value);
    if (after !== (before ?? '')) await writeText(file, after);
    return file;
  });
}

/** What is known of an article that is new in a folder. */
export interface NewFacts {
  /** Its path below the folder. */
  readonly path: string;
  /** By columns. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Adds rows for articles that are new in a folder to its table, which is made where there is none and there is something to
 * say. What the table says of an article already stays.
 *
 * @throws where the table cannot be read or written, or is no UTF-8.
 */
export async function addMetadata(folder: string, facts: readonly NewFacts[]): Promise<void> {
  const known = facts.filter(({ values }) => Object.keys(values).length > 0);
  if (known.length === 0) return;
  const columns = [...new Set(['id', 'date', ...known.flatMap(({ values }) => Object.keys(values))])];
  const rows = known.map(({ path, values }) => new Map([['id', path.replace(/\.[^./]*$/, '')], ...Object.entries(values)]));
  const file = join(folder, METADATA_FILE);
  await withLock(file, async () => {
    const before = (await readText(file)) ?? '';
    const after = addMetadataRows(before, columns, rows);
    if (after !== before) await writeText(file, after, { root: folder, fresh: before === '' });
  });
}

/** An article's path below a table's folder, with `/`. */
const idIn = (file: string, path: string): string => relative(dirname(file), resolve(path)).split(sep).join('/');
