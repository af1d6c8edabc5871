import { Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import { indexingMessages } from '../../messages/indexing';
import type { Message } from '../../messages/message';
import { cancelled, describeError } from '../log';
import { pathOf } from '../reviews';
import type { Session } from '../session';
import { showError } from '../tellFailures';
import type { IndexThreadData } from './indexThread';
import type { FromIndex, IndexAnswers, IndexAsk, RunExtension, ToIndex } from './messages';
import { threadSetup } from './setup';

/**
 * At most, of the thread, in megabytes: a hundred thousand articles take 170, a table of many parts some hundreds while it is
 * counted. Where something takes more, the thread ends and the window goes on. An engine that may take more waits longer
 * before it lets go of what nobody needs any more.
 */
const MEMORY = 1024;

/** A question to which nothing is heard for so long is given up with its thread. In milliseconds. */
export const PATIENCE = 10_000;

/** Changes are told together when they have rested so long. In milliseconds. */
const REST = 300;

interface Asked {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout | undefined;
}

/** A query that took too long was ended, with the thread that it ran in. */
export class TooSlowError extends Error {}

/** How far the indexes are: articles that they have as they are, of how many; `idle`: there is nothing to do any more. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
  readonly idle: boolean;
}

/** The indexes of the workspace folders, kept in a thread of their own. Nobody waits for them: where one is not ready, there is no answer. */
export class CorpusIndex {
  readonly #session: Session;
  readonly #storage: string;
  readonly #asked = new Map<number, Asked>();
  readonly #listeners: ((progress: IndexProgress) => void)[] = [];
  #worker: Worker | undefined;
  #lastId = 0;
  #deaths = 0;
  #settingUp: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #paused = false;
  readonly #told = new Set<string>();
  /** What the thread was told of settings, names and types is what holds. */
  #current = false;
  #progress: IndexProgress = { done: 0, total: 0, idle: false };

  /** @param storage - the extension's own folder, which indexes are kept in. */
  constructor(session: Session, storage: string) {
    this.#session = session;
    this.#storage = storage;
  }

  onProgress(listener: (progress: IndexProgress) => void): void {
    this.#listeners.push(listener);
  }

  get progress(): IndexProgress {
    return this.#progress;
  }

  /** Begins to keep the indexes. */
  start(): void {
    if (this.#worker === undefined) this.#setUpSoon(0);
  }

  /** Settings, names, types or folders have changed: no answer is given from what they were. */
  changed(): void {
    if (this.#worker === undefined) return;
    this.#doubt();
    this.#setUpSoon(REST);
  }

  /** Until the thread has been told what holds now, nothing is asked of it. */
  #doubt(): void {
    this.#current = false;
    this.#progress = { ...this.#progress, idle: false };
  }

  /** Files came, went or were written. */
  filesChanged(): void {
    if (this.#worker === undefined) return;
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => this.#post({ kind: 'changed' }), REST);
  }

  /** An article was opened: what stands in its file is analysed before others. */
  opened(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined) this.#post({ kind: 'first', paths: [path] });
  }

  /** People have decided on names: what is asked from now on is answered by that. */
  namesChanged(): void {
    this.#post({ kind: 'names' });
  }

  /** Whether nothing is analysed for the indexes for now. */
  get paused(): boolean {
    return this.#paused;
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    this.#post({ kind: 'pause', paused });
  }

  /**
   * Asks the thread. Undefined where there is no index that is ready, or none at all.
   *
   * @throws {@link TooSlowError} where nothing was heard for a long while; the thread is then another one
   */
  ask<A extends IndexAsk>(ask: A, token?: CancellationToken): Promise<IndexAnswers[A['kind']] | undefined> {
    if (this.#worker === undefined || !this.#current) return Promise.resolve(undefined);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve: resolve as Asked['resolve'], reject, timer: undefined });
      this.#wait(id);
      token?.onCancellationRequested(() => {
        const waiting = this.#take(id);
        if (waiting === undefined) return;
        this.#post({ kind: 'forget', id });
        waiting.reject(cancelled());
      });
      this.#post({ kind: 'ask', id, ask });
    });
  }

  /** A number for a search or a table in the thread. */
  newRun(): number {
    return ++this.#lastId;
  }

  /** Tells a search what was looked through for it elsewhere. */
  extend(run: number, more: RunExtension): void {
    this.#post({ kind: 'extend', run, more });
  }

  /** Nobody wants a search any more. */
  stop(run: number): void {
    this.#post({ kind: 'stop', run });
  }

  #setUpSoon(rest: number): void {
    clearTimeout(this.#settingUp);
    this.#settingUp = setTimeout(() => {
      this.#setUp().catch((error) => this.#session.log.error(`Indexes cannot be kept: ${describeError(error)}`));
    }, rest);
  }

  async #setUp(): Promise<void> {
    const setup = await threadSetup(this.#session, this.#storage, (settings) => settings['index.enabled']);
    if (this.#worker === undefined && setup.folders.length === 0) return;
    this.#worker ??= this.#launch();
    this.#post({ kind: 'setup', setup });
    this.#post({ kind: 'first', paths: [...this.#session.documents.all()].flatMap(({ uri }) => pathOf(uri) ?? []) });
    if (this.#paused) this.#post({ kind: 'pause', paused: true });
    this.#current = true;
  }

  #launch(): Worker {
    const data: IndexThreadData = { thread: 'index', bundle: this.#session.bundle };
    const worker = new Worker(this.#session.bundle, {
      workerData: data,
      argv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.on('message', (message: FromIndex) => this.#hear(message));
    worker.on('error', (error) => this.#session.log.error(`The thread of the indexes failed: ${describeError(error)}`));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#end();
    });
    worker.unref();
    return worker;
  }

  /** The thread has ended: who waits gets no answer, and there is another one, unless that keeps happening. */
  #end(): void {
    this.#worker = undefined;
    this.#doubt();
    for (const id of [...this.#asked.keys()]) this.#take(id)?.resolve(undefined);
    this.#deaths++;
    if (this.#deaths < MOST_DEATHS) this.#setUpSoon(REST);
    else this.#session.log.error('The thread of the indexes has ended too often: everything is searched without them.');
  }

  #hear(message: FromIndex): void {
    switch (message.kind) {
      case 'answer':
        this.#take(message.id)?.resolve(message.answer);
        break;
      case 'failed':
        if (this.#asked.has(message.id)) this.#session.log.error(`The index cannot answer: ${message.message}`);
        this.#take(message.id)?.resolve(undefined);
        break;
      case 'alive':
        this.#wait(message.id);
        break;
      case 'progress':
        this.#progress = message;
        for (const listener of this.#listeners) listener(message);
        break;
      case 'trouble':
        this.#tell(message.folder, message.message);
        break;
      case 'log':
        this.#session.log.warn(message.message);
        break;
    }
  }

  /** Tells a person what keeps an index from going on, once for each reason. */
  #tell(folder: string, message: Message): void {
    const said = this.#session.say(indexingMessages.trouble(folder, message));
    if (this.#told.has(said)) return;
    this.#told.add(said);
    showError(this.#session, said);
  }

  /** Gives a question time from now on. */
  #wait(id: number): void {
    const asked = this.#asked.get(id);
    if (asked === undefined) return;
    clearTimeout(asked.timer);
    asked.timer = setTimeout(() => {
      this.#take(id)?.reject(new TooSlowError());
      void this.#worker?.terminate();
    }, PATIENCE);
  }

  #take(id: number): Asked | undefined {
    const asked = this.#asked.get(id);
    clearTimeout(asked?.timer);
    this.#asked.delete(id);
    return asked;
  }

  #post(message: ToIndex): void {
    this.#worker?.postMessage(message);
  }
}

/** A thread that ends again and again does so for a reason that stays. */
const MOST_DEATHS = 5;
