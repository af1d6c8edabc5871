import { Worker } from 'node:worker_threads';
import type { Decisions } from '../../store/decisions';
import { allSidecarNames, isSidecarName } from '../../store/sidecarNames';
import { threadSetup } from '../index/setup';
import { describeError } from '../log';
import { pathOf } from '../paths';
import type { AnalysedDocument, Session } from '../session';
import { refresh } from '../synchronise';
import { later } from '../timers';
import { taughtBy } from './folderLearning';
import type { LearningThreadData } from './learningThread';
import type { FromLearning, LearntOfForm, ToLearning } from './messages';

/** A window that opens has other things to do first; a text that is typed is learnt from when typing rests. In milliseconds. */
const REST = 300;
/** What the thread may hold, so that a folder of any size ends the thread and not the server. */
const MEMORY_MB = 512;
/** A thread that ends again and again does so for a reason that stays. */
const MOST_DEATHS = 3;

/** What was last told of an article. */
interface Told {
  readonly text: string;
  readonly decisions: Decisions;
}

/**
 * Learns from people's decisions in a thread of its own, and changes what is suggested in open articles. Nobody waits for it:
 * until it has learnt, and where it cannot, suggestions are as shipped.
 */
export class Learning {
  readonly #session: Session;
  #worker: Worker | undefined;
  #settingUp: NodeJS.Timeout | undefined;
  #deaths = 0;
  #lastId = 0;
  readonly #told = new Map<string, Told>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #asked = new Map<number, { readonly uri: string; readonly text: string }>();

  readonly #listing = new Map<number, (forms: readonly LearntOfForm[] | undefined) => void>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Begins to hear of decisions; the thread is started where a folder's settings want it. */
  start(): void {
    const { reviews } = this.#session;
    this.#session.onAnalysed((analysed) => this.#hear(analysed));
    reviews.onChanged({
      // a closed article that was decided on with others
      changed: (uri) => {
        if (this.#session.documents.get(uri) === undefined) this.#teach(uri);
      },
      writing: () => undefined,
    });
    reviews.onFileChanged((path) => this.#fileChanged(path));
    this.#setUpSoon();
  }

  /** Settings, names, types or folders have changed: all is learnt anew. */
  changed(): void {
    this.#setUpSoon();
  }

  /** A project forgets other things than before. */
  forgotten(): void {
    this.#post({ kind: 'forgotten' });
  }

  /** What was learnt in a workspace folder, once all that is known was learnt from; undefined where nothing is learnt. */
  list(folder: string): Promise<readonly LearntOfForm[] | undefined> {
    if (this.#worker === undefined) return Promise.resolve(undefined);
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#listing.set(id, resolve);
      this.#post({ kind: 'list', id, folder });
    });
  }

  #setUpSoon(): void {
    clearTimeout(this.#settingUp);
    this.#settingUp = later(REST, () =>
      this.#setUp().catch((error) => this.#session.log.error(`Nothing is learnt: ${describeError(error)}`)),
    );
  }

