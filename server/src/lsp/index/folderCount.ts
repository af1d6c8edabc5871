import { join } from 'node:path';
import type { IndexStore } from '../../corpus/index/indexStore';
import { unpackDocument } from '../../corpus/index/packedDocument';
import type { SearchDocument } from '../../corpus/searchDocument';
import { countedSoFar } from '../../corpus/tables/finish';
import type { CorpusTable, TableTask } from '../../corpus/tables/table';
import { tableTask } from '../../corpus/tables/task';
import { limitedSearch } from '../../timeLimit';
import { uriOf } from '../reviews';
import type { Scanned } from './folderSearch';
import type { CountStatus, FolderSetup, FoundElsewhere, IndexCounted, IndexTable, LeftArticle, RunExtension } from './messages';
import { pause, turn } from './turns';

/** How long it counts before others get their turn, in milliseconds. */
const SLICE = 20;

/** Who waits says that it still does so often, in milliseconds. */
const TURN = 250;

/** For one article, in milliseconds: an expression may search for ever. */
export const MOST_TIME = 2_000;

/** What is counted: of a folder, and of how many articles. */
interface Counted {
  readonly folder: FolderSetup;
  readonly asked: IndexTable;
  readonly total: number;
}

interface Kept {
  readonly table?: CorpusTable | undefined;
  readonly keep?: ((table: CorpusTable) => void) | undefined;
}

/**
 * A table of a folder's articles: those that its index has are counted from there, the others as they are handed over, all
 * in the order of the corpus, so that it is the table that going through the articles gives.
 */
export class FolderCount {
  readonly #store: IndexStore;
  readonly #path: string;
  readonly #task: TableTask;
  readonly #total: number;
  readonly #without: ReadonlySet<string>;
  readonly #keep: ((table: CorpusTable) => void) | undefined;
  #table: CorpusTable | undefined;
  readonly #handed = new Map<number, FoundElsewhere>();
  readonly #late: LeftArticle[] = [];
  readonly #limited: ReturnType<typeof limitedSearch>;
  /** Up to which place in the corpus others have handed over what they have. */
  #looked = 0;
  #articles = 0;
  /** How many articles the last table of a part had. */
  #told = 0;
  #slow: string | undefined;
  #whole = false;
  #stopped = false;
  #failure: unknown;
  #waiting: (() => void)[] = [];

  /**
   * @param kept - the table where it is known already, and who is given it once it was counted, whole
   */
  constructor(store: IndexStore, { folder, asked, total }: Counted, kept: Kept = {}) {
    this.#store = store;
    this.#path = folder.path;
    this.#task = tableTask(asked.request);
    this.#total = total;
    this.#without = new Set(asked.without);
    this.#table = kept.table;
    this.#whole = kept.table !== undefined;
    this.#keep = kept.keep;
    this.#limited = limitedSearch((uri) => {
      this.#slow = uri;
    }, MOST_TIME);
  }

  /** Whether it was counted before. */
  get isKnown(): boolean {
    return this.#table !== undefined;
  }

  get run(): FolderCount {
    return this;
  }

  /** Goes through the articles, with others in between. What changes meanwhile is left to others too. */
  async scan({ order, left, isClean }: Scanned): Promise<void> {
    if (this.#whole) return;
    // who has asked is answered first
    await pause();
    const articles = [...order];
    for (let i = 0; i < articles.length && !this.#isOver; ) {
      const [name, place] = articles[i] as [string, number];
      if (left.has(name)) {
        await this.#takeHanded(place);
        i++;
        continue;
      }
      i = this.#store.together(() => this.#slice(articles, i, { left, isClean }));
      await turn();
    }
    this.#whole = true;
    this.#wake();
  }

  get #isOver(): boolean {
    return this.#stopped || this.#slow !== undefined;
  }

  /** Goes on for a while among its own articles; gives the place of the next one. */
  #slice(articles: readonly (readonly [string, number])[], from: number, { left, isClean }: Omit<Scanned, 'order'>): number {
    const end = performance.now() + SLICE;
    let i = from;
    for (; i < articles.length && !this.#isOver && performance.now() < end; i++) {
      const [name, place] = articles[i] as readonly [string, number];
      if (left.has(name)) break;
      this.#takeOwn(name, place, isClean(name));
    }
    return i;
  }

  async #takeHanded(place: number): Promise<void> {
    while (this.#looked <= place && !this.#stopped) await this.#woken();
    const handed = this.#handed.get(place);
    this.#handed.delete(place);
    if (handed !== undefined) this.#take(unpackDocument(handed.uri, handed.data, handed));
  }

  #takeOwn(name: string, order: number, isClean: boolean): void {
    const path = join(this.#path, name);
    if (this.#without.has(path)) return;
    const article = isClean ? this.#store.articles.get(name) : undefined;
    if (article === undefined) this.#late.push({ order, path });
    else this.#take(this.#store.document(article, uriOf(path)));
  }

  #take(document: SearchDocument): void {
    // an expression that searches for ever would do so in every article
    if (this.#slow !== undefined) return;
    this.#articles++;
    this.#limited(document.id, () => this.#task.take(document), undefined);
  }

  /** Takes what was laid out elsewhere. */
  extend({ found, upTo }: RunExtension): void {
    for (const one of found) {
      if (this.#whole) this.#take(unpackDocument(one.uri, one.data, one));
      else this.#handed.set(one.order, one);
    }
    this.#looked = upTo ?? Number.POSITIVE_INFINITY;
    this.#wake();
  }

  /** Nobody wants it any more. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** It cannot go on; who asks is told. */
  fail(error: unknown): void {
    this.#failure = error;
    this.#wake();
  }

  /**
   * Waits for the table, or for so long, and tells how far it is.
   *
   * @param alive - called while it waits; throws where nobody waits any more.
   */
  async counted({ within, ended, soFar }: IndexCounted, alive: () => void): Promise<CountStatus> {
    const end = performance.now() + within;
    while (!this.#whole && performance.now() < end) {
      if (this.#failure !== undefined) throw this.#failure;
      alive();
      await this.#woken(Math.min(TURN, end - performance.now()));
    }
    if (this.#failure !== undefined) throw this.#failure;
    const isReady = this.#whole && (ended || this.#late.length === 0);
    const isMore = soFar === true && !this.#whole && this.#articles >= Math.max(1, 2 * this.#told);
    return {
      ...{ articles: this.#articles, of: this.#total, whole: this.#whole, late: this.#whole ? this.#late : [], slow: this.#slow },
      table: isReady ? this.#finished() : isMore ? this.#soFar() : undefined,
    };
  }

  /** Each time of twice as many articles: that takes no longer, all told, than the last table does. */
  #soFar(): CorpusTable {
    this.#told = this.#articles;
    return countedSoFar(this.#task.finish(), this.#articles, this.#total);
  }

  #finished(): CorpusTable {
    if (this.#table !== undefined) return this.#table;
    this.#table = this.#task.finish();
    if (this.#late.length === 0 && this.#slow === undefined && !this.#stopped) this.#keep?.(this.#table);
    return this.#table;
  }

  /** Waits until something has changed, at most so long (in milliseconds). */
  #woken(most?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = most === undefined ? undefined : setTimeout(resolve, most);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
