import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { programVersion } from '../../corpus/index/freshness';
import { IndexStore } from '../../corpus/index/indexStore';
import { indexFolder } from '../../corpus/index/place';
import { messageOf } from '../../messages/error';
import { say } from '../../messages/say';
import { describeError, type Log } from '../log';
import { FolderAnalysis, pause } from './folderAnalysis';
import { FolderIndex } from './folderIndex';
import type { FolderSetup, FromIndex, IndexAnswers, IndexAsk, IndexSetup, ToIndex } from './messages';

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
  #version: string | undefined;
  #changes: Promise<void> = Promise.resolve();
  #paused = false;
  #isToLook = false;
  #working = false;

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
      if (known !== undefined) known.change(folder, analysis);
      else await this.#open(folder, analysis, setup.locale);
    }
    this.#isToLook = true;
    void this.#work();
  }

  async #open(folder: FolderSetup, analysis: FolderAnalysis, locale: string | undefined): Promise<void> {
    if (this.#refused.has(folder.uri)) return;
    this.#version ??= programVersion(this.#bundle, join(dirname(this.#bundle), 'models'));
    try {
      const store = await IndexStore.open(indexFolder(folder.storage, folder.path), this.#version);
      this.#folders.set(folder.uri, new FolderIndex(store, folder, analysis));
    } catch (error) {
      this.#refused.add(folder.uri);
      LOG.warn(`${folder.path}: ${say(messageOf(error), locale)}`);
    }
  }

  /** Looks folders through and analyses what has changed, until there is nothing to do. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      while (await this.#workOn()) await pause();
    } catch (error) {
      LOG.error(describeError(error));
    } finally {
      this.#working = false;
    }
  }

  async #workOn(): Promise<boolean> {
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
    }
  }

  async #answerTo(ask: IndexAsk, alive: () => void): Promise<IndexAnswers[IndexAsk['kind']]> {
    if (ask.kind === 'symbols') return [...this.#folders.values()].flatMap((index) => index.names.symbols(ask));
    const index = this.#folders.get(ask.folder);
    if (ask.kind === 'search') return index?.search(ask, alive);
    return ask.kind === 'counts' ? index?.names.counts(ask) : index?.names.neighbour(ask);
  }
}

/** In milliseconds. */
const TELL_EVERY = 200;