  async #setUp(): Promise<void> {
    const setup = await threadSetup(this.#session, '', (settings) => settings['learning.enabled']);
    if (setup.folders.length === 0) return this.#stop();
    this.#worker ??= this.#launch();
    this.#told.clear();
    this.#post({ kind: 'setup', setup });
    // once it has begun it says so, and is asked for what is open
    for (const uri of this.#session.reviews.held) this.#teach(uri);
  }

  #launch(): Worker {
    const data: LearningThreadData = { thread: 'learning', bundle: this.#session.bundle };
    const worker = new Worker(this.#session.bundle, {
      workerData: data,
      argv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.on('message', (message: FromLearning) => this.#take(message));
    worker.on('error', (error) => this.#session.log.error(`The thread that learns failed: ${describeError(error)}`));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#listNothing();
      this.#deaths++;
      if (this.#deaths < MOST_DEATHS) this.#setUpSoon();
      else this.#stop();
    });
    worker.unref();
    return worker;
  }

  /** Nothing is learnt any more: suggestions are as shipped. */
  #stop(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#asked.clear();
    this.#told.clear();
    this.#listNothing();
    for (const uri of this.#session.articles()) {
      const text = this.#session.documents.get(uri)?.text;
      if (text !== undefined) this.#apply(uri, text, []);
    }
  }

  #listNothing(): void {
    for (const resolve of this.#listing.values()) resolve(undefined);
    this.#listing.clear();
  }

  /** A version was analysed, or decided on: a decision teaches at once, a text when typing rests. */
  #hear({ document }: AnalysedDocument): void {
    if (this.#worker === undefined) return;
    const { uri, text } = document;
    this.#letGo();
    const told = this.#told.get(uri);
    clearTimeout(this.#waiting.get(uri));
    if (told === undefined || told.text === text) this.#teach(uri);
    else
      this.#waiting.set(
        uri,
        later(REST, () => {
          this.#waiting.delete(uri);
          this.#teach(uri);
        }),
      );
  }

  /** Of articles that were closed nothing is kept. */
  #letGo(): void {
    for (const uri of this.#told.keys()) {
      const path = pathOf(uri);
      if (path === undefined || this.#session.documents.get(uri) !== undefined) continue;
      this.#told.delete(uri);
      this.#post({ kind: 'closed', path });
    }
  }

  /** Tells the thread how an article stands, where there is anything new, and asks what is suggested in it then. */
  #teach(uri: string): void {
    const path = pathOf(uri);
    const state = this.#session.reviews.get(uri)?.state;
    if (this.#worker === undefined || path === undefined || state === undefined) return;
    const { decisions } = state;
    const { text } = decisions.document;
    const told = this.#told.get(uri);
    if (told?.text === text && told.decisions === decisions) return;
    this.#told.set(uri, { text, decisions });
    void this.#tell(uri, path, decisions);
  }

  async #tell(uri: string, path: string, decisions: Decisions): Promise<void> {
    const { text } = decisions.document;
    const [settings, { schema }] = await Promise.all([
      this.#session.settingsOfClosed(uri),
      this.#session.schemas.forArticle(uri),
    ]);
    // another one may have been told meanwhile
    if (this.#told.get(uri)?.decisions !== decisions) return;
    const taught = taughtBy(decisions, schema, settings['learning.annotators']);
    this.#post({ kind: 'taught', article: { path, text, ...taught } });
    // asked before it is told, the thread knows nothing of an article
    this.#ask(uri);
  }

  #fileChanged(path: string): void {
    if (this.#worker === undefined || !isSidecarName(path)) return;
    const isHeld = this.#session.reviews.held.some((uri) => allSidecarNames(pathOf(uri) ?? '').includes(path));
    if (!isHeld) this.#post({ kind: 'changed', paths: [path] });
  }

  #askAll(): void {
    for (const uri of this.#session.articles()) this.#ask(uri);
  }

  #ask(uri: string): void {
    const path = pathOf(uri);
    const text = this.#session.documents.get(uri)?.text;
    if (this.#worker === undefined || path === undefined || text === undefined) return;
    const id = ++this.#lastId;
    this.#asked.set(id, { uri, text });
    this.#post({ kind: 'suggest', id, path });
  }

  #take(message: FromLearning): void {
    if (message.kind === 'log') this.#session.log.warn(message.message);
    else if (message.kind === 'learnt') this.#askAll();
    else if (message.kind === 'listed') {
      this.#listing.get(message.id)?.(message.forms);
      this.#listing.delete(message.id);
    } else {
      const asked = this.#asked.get(message.id);
      // what was asked since is answered yet
      for (const [id, { uri }] of this.#asked) if (id <= message.id && uri === asked?.uri) this.#asked.delete(id);
      if (asked !== undefined) this.#apply(asked.uri, asked.text, message.changes);
    }
  }

  #apply(uri: string, text: string, changes: Parameters<Session['reviews']['setLearnt']>[2]): void {
    if (!this.#session.reviews.setLearnt(uri, text, changes)) return;
    this.#session.layAnew(uri);
    refresh(this.#session);
  }

  #post(message: ToLearning): void {
    this.#worker?.postMessage(message);
  }
}
