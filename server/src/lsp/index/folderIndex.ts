import { join } from 'node:path';
import { LineIndex } from '../../core/lineIndex';
import { concordanceLine } from '../../corpus/concordance';
import { freshness, isStill } from '../../corpus/index/freshness';
import { type Entry, type EntryKey, entryOf, type IndexedArticle, type IndexStore } from '../../corpus/index/indexStore';
import { pathIn } from '../../corpus/index/place';
import { compileQuery } from '../../corpus/query/compile';
import { parseQuery } from '../../corpus/query/query';
import { search } from '../../corpus/query/search';
import { listFolder } from '../../store/articleFiles';
import { articleRules, decideFile, type FoundFile } from '../../store/articleRules';
import { limitedSearch } from '../../timeLimit';
import { toFlatRange } from '../convert';
import { uriOf } from '../reviews';
import { type FolderAnalysis, pause } from './folderAnalysis';
import { FolderNames } from './folderNames';
import type { FolderSetup, IndexFound, IndexHits, IndexSearch } from './messages';

/** Entries are written so many at a time, or after so many milliseconds. */
const [BATCH, BATCH_TIME] = [32, 1_000];

/** A folder of no more articles is looked through before each search; of a larger one, what changes must be told. */
const FEW = 2_000;

/** How long a search works before others get their turn, in milliseconds. */
const SLICE = 20;

interface Waiting {
  readonly path: string;
  readonly now: EntryKey;
}

/** The index of a workspace folder while it is kept up: which articles there are, and which of them it has as they are. */
export class FolderIndex {
  readonly #store: IndexStore;
  #folder: FolderSetup;
  #analysis: FolderAnalysis;
  /** By path in the folder: the articles in their order; undefined until the folder was looked through. */
  #order: ReadonlyMap<string, number> | undefined;
  #clean = new Set<string>();
  #waiting: Waiting[] = [];
  readonly #unwritten: Entry[] = [];
  #written = performance.now();
  /** Keys of articles, by path: they change with settings and with files of the project, which are told of. */
  #keys = new Map<string, string>();
  #looking = Promise.resolve();

  constructor(store: IndexStore, folder: FolderSetup, analysis: FolderAnalysis) {
    this.#store = store;
    this.#folder = folder;
    this.#analysis = analysis;
  }

  /** Settings, names, types or open files have changed: nothing is known until the folder was looked through again. */
  change(folder: FolderSetup, analysis: FolderAnalysis): void {
    this.#folder = folder;
    this.#analysis = analysis;
    this.#keys = new Map();
    this.#order = undefined;
  }

