import type { Messages } from '../messages/reading';
import { GAZETTEER_PATH } from '../protocol';
import { type Gazetteer, parseGazetteer } from '../service/gazetteerFile';
import type { Documents } from './documents';

const NONE: Gazetteer = { entries: [], problems: [] };

/** What the gazetteers are found and read with. */
export interface GazetteerSources {
  readonly documents: Documents;
  readonly messages: Messages;
  /** A file's text; undefined where there is none or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** The workspace folders' URIs, without a slash at the end. */
  folders(): readonly string[];
}

/** The projects' own names: found near an article, read from the open editor or else from disk, kept until they change. */
export class Gazetteers {
  readonly #sources: GazetteerSources;
  readonly #onDisk = new Map<string, Promise<Gazetteer | undefined>>();
  readonly #inEditor = new Map<string, { readonly text: string; readonly gazetteer: Gazetteer }>();

  constructor(sources: GazetteerSources) {
    this.#sources = sources;
  }

  /** The names for an article: of the nearest gazetteer between it and its workspace folder. */
  async forArticle(uri: string): Promise<Gazetteer> {
    for (const candidate of gazetteerUris(uri, this.#sources.folders())) {
      const found = this.read(candidate) ?? (await this.#fromDisk(candidate));
      if (found !== undefined) return found;
    }
    return NONE;
  }

  /** What an open editor holds, saved or not; undefined where the file is not open. */
  read(uri: string): Gazetteer | undefined {
    const document = this.#sources.documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.#inEditor.get(uri);
    if (known?.text === document.text) return known.gazetteer;
    const gazetteer = parseGazetteer(document.text, this.#sources.messages);
    this.#inEditor.set(uri, { text: document.text, gazetteer });
    return gazetteer;
  }

  /** A file came, went, changed or was closed. */
  forget(uri: string): void {
    this.#onDisk.delete(uri);
    this.#inEditor.delete(uri);
  }

  #fromDisk(uri: string): Promise<Gazetteer | undefined> {
    let known = this.#onDisk.get(uri);
    if (known === undefined) {
      known = this.#sources
        .readFile(uri)
        .then((text) => (text === undefined ? undefined : parseGazetteer(text, this.#sources.messages)));
      this.#onDisk.set(uri, known);
    }
    return known;
  }
}

/** Whether a URI is a gazetteer's. */
export function isGazetteer(uri: string): boolean {
  return uri.endsWith(`/${GAZETTEER_PATH}`);
}

/** Where an article's gazetteer may be, the nearest first: beside it and in every folder above, up to its workspace folder. */
export function gazetteerUris(uri: string, folders: readonly string[]): string[] {
  const root = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  const uris: string[] = [];
  let folder = uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
  while (folder !== '' && !folder.endsWith('/')) {
    uris.push(`${folder}/${GAZETTEER_PATH}`);
    if (root === undefined || folder.length <= root.length) break;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  }
  return uris;
}
