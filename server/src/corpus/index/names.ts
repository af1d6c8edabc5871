import type { Statement } from 'node-sqlite3-wasm';
import type { EntityType } from '../../core/analysis';
import type { SearchDocument } from '../searchDocument';

/** An entity of an article. */
export interface NameInArticle {
  /** The canonical name that the article has for it. */
  readonly name: string;
  readonly type: EntityType;
  readonly mentions: number;
  /** Quotations whose speaker it is. */
  readonly quotes: number;
  /** Of its first mention, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The entities of an article, each with how often it is named and quoted. */
export function namesOf({ mentions, quotations }: SearchDocument): readonly NameInArticle[] {
  const found = new Map<string, { -readonly [K in keyof NameInArticle]: NameInArticle[K] }>();
  for (const { names, type, start, end } of mentions) {
    const name = names[0] as string;
    const known = found.get(`${type} ${name}`);
    if (known === undefined) found.set(`${type} ${name}`, { name, type, mentions: 1, quotes: 0, start, end });
    else known.mentions++;
  }
  for (const entry of found.values()) entry.quotes = quotations.filter(({ speakers }) => speakers[0] === entry.name).length;
  return [...found.values()];
}

/** How often a name stands in a corpus. */
export interface NameCounts {
  readonly articles: number;
  readonly mentions: number;
  readonly quotes: number;
  /** Articles in which it is quoted. */
  readonly quotedIn: number;
  /** EDTF: the earliest date of an article that names it; null where none has a date. */
  readonly first: string | null;
}

/** A name that was looked for. */
export interface FoundName extends Pick<NameInArticle, 'name' | 'type'> {
  /** Articles that name it. */
  readonly articles: number;
}

/** Where a name stands first in an article. */
export interface NamePlace extends Pick<NameInArticle, 'start' | 'end'> {
  readonly article: number;
}

/** The names of an index. */
export class Names {
  readonly #prepared: (sql: string) => Statement;
  /** With its letters as they are compared. Read when it is asked for and what was read is old. */
  #all: readonly (FoundName & { readonly letters: string })[] = [];
  #read = Number.NEGATIVE_INFINITY;

  constructor(prepared: (sql: string) => Statement) {
    this.#prepared = prepared;
  }

  /** Adds an article's names. Its date is EDTF. */
  add(article: number, date: string | null, names: readonly NameInArticle[]): void {
    for (const { name, type, mentions, quotes, start, end } of names) {
      const values = [name, type, article, mentions, quotes, start, end, date];
      this.#prepared('INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(values);
      this.#prepared(
        `INSERT INTO entity VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + 1,
         mentions = mentions + excluded.mentions, quotes = quotes + excluded.quotes, quotedIn = quotedIn + excluded.quotedIn`,
      ).run([name, type, mentions, quotes, quotes > 0 ? 1 : 0]);
    }
  }

  /** Takes an article's names away. */
  remove(article: number): void {
    const names = this.#prepared('SELECT name, type, mentions, quotes FROM name WHERE article = ?').all([article]);
    for (const { name, type, mentions, quotes } of names as unknown as readonly NameInArticle[]) {
      const less = [mentions, quotes, quotes > 0 ? 1 : 0, name, type];
      this.#prepared(
        `UPDATE entity SET articles = articles - 1, mentions = mentions - ?, quotes = quotes - ?, quotedIn = quotedIn - ?
         WHERE name = ? AND type = ?`,
      ).run(less);
      this.#prepared('DELETE FROM entity WHERE name = ? AND type = ? AND articles = 0').run([name, type]);
    }
    this.#prepared('DELETE FROM name WHERE article = ?').run([article]);
  }

  /** How often a canonical name of a type stands in all articles; undefined where it does not. */
  counts(name: string, type: string): NameCounts | undefined {
    const sums = this.#prepared('SELECT articles, mentions, quotes, quotedIn FROM entity WHERE name = ? AND type = ?').get([
      name,
      type,
    ]) as Omit<NameCounts, 'first'> | null;
    if (sums === null) return undefined;
    const first = this.#prepared('SELECT min(date) AS first FROM name WHERE name = ? AND type = ? AND date IS NOT NULL').get([
      name,
      type,
    ])?.first;
    return { ...sums, first: (first ?? null) as string | null };
  }

  /** Where a name stands first in each article that names it. */
  places(name: string, type: string, most = MOST_PLACES): readonly NamePlace[] {
    const values = [name, type, most];
    return this.#prepared('SELECT article, start, end FROM name WHERE name = ? AND type = ? ORDER BY article LIMIT ?').all(
      values,
    ) as unknown as readonly NamePlace[];
  }

  /** The names whose letters pass a test, those that more articles name first. `fold`: how letters are compared. */
  find(fits: (letters: string) => boolean, fold: (name: string) => string, most: number): readonly FoundName[] {
    if (performance.now() - this.#read > KEPT) {
      const rows = this.#prepared('SELECT name, type, articles FROM entity ORDER BY articles DESC, name').all();
      this.#all = (rows as unknown as readonly FoundName[]).map((row) => ({ ...row, letters: fold(row.name) }));
      this.#read = performance.now();
    }
    const found: FoundName[] = [];
    for (const { letters, ...name } of this.#all) {
      if (found.length >= most) break;
      if (fits(letters)) found.push(name);
    }
    return found;
  }
}

const MOST_PLACES = 1_000_000;

/** Who types a name asks at each letter: the list is as old as this at the most. In milliseconds. */
const KEPT = 5_000;
