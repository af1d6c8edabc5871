import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { troubleOf } from '../../corpus/index/database';
import { programVersion } from '../../corpus/index/freshness';
import { IndexStore } from '../../corpus/index/indexStore';
import { indexFolder } from '../../corpus/index/place';
import { messageOf } from '../../messages/error';
import { indexingMessages } from '../../messages/indexing';
import type { Message } from '../../messages/message';
import { say } from '../../messages/say';
import { describeError, type Log } from '../log';
import { FolderAnalysis } from './folderAnalysis';
import { FolderCount } from './folderCount';
import { FolderIndex } from './folderIndex';
import type {
  CountStatus,
  FolderSetup,
  FromIndex,
  IndexAnswers,
  IndexAsk,
  IndexBegun,
  IndexCounted,
  IndexPage,
  IndexSearch,
  IndexSetup,
  IndexTable,
  RunPage,
  ToIndex,
} from './messages';
import type { IndexRowArticles, IndexRowPlaces, IndexRows } from './rowMessages';
import { SearchRun } from './searchRun';
import { pause } from './turns';

/** What a thread for indexes is told when it begins. */
export interface IndexThreadData {
  readonly thread: 'index';
  /** The server's own file. */
  readonly bundle: string;
}

export const isIndexThread = (data: unknown): data is IndexThreadData =>
  (data as Partial<IndexThreadData> | null)?.thread === 'index';

/** What the bundle does where it runs as the thread that keeps the indexes of the workspace folders and answers from them. */
export function runIndexThread(): void {
  const thread = new IndexThread((workerData as IndexThreadData).bundle);
  parentPort?.on('message', (message: ToIndex) => thread.take(message));
}

const send = (message: FromIndex): void => parentPort?.postMessage(message);

const LOG: Log = {
  info: (message) => send({ kind: 'log', message }),
  warn: (message) => send({ kind: 'log', message }),
  error: (message) => send({ kind: 'log', message }),
};

class IndexThread {
  readonly #bundle: string;
  readonly #folders = new Map<string, FolderIndex>();
  /** Folders whose index another process has: not asked for again. */
  readonly #refused = new Set<string>();
  readonly #forgotten = new Set<number>();
  readonly #runs = new Map<number, SearchRun | FolderCount>();
  #version: string | undefined;
  #changes: Promise<void> = Promise.resolve();
  #paused = false;
  #isToLook = false;
  #working = false;
  #isCalled = false;
  readonly #setups = new Map<string, { readonly folder: FolderSetup; readonly analysis: FolderAnalysis }>();
  #healed = 0;
  #retrying: NodeJS.Timeout | undefined;

  constructor(bundle: string) {
    this.#bundle = bundle;
  }

