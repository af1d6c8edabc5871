import type { IndexedArticle } from '../../corpus/index/indexStore';
import type { CorpusTable } from '../../corpus/tables/table';
import type { IndexTable } from './messages';

/** So many tables are kept, the last ones: going back and forth between two settings counts once. */
const MOST = 8;
/** A table with more rows is counted anew. */
const MOST_ROWS = 20_000;

/** Tables that were counted, while a folder's articles are as they were. */
export class KnownTables {
  readonly #tables = new Map<string, CorpusTable>();
  #articles: readonly (IndexedArticle | undefined)[] = [];

  /**
   * Under what a table is kept; undefined for one that is not: what it counts is not known here as it is.
   *
   * @param articles - all of the folder, in order, as its index has them; entries of the index change with what they tell of
   */
  keyOf({ request, without, elsewhereAs }: IndexTable, articles: readonly (IndexedArticle | undefined)[]): string | undefined {
    const isSame = articles.length === this.#articles.length && articles.every((article, i) => article === this.#articles[i]);
    if (!isSame) this.#tables.clear();
    this.#articles = articles;
    return elsewhereAs === undefined ? undefined : JSON.stringify([request, without, elsewhereAs]);
  }

  get(key: string | undefined): CorpusTable | undefined {
    const table = key === undefined ? undefined : this.#tables.get(key);
    if (key === undefined || table === undefined) return undefined;
    // the one that was asked for last is let go last
    this.#tables.delete(key);
    this.#tables.set(key, table);
    return table;
  }

  /** Keeps a table, where the folder is as it was when it was begun. */
  keep(key: string, table: CorpusTable, articles: readonly (IndexedArticle | undefined)[]): void {
    if (articles !== this.#articles || table.rows.length > MOST_ROWS) return;
    this.#tables.set(key, table);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > MOST && oldest !== undefined) this.#tables.delete(oldest);
  }
}
