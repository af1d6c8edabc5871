import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FormatProblem } from '../formats/format';
import { cellOf, type MetadataTable, metadataDate, metadataRow, readMetadata, setMetadata } from '../formats/metadata';
import { messageOf } from '../messages/error';
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
  const tables = new Map<string, Promise<MetadataTable | undefined>>();
  const places = new Map<string, string | undefined>();
  const read = async (file: string): Promise<MetadataTable | undefined> => {
    try {
      const { table, problems } = readMetadata((await readAnyText(file)) ?? '');
      if (problems.length > 0) onProblems(file, problems);
      return table;
    } catch (error) {
      onProblems(file, [{ severity: 'error', line: 1, message: messageOf(error) }]);
      return undefined;
    }
  };
  return {
    async forArticle(path) {
      const folder = dirname(resolve(path));
      if (!places.has(folder)) places.set(folder, metadataFile(path, root));
      const file = places.get(folder);
      if (file === undefined) return undefined;
      const pending = tables.get(file) ?? read(file);
      tables.set(file, pending);
      const table = await pending;
      const id = idIn(file, path);
      const row = table && metadataRow(table, id);
      if (table === undefined || row === undefined) return undefined;
      const values = table.columns.slice(1).map((column) => [column, cellOf(table, row, column)] as const);
      return { file, date: metadataDate(table, id), values: new Map(values) };
    },
  };
}

/** The table that holds for an article: the nearest, in its folder or above; undefined where there is none. */
export function metadataFile(path: string, root?: string): string | undefined {
  const last = root === undefined ? undefined : resolve(root);
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const file = join(folder, METADATA_FILE);
    if (existsSync(file)) return file;
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
  const file = metadataFile(path, root) ?? join(dirname(resolve(path)), METADATA_FILE);
  return withLock(file, async () => {
    const before = await readText(file);
    const after = setMetadata(before ?? '', idIn(file, path), column, value);
    if (after !== (before ?? '')) await writeText(file, after);
    return file;
  });
}

/** An article's path below a table's folder, with `/`. */
const idIn = (file: string, path: string): string => relative(dirname(file), resolve(path)).split(sep).join('/');
