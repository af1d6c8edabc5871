import { join } from 'node:path';
import type { Library } from '../../corpus/hitList';
import type { IndexedArticle, IndexStore } from '../../corpus/index/indexStore';
import { unpackDocument } from '../../corpus/index/packedDocument';
import { compileQuery } from '../../corpus/query/compile';
import { parseQuery } from '../../corpus/query/query';
import { search } from '../../corpus/query/search';
import { uriOf } from '../reviews';
import type { FolderSetup, IndexSearch, LeftArticle } from './messages';
import { type HitSource, SearchRun } from './searchRun';
import { pause, turn } from './turns';

/** How long a search works before others get their turn, in milliseconds. */
const SLICE = 20;

/** The articles that hits are in, where no index has them: packed, in memory. */
export const PACKED: Library<HitSource> = {
  head: (source) => ({ ...source, id: 'data' in source ? source.uri : source.path }),
  document: (source) => ('data' in source ? unpackDocument(source.uri, source.data, source) : undefined),
};

/** What of a folder is searched: its articles by their names, each with its place, and those that others look through. */
export interface Scanned {
  readonly order: ReadonlyMap<string, number>;
  readonly left: ReadonlySet<string>;
  isClean(name: string): boolean;
}

/** A search of the articles that a folder's index has. */
export class FolderSearch {
  readonly run: SearchRun;
  readonly #store: IndexStore;
  readonly #path: string;
  readonly #without: ReadonlySet<string>;
  readonly #query: ReturnType<typeof compileQuery>;
  readonly #isCandidate: (article: IndexedArticle) => boolean;

  constructor(store: IndexStore, folder: FolderSetup, asked: IndexSearch, total: number) {
    this.#store = store;
    this.#path = folder.path;
    this.#without = new Set(asked.without);
    const parsed = parseQuery(asked.query);
    this.#query = compileQuery(parsed, asked);
    this.#isCandidate = store.candidates(parsed, asked);
    const library: Library<HitSource> = {
      head: (source) => this.#head(source),
      document: (source) => this.#document(source),
      together: (run) => store.together(run),
    };
    this.run = new SearchRun(library, total - this.#without.size);
  }

  #head(source: HitSource): ReturnType<Library<HitSource>['head']> {
    return 'data' in source ? PACKED.head(source) : { ...source, id: this.#uriOf(source) };
  }

  #document(source: HitSource): ReturnType<Library<HitSource>['document']> {
    if ('data' in source) return PACKED.document(source);
    // written anew since, it has another number
    return this.#store.articles.get(source.path)?.id === source.id
      ? this.#store.document(source, this.#uriOf(source))
      : undefined;
  }

  readonly #uriOf = ({ path }: IndexedArticle): string => uriOf(join(this.#path, path));

  /** Goes through the articles, with others in between. What changes meanwhile is left to others too. */
  async scan(scanned: Scanned): Promise<void> {
    const late: LeftArticle[] = [];
    // who has asked is answered first
    await pause();
    const articles = scanned.order.entries();
    for (;;) {
      const reached = this.#store.together(() => this.#slice(articles, scanned, late));
      if (reached === undefined) break;
      this.run.scanned(reached);
      await turn(this.run);
      if (this.run.isStopped) return;
    }
    this.run.scanned(Number.POSITIVE_INFINITY, late);
  }

  readonly #isLeftOut = (name: string): boolean => this.#without.size > 0 && this.#without.has(join(this.#path, name));

  /** Goes on for a while; gives up to which place, undefined at the end. */
  #slice(articles: Iterator<[string, number]>, { left, isClean }: Scanned, late: LeftArticle[]): number | undefined {
    const end = performance.now() + SLICE;
    for (let next = articles.next(); !next.done; next = articles.next()) {
      const [name, place] = next.value;
      if (left.has(name) || this.#isLeftOut(name)) continue;
      const article = isClean(name) ? this.#store.articles.get(name) : undefined;
      if (article === undefined) late.push({ order: place, path: join(this.#path, name) });
      else this.#take(article, place);
      if (performance.now() >= end) return place + 1;
    }
    return undefined;
  }

  #take(article: IndexedArticle, order: number): void {
    this.run.see(article);
    if (!this.#isCandidate(article)) return;
    const filters = this.#query.document;
    const uri = this.#uriOf(article);
    if (filters.length > 0) {
      const head = { ...article, id: uri };
      if (!filters.every((filter) => filter(head))) return;
    }
    this.run.add(article, order, search(this.#query, this.#store.document(article, uri)));
  }
}
