import type { Statement } from 'node-sqlite3-wasm';
import type { EntityType } from '../../core/analysis';
import { type NameDecisions, NO_NAME_DECISIONS } from '../nameDecisions';
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

/** A name with how often it stands in a corpus. */
export interface ListedName extends FoundName, Omit<NameCounts, 'first'> {
  /** The other names that people have given it over the corpus. */
  readonly others?: readonly string[];
}

/** Where a name stands first in an article. */
export interface NamePlace extends Pick<NameInArticle, 'start' | 'end'> {
  readonly article: number;
}

/** The names of an index. */
export class Names {
  readonly #prepared: (sql: string) => Statement;
  /** Read when it is asked for and what was read is old. */
  #all: readonly ListedName[] = [];
  /** The letters of each as they are compared. */
  #letters: readonly (readonly string[])[] | undefined;
  #read = Number.NEGATIVE_INFINITY;
  /** Whether names came or went since they were read. */
  #isOld = true;

  #decisions: NameDecisions = NO_NAME_DECISIONS;

  constructor(prepared: (sql: string) => Statement) {
    this.#prepared = prepared;
  }

  /** Takes what people have decided on names: from now on each entity is called by one name, and has what all its names have. */
  decide(decisions: NameDecisions): void {
    this.#decisions = decisions;
    this.#isOld = true;
    this.#read = Number.NEGATIVE_INFINITY;
  }

  /** Adds an article's names. Its date is EDTF. */
  add(article: number, date: string | null, names: readonly NameInArticle[]): void {
    this.#isOld = true;
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
    this.#isOld = true;
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

  /** How often what a name of a type means stands in all articles; undefined where it does not. */
  counts(name: string, type: string): NameCounts | undefined {
    const group = this.#decisions.groupOf(type, name);
    if (group.length > 1) return this.#countsOf(group, type);
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

  /** An article that has several of the names counts once. */
  #countsOf(group: readonly string[], type: string): NameCounts | undefined {
    const sums = this.#prepared(
      `SELECT count(DISTINCT article) AS articles, sum(mentions) AS mentions, sum(quotes) AS quotes,
       count(DISTINCT CASE WHEN quotes > 0 THEN article END) AS quotedIn, min(date) AS first
       FROM name WHERE type = ? AND name IN (SELECT value FROM json_each(?))`,
    ).get([type, JSON.stringify(group)]) as unknown as NameCounts;
    return sums.articles === 0 ? undefined : { ...sums, first: sums.first ?? null };
  }

  /** Where what a name means stands first in each article that names it. */
  places(name: string, type: string, most = MOST_PLACES): readonly NamePlace[] {
    const group = this.#decisions.groupOf(type, name);
    const sql =
      group.length > 1
        ? `SELECT article, min(start) AS start, end FROM name WHERE type = ?2 AND name IN (SELECT value FROM json_each(?1))
           GROUP BY article ORDER BY article LIMIT ?3`
        : 'SELECT article, start, end FROM name WHERE name = ?1 AND type = ?2 ORDER BY article LIMIT ?3';
    const asked = group.length > 1 ? JSON.stringify(group) : name;
    return this.#prepared(sql).all([asked, type, most]) as unknown as readonly NamePlace[];
  }

  /** The articles that name what a name means, or in which it is quoted, with how often. */
  articles(
    name: string,
    type: string,
    what: 'mentions' | 'quotes',
  ): readonly { readonly article: number; readonly count: number }[] {
    const counts = new Map<number, number>();
    for (const own of this.#decisions.groupOf(type, name))
      for (const row of this.#prepared('SELECT article, mentions, quotes FROM name WHERE name = ? AND type = ?').all([own, type]))
        counts.set(Number(row.article), (counts.get(Number(row.article)) ?? 0) + Number(row[what]));
    return [...counts].map(([article, count]) => ({ article, count }));
  }

  /** The names whose letters pass a test, those that more articles name first. `fold`: how letters are compared. */
  find(fits: (letters: string) => boolean, fold: (name: string) => string, most: number): readonly FoundName[] {
    const all = this.#readAll();
    // made once of what was read
    this.#letters ??= all.map(({ name, others = [] }) => [name, ...others].map(fold));
    const found: FoundName[] = [];
    for (let i = 0; i < all.length && found.length < most; i++) {
      const { name, type, articles } = all[i] as ListedName;
      if (this.#letters[i]?.some(fits)) found.push({ name, type, articles });
    }
    return found;
  }

  /** The names that pass a test, with their counts, those that more articles name first. */
  list(fits: (name: ListedName) => boolean, most = Number.POSITIVE_INFINITY): readonly ListedName[] {
    const found: ListedName[] = [];
    for (const name of this.#readAll()) {
      if (found.length >= most) break;
      if (fits(name)) found.push(name);
    }
    return found;
  }

  #readAll(): readonly ListedName[] {
    if (!this.#isOld || performance.now() - this.#read <= KEPT) return this.#all;
    this.#isOld = false;
    const rows = this.#prepared('SELECT * FROM entity ORDER BY articles DESC, name').all();
    this.#all = this.#grouped(rows as unknown as readonly ListedName[]);
    this.#letters = undefined;
    this.#read = performance.now();
    return this.#all;
  }

  /** Names of one entity in one, which has its place among the others by its articles. */
  #grouped(names: readonly ListedName[]): readonly ListedName[] {
    const { groups } = this.#decisions;
    if (groups.length === 0) return names;
    const taken = new Set(groups.flatMap(({ type, names: own }) => own.map((name) => `${type} ${name}`)));
    const together = groups.flatMap(({ type, names: [name = '', ...others] }): readonly ListedName[] => {
      const counts = this.#countsOf([name, ...others], type);
      return counts === undefined ? [] : [{ name, type: type as EntityType, others, ...counts }];
    });
    const rest = names.filter(({ name, type }) => !taken.has(`${type} ${name}`));
    return [...rest, ...together].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}

const MOST_PLACES = 1_000_000;

/** Who types a name asks at each letter: while articles are indexed, the list is as old as this at the most. In milliseconds. */
const KEPT = 5_000;
