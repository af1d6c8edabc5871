import { join } from 'node:path';
import { entryOf } from '../../corpus/index/entry';
import { compared, isStill } from '../../corpus/index/freshness';
import type { IndexStore } from '../../corpus/index/indexStore';
import { pathIn } from '../../corpus/index/place';
import { NameDecisions } from '../../corpus/nameDecisions';
import type { CorpusTable } from '../../corpus/tables/table';
import { messageOf } from '../../messages/error';
import { indexingMessages } from '../../messages/indexing';
import { listFolder } from '../../store/articleFiles';
import { decideFile, type FoundFile } from '../../store/articleRules';
import { readNames } from '../../store/names';
import { ArticleKeys, KNOWN, rulesOf } from './articleKeys';
import { EntryWriter } from './entryWriter';
import { type FolderAnalysis, patiently } from './folderAnalysis';
import { FolderCount } from './folderCount';
import { neighbourByDate } from './folderDates';
import { FolderNames } from './folderNames';
import { FolderRows } from './folderRows';
import { FolderSearch } from './folderSearch';
import { FolderValues } from './folderValues';
import { KnownTables } from './knownTables';
import { type IndexHearer, type Looked, type Waiting, WaitingList } from './looked';
import type { FolderSetup, IndexBegun, IndexByDate, IndexDated, IndexSearch, IndexTable } from './messages';
import type { SearchRun } from './searchRun';
import { pause } from './turns';

/** So many articles are under way at a time: while one is analysed, the files of others are read. */
const WIDTH = 4;

/** A folder of no more articles is looked through before each search; of a larger one, what changes must be told. */
const FEW = 2_000;

/** How long looking a folder through works before others get their turn, in milliseconds. */
const SLICE = 20;

/** The index of a workspace folder while it is kept up: which articles there are, and which of them it has as they are. */
export class FolderIndex {
  readonly #store: IndexStore;
  #folder: FolderSetup;
  #analysis: FolderAnalysis;
  /** By path in the folder: the articles in their order; undefined until the folder was looked through. */
  #order: ReadonlyMap<string, number> | undefined;
  #clean = new Set<string>();
  readonly waiting = new WaitingList();
  readonly #underWay = new Set<Promise<void>>();
  /** How often the folder was looked through. */
  #looks = 0;
  readonly #writer: EntryWriter;
  #keys: ArticleKeys;
  #looking = Promise.resolve();
  #tables = new KnownTables();
  #problems: IndexBegun['problems'] = [];
  readonly #waiting: () => void;

  constructor(store: IndexStore, folder: FolderSetup, analysis: FolderAnalysis, { trouble, waiting }: IndexHearer) {
    this.#waiting = waiting;
    this.#writer = new EntryWriter(store, () => trouble(indexingMessages.unwritable));
    this.#store = store;
    this.#folder = folder;
    this.#analysis = analysis;
    this.#keys = this.#newKeys();
  }

  #newKeys(): ArticleKeys {
    // only a folder that is looked through before each search is worth it
    return new ArticleKeys(this.#folder, this.#analysis, FEW);
  }

  /** Settings, names, types or open files have changed: nothing is known until the folder was looked through again. */
  change(folder: FolderSetup, analysis: FolderAnalysis): void {
    this.#folder = folder;
    this.#analysis = analysis;
    this.#keys = this.#newKeys();
    this.#order = undefined;
  }

  /** Reads what people have decided on names; the server tells what cannot be read. */
  async readNames(): Promise<void> {
    const { path } = this.#folder;
    const decisions = await readNames(path, path).then(
      (read) => read.decisions,
      () => [],
    );
    this.#store.decide(new NameDecisions(decisions));
    this.#tables = new KnownTables();
  }

