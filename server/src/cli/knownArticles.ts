import { dirname, join } from 'node:path';
import { programVersion, statOf } from '../corpus/index/freshness';
import { type IndexedArticle, IndexStore } from '../corpus/index/indexStore';
import { cacheFolder, corpusOf, indexFolder, pathIn } from '../corpus/index/place';
import { type NameDecisions, NO_NAME_DECISIONS } from '../corpus/nameDecisions';
import { messageOf } from '../messages/error';
import { indexingMessages } from '../messages/indexing';
import type { Message } from '../messages/message';

/** An article that an index has as it is. */
export interface Indexed {
  readonly store: IndexStore;
  readonly article: IndexedArticle;
}

/** The version of an index that this program makes. */
export const versionFor = (bundle: string): string => programVersion(bundle, join(dirname(bundle), 'models'));

/** The indexes of the corpora that a search goes through, each opened when its first article comes. */
export class KnownArticles {
  readonly #storage = cacheFolder();
  readonly #version: () => string;
  readonly #remark: (place: string, message: Message) => void;
  /** What people have decided on names over the corpus. */
  decisions: NameDecisions = NO_NAME_DECISIONS;
  readonly #corpora = new Map<string, string | undefined>();
  readonly #stores = new Map<string, Promise<IndexStore | undefined>>();

  /**
   * @param bundle - the program, which an index must have been made by.
   * @param remark - told why an index is done without.
   */
  constructor(bundle: string, remark: (place: string, message: Message) => void) {
    let version: string | undefined;
    this.#version = () => {
      version ??= versionFor(bundle);
      return version;
    };
    this.#remark = remark;
  }

  /** The article at a path, where an index has it under this key and nobody has written its files since. */
  async find(path: string, key: string): Promise<Indexed | undefined> {
    const folder = dirname(path);
    if (!this.#corpora.has(folder)) this.#corpora.set(folder, corpusOf(this.#storage, folder));
    const corpus = this.#corpora.get(folder);
    if (corpus === undefined) return undefined;
    const opening = this.#stores.get(corpus) ?? this.#open(corpus);
    this.#stores.set(corpus, opening);
    const store = await opening;
    const article = store?.articles.get(pathIn(corpus, path));
    if (store === undefined || article?.key !== key || article.stat !== statOf(path)) return undefined;
    return { store, article };
  }

  async #open(corpus: string): Promise<IndexStore | undefined> {
    try {
      const store = await IndexStore.open(indexFolder(this.#storage, corpus), this.#version());
      store.decide(this.decisions);
      return store;
    } catch (error) {
      this.#remark(corpus, indexingMessages.without(messageOf(error)));
      return undefined;
    }
  }

  async close(): Promise<void> {
    for (const opening of this.#stores.values()) await (await opening)?.close();
  }
}
