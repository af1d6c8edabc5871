import type { Statement } from 'node-sqlite3-wasm';
import type { TimexType } from '../../core/analysis';
import type { Dated, SearchDocument } from '../searchDocument';

/** A date of an article: what it means, and how often it stands there. */
export interface MomentInArticle extends Pick<Dated, 'value' | 'type' | 'earliest' | 'latest'> {
  readonly mentions: number;
}

/** The dates of an article, each with how often it is meant there. */
export function momentsOf({ dates }: Pick<SearchDocument, 'dates'>): readonly MomentInArticle[] {
  const found = new Map<string, { -readonly [K in keyof MomentInArticle]: MomentInArticle[K] }>();
  for (const { value, type, earliest, latest } of dates) {
    const known = found.get(`${type} ${value}`);
    if (known !== undefined) known.mentions++;
    else found.set(`${type} ${value}`, { value, type, mentions: 1, ...(earliest && { earliest }), ...(latest && { latest }) });
  }
  return [...found.values()];
}

/** A date with how often it stands in a corpus. */
export interface ListedMoment {
  /** TIMEX3. */
  readonly value: string;
  readonly type: TimexType;
  /** ISO days; null where it has no place in the calendar. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly articles: number;
  readonly mentions: number;
}

/** The dates of an index. */
export class Moments {
  readonly #prepared: (sql: string) => Statement;
  #all: readonly ListedMoment[] | undefined;

  constructor(prepared: (sql: string) => Statement) {
    this.#prepared = prepared;
  }

  /** Adds an article's dates. */
  add(article: number, moments: readonly MomentInArticle[]): void {
    this.#all = undefined;
    for (const { value, type, mentions, earliest, latest } of moments) {
      this.#prepared('INSERT INTO dated VALUES (?, ?, ?, ?)').run([value, type, article, mentions]);
      this.#prepared(
        `INSERT INTO moment VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET articles = articles + 1,
         mentions = mentions + excluded.mentions`,
      ).run([value, type, earliest ?? null, latest ?? null, mentions]);
    }
  }

  /** Takes an article's dates away. */
  remove(article: number): void {
    this.#all = undefined;
    const own = this.#prepared('SELECT value, type, mentions FROM dated WHERE article = ?').all([article]);
    for (const { value, type, mentions } of own as unknown as readonly MomentInArticle[]) {
      this.#prepared('UPDATE moment SET articles = articles - 1, mentions = mentions - ? WHERE value = ? AND type = ?').run([
        ...[mentions, value, type],
      ]);
      this.#prepared('DELETE FROM moment WHERE value = ? AND type = ? AND articles = 0').run([value, type]);
    }
    this.#prepared('DELETE FROM dated WHERE article = ?').run([article]);
  }

  /** All dates: in the order of the calendar, the longer first of those that begin on one day; those without a place there last. */
  get all(): readonly ListedMoment[] {
    this.#all ??= (this.#prepared('SELECT * FROM moment').all() as unknown as ListedMoment[]).sort(inTime);
    return this.#all;
  }

  /** The articles that mean a date, with how often each does. */
  articles(value: string, type: string): readonly { readonly article: number; readonly count: number }[] {
    return this.#prepared('SELECT article, mentions AS count FROM dated WHERE value = ? AND type = ?').all([
      value,
      type,
    ]) as unknown as readonly { readonly article: number; readonly count: number }[];
  }
}

function inTime(a: ListedMoment, b: ListedMoment): number {
  if (a.earliest === null || b.earliest === null) {
    if (a.earliest !== b.earliest) return a.earliest === null ? 1 : -1;
    return b.mentions - a.mentions || compare(a.value, b.value);
  }
  return compareDays(a.earliest, b.earliest) || compareDays(b.latest ?? '', a.latest ?? '') || compare(a.value, b.value);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of two days before the year 0, the one with the larger number is the earlier. */
const compareDays = (a: string, b: string): number =>
  a.startsWith('-') || b.startsWith('-') ? yearOf(a) - yearOf(b) || compare(a, b) : compare(a, b);

const yearOf = (day: string): number => Number.parseInt(day, 10);
