import type { Database, Statement } from 'node-sqlite3-wasm';
import type { DecodedText } from '../../core/text/encoding';
import type { Comparison } from '../query/compile';
import type { DocumentHead } from '../query/filters';
import type { Query } from '../query/query';
import type { SearchDocument } from '../searchDocument';
import { conditionOf } from './conditions';
import { openDatabase, removeDatabase } from './database';
import { Names, namesOf } from './names';
import { own } from './owner';
import { packDocument, unpackDocument } from './packedDocument';
import { termsOf } from './terms';
import { Terms } from './termTable';

/** By what an article's entry counts: as long as all are the same, the entry is what an analysis would find. */
export interface EntryKey {
  /** Sizes and times of the text and of the files with decisions: where they are the same, nothing was written. */
  readonly stat: string;
  /** A hash of what stands in those files. */
  readonly content: string;
  /** A hash of settings, names, types and metadata that the entry was made by. */
  readonly key: string;
}

/** An article as it is known without looking into it. */
export interface IndexedArticle extends EntryKey, Omit<DocumentHead, 'id'> {
  readonly id: number;
  /** From the corpus's folder, with `/`. */
  readonly path: string;
  readonly tokens: number;
  /** UTF-16 units. */
  readonly characters: number;
  /** What the text was read in, where that is not UTF-8. */
  readonly readAs: ReadAs | null;
}

/** An encoding, and whether it is known for certain. */
type ReadAs = Pick<DecodedText, 'encoding' | 'sure'>;

/** What is written of an article. Packed, so that it can come from another thread. */
export interface Entry extends Omit<IndexedArticle, 'id'> {
  readonly data: Uint8Array;
  readonly terms: ReturnType<typeof termsOf>;
  readonly names: ReturnType<typeof namesOf>;
}

/**
 * Makes an article's entry.
 *
 * @param readAs - what its text was read in, where that is not UTF-8.
 */
export function entryOf(path: string, key: EntryKey, document: SearchDocument, readAs: ReadAs | null = null): Entry {
  const { language, date, metadata, forms, text } = document;
  const facts = { language, date, metadata, tokens: forms.length, characters: text.length, readAs };
  return { path, ...key, ...facts, data: packDocument(document), terms: termsOf(document), names: namesOf(document) };
}

/** Which articles a query may have hits in. */
export type Candidates = (article: IndexedArticle) => boolean;

/** An index that this process owns, until it is closed. Everything is done at once, in the thread that asks. */
export class IndexStore {
  readonly #database: Database;
  readonly #release: () => Promise<void>;
  readonly #terms: Terms;
  readonly names: Names;
  readonly #articles = new Map<string, IndexedArticle>();
  readonly #statements = new Map<string, Statement>();

  private constructor(database: Database, release: () => Promise<void>) {
    this.#database = database;
    this.#release = release;
    this.#terms = new Terms((sql) => this.#prepared(sql));
    this.names = new Names((sql) => this.#prepared(sql));
    this.#readArticles();
  }

  #readArticles(): void {
    this.#articles.clear();
    for (const row of this.#prepared('SELECT * FROM article').iterate()) {
      const article = articleOf(row as unknown as ArticleRow);
      this.#articles.set(article.path, article);
    }
  }

  /**
   * Opens the index in a folder, which is made where it is missing.
   *
   * @param version - see {@link openDatabase}.
   * @throws MessageError where another process has it
   */
  static async open(folder: string, version: string): Promise<IndexStore> {
    const release = await own(folder);
    try {
      const database = await openDatabase(folder, version);
      try {
        return new IndexStore(database, release);
      } catch {
        // damaged where opening it does not look
        database.close();
        await removeDatabase(folder);
        return new IndexStore(await openDatabase(folder, version), release);
      }
    } catch (error) {
      await release();
      throw error;
    }
  }

  get articles(): ReadonlyMap<string, IndexedArticle> {
    return this.#articles;
  }

