import type { Database, Statement } from 'node-sqlite3-wasm';
import type { DecodedText } from '../../core/text/encoding';
import { MessageError } from '../../messages/error';
import { indexingMessages } from '../../messages/indexing';
import { type NameDecisions, NO_NAME_DECISIONS, withNameDecisions } from '../nameDecisions';
import type { Comparison } from '../query/compile';
import type { DocumentHead } from '../query/filters';
import type { Query } from '../query/query';
import type { SearchDocument } from '../searchDocument';
import { articlesOf, NO_METADATA, READ_ARTICLES, rowOf } from './articleRow';
import { conditionOf } from './conditions';
import { noteDamage, openDatabase, readTogether, removeDatabase, troubleOf } from './database';
import type { Entry } from './entry';
import { Moments } from './moments';
import { type ListedName, Names } from './names';
import { own } from './owner';
import { packWords } from './packedWords';
import { type Stored, StoredDocument } from './storedDocument';
import { NO_WORDS, Terms } from './termTable';

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
export type ReadAs = Pick<DecodedText, 'encoding' | 'sure'>;

/** Which articles a query may have hits in. */
export type Candidates = (article: IndexedArticle) => boolean;

/** An index that this process owns, until it is closed. Everything is done at once, in the thread that asks. */
export class IndexStore {
  readonly #database: Database;
  readonly #release: () => Promise<void>;
  readonly #terms: Terms;
  readonly names: Names;
  readonly moments: Moments;
  readonly #articles = new Map<string, IndexedArticle>();
  readonly #byId = new Map<number, IndexedArticle>();
  readonly #statements = new Map<string, Statement>();

  readonly #folder: string;
  #isDamaged = false;
  #decisions: NameDecisions = NO_NAME_DECISIONS;

  private constructor(folder: string, database: Database, release: () => Promise<void>) {
    this.#folder = folder;
    this.#database = database;
    this.#release = release;
    this.#terms = new Terms((sql) => this.#prepared(sql));
    this.names = new Names((sql) => this.#prepared(sql));
    this.moments = new Moments((sql) => this.#prepared(sql));
    this.#readArticles();
  }

  #readArticles(): void {
    this.#articles.clear();
    this.#byId.clear();
    for (let last: number | undefined = 0; last !== undefined; ) {
      const { rows }: { rows?: unknown } = this.#prepared(READ_ARTICLES).get([last]) ?? {};
      const articles = articlesOf(String(rows));
      for (const article of articles) this.#know(article);
      last = articles.at(-1)?.id;
    }
  }

  #know(article: IndexedArticle): void {
    this.#articles.set(article.path, article);
    this.#byId.set(article.id, article);
  }

  /** The article of a number, which names are told with. */
  article(id: number): IndexedArticle | undefined {
    return this.#byId.get(id);
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
        return new IndexStore(folder, database, release);
      } catch (error) {
        database.close();
        if (troubleOf(error) === 'unwritable') throw error;
        // damaged where opening it does not look
        await removeDatabase(folder);
        return new IndexStore(folder, await openDatabase(folder, version), release);
      }
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** Takes what people have decided on names over the corpus: from now on every answer follows it. What is written does not. */
  decide(decisions: NameDecisions): void {
    this.#decisions = decisions;
    this.names.decide(decisions);
    this.#terms.groups = decisions.groups.map(({ names }) => names);
  }

  /** Whether a name means nobody over all articles. */
  isAlone({ name, type }: Pick<ListedName, 'name' | 'type'>): boolean {
    return this.#decisions.isAlone(name, type);
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

  #put({ data, terms, words, names, moments, ...facts }: Entry): void {
    this.#remove(facts.path);
    const { lastInsertRowid } = this.#prepared(
      `INSERT INTO article (path, stat, content, key, language, date, metadata, tokens, characters, readAs)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(rowOf(facts));
    const id = Number(lastInsertRowid);
    this.#prepared('INSERT INTO document VALUES (?, ?)').run([id, data]);
    const numbers = this.#terms.numbers(terms);
    this.#prepared('INSERT INTO words VALUES (?, ?)').run([id, packWords(words, numbers)]);
    this.#prepared('INSERT INTO word (rowid, terms) VALUES (?, ?)').run([id, numbers.join(' ')]);
    this.names.add(id, facts.date, names);
    this.moments.add(id, moments);
    this.#know({ id, ...facts, metadata: facts.metadata.size === 0 ? NO_METADATA : facts.metadata });
  }

  /** Takes note that files were written and say the same. */
  touch(path: string, stat: string): void {
    const known = this.#articles.get(path);
    if (known === undefined) return;
    this.#prepared('UPDATE article SET stat = ? WHERE id = ?').run([stat, known.id]);
    this.#know({ ...known, stat });
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
      'DELETE FROM words WHERE id = ?',
      'DELETE FROM word WHERE rowid = ?',
    ])
      this.#prepared(sql).run([known.id]);
    this.names.remove(known.id);
    this.moments.remove(known.id);
    this.#articles.delete(path);
    this.#byId.delete(known.id);
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

  /**
   * An article's document under the name that it is shown by. Its parts are read when they are asked for, which must be
   * before anything is written.
   *
   * @throws MessageError (when a part is asked for) where the index is damaged; it is made anew when it is opened the next time
   */
  document(article: IndexedArticle, name: string): SearchDocument {
    const { vocabulary } = this.#terms;
    if (this.#stored.vocabulary !== vocabulary) this.#stored = { ...this.#stored, vocabulary };
    return withNameDecisions(new StoredDocument(name, article, this.#stored), this.#decisions);
  }

  /** See {@link readTogether}. */
  together<T>(run: () => T): T {
    return readTogether(this.#database, run);
  }

  #stored: Stored = { vocabulary: NO_WORDS, read: (table, id) => this.#data(table, id) };

  #data(table: 'document' | 'words', id: number): Uint8Array {
    try {
      return this.#prepared(READ[table]).get([id])?.data as Uint8Array;
    } catch (error) {
      if (troubleOf(error) !== 'damaged') throw error;
      this.#damaged();
      throw new MessageError(indexingMessages.damaged);
    }
  }

  /** Closes the index and gives it up, for others to open. */
  async close(): Promise<void> {
    for (const statement of this.#statements.values()) finalize(statement);
    this.#statements.clear();
    this.#database.close();
    await this.#release();
  }

  /** Whether something in it could not be read: whoever opens it next makes it anew. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  #damaged(): void {
    this.#isDamaged = true;
    noteDamage(this.#folder);
  }

  #transaction(run: () => void): void {
    this.#database.exec('BEGIN');
    try {
      run();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (troubleOf(error) === 'damaged') this.#damaged();
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

const READ = { document: 'SELECT data FROM document WHERE id = ?', words: 'SELECT data FROM words WHERE id = ?' };

/** One whose last use failed, as on a full disk, says so again when it is let go; it is let go all the same. */
function finalize(statement: Statement): void {
  try {
    statement.finalize();
  } catch {
    // told before
  }
}