  /** What it knows of names. */
  get names(): FolderNames {
    return new FolderNames(this.#store, this.#folder.path);
  }

  byDate(asked: IndexByDate): IndexDated | undefined {
    return neighbourByDate(this.#store, this.#folder.path, asked);
  }

  /** What it has for the views. */
  get rows(): FolderRows {
    return new FolderRows(this.#store, this.#folder.path);
  }

  /** What it knows of values to complete queries with. */
  get values(): FolderValues {
    return new FolderValues(this.#store);
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#clean.size, total: this.#order?.size ?? 0 };
  }

  /** Looks the folder through where something in it was written. */
  lookAnew(): Promise<void> {
    this.#keys = this.#newKeys();
    this.#writer.retry();
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
    const folder = this.#folder;
    this.#looks++;
    this.#flush();
    const rules = rulesOf(folder);
    const keys = this.#keys;
    const { articles } = this.#store;
    let same: string | undefined;
    const looked: Looked = { order: new Map(), clean: new Set(), waiting: [], problems: [] };
    const decide = async (path: string, beside?: ReadonlySet<string>): Promise<FoundFile> => {
      const entry = articles.get(pathIn(folder.path, path));
      if (entry !== undefined && entry.key === (await keys.of(path)) && isStill(path, entry, beside)) {
        same = path;
        return KNOWN;
      }
      return decideFile(path, rules, beside);
    };
    for await (const file of listFolder(folder.path, rules, decide)) {
      if (performance.now() - this.#rested > SLICE) await this.#rest();
      if (file.kind === 'problem') looked.problems.push({ path: file.path, message: messageOf(file.problem) });
      if (file.kind !== 'file' || !file.found.article) continue;
      this.#note(file.path, same === file.path ? undefined : await keys.of(file.path), looked);
    }
    // what changed meanwhile is looked at again
    if (folder !== this.#folder) return;
    const gone = [...articles.keys()].filter((path) => !looked.order.has(path));
    if (gone.length > 0) this.#writer.write(() => this.#store.remove(gone));
    this.#problems = looked.problems;
    this.#order = looked.order;
    this.#clean = looked.clean;
    if (this.#writer.isStuck || looked.waiting.length === 0) return this.waiting.clear();
    this.waiting.fill(looked.waiting);
    // whoever looked may have done so for a search, when nobody was at work, or had just found nothing to do
    this.#waiting();
  }

  /** Takes note of an article; without a key it is known to be as it was. */
  #note(path: string, key: string | undefined, { order, clean, waiting }: Looked): void {
    const place = pathIn(this.#folder.path, path);
    // the same string as the store's, so that a large corpus has its names in memory once
    const name = this.#store.articles.get(place)?.path ?? place;
    order.set(name, order.size);
    if (key === undefined || this.#isSame(path, name, key)) clean.add(name);
    else waiting.push({ path, key });
  }

  #rested = performance.now();

  async #rest(): Promise<void> {
    await pause();
    this.#rested = performance.now();
  }

  /** Whether an article's files say what the index has of it. */
  #isSame(path: string, name: string, key: string): boolean {
    const known = this.#store.articles.get(name);
    if (known?.key !== key) return false;
    const found = compared(path, key, known);
    if (found?.is === 'touched') this.#writer.write(() => this.#store.touch(name, found.stat));
    return found?.is === 'same' || found?.is === 'touched';
  }

  /** Analyses on among the articles that have changed; false where there are none. */
  async step(): Promise<boolean> {
    while (this.#underWay.size < WIDTH) {
      const next = this.waiting.next();
      if (next === undefined) break;
      const working = this.#index(next).finally(() => this.#underWay.delete(working));
      this.#underWay.add(working);
    }
    if (this.#underWay.size === 0) {
      this.#flush();
      return false;
    }
    await Promise.race(this.#underWay);
    if (this.#writer.isDue) this.#flush();
    return true;
  }

  async #index({ path, key }: Waiting): Promise<void> {
    const [analysis, look] = [this.#analysis, this.#looks];
    const name = pathIn(this.#folder.path, path);
    if (this.#clean.has(name)) return;
    // it may have been analysed since, for an earlier look
    if (this.#isSame(path, name, key)) {
      this.#clean.add(name);
      return;
    }
    const files = compared(path, key, undefined);
    if (files?.is !== 'changed') return;
    // whoever searches it says why it cannot be read
    const document = await analysis.document(this.#folder, path).catch(() => undefined);
    if (document === undefined || analysis !== this.#analysis || !isStill(path, files.now)) return;
    // a look is no reason to begin anew, or who searches again and again would never find it indexed
    const isLate = look !== this.#looks;
    if (isLate && key !== (await this.#keys.of(path))) return;
    this.#writer.add(entryOf(name, files.now, document));
    // it waits again already
    if (isLate) this.#flush();
  }

  #flush(): void {
    for (const { path } of this.#writer.flush()) this.#clean.add(path);
    if (this.#writer.isStuck) this.waiting.clear();
  }

  /**
   * Begins to search or count the articles that the index has as they are. Undefined until it is known which articles there are.
   *
   * @param alive - called while the folder is looked through first; throws where nobody waits any more.
   * @returns the search or table, which goes on by itself, and the articles that others are to look through, or lay out, for it.
   */
  async begin(
    asked: IndexSearch | IndexTable,
    alive: () => void,
  ): Promise<{ readonly run: SearchRun | FolderCount; readonly begun: IndexBegun } | undefined> {
    if (this.#order === undefined) return undefined;
    if (this.#order.size <= FEW) await patiently(this.look(), alive);
    const order = this.#order as ReadonlyMap<string, number> | undefined;
    if (order === undefined) return undefined;
    this.#flush();
    const elsewhere = new Set(asked.elsewhere.map((path) => pathIn(this.#folder.path, path)));
    const left = [...order].filter(([name]) => !this.#clean.has(name) || elsewhere.has(name));
    const isKnown = left.every(([name]) => elsewhere.has(name));
    const going =
      asked.kind === 'search'
        ? new FolderSearch(this.#store, this.#folder, asked, order.size)
        : this.#count(asked, order, isKnown);
    if (going instanceof FolderCount && going.isKnown) return { run: going, begun: { left: [], problems: this.#problems } };
    const scanned = { order, left: new Set(left.map(([name]) => name)), isClean: (name: string) => this.#clean.has(name) };
    going.scan(scanned).catch((error) => going.run.fail(error));
    const begun = left.map(([name, place]) => ({ order: place, path: join(this.#folder.path, name) }));
    return { run: going.run, begun: { left: begun, problems: this.#problems } };
  }

  /** Counts, or has the table already: where all but what is laid out elsewhere is in the index as it is. */
  #count(asked: IndexTable, order: ReadonlyMap<string, number>, isKnown: boolean): FolderCount {
    const folder = this.#folder;
    const articles = [...order.keys()].map((name) => (this.#clean.has(name) ? this.#store.articles.get(name) : undefined));
    const key = isKnown ? this.#tables.keyOf(asked, articles) : undefined;
    const keep = key === undefined ? undefined : (table: CorpusTable) => this.#tables.keep(key, table, articles);
    return new FolderCount(this.#store, { folder, asked, total: order.size }, { table: this.#tables.get(key), keep });
  }

  /** Whether something in it could not be read: it is to be closed, and opened anew. */
  get isDamaged(): boolean {
    return this.#store.isDamaged;
  }

  close(): Promise<void> {
    if (!this.isDamaged) this.#flush();
    return this.#store.close();
  }
}