  /** What it knows of names. */
  get names(): FolderNames {
    return new FolderNames(this.#store, this.#folder.path);
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#clean.size, total: this.#order?.size ?? 0 };
  }

  /** Looks the folder through where something in it was written. */
  lookAnew(): Promise<void> {
    this.#keys = new Map();
    return this.look();
  }

  /** Looks the folder through: which articles there are, and which files were written. One look at a time. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(
      () => this.#look(),
      () => this.#look(),
    );
    return this.#looking;
  }

  async #look(): Promise<void> {
    const [analysis, folder] = [this.#analysis, this.#folder];
    this.#flush();
    const rules = articleRules(
      folder.settings,
      folder.path,
      limitedSearch(() => undefined),
    );
    const keys = this.#keys;
    const keyOf = async (path: string): Promise<string> => {
      const known = keys.get(path) ?? (await analysis.keyFor(folder, path, await rules.choices.of(path)));
      keys.set(path, known);
      return known;
    };
    const same = new Set<string>();
    const order = new Map<string, number>();
    const clean = new Set<string>();
    const waiting: Waiting[] = [];
    const decide = async (path: string, beside?: ReadonlySet<string>): Promise<FoundFile> => {
      const entry = this.#store.articles.get(pathIn(folder.path, path));
      if (entry !== undefined && entry.key === (await keyOf(path)) && isStill(path, entry)) {
        same.add(entry.path);
        return KNOWN;
      }
      return decideFile(path, rules, beside);
    };
    for await (const file of listFolder(folder.path, rules, decide)) {
      if (performance.now() - this.#rested > SLICE) await this.#rest();
      if (file.kind !== 'file' || !file.found.article) continue;
      const name = pathIn(folder.path, file.path);
      order.set(name, order.size);
      const now = same.has(name) ? 'clean' : this.#compare(file.path, name, await keyOf(file.path));
      if (now === 'clean') clean.add(name);
      else if (now !== undefined) waiting.push({ path: file.path, now });
    }
    // what changed meanwhile is looked at again
    if (folder !== this.#folder) return;
    this.#store.remove([...this.#store.articles.keys()].filter((path) => !order.has(path)));
    this.#order = order;
    this.#clean = clean;
    this.#waiting = waiting.reverse();
  }

  #rested = performance.now();

  async #rest(): Promise<void> {
    await pause();
    this.#rested = performance.now();
  }

  #compare(path: string, name: string, key: string): EntryKey | 'clean' | undefined {
    try {
      const found = freshness(path, key, this.#store.articles.get(name));
      if (found.is === 'touched') this.#store.touch(name, found.stat);
      if (found.is === 'same' || found.is === 'touched') return 'clean';
      return found.is === 'changed' ? found.now : undefined;
    } catch {
      // whoever searches it says why it cannot be read
      return undefined;
    }
  }

  /** Analyses the next article that has changed; false where there is none. */
  async step(): Promise<boolean> {
    const next = this.#waiting.pop();
    if (next === undefined) {
      this.#flush();
      return false;
    }
    const analysis = this.#analysis;
    const name = pathIn(this.#folder.path, next.path);
    if (this.#clean.has(name)) return true;
    // whoever searches it says why it cannot be read
    const document = await analysis.document(this.#folder, next.path).catch(() => undefined);
    if (document === undefined || analysis !== this.#analysis || !isStill(next.path, next.now)) return true;
    this.#unwritten.push(entryOf(name, next.now, document));
    if (this.#unwritten.length >= BATCH || performance.now() - this.#written > BATCH_TIME) this.#flush();
    return true;
  }

  #flush(): void {
    this.#written = performance.now();
    const entries = this.#unwritten.splice(0);
    if (entries.length === 0) return;
    this.#store.put(entries);
    for (const { path } of entries) this.#clean.add(path);
  }

  /**
   * What a query finds in the articles that the index has as they are, and which others there are. Undefined until it is
   * known which articles there are.
   *
   * @param alive - called while it works; throws where nobody waits any more.
   */
  async search(asked: IndexSearch, alive: () => void): Promise<IndexFound | undefined> {
    if (this.#order === undefined) return undefined;
    if (this.#order.size <= FEW) await this.look();
    const order = this.#order as ReadonlyMap<string, number> | undefined;
    if (order === undefined) return undefined;
    this.#flush();
    const elsewhere = new Set(asked.elsewhere.map((path) => pathIn(this.#folder.path, path)));
    const searching = new Searching(this.#store, this.#folder, asked);
    const rest: { order: number; path: string }[] = [];
    for (const [name, place] of order) {
      const article = this.#clean.has(name) && !elsewhere.has(name) ? this.#store.articles.get(name) : undefined;
      if (article === undefined) rest.push({ order: place, path: join(this.#folder.path, name) });
      else searching.take(article, place);
      if (performance.now() - this.#rested < SLICE) continue;
      alive();
      await this.#rest();
    }
    return { ...searching.result(), rest };
  }

  close(): Promise<void> {
    this.#flush();
    return this.#store.close();
  }
}

const KNOWN: FoundFile = { article: true, reason: 'prose', isText: true };

/** A search under way. */
class Searching {
  readonly #store: IndexStore;
  readonly #folder: FolderSetup;
  readonly #asked: IndexSearch;
  readonly #query: ReturnType<typeof compileQuery>;
  readonly #isCandidate: (article: IndexedArticle) => boolean;
  readonly #found: IndexHits[] = [];
  readonly #columns = new Set<string>();
  #lines = 0;
  #articles = 0;
  #tokens = 0;

  constructor(store: IndexStore, folder: FolderSetup, asked: IndexSearch) {
    this.#store = store;
    this.#folder = folder;
    this.#asked = asked;
    const parsed = parseQuery(asked.query);
    this.#query = compileQuery(parsed, asked);
    this.#isCandidate = store.candidates(parsed, asked);
  }

  take(article: IndexedArticle, order: number): void {
    this.#articles++;
    this.#tokens += article.tokens;
    for (const column of article.metadata.keys()) this.#columns.add(column);
    const uri = uriOf(join(this.#folder.path, article.path));
    const head = { ...article, id: uri };
    if (!this.#query.document.every((filter) => filter(head)) || !this.#isCandidate(article)) return;
    const document = this.#store.document(article, uri);
    const hits = search(this.#query, document);
    if (hits.length === 0) return;
    const places = new LineIndex(document.text);
    const lines = hits.slice(0, Math.max(0, this.#asked.mostLines - this.#lines)).map((hit) => {
      const { metadata: _, file: __, date: ___, ...line } = concordanceLine(document, hit, this.#asked.context);
      return { ...line, range: toFlatRange(places, line) };
    });
    this.#lines += lines.length;
    this.#found.push({ order, uri, date: article.date, metadata: article.metadata, lines, hits: hits.length });
  }

  result(): Omit<IndexFound, 'rest'> {
    return { found: this.#found, articles: this.#articles, tokens: this.#tokens, columns: [...this.#columns] };
  }
}
