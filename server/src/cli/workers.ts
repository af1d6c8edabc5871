import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Analyser, type ArticleInput, createAnalyser } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import type { GazetteerEntry } from '../core/entities/index';
import { commandMessages } from '../messages/commandLine';
import { MessageError } from '../messages/error';
import { fileMessages } from '../messages/files';
import type { Message } from '../messages/message';
import { modelReader } from '../models';
import { limitedSearch } from '../timeLimit';

/** What an analyser of the command line is made with; plain data, so that a thread can be told. */
export interface AnalyserSetup {
  /** The folder that holds the bundle. */
  readonly home: string;
  readonly names: readonly GazetteerEntry[];
  readonly headerPatterns: readonly string[] | undefined;
}

/** Called when a layer fails somewhere; that layer is then left empty there. A header's pattern is told of likewise. */
type OnError = (layer: string, message: Message) => void;

/** Analyses articles, here or in threads of its own. */
export interface Analysers {
  /** How many articles can usefully be under way; grows when threads are started. */
  readonly width: number;
  analyse(article: ArticleInput): Promise<ArticleAnalysis>;
  close(): Promise<void>;
}

/** Each thread takes its time to load and to warm up: it pays where there is this much to do, in characters. */
const MUCH_TEXT = 1_000_000;
/** More would wait for the one that reads and writes; each takes memory for models of its own. */
const MOST_THREADS = 16;
/** Articles under way for each thread, so that none waits for its next one. */
const AHEAD = 4;

/**
 * Analyses in so many threads. Where their number is left open it begins in this one, and goes on in one thread a
 * processor where there is much to do.
 * @param file - the bundle, which runs as a thread too: see {@link runWorker}.
 */
export function startAnalysers(setup: AnalyserSetup, wanted: number | undefined, file: string, onError: OnError): Analysers {
  const jobs = wanted ?? Math.min(MOST_THREADS, availableParallelism());
  const enough = wanted === undefined ? MUCH_TEXT : 0;
  let here: Analyser | undefined = analyserFor(setup, onError);
  let pool: Pool | undefined;
  let read = 0;
  return {
    get width() {
      return pool === undefined ? 1 : jobs * AHEAD;
    },
    async analyse(article) {
      read += article.text.length;
      if (here !== undefined && jobs > 1 && read > enough) {
        pool = new Pool(jobs, (onDeath) => new Thread(file, setup, onError, onDeath));
        here = undefined;
      }
      return pool === undefined ? (here as Analyser).analyse(article) : pool.analyse(article);
    },
    close: async () => pool?.close(),
  };
}

/**
 * Threads that take each other's place. Where one dies, the article that it had in work is tried once more by itself, since
 * it may have been the others that took the memory; the ones after it go to the other threads.
 */
class Pool {
  readonly #threads: Thread[];
  readonly #start: (onDeath: OnDeath) => Thread;
  /** Trials one after the other: two articles that need all the memory do not need it at once. */
  #trials: Promise<unknown> = Promise.resolve();

  constructor(size: number, start: (onDeath: OnDeath) => Thread) {
    this.#start = start;
    this.#threads = Array.from({ length: size }, (_, place) => this.#startAt(place));
  }

  analyse(article: ArticleInput): Promise<ArticleAnalysis> {
    return new Promise((resolve, reject) => this.#give({ article, resolve, reject }));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #give(job: Job): void {
    this.#threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least)).take(job);
  }

  #startAt(place: number): Thread {
    return this.#start(([suspect, ...others]) => {
      this.#threads[place] = this.#startAt(place);
      if (suspect !== undefined) this.#trials = this.#trials.then(() => this.#tryAlone(suspect));
      for (const job of others) this.#give(job);
    });
  }

  /** Ends when the article is answered or has ended another thread. */
  async #tryAlone({ article, resolve, reject }: Job): Promise<void> {
    let thread: Thread | undefined;
    try {
      resolve(
        await new Promise<ArticleAnalysis>((done, failed) => {
          thread = this.#start((_, error) => failed(error));
          thread.take({ article, resolve: done, reject: failed });
        }),
      );
    } catch (error) {
      reject(error);
    } finally {
      await thread?.close();
    }
  }
}

function analyserFor({ home, names, headerPatterns }: AnalyserSetup, onError: OnError): Analyser {
  return createAnalyser({
    names,
    model: modelReader(home),
    // in a batch no paragraph comes twice
    reuse: false,
    limited: limitedSearch((pattern) => onError(`--header ${pattern}`, commandMessages.patternTooSlow)),
    onError: (layer, error) => onError(layer, unforeseen(error)),
    ...(headerPatterns && { headerPatterns }),
  });
}

type Answer =
  | { readonly kind: 'analysis'; readonly analysis: ArticleAnalysis }
  | { readonly kind: 'failure'; readonly message: Message }
  | { readonly kind: 'error'; readonly layer: string; readonly message: Message };

/** An article and who waits for its analysis. */
interface Job {
  readonly article: ArticleInput;
  resolve(analysis: ArticleAnalysis): void;
  reject(error: unknown): void;
}

/** Told of a thread that died: what it had in work, what waited behind it, and why. Not of one that was closed. */
type OnDeath = (jobs: readonly Job[], error: unknown) => void;

/** A thread that analyses articles one after the other. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Job[] = [];
  readonly #onDeath: OnDeath;
  #ended = false;

  constructor(file: string, setup: AnalyserSetup, onError: OnError, onDeath: OnDeath) {
    this.#onDeath = onDeath;
    this.#worker = new Worker(file, { workerData: setup, argv: [] });
    this.#worker.on('message', (answer: Answer) => {
      if (answer.kind === 'error') onError(answer.layer, answer.message);
      else if (answer.kind === 'analysis') this.#waiting.shift()?.resolve(answer.analysis);
      else this.#waiting.shift()?.reject(new MessageError(answer.message));
    });
    this.#worker.on('error', (error) => this.#die(deathOf(error)));
    this.#worker.on('exit', (code) => this.#die(new MessageError(commandMessages.threadEnded(code))));
  }

  get busy(): number {
    return this.#waiting.length;
  }

  take(job: Job): void {
    this.#waiting.push(job);
    this.#worker.postMessage(job.article);
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  #die(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#onDeath(this.#waiting.splice(0), error);
  }
}

function deathOf(error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new MessageError(commandMessages.outOfMemory);
  return new MessageError(commandMessages.threadFailed(message ?? String(error)));
}

/** What nobody foresaw, with where in the program it came up. */
const unforeseen = (error: unknown): Message => fileMessages.verbatim(String((error as Error)?.stack ?? error));

/** What the bundle does where it runs as a thread: answers each article with its analysis. */
export function runWorker(): void {
  const send = (answer: Answer): void => parentPort?.postMessage(answer);
  const analyser = analyserFor(workerData as AnalyserSetup, (layer, message) => send({ kind: 'error', layer, message }));
  parentPort?.on('message', (article: ArticleInput) => {
    try {
      send({ kind: 'analysis', analysis: analyser.analyse(article) });
    } catch (error) {
      send({ kind: 'failure', message: unforeseen(error) });
    }
  });
}
