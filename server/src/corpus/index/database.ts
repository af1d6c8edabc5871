import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { MessageError } from '../../messages/error';
import { indexingMessages } from '../../messages/indexing';

const FILE = 'index.sqlite';
/** Beside it: what SQLite and its file system of Node leave, where a process is ended. */
const REST = ['-wal', '-journal', '-shm'];

/** A file beside the database that says that it is damaged. */
const DAMAGED = 'damaged';

/** Counts up with every change of the tables or of what stands in them. */
const FORMAT = 3;

/**
 * Opens the database in a folder that this process owns. One that is damaged, or was made by another format or version, is
 * made anew: it holds nothing that cannot be found again. For no other reason: what a disk or another program refuses for
 * now is there again later.
 *
 * @param version - of all that an article's entry is made by and that is the same for all.
 * @throws MessageError where its files cannot be opened for now
 */
export async function openDatabase(folder: string, version: string): Promise<Database> {
  const file = join(folder, FILE);
  const wanted = `${FORMAT} ${version}`;
  // left by a process that was ended: whoever had it is gone
  await rm(`${file}.lock`, { recursive: true, force: true });
  try {
    if (!existsSync(join(folder, DAMAGED))) {
      const found = await connect(file);
      if (versionOf(found) === wanted) return found;
      found.close();
    }
  } catch (error) {
    if (!isToBeMadeAnew(error)) throw told(error);
  }
  await removeDatabase(folder);
  const database = await connect(file).catch((error: unknown) => {
    throw told(error);
  });
  database.exec(TABLES);
  database.run('INSERT INTO about VALUES (?)', [wanted]);
  return database;
}

/** Removes the database of a folder that this process owns, with all that is left beside it. */
export async function removeDatabase(folder: string): Promise<void> {
  const file = join(folder, FILE);
  for (const name of ['', ...REST, '.lock']) await rm(file + name, { recursive: true, force: true });
  await rm(join(folder, DAMAGED), { force: true });
}

/** Notes that the database of a folder is damaged, for whoever opens it next: this process may end before it can do more. */
export function noteDamage(folder: string): void {
  try {
    writeFileSync(join(folder, DAMAGED), '');
  } catch {
    // on a disk that takes nothing, the next one comes upon it too
  }
}

/**
 * What an error of the database means: that it is damaged, and must be made anew, or that its files cannot be read or written
 * for now, as on a full disk. Undefined for any other error.
 */
export function troubleOf(error: unknown): 'damaged' | 'unwritable' | undefined {
  const { name, message } = error as Partial<Error>;
  if (name !== 'SQLite3Error') return undefined;
  if (/malformed|not a database/.test(message ?? '')) return 'damaged';
  return /full|I\/O error|readonly|(?:unable to|could not) open|locked/i.test(message ?? '') ? 'unwritable' : undefined;
}

/** Reads much at once: each reading by itself would ask anew how large the file is, which takes as long as to read. */
export function readTogether<T>(database: Database, run: () => T): T {
  if (database.inTransaction) return run();
  database.exec('BEGIN');
  try {
    return run();
  } finally {
    // an error of the database may have ended it
    if (database.inTransaction) database.exec('COMMIT');
  }
}

/** Whether an error says that a database holds something else than it must: half of one, none, or one of another kind. */
function isToBeMadeAnew(error: unknown): boolean {
  if (troubleOf(error) === 'damaged') return true;
  const { name, message } = error as Partial<Error>;
  return name === 'SQLite3Error' && /no such|unsupported|already exists/.test(message ?? '');
}

const told = (error: unknown): unknown =>
  troubleOf(error) === 'unwritable' ? new MessageError(indexingMessages.unwritable) : error;

async function connect(file: string): Promise<Database> {
  // one and a half megabytes, which only whoever has an index needs
  const { Database } = await import('node-sqlite3-wasm');
  const database = new Database(file);
  try {
    // by one connection alone, the log needs no memory that is shared; what was committed outlives the process
    database.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${CACHE}`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** In kilobytes. */
const CACHE = 16_000;

function versionOf(database: Database): unknown {
  const [table] = database.all("SELECT name FROM sqlite_master WHERE name = 'about'");
  return table && database.get('SELECT version FROM about')?.version;
}

/**
 * `entity` sums up `name`, and `moment` sums up `dated`, so that how often a name or date stands in a large corpus is known
 * without counting.
 * `word` holds, for each article, the numbers of its terms: tokens as the analysis cuts them, which no tokenizer of a
 * database makes of French. `words` holds them in their order, apart from all else, so that they are read by themselves.
 */
const TABLES = `
  CREATE TABLE about (version TEXT NOT NULL);
  CREATE TABLE article (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stat TEXT NOT NULL, content TEXT NOT NULL, key TEXT NOT NULL,
    language TEXT NOT NULL, date TEXT, metadata TEXT NOT NULL, tokens INTEGER NOT NULL, characters INTEGER NOT NULL,
    readAs TEXT);
  CREATE TABLE document (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE words (id INTEGER PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE term (
    id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, form TEXT NOT NULL, coarse TEXT NOT NULL, UNIQUE (kind, form));
  CREATE INDEX term_coarse ON term (kind, coarse);
  CREATE VIRTUAL TABLE word USING fts5(terms, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
  CREATE TABLE name (
    name TEXT NOT NULL, type TEXT NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL, quotes INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, date TEXT, PRIMARY KEY (name, type, article)) WITHOUT ROWID;
  CREATE INDEX name_article ON name (article);
  CREATE INDEX name_date ON name (name, type, date);
  CREATE TABLE entity (
    name TEXT NOT NULL, type TEXT NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL, quotes INTEGER NOT NULL,
    quotedIn INTEGER NOT NULL, PRIMARY KEY (name, type)) WITHOUT ROWID;
  CREATE TABLE dated (
    value TEXT NOT NULL, type TEXT NOT NULL, article INTEGER NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (value, type, article)) WITHOUT ROWID;
  CREATE INDEX dated_article ON dated (article);
  CREATE TABLE moment (
    value TEXT NOT NULL, type TEXT NOT NULL, earliest TEXT, latest TEXT, articles INTEGER NOT NULL, mentions INTEGER NOT NULL,
    PRIMARY KEY (value, type)) WITHOUT ROWID;
`;
