import type { IndexStore } from '../../corpus/index/indexStore';
import { partBy, partsOf } from '../../corpus/parts/partition';
import { goesOn } from '../../corpus/query/wanted';
import type { IndexValue, IndexValues } from './nameMessages';

/** What a folder's articles can be asked for, so that a query can be completed. */
export class FolderValues {
  readonly #store: IndexStore;

  constructor(store: IndexStore) {
    this.#store = store;
  }

  /** Values that go on from what is written, those of most articles first; of no name: the columns that articles have. */
  find({ of, written, most }: IndexValues): readonly IndexValue[] {
    if (of === 'entity' || of === 'speaker') return this.#names(of, written, most);
    const articles = [...this.#store.articles.values()];
    const values =
      of === ''
        ? [...new Set(articles.flatMap(({ metadata }) => [...metadata.keys()]))].map((value) => ({ value, articles: 0 }))
        : partsOf(articles, partBy(of === 'date' ? 'year' : of)).map((part) => ({
            value: part.name,
            articles: part.articles.length,
          }));
    return values
      .filter(({ value }) => value !== '' && goesOn(value, written))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, most);
  }

  #names(of: 'entity' | 'speaker', written: string, most: number): readonly IndexValue[] {
    const found = this.#store.names.list(({ name, quotes }) => (of === 'entity' || quotes > 0) && goesOn(name, written), most);
    return found.map(({ name, articles, quotedIn }) => ({ value: name, articles: of === 'entity' ? articles : quotedIn }));
  }
}
