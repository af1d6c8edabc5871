import { dirname, join, relative, sep } from 'node:path';
import {
  type ArticleMetadata,
  METADATA_FILE,
  type MetadataReader,
  metadataFile,
  metadataReader,
  writeMetadata,
} from '../store/metadata';
import type { Log } from './log';
import { pathOf, uriOf } from './reviews';
import { folderOf } from './schemas';

/** What the projects' metadata.csv say of articles: read once, kept until they change. */
export class Metadata {
  readonly #folders: () => readonly string[];
  readonly #log: Log;
  /** By the workspace folders that articles lie in, and by their own. */
  readonly #readers = new Map<string, MetadataReader>();
  readonly #byFolder = new Map<string, MetadataReader>();

  constructor(folders: () => readonly string[], log: Log) {
    this.#folders = folders;
    this.#log = log;
  }

  /** EDTF: the date that the nearest table gives an article; undefined where none does. */
  async dateOf(uri: string): Promise<string | undefined> {
    return (await this.#forArticle(uri))?.date ?? undefined;
  }

  /** All that the nearest table says of an article, by its columns. */
  async valuesOf(uri: string): Promise<ReadonlyMap<string, string>> {
    return (await this.#forArticle(uri))?.values ?? new Map();
  }

  async #forArticle(uri: string): Promise<ArticleMetadata | undefined> {
    const path = pathOf(uri);
    return path === undefined ? undefined : this.forFile(path);
  }

  /** What the nearest table says of an article, by its file; undefined where none says anything. */
  forFile(path: string): Promise<ArticleMetadata | undefined> {
    const folder = dirname(path);
    const known = this.#byFolder.get(folder) ?? this.#readerFor(path);
    this.#byFolder.set(folder, known);
    return known.forArticle(path);
  }

  #readerFor(path: string): MetadataReader {
    const root = this.#rootOf(uriOf(path), path);
    const known = this.#readers.get(root);
    if (known !== undefined) return known;
    const reader = metadataReader((file, problems) => {
      for (const { line, message } of problems) this.#log.warn(`${file}:${line}: ${message}`);
    }, root);
    this.#readers.set(root, reader);
    return reader;
  }

  /** The table that holds for an article or would be made, as a path below the workspace folder; undefined without a file. */
  async fileFor(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const root = this.#rootOf(uri, path);
    const file = (await metadataFile(path, root)) ?? join(dirname(path), METADATA_FILE);
    return relative(root, file).split(sep).join('/');
  }

  /** Sets an article's date in its table, or takes it out; gives the table's path. Throws where it cannot be written. */
  async setDate(path: string, uri: string, date: string | null): Promise<string> {
    const file = await writeMetadata(path, 'date', date ?? '', this.#rootOf(uri, path));
    this.forget();
    return file;
  }

  /** A table came, went or changed. */
  forget(): void {
    this.#readers.clear();
    this.#byFolder.clear();
  }

  #rootOf(uri: string, path: string): string {
    const folder = folderOf(uri, this.#folders());
    return (folder === undefined ? undefined : pathOf(folder)) ?? dirname(path);
  }
}

/** Whether a URI is a table's. */
export const isMetadata = (uri: string): boolean => uri.endsWith(`/${METADATA_FILE}`);
