import { LineIndex } from '../core/lineIndex';
import { SCHEMA_PATH } from '../protocol';
import { builtInSchema, type CorpusSchema } from '../store/schema';
import { parseSchema, type SchemaProblem } from '../store/schemaFile';
import type { GazetteerSources } from './gazetteers';

/** A schema and where it stands. */
export interface FoundSchema {
  readonly uri?: string;
  readonly schema: CorpusSchema;
  readonly problems: readonly SchemaProblem[];
}

/** The projects' layers and types: found near an article, read from the open editor or else from disk, kept until they change. */
export class Schemas {
  readonly #sources: GazetteerSources;
  readonly #onProblems: (uri: string, lines: LineIndex, problems: readonly SchemaProblem[]) => void;
  readonly #builtIn: FoundSchema;
  readonly #onDisk = new Map<string, Promise<FoundSchema | undefined>>();
  readonly #inEditor = new Map<string, { readonly text: string; readonly found: FoundSchema }>();

  /** @param onProblems - told of a file on the disk with something wrong in it, each time that it is read. */
  constructor(
    sources: GazetteerSources,
    onProblems: (uri: string, lines: LineIndex, problems: readonly SchemaProblem[]) => void = () => undefined,
  ) {
    this.#sources = sources;
    this.#onProblems = onProblems;
    this.#builtIn = { schema: builtInSchema(sources.messages.locale), problems: [] };
  }

  /** The schema for an article: of the nearest file between it and its workspace folder, else the built-in one. */
  async forArticle(uri: string): Promise<FoundSchema> {
    for (const candidate of urisAbove(uri, this.#sources.folders(), SCHEMA_PATH)) {
      const found = this.read(candidate) ?? (await this.#fromDisk(candidate));
      if (found !== undefined) return found;
    }
    return this.#builtIn;
  }

  /** What an open editor holds, saved or not; undefined where the file is not open. */
  read(uri: string): FoundSchema | undefined {
    const text = this.#sources.documents.get(uri)?.text;
    if (text === undefined) return undefined;
    const known = this.#inEditor.get(uri);
    if (known?.text === text) return known.found;
    const found = { uri, ...parseSchema(text, this.#builtIn.schema) };
    this.#inEditor.set(uri, { text, found });
    return found;
  }

  /** The file or the editor's text has changed. */
  forget(uri: string): void {
    this.#onDisk.delete(uri);
    this.#inEditor.delete(uri);
  }

  #fromDisk(uri: string): Promise<FoundSchema | undefined> {
    let known = this.#onDisk.get(uri);
    if (known === undefined) {
      known = this.#sources.readFile(uri).then((text) => (text === undefined ? undefined : this.#parsed(uri, text)));
      this.#onDisk.set(uri, known);
    }
    return known;
  }

  #parsed(uri: string, text: string): FoundSchema {
    const found = { uri, ...parseSchema(text, this.#builtIn.schema) };
    if (found.problems.length > 0) this.#onProblems(uri, new LineIndex(text), found.problems);
    return found;
  }
}

/** Whether a URI is a schema's. */
export function isSchema(uri: string): boolean {
  return uri.endsWith(`/${SCHEMA_PATH}`);
}

/** Where a project's file for an article may be, the nearest first: beside it and in every folder above, up to its workspace folder. */
function urisAbove(uri: string, folders: readonly string[], path: string): string[] {
  const root = folderOf(uri, folders);
  const uris: string[] = [];
  let folder = uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
  while (folder !== '' && !folder.endsWith('/')) {
    uris.push(`${folder}/${path}`);
    if (root === undefined || folder.length <= root.length) break;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  }
  return uris;
}

/** The innermost workspace folder that holds a document. */
export function folderOf(uri: string, folders: readonly string[]): string | undefined {
  return folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
}