  take(message: ToIndex): void {
    switch (message.kind) {
      case 'setup':
        this.#changes = this.#changes.then(() => this.#change(message.setup)).catch((error) => LOG.error(describeError(error)));
        break;
      case 'changed':
        this.#isToLook = true;
        void this.#work();
        break;
      case 'names':
        this.#changes = this.#changes.then(() => this.#readNames()).catch((error) => LOG.error(describeError(error)));
        break;
      case 'first':
        this.#changes = this.#changes.then(() => {
          for (const index of this.#folders.values()) index.waiting.first(message.paths);
        });
        break;
      case 'pause':
        this.#paused = message.paused;
        void this.#work();
        break;
      case 'ask':
        void this.#answer(message.id, message.ask);
        break;
      case 'forget':
        this.#forgotten.add(message.id);
        break;
      case 'extend':
        this.#runs.get(message.run)?.extend(message.more);
        break;
      case 'stop':
        this.#runs.get(message.run)?.stop();
        this.#runs.delete(message.run);
        break;
    }
  }

  async #change(setup: IndexSetup): Promise<void> {
    const analysis = new FolderAnalysis(this.#bundle, setup, LOG);
    for (const [uri, index] of this.#folders) {
      if (setup.folders.some((folder) => folder.uri === uri)) continue;
      this.#folders.delete(uri);
      await index.close();
    }
    for (const folder of setup.folders) {
      const known = this.#folders.get(folder.uri);
      this.#setups.set(folder.uri, { folder, analysis });
      if (known !== undefined) known.change(folder, analysis);
      else await this.#open(folder, analysis);
    }
    this.#isToLook = true;
    void this.#work();
  }

  async #open(folder: FolderSetup, analysis: FolderAnalysis): Promise<void> {
    if (this.#refused.has(folder.uri)) return;
    this.#version ??= programVersion(this.#bundle, join(dirname(this.#bundle), 'models'));
    try {
      const store = await IndexStore.open(indexFolder(folder.storage, folder.path), this.#version);
      const index = new FolderIndex(store, folder, analysis, {
        trouble: (message) => this.#trouble(folder.path, message),
        waiting: () => void this.#work(),
      });
      await index.readNames();
      this.#folders.set(folder.uri, index);
    } catch (error) {
      this.#refused.add(folder.uri);
      this.#trouble(folder.path, troubleOf(error) === undefined ? messageOf(error) : indexingMessages.unwritable);
    }
  }

  /** What people have decided on names holds from now on. */
  async #readNames(): Promise<void> {
    for (const index of this.#folders.values()) await index.readNames();
  }

  /** Tells why an index does not go on, and looks again later whether it can. */
  #trouble(folder: string, message: Message): void {
    send({ kind: 'trouble', folder, message });
    clearTimeout(this.#retrying);
    this.#retrying = setTimeout(() => this.take({ kind: 'changed' }), RETRY);
  }

  /** Makes indexes anew in which something could not be read. */
  async #heal(): Promise<void> {
    for (const [uri, index] of this.#folders) {
      const setup = this.#setups.get(uri);
      if (!index.isDamaged || setup === undefined) continue;
      this.#folders.delete(uri);
      await index.close();
      LOG.warn(`${setup.folder.path}: ${say(indexingMessages.damaged, undefined)}`);
      // a disk that damages what it holds is no place for an index
      if (++this.#healed > MOST_HEALED) this.#refused.add(uri);
      await this.#open(setup.folder, setup.analysis);
      this.#isToLook = true;
    }
  }

  /** Looks folders through and analyses what has changed, until there is nothing to do. */
  async #work(): Promise<void> {
    this.#isCalled = true;
    if (this.#working) return;
    this.#working = true;
    try {
      // who calls while it is about to find nothing to do is heard too
      for (; this.#isCalled; ) {
        this.#isCalled = false;
        while (await this.#workOn()) await pause();
      }
    } catch (error) {
      LOG.error(describeError(error));
      this.#tell(!this.#isDamaged);
    } finally {
      this.#working = false;
    }
    if (this.#isDamaged) void this.#work();
  }

  get #isDamaged(): boolean {
    return [...this.#folders.values()].some((index) => index.isDamaged);
  }

  async #workOn(): Promise<boolean> {
    await this.#heal();
    if (this.#isToLook) {
      this.#isToLook = false;
      for (const index of this.#folders.values()) await index.lookAnew();
      this.#tell();
    }
    if (this.#paused) return this.#isToLook;
    for (const index of this.#folders.values()) {
      if (!(await index.step())) continue;
      this.#tell();
      return true;
    }
    this.#tell(!this.#isToLook);
    return this.#isToLook;
  }

  #told = 0;

  #tell(idle = false): void {
    if (!idle && performance.now() - this.#told < TELL_EVERY) return;
    this.#told = performance.now();
    const all = [...this.#folders.values()].map(({ progress }) => progress);
    const sum = (key: 'done' | 'total'): number => all.reduce((total, progress) => total + progress[key], 0);
    send({ kind: 'progress', done: sum('done'), total: sum('total'), idle });
  }

  async #answer(id: number, ask: IndexAsk): Promise<void> {
    const alive = (): void => {
      if (this.#forgotten.delete(id)) throw new Error('forgotten');
      send({ kind: 'alive', id });
    };
    try {
      await this.#changes;
      send({ kind: 'answer', id, answer: await this.#answerTo(ask, alive) });
    } catch (error) {
      send({ kind: 'failed', id, message: describeError(error) });
      if (this.#isDamaged) void this.#work();
    }
  }

  async #answerTo(ask: IndexAsk, alive: () => void): Promise<IndexAnswers[IndexAsk['kind']]> {
    if (ask.kind === 'symbols') return [...this.#folders.values()].flatMap((index) => index.names.symbols(ask));
    if (ask.kind === 'page' || ask.kind === 'counted') return this.#goOn(ask, alive);
    const index = this.#folders.get(ask.folder);
    if (ask.kind === 'search' || ask.kind === 'table') return this.#begin(ask, index, alive);
    if (ask.kind === 'byDate') return index?.byDate(ask);
    if (ask.kind === 'values') return index?.values.find(ask);
    if (ask.kind === 'rows' || ask.kind === 'rowArticles' || ask.kind === 'rowPlaces') return rowsOf(index, ask);
    return ask.kind === 'counts' ? index?.names.counts(ask) : index?.names.neighbour(ask);
  }

  /** Asks a search or a table that goes on. */
  async #goOn(ask: IndexPage | IndexCounted, alive: () => void): Promise<RunPage | CountStatus | undefined> {
    const run = this.#runs.get(ask.run);
    if (ask.kind === 'page') return run instanceof SearchRun ? run.page(ask, alive) : undefined;
    return run instanceof FolderCount ? run.counted(ask, alive) : undefined;
  }

  async #begin(
    ask: IndexSearch | IndexTable,
    index: FolderIndex | undefined,
    alive: () => void,
  ): Promise<IndexBegun | undefined> {
    const found = await index?.begin(ask, alive);
    if (found !== undefined) this.#runs.set(ask.run, found.run);
    return found?.begun;
  }
}

function rowsOf(
  index: FolderIndex | undefined,
  ask: IndexRows | IndexRowArticles | IndexRowPlaces,
): IndexAnswers[typeof ask.kind] {
  if (index === undefined) return undefined;
  if (ask.kind === 'rowArticles') return index.rows.articles(ask);
  if (ask.kind === 'rowPlaces') return index.rows.places(ask);
  const { done, total } = index.progress;
  return { ...index.rows.rows(ask), done, of: total };
}

const MOST_HEALED = 5;

/** A disk that was full may have room again after so long. In milliseconds. */
const RETRY = 60_000;

/** In milliseconds. */
const TELL_EVERY = 200;
