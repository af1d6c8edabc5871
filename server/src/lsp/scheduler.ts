import type { CancellationToken } from 'vscode-languageserver';
import type { ArticleSketch } from '../core/sketch';
import type { OpenDocument } from './documents';
import { cancelled, contentModified, describeError, type Log, SLOW } from './log';
import type { Laying, PreparedRun, SketchOr, Work } from './scheduledWork';
import { TURN } from './turns';

/**
 * What nobody waits for yet begins when no document has come or changed for this long, in milliseconds: a window that
 * opens with hundreds of articles says of all of them first, and the one on the screen is asked about last.
 */
const REST = 15;

/** What is left of an analysis once its colours were given is begun later: somebody types, and the next letter may come first. */
const REST_AFTER_SKETCH = 60;

// After what the connection has to read; where there is no setImmediate (a browser), after a timer of no length.
const soon: (run: () => void) => void = typeof setImmediate === 'function' ? setImmediate : (run) => setTimeout(run, 0);

interface Waiter<Result> {
  resolve(result: Result): void;
  reject(error: unknown): void;
  /** Of who is content with a sketch. */
  readonly sketch: ((sketch: ArticleSketch) => void) | undefined;
}

interface Entry<Result> {
  document: OpenDocument;
  /** Counts up with every reason to analyse again; what was begun under an older one is dropped. */
  turn: number;
  run?: PreparedRun<Result>;
  result?: { readonly value: Result };
  /** A result that nobody gets yet. */
  laying?: { readonly value: Result; readonly steps: Laying } | undefined;
  failed?: unknown;
  readonly waiters: Set<Waiter<Result>>;
}

/**
 * Analyses open documents, one slice at a time: documents that someone waits for go first (the short
 * before the long), then the latest changed. The
 * latest version wins; a run that is overtaken is dropped, and who waited for it is told that the content was modified.
 */
export class Scheduler<Result> {
  readonly #entries = new Map<string, Entry<Result>>();
  readonly #work: Work<Result>;
  readonly #log: Log;
  #ticking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What nobody waits for does not begin before. */
  #restUntil = 0;
  /** Documents with a run under way, the latest asked for last. */
  readonly #running = new Set<Entry<Result>>();

  constructor(work: Work<Result>, log: Log) {
    this.#work = work;
    this.#log = log;
  }

  /** A document was opened or changed. */
  update(document: OpenDocument): void {
    this.#restUntil = performance.now() + REST;
    const known = this.#entries.get(document.uri);
    if (known === undefined) {
      const entry: Entry<Result> = { document, turn: 0, waiters: new Set() };
      this.#entries.set(document.uri, entry);
      this.#begin(entry);
      return;
    }
    known.document = document;
    for (const waiter of known.waiters) waiter.reject(contentModified());
    known.waiters.clear();
    this.#begin(known);
  }

