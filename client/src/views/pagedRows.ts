import type { Row } from './articleTree';

/** So many rows come at a time. */
const PAGE = 100;

/** Some of many rows. */
export interface RowsPage {
  readonly rows: readonly Row[];
  /** How many there are. */
  readonly total: number;
}

/** Rows of which some are there: the first page, and the next ones as they are asked for. */
export class PagedRows {
  readonly #ask: (from: number, count: number) => Promise<RowsPage | undefined>;
  readonly #more: (left: number, pages: PagedRows) => Row;
  #rows: Row[] = [];
  #total: number | undefined;

  /**
   * @param ask - gives rows from one on, counted from 0; undefined where they cannot be had now.
   * @param more - makes the row that asks for more.
   */
  constructor(
    ask: (from: number, count: number) => Promise<RowsPage | undefined>,
    more: (left: number, pages: PagedRows) => Row,
  ) {
    this.#ask = ask;
    this.#more = more;
  }

  /** The rows that are there, and a last one where there are more. */
  async shown(): Promise<Row[]> {
    if (this.#total === undefined) await this.next();
    const left = (this.#total ?? 0) - this.#rows.length;
    return left > 0 ? [...this.#rows, this.#more(left, this)] : [...this.#rows];
  }

  /** Fetches the next page. */
  async next(): Promise<void> {
    const page = await this.#ask(this.#rows.length, PAGE);
    if (page === undefined) return;
    // rows that went meanwhile: what there is to come is what the last answer says
    this.#total = page.rows.length === 0 ? this.#rows.length : page.total;
    this.#rows.push(...page.rows);
  }
}
