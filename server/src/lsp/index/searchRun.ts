import { LineIndex } from '../../core/lineIndex';
import { type ConcordanceLine, concordanceLine, sortKey } from '../../corpus/concordance';
import { HitList, type Library, type PlacedHit } from '../../corpus/hitList';
import type { IndexedArticle } from '../../corpus/index/indexStore';
import type { Hit } from '../../corpus/query/search';
import type { SearchDocument } from '../../corpus/searchDocument';
import type { SearchLine } from '../../protocol';
import { toFlatRange } from '../convert';
import type { FoundElsewhere, RunExtension, RunPage, RunPageAsk, RunStatus } from './messages';
import { hurry, pause } from './turns';

/** An article that has hits: one of the index, or one that was looked through elsewhere. */
export type HitSource = IndexedArticle | FoundElsewhere;

/** How long it works before others get their turn, in milliseconds. */
const SLICE = 20;

/** Who waits says that it still does so often, in milliseconds. */
const TURN = 250;

/**
 * A search, while it goes on and afterwards: its hits are counted and placed at once, the lines of a page made when it is
 * asked for. Two go through articles for it: an index, and whoever looks through what the index does not have. What both
 * have gone through is certain: its hits have their place for good.
 */
export class SearchRun {
  readonly #library: Library<HitSource>;
  readonly #list: HitList<HitSource>;
  readonly #columns = new Set<string>();
  readonly #arranged = new Map<string, Uint32Array>();
  readonly #total: number;
  #articles = 0;
  #tokens = 0;
  #late: RunStatus['late'] = [];
  /** Places in the corpus up to which the index, and the others, have been gone through. */
  #scanned = 0;
  #looked = 0;
  #waiting: (() => void)[] = [];
  #stopped = false;
  #failure: unknown;

  /** @param total - how many articles the corpus has. */
  constructor(library: Library<HitSource>, total: number) {
    this.#library = library;
    this.#list = new HitList(library);
    this.#total = total;
  }

  /** Takes note of an article that was gone through. */
  see({ tokens, metadata }: Pick<IndexedArticle, 'tokens' | 'metadata'>): void {
    this.#articles++;
    this.#tokens += tokens;
    for (const column of metadata.keys()) this.#columns.add(column);
  }

  /** Adds an article's hits; `order` is its place in the corpus. */
  add(source: HitSource, order: number, hits: readonly Hit[]): void {
    this.#list.add(source, order, hits);
  }

  /** Up to which place in the corpus the index has been gone through. */
  scanned(order: number, late: RunStatus['late'] = []): void {
    this.#scanned = order;
    this.#late = late;
    this.#wake();
  }

  /** Takes what was found elsewhere. */
  extend({ seen, found, upTo }: RunExtension): void {
    for (const one of seen) this.see(one);
    for (const one of found) this.#list.add(one, one.order, one.hits);
    this.#looked = upTo ?? Number.POSITIVE_INFINITY;
    this.#wake();
  }

  get isStopped(): boolean {
    return this.#stopped;
  }

  /** Nobody wants it any more. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** It cannot go on; who asks for lines is told. */
  fail(error: unknown): void {
    this.#failure = error;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  get #isWhole(): boolean {
    return this.#scanned === Number.POSITIVE_INFINITY && this.#looked === Number.POSITIVE_INFINITY;
  }

  get #certain(): number {
    return this.#isWhole ? this.#list.kept : this.#list.before(Math.min(this.#scanned, this.#looked));
  }

  get status(): RunStatus {
    const { hits, articles: withHits } = this.#list.counts;
    const kept = this.#list.kept;
    return {
      ...{ hits, withHits, kept, articles: this.#articles, tokens: this.#tokens, of: this.#total },
      ...{ columns: [...this.#columns], whole: this.#isWhole, late: this.#late },
    };
  }

  /**
   * Waits for the lines of a page, or for so long, and gives those that are certain. Undefined where an article of the page
   * is not there any more as it was searched.
   *
   * @param alive - called while it waits and works; throws where nobody waits any more.
   */
  page(asked: RunPageAsk, alive: () => void): Promise<RunPage | undefined> {
    const page = (): Promise<RunPage | undefined> => this.#page(asked, alive);
    return asked.within === undefined ? page() : hurry(this, page);
  }

  async #page(asked: RunPageAsk, alive: () => void): Promise<RunPage | undefined> {
    const { from, count } = asked;
    const end = performance.now() + (asked.within ?? Number.POSITIVE_INFINITY);
    const isArranged = asked.sort.length > 0 || asked.sample !== undefined;
    await this.#until(() => this.#isWhole || (!asked.whole && !isArranged && this.#certain >= from + count), end, alive);
    if (!isArranged)
      return this.#together(() => this.#lines(this.#list.inOrder(from, Math.min(count, this.#certain - from)), asked));
    const order = await this.#arrange(asked, alive);
    return this.#together(() => this.#lines(this.#list.arranged(order, from, count), asked, order.length));
  }

  async #until(isReady: () => boolean, end: number, alive: () => void): Promise<void> {
    while (!isReady() && !this.#stopped && performance.now() < end) {
      if (this.#failure !== undefined) throw this.#failure;
      alive();
      const turn = Math.min(TURN, end - performance.now());
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, turn);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async #arrange(asked: RunPageAsk, alive: () => void): Promise<Uint32Array> {
    const name = JSON.stringify([asked.sort, asked.sample, this.#list.kept]);
    const known = this.#arranged.get(name);
    if (known !== undefined) return known;
    const keys = asked.sort.map((written) => sortKey(written, this.#columns)).filter((key) => key !== undefined);
    const steps = this.#list.arrange({ keys, language: asked.language, sample: asked.sample });
    for (;;) {
      const order = this.#together(() => forAWhile(steps));
      if (order !== undefined) {
        if (this.#arranged.size >= MOST_ARRANGED) this.#arranged.clear();
        this.#arranged.set(name, order);
        return order;
      }
      alive();
      await pause();
    }
  }

  #together<T>(run: () => T): T {
    const { together } = this.#library;
    return together === undefined ? run() : together(run);
  }

  #lines(
    hits: readonly PlacedHit<HitSource>[],
    { context, full: isFull = false }: RunPageAsk,
    arranged?: number,
  ): RunPage | undefined {
    const lines: SearchLine[] = [];
    const full: ConcordanceLine[] = [];
    let source: HitSource | undefined;
    let document: SearchDocument | undefined;
    let places: LineIndex | undefined;
    for (const { source: own, hit } of hits) {
      if (own !== source) {
        source = own;
        document = this.#library.document(own);
        places = document && new LineIndex(document.text);
      }
      if (document === undefined || places === undefined) return undefined;
      const line = concordanceLine(document, hit, context);
      if (isFull) full.push(line);
      else lines.push(lineOf(line, places));
    }
    return { lines, ...(isFull && { full }), status: this.status, available: arranged ?? this.#certain };
  }
}

/** Goes on in steps for a while; undefined where they are not through. */
function forAWhile<T>(steps: Generator<void, T>): T | undefined {
  const end = performance.now() + SLICE;
  do {
    const step = steps.next();
    if (step.done) return step.value;
  } while (performance.now() < end);
  return undefined;
}

const MOST_ARRANGED = 4;

function lineOf(line: ConcordanceLine, places: LineIndex): SearchLine {
  const { file, left, node, right, speaker, date } = line;
  return {
    ...{ uri: file, range: toFlatRange(places, line), left, node, right },
    ...(speaker !== undefined && { speaker }),
    ...(date !== null && { date }),
  };
}