  /** Everything is to be analysed again, since settings or names have changed; who waits goes on waiting. */
  restart(uris: Iterable<string> = [...this.#entries.keys()]): void {
    for (const uri of uris) {
      const entry = this.#entries.get(uri);
      if (entry !== undefined) this.#begin(entry);
    }
  }

  /**
   * Makes a result again out of the one that is there: what is laid over the analysis has changed, the text has not.
   * Without a result nothing is done: the run under way ends with what holds then.
   *
   * @param told - until when nobody is told of it. What has come in its place by then is told instead.
   */
  revise(uri: string, change: (value: Result) => Result, told?: Promise<void>): void {
    const entry = this.#entries.get(uri);
    const before = entry?.result ?? entry?.laying;
    if (entry === undefined || before === undefined) return;
    const result = { value: change(before.value) };
    if (this.#lay(entry, result.value)) return;
    entry.laying = undefined;
    entry.result = result;
    if (told === undefined) this.#work.done(uri, result.value);
    else void told.then(() => this.#entries.get(uri)?.result === result && this.#work.done(uri, result.value));
  }

  close(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return;
    this.#entries.delete(uri);
    this.#running.delete(entry);
    entry.turn++;
    for (const waiter of entry.waiters) waiter.reject(contentModified());
    entry.waiters.clear();
  }

  /** The result for the version that is current now, if it is there. */
  ready(uri: string): Result | undefined {
    return this.#entries.get(uri)?.result?.value;
  }

  /**
   * The result for the version that is current now; undefined for a document that is not open.
   * @throws ResponseError ContentModified where another version comes first, RequestCancelled where the token says so.
   */
  current(uri: string, token?: CancellationToken): Promise<Result> | Result | undefined {
    return this.#ask(uri, token, (result) => result);
  }

  /** The same, or a sketch of the version that is current now where that is there first. */
  sketched(uri: string, token?: CancellationToken): Promise<SketchOr<Result>> | SketchOr<Result> | undefined {
    return this.#ask<SketchOr<Result>>(
      uri,
      token,
      (result) => ({ result }),
      (sketch, document) => ({ sketch, document }),
    );
  }

  #ask<T>(
    uri: string,
    token: CancellationToken | undefined,
    of: (result: Result) => T,
    ofSketch?: (sketch: ArticleSketch, document: OpenDocument) => T,
  ): Promise<T> | T | undefined {
    const entry = this.#entries.get(uri);
    if (entry === undefined) return undefined;
    if (entry.result !== undefined) return of(entry.result.value);
    // a question taken back before its turn never tells its token's listeners
    if (token?.isCancellationRequested) throw cancelled();
    if (entry.failed !== undefined) throw entry.failed;
    return new Promise<T>((resolve, reject) => {
      const sketch = ofSketch && ((found: ArticleSketch) => resolve(ofSketch(found, entry.document)));
      const waiter: Waiter<Result> = { resolve: (result) => resolve(of(result)), reject, sketch };
      entry.waiters.add(waiter);
      this.#tick();
      token?.onCancellationRequested(() => {
        entry.waiters.delete(waiter);
        reject(cancelled());
      });
    });
  }

  #begin(entry: Entry<Result>): void {
    const turn = ++entry.turn;
    entry.run = undefined;
    entry.result = undefined;
    entry.laying = undefined;
    entry.failed = undefined;
    this.#running.delete(entry);
    this.#work.prepare(entry.document).then(
      (run) => {
        if (entry.turn !== turn) return;
        entry.run = run;
        this.#running.add(entry);
        this.#tick();
      },
      (error) => {
        if (entry.turn === turn) this.#fail(entry, error);
      },
    );
  }

  #tick(): void {
    if (this.#ticking || this.#running.size === 0) return;
    this.#ticking = true;
    soon(() => {
      this.#ticking = false;
      const entry = this.#next();
      if (entry === undefined) return;
      if (entry.waiters.size === 0 && performance.now() < this.#restUntil) {
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined;
          this.#tick();
        }, REST);
        return;
      }
      this.#slice(entry);
      this.#tick();
    });
  }

  /** The shortest that someone waits for, so that no long document holds up a short one; else the latest. */
  #next(): Entry<Result> | undefined {
    let latest: Entry<Result> | undefined;
    let awaited: Entry<Result> | undefined;
    for (const entry of this.#running) {
      latest = entry;
      if (entry.waiters.size === 0) continue;
      if (awaited === undefined || entry.document.text.length < awaited.document.text.length) awaited = entry;
    }
    return awaited ?? latest;
  }

  #slice(entry: Entry<Result>): void {
    const started = performance.now();
    let last = started;
    try {
      for (;;) {
        if (this.#step(entry)) break;
        last = performance.now();
        if (last - started >= TURN) break;
      }
    } catch (error) {
      this.#fail(entry, error);
    }
    const spent = performance.now() - started;
    if (spent > SLOW)
      this.#log.warn(`${entry.document.uri}: ${spent.toFixed(0)} ms without a pause (${entry.document.text.length} characters)`);
  }

  /** One step of what is to be done for a document; whether it was the last, or somebody has got an answer. */
  #step(entry: Entry<Result>): boolean {
    if (entry.laying) {
      if (!entry.laying.steps.next().done) return false;
      this.#complete(entry, entry.laying.value);
      return true;
    }
    const run = entry.run as PreparedRun<Result>;
    const step = run.steps?.next();
    if (step && !step.done) return step.value !== undefined && this.#sketch(entry, run, step.value);
    const value = run.finish(step?.value);
    if (this.#lay(entry, value)) return false;
    this.#complete(entry, value);
    return true;
  }

  /** Gives a sketch to those who are content with it; whether there are any. */
  #sketch(entry: Entry<Result>, run: PreparedRun<Result>, make: () => ArticleSketch | undefined): boolean {
    const waiting = [...entry.waiters].filter(({ sketch }) => sketch !== undefined);
    const found = waiting.length > 0 ? run.sketched?.(make) : undefined;
    if (found === undefined) return false;
    for (const waiter of waiting) {
      entry.waiters.delete(waiter);
      waiter.sketch?.(found);
    }
    this.#restUntil = performance.now() + REST_AFTER_SKETCH;
    return true;
  }

  /** Begins to work out what nobody gets before; whether there is anything of the kind. */
  #lay(entry: Entry<Result>, value: Result): boolean {
    const steps = this.#work.laying?.(value);
    if (steps === undefined) return false;
    entry.run = undefined;
    entry.result = undefined;
    entry.laying = { value, steps };
    this.#running.add(entry);
    this.#tick();
    return true;
  }

  #complete(entry: Entry<Result>, value: Result): void {
    this.#running.delete(entry);
    entry.run = undefined;
    entry.laying = undefined;
    entry.result = { value };
    for (const waiter of entry.waiters) waiter.resolve(value);
    entry.waiters.clear();
    this.#work.done(entry.document.uri, value);
  }

  #fail(entry: Entry<Result>, error: unknown): void {
    this.#log.error(`Analysis of ${entry.document.uri} failed: ${describeError(error)}`);
    this.#running.delete(entry);
    entry.laying = undefined;
    entry.failed = error;
    for (const waiter of entry.waiters) waiter.reject(error);
    entry.waiters.clear();
  }
}