  /** Writes entries in place of those of the same paths, all or none. */
  put(entries: readonly Entry[]): void {
    this.#transaction(() => {
      for (const entry of entries) this.#put(entry);
    });
  }

  #put({ data, terms, names, ...facts }: Entry): void {
    this.#remove(facts.path);
    const { lastInsertRowid } = this.#prepared(
      `INSERT INTO article (path, stat, content, key, language, date, metadata, tokens, characters, readAs)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(rowOf(facts));
    const id = Number(lastInsertRowid);
    this.#prepared('INSERT INTO document VALUES (?, ?)').run([id, data]);
    this.#prepared('INSERT INTO word (rowid, terms) VALUES (?, ?)').run([id, this.#terms.numbers(terms).join(' ')]);
    this.names.add(id, facts.date, names);
    this.#articles.set(facts.path, { id, ...facts });
  }

  /** Takes note that files were written and say the same. */
  touch(path: string, stat: string): void {
    const known = this.#articles.get(path);
    if (known === undefined) return;
    this.#prepared('UPDATE article SET stat = ? WHERE id = ?').run([stat, known.id]);
    this.#articles.set(path, { ...known, stat });
  }

  /** Lets articles go, all or none. */
  remove(paths: readonly string[]): void {
    this.#transaction(() => {
      for (const path of paths) this.#remove(path);
    });
  }

  #remove(path: string): void {
    const known = this.#articles.get(path);
    if (known === undefined) return;
    for (const sql of [
      'DELETE FROM article WHERE id = ?',
      'DELETE FROM document WHERE id = ?',
      'DELETE FROM word WHERE rowid = ?',
    ])
      this.#prepared(sql).run([known.id]);
    this.names.remove(known.id);
    this.#articles.delete(path);
  }

  /** Which articles a query may have hits in; all others have none. */
  candidates(query: Query, comparison: Comparison): Candidates {
    const byLanguage = new Map<string, ReadonlySet<number> | undefined>();
    const known = new Map<string, ReadonlySet<number>>();
    return ({ id, language }) => {
      if (!byLanguage.has(language)) {
        const expression = this.#terms.expressionOf(conditionOf(query, comparison, language));
        byLanguage.set(language, expression === undefined ? undefined : this.#matching(expression, known));
      }
      return byLanguage.get(language)?.has(id) ?? true;
    };
  }

  /** The articles that an expression of terms finds; none for an empty one. */
  #matching(expression: string, known: Map<string, ReadonlySet<number>>): ReadonlySet<number> {
    const found =
      known.get(expression) ??
      new Set(
        expression === ''
          ? []
          : this.#prepared('SELECT rowid FROM word WHERE word MATCH ?')
              .all([expression])
              .map(({ rowid }) => Number(rowid)),
      );
    known.set(expression, found);
    return found;
  }

  /** An article's document under the name that it is shown by. */
  document(article: IndexedArticle, name: string): SearchDocument {
    const row = this.#prepared('SELECT data FROM document WHERE id = ?').get([article.id]);
    return unpackDocument(name, row?.data as Uint8Array, article);
  }

  /** Closes the index and gives it up, for others to open. */
  async close(): Promise<void> {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
    this.#database.close();
    await this.#release();
  }

  #transaction(run: () => void): void {
    this.#database.exec('BEGIN');
    try {
      run();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
      this.#terms.forget();
      this.#readArticles();
      throw error;
    }
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

type ArticleRow = Omit<IndexedArticle, 'metadata' | 'readAs'> & { readonly metadata: string; readonly readAs: string | null };

const articleOf = ({ metadata, readAs, ...row }: ArticleRow): IndexedArticle => ({
  ...row,
  metadata: new Map(JSON.parse(metadata) as readonly [string, string][]),
  readAs: readAs === null ? null : (JSON.parse(readAs) as ReadAs),
});

const rowOf = ({ metadata, readAs, ...article }: Omit<IndexedArticle, 'id'>): (string | number | null)[] => [
  ...[article.path, article.stat, article.content, article.key, article.language, article.date, JSON.stringify([...metadata])],
  ...[article.tokens, article.characters, readAs === null ? null : JSON.stringify(readAs)],
];
