import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Analyser, type ArticleInput, createAnalyser } from '../core/analyser';
import type { ArticleAnalysis } from '../core/analysis';
import type { GazetteerEntry } from '../core/entities/index';
import { modelReader } from '../models';

/** What an analyser of the command line is made with; plain data, so that a thread can be told. */
export interface AnalyserSetup {
  /** The folder that holds the bundle. */
  readonly home: string;
  readonly names: readonly GazetteerEntry[];
  readonly headerPatterns: readonly string[] | undefined;
}

/** Called when a layer fails somewhere; that layer is then left empty there. */
type OnError = (layer: string, message: string) => void;

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
  let threads: Thread[] = [];
  let read = 0;
  return {
    get width() {
      return threads.length === 0 ? 1 : threads.length * AHEAD;
    },
    async analyse(article) {
      read += article.text.length;
      if (here !== undefined && jobs > 1 && read > enough) {
        threads = Array.from({ length: jobs }, () => new Thread(file, setup, onError));
        here = undefined;
      }
      if (here !== undefined) return here.analyse(article);
      return threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least)).analyse(article);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function analyserFor({ home, names, headerPatterns }: AnalyserSetup, onError: OnError): Analyser {
  return createAnalyser({
    names,
    model: modelReader(home),
    // in a batch no paragraph comes twice
    reuse: false,
    onError: (layer, error) => onError(layer, String((error as Error)?.stack ?? error)),
    ...(headerPatterns && { headerPatterns }),
  });
}

type Answer =
  | { readonly kind: 'analysis'; readonly analysis: ArticleAnalysis }
  | { readonly kind: 'error'; readonly layer: string; readonly message: string };

interface Waiter {
  resolve(analysis: ArticleAnalysis): void;
  reject(error: unknown): void;
}

/** A thread that analyses articles one after the other. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiter[] = [];
  #failure: unknown;

  constructor(file: string, setup: AnalyserSetup, onError: OnError) {
    this.#worker = new Worker(file, { workerData: setup, argv: [] });
    this.#worker.on('message', (answer: Answer) => {
      if (answer.kind === 'error') onError(answer.layer, answer.message);
      else this.#waiting.shift()?.resolve(answer.analysis);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('a thread of the analysis ended')));
  }

  get busy(): number {
    return this.#failure === undefined ? this.#waiting.length : Number.POSITIVE_INFINITY;
  }

  analyse(article: ArticleInput): Promise<ArticleAnalysis> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(article);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const waiter of this.#waiting.splice(0)) waiter.reject(error);
  }
}

/** What the bundle does where it runs as a thread: answers each article with its analysis. */
export function runWorker(): void {
  const send = (answer: Answer): void => parentPort?.postMessage(answer);
  const analyser = analyserFor(workerData as AnalyserSetup, (layer, message) => send({ kind: 'error', layer, message }));
  parentPort?.on('message', (article: ArticleInput) => send({ kind: 'analysis', analysis: analyser.analyse(article) }));
}
