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
  readonly mentions: number;
  readonly articles: number;
  readonly quotes: number;
  /** Articles in which it is quoted. */
  readonly quotedIn: number;
  /** EDTF: the earliest date of an article that names it; null where none has a date. */
  readonly first: string | null;
}

/** A name that was looked for, and where it stands first. */
export interface FoundName extends Pick<NameInArticle, 'name' | 'type' | 'start' | 'end'> {
  /** From the corpus's folder, with `/`. */
  readonly path: string;
  /** Articles that name it. */
  readonly articles: number;
}

/** The names of an index. */
export class Names {
  readonly #prepared: (sql: string) => Statement;

  constructor(prepared: (sql: string) => Statement) {
    this.#prepared = prepared;
  }

  /** How often a canonical name of a type stands in all articles. */
  counts(name: string, type: string): NameCounts {
    const row = this.#prepared(
      `SELECT total(mentions) AS mentions, count(*) AS articles, total(quotes) AS quotes, total(quotes > 0) AS quotedIn,
         min(article.date) AS first
       FROM name JOIN article ON article.id = name.article WHERE name.name = ? AND name.type = ?`,
    ).get([name, type]);
    const number = (value: unknown): number => Number(value ?? 0);
    return {
      mentions: number(row?.mentions),
      articles: number(row?.articles),
      quotes: number(row?.quotes),
      quotedIn: number(row?.quotedIn),
      first: (row?.first ?? null) as string | null,
    };
  }

  /** Every name with how many articles name it, and the first of them. */
  all(): readonly FoundName[] {
    return this.#prepared(
      `SELECT name.name, name.type, count(*) AS articles, article.path, name.start, name.end, min(article.path)
       FROM name JOIN article ON article.id = name.article GROUP BY name.name, name.type`,
    )
      .all()
      .map((row) => row as unknown as FoundName);
  }
}
