import { parentPort, workerData } from 'node:worker_threads';
import { textNames } from '../../store/sidecarNames';
import { FolderAnalysis } from '../index/folderAnalysis';
import type { IndexSetup } from '../index/messages';
import { describeError, type Log } from '../log';
import { Finders } from './finders';
import { FolderLearning } from './folderLearning';
import type { FromLearning, TaughtArticle, ToLearning } from './messages';

/** What a thread that learns is told when it begins. */
export interface LearningThreadData {
  readonly thread: 'learning';
  /** The server's own file. */
  readonly bundle: string;
}

export const isLearningThread = (data: unknown): data is LearningThreadData =>
  (data as Partial<LearningThreadData> | null)?.thread === 'learning';

/** What the bundle does where it runs as the thread that learns from decisions. */
export function runLearningThread(): void {
  const thread = new LearningThread((workerData as LearningThreadData).bundle);
  parentPort?.on('message', (message: ToLearning) => thread.take(message));
}

const send = (message: FromLearning): void => parentPort?.postMessage(message);
const log = (message: string): void => send({ kind: 'log', message });
const LOG: Log = { info: log, warn: log, error: log };

/** Does what it is told in turn: first all that teaches, then it learns once, then it suggests. */
class LearningThread {
  readonly #bundle: string;
  readonly #finders: Finders;
  #folders: readonly FolderLearning[] = [];
  #setup: IndexSetup | undefined;
  /** By path: the last that an editor said of an article; it stands for what is on disk. */
  readonly #held = new Map<string, TaughtArticle>();
  readonly #toRead = new Set<string>();
  readonly #toTeach = new Map<string, TaughtArticle>();
  #isToForget = false;
  readonly #toList: Extract<ToLearning, { kind: 'list' }>[] = [];
  readonly #toClose = new Set<string>();
  readonly #toSuggest = new Map<string, number>();
  #working = false;

  constructor(bundle: string) {
    this.#bundle = bundle;
    this.#finders = new Finders(bundle);
  }

  take(message: ToLearning): void {
    switch (message.kind) {
      case 'setup':
        this.#setup = message.setup;
        break;
      case 'taught':
        this.#held.set(message.article.path, message.article);
        this.#toTeach.set(message.article.path, message.article);
        break;
      case 'changed':
        for (const path of message.paths.flatMap(textNames)) {
          this.#held.delete(path);
          this.#toRead.add(path);
        }
        break;
      case 'forgotten':
        this.#isToForget = true;
        break;
      case 'list':
        this.#toList.push(message);
        break;
      case 'closed':
        this.#toClose.add(message.path);
        break;
      case 'suggest':
        this.#toSuggest.set(message.path, message.id);
        break;
    }
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      // what has come meanwhile is done in the same round, so that thousands of decisions are learnt from once
      for (;;) {
        await new Promise((done) => setImmediate(done));
        if (!(await this.#step())) break;
      }
    } finally {
      this.#working = false;
    }
  }

  /** Does one thing; whether there was anything to do. */
  async #step(): Promise<boolean> {
    if (this.#setup !== undefined) await this.#begin(this.#setup);
    else if (this.#isToForget) await this.#forget();
    else if (this.#toTeach.size > 0) await this.#teach();
    else if (this.#toRead.size > 0) await this.#read();
    else return this.#learn() || this.#suggest() || this.#list() || this.#close();
    return true;
  }

  async #begin(setup: IndexSetup): Promise<void> {
    this.#setup = undefined;
    const analysis = new FolderAnalysis(this.#bundle, setup, LOG);
    this.#folders = setup.folders.map((folder) => new FolderLearning(folder, analysis, this.#finders));
    this.#isToForget = true;
    for (const article of this.#held.values()) this.#toTeach.set(article.path, article);
    for (const folder of this.#folders) {
      try {
        for await (const path of folder.annotated()) if (!this.#held.has(path)) this.#toRead.add(path);
      } catch (error) {
        LOG.warn([folder.folder.path, describeError(error)].join(': '));
      }
    }
    send({ kind: 'learnt' });
  }

  async #forget(): Promise<void> {
    this.#isToForget = false;
    for (const folder of this.#folders)
      await folder.readForgotten().catch((error) => LOG.warn([folder.folder.path, describeError(error)].join(': ')));
  }

  #list(): boolean {
    const asked = this.#toList.shift();
    if (asked === undefined) return false;
    const forms = this.#folders.find(({ folder }) => folder.uri === asked.folder)?.forms() ?? [];
    send({ kind: 'listed', id: asked.id, forms });
    return true;
  }

  /** Lets go of what is held of articles that nobody sees. */
  #close(): boolean {
    for (const path of this.#toClose) {
      this.#held.delete(path);
      this.#folderOf(path)?.close(path);
    }
    this.#toClose.clear();
    return false;
  }

  async #teach(): Promise<void> {
    for (const [path, article] of this.#toTeach) {
      this.#toTeach.delete(path);
      await this.#of(path, (folder) => folder.teach(article));
    }
  }

  async #read(): Promise<void> {
    const [path = ''] = this.#toRead;
    this.#toRead.delete(path);
    if (!this.#held.has(path)) await this.#of(path, (folder) => folder.read(path));
  }

  /** The innermost folder that has an article does something with it; what fails teaches nothing. */
  async #of(path: string, act: (folder: FolderLearning) => Promise<void>): Promise<void> {
    const folder = this.#folderOf(path);
    try {
      if (folder !== undefined) await act(folder);
    } catch (error) {
      LOG.warn([path, describeError(error)].join(': '));
    }
  }

  #folderOf(path: string): FolderLearning | undefined {
    const all = this.#folders.filter((folder) => folder.has(path));
    return all.sort((a, b) => b.folder.path.length - a.folder.path.length)[0];
  }

  #learn(): boolean {
    const isNew = this.#folders.map((folder) => folder.learn()).includes(true);
    if (isNew) send({ kind: 'learnt' });
    return isNew;
  }

  #suggest(): boolean {
    const [next] = this.#toSuggest;
    if (next === undefined) return false;
    const [path, id] = next;
    this.#toSuggest.delete(path);
    send({ kind: 'suggested', id, changes: this.#folderOf(path)?.suggest(path) ?? [] });
    return true;
  }
}
