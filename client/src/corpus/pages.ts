import type { SearchLine, SearchResult } from '../../../server/src/protocol';

/** Lines that are asked for at first. */
export const FIRST_PAGE = 1_000;

/** A document of more lines takes the editor seconds to show. */
const MOST_LINES = 100_000;

/** Who is asked for lines. Undefined where they are not to be had. */
export interface PageSource {
  page(from: number, count: number): Promise<SearchResult | null | undefined>;
  /** Waits until all is searched. */
  whole(): Promise<SearchResult | null | undefined>;
}

/** The lines of a search as far as they were asked for: more of them when the person comes near the end of those. */
export class Pages {
  readonly #source: PageSource;
  #lines: readonly SearchLine[];
  /** `left` counts all hits. */
  #result: SearchResult;
  #isAtEnd = false;
  #asking: Promise<boolean> | undefined;

  constructor(source: PageSource, first: SearchResult) {
    this.#source = source;
    this.#lines = first.lines;
    this.#result = { ...first, left: first.left + first.lines.length };
  }

  get lines(): readonly SearchLine[] {
    return this.#lines;
  }

  /** What is known of the whole. */
  get result(): Pick<SearchResult, 'total' | 'skipped'> {
    return this.#result;
  }

  /** Whether lines can be asked for that are not here. */
  get hasMore(): boolean {
    const { complete, available } = this.#result;
    return !this.#isAtEnd && this.#lines.length < MOST_LINES && (!complete || this.#lines.length < available);
  }

  /** Hits without a line, where no more lines can be asked for. */
  get left(): number {
    return this.hasMore ? 0 : Math.max(0, this.#result.left - this.#lines.length);
  }

  /** Asks for as many lines again as there are, so that each is laid out few times; false where there are none. */
  more(): Promise<boolean> {
    if (!this.hasMore) return Promise.resolve(false);
    this.#asking ??= this.#more().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #more(): Promise<boolean> {
    const from = this.#lines.length;
    const page = await this.#source.page(from, Math.min(MOST_LINES - from, Math.max(FIRST_PAGE, from)));
    if (!page || page.lines.length === 0) this.#isAtEnd = true;
    if (!page) return false;
    this.#lines = [...this.#lines, ...page.lines];
    this.#know(page);
    return page.lines.length > 0;
  }

  /** Asks for all lines. */
  async all(): Promise<void> {
    while (await this.more());
  }

  /** Waits until all is searched, and has the first page full then; false where nothing new is known. */
  async whole(): Promise<boolean> {
    const { complete, provisional } = this.#result;
    if (complete) return false;
    const whole = await this.#source.whole();
    if (whole) this.#know(whole);
    // given up: what there is stays
    else this.#isAtEnd = true;
    if (whole && provisional) await this.#anew();
    if (this.#lines.length < FIRST_PAGE) await this.more();
    return true;
  }

  /** Asks anew for what was sorted before all was there. */
  async #anew(): Promise<void> {
    await this.#asking;
    const page = await this.#source.page(0, Math.max(FIRST_PAGE, this.#lines.length));
    if (!page) return;
    this.#lines = page.lines;
    this.#know(page);
  }

  /** An answer's `left` counts what has no line in that answer; here it counts all hits. */
  #know(result: SearchResult): void {
    this.#result = { ...result, left: result.left + result.lines.length };
  }
}
