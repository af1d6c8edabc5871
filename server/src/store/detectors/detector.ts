import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import type { Readable } from 'node:stream';
import { detectorMessages } from '../../messages/detectors';
import { messageOf } from '../../messages/error';
import type { Message } from '../../messages/message';
import type { ForeignSuggestion } from '../suggestions';
import {
  DetectorError,
  type DetectorOptions,
  type DetectorRequest,
  LONGEST_ANSWER,
  readAnswer,
  requestLine,
  TIMEOUT,
} from './contract';
import { endProgram } from './ending';
import { Chatter, Lines } from './output';

/** What a detector found, and how many of its annotations could not be used. */
export interface Detection {
  readonly suggestions: readonly ForeignSuggestion[];
  readonly version?: string;
  readonly dropped: number;
}

/** A detector that can be asked. Questions are answered one after the other. */
export interface Detector {
  /** Throws {@link DetectorError} with words for the user. */
  detect(request: DetectorRequest): Promise<Detection>;
  /** Ends its process, if it has one. */
  stop(): void;
}

/**
 * Makes a detector of a setting. Only for trusted workspaces: a command is run as it stands in the settings, without a
 * shell; a URL must be of this machine.
 *
 * @param folder - where a command is run.
 * @param log - told what the program says on standard error.
 */
export function createDetector(options: DetectorOptions, folder: string | undefined, log: (line: string) => void): Detector {
  const [program, ...args] = options.command ?? [];
  const detector = program !== undefined ? new ProcessDetector(options, program, args, folder, log) : new HttpDetector(options);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    detect: (request) => {
      const answer = queue.then(async () => readAnswer(await detector.ask(requestLine(request)), request, options));
      queue = answer.catch(() => undefined);
      return answer;
    },
    stop: () => detector.stop(),
  };
}

// A program that ends right after each start is not started for every keystroke.
const RESTART_AFTER = 5_000;
const MOST_FAILURES = 5;

/** A program that reads a JSON object a line on standard input and answers each with one on standard output. */
class ProcessDetector {
  readonly #options: DetectorOptions;
  readonly #program: string;
  readonly #args: readonly string[];
  readonly #folder: string | undefined;
  readonly #chatter: Chatter;
  #child: ChildProcessWithoutNullStreams | undefined;
  #waiting: { resolve(line: string): void; reject(error: DetectorError): void } | undefined;
  #failures = 0;
  #failedAt = 0;

  constructor(
    options: DetectorOptions,
    program: string,
    args: readonly string[],
    folder: string | undefined,
    log: (line: string) => void,
  ) {
    this.#options = options;
    this.#program = program;
    this.#args = args;
    this.#folder = folder;
    this.#chatter = new Chatter(log);
  }

  ask(line: string): Promise<string> {
    return new Promise<string>((resolve, reject) => {
      const timeout = this.#options.timeout ?? TIMEOUT;
      const timer = setTimeout(() => this.#fail(detectorMessages.timeoutEnded(timeout / 1000)), timeout);
      const done = <T>(settle: (value: T) => void) => {
        return (value: T): void => {
          clearTimeout(timer);
          this.#waiting = undefined;
          settle(value);
        };
      };
      this.#waiting = { resolve: done(resolve), reject: done(reject) };
      try {
        this.#running().stdin.write(`${line}\n`);
      } catch (error) {
        this.#fail(messageOf(error));
      }
    });
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    if (this.#failures >= MOST_FAILURES && Date.now() - this.#failedAt < RESTART_AFTER * this.#failures)
      throw new DetectorError(detectorMessages.leftAlone(this.#failures));
    const child = spawn(this.#program, [...this.#args], {
      cwd: this.#folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.#child = child;
    this.#chatter.reset();
    const listen = (stream: Readable, take: (line: string) => void): void => {
      const lines = new Lines((line) => {
        if (this.#child === child) take(line);
      });
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        if (this.#child === child && !lines.add(chunk)) this.#fail(detectorMessages.endless);
      });
    };
    listen(child.stdout, (line) => this.#read(line));
    listen(child.stderr, (line) => this.#hear(line));
    child.stdin.on('error', () => undefined);
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#child === child)
        this.#fail(error.code === 'ENOENT' ? detectorMessages.noProgram(this.#program) : messageOf(error));
    });
    child.on('exit', (code, signal) => {
      if (this.#child === child) this.#fail(detectorMessages.ended(signal ?? detectorMessages.exitStatus(code ?? 0)));
    });
    return child;
  }

  #read(line: string): void {
    // libraries greet and warn on standard output, too: an answer is an object
    if (!line.startsWith('{') || this.#waiting === undefined) {
      this.#hear(line);
      return;
    }
    this.#failures = 0;
    this.#chatter.reset();
    this.#waiting.resolve(line);
  }

  #hear(line: string): void {
    if (!this.#chatter.add(line)) this.#fail(detectorMessages.chatter);
  }

  /** Ends the process and tells who waits; the next question starts it again. */
  #fail(message: Message): void {
    this.#failures++;
    this.#failedAt = Date.now();
    this.stop();
    this.#waiting?.reject(new DetectorError(message));
  }

  stop(): void {
    const child = this.#child;
    this.#child = undefined;
    if (child) endProgram(child);
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/** A service on this machine: the question is posted, the answer is the body. */
class HttpDetector {
  readonly #options: DetectorOptions;

  constructor(options: DetectorOptions) {
    this.#options = options;
  }

  ask(line: string): Promise<string> {
    const { url, timeout = TIMEOUT } = this.#options;
    let address: URL;
    try {
      address = new URL(url ?? '');
    } catch {
      return Promise.reject(new DetectorError(detectorMessages.noCommand));
    }
    if (address.protocol !== 'http:' || !LOOPBACK.has(address.hostname))
      return Promise.reject(new DetectorError(detectorMessages.notHere(address.host)));
    return new Promise((resolve, reject) => {
      const fail = (message: Message): void => reject(new DetectorError(message));
      const sent = httpRequest(
        address,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(line) },
          timeout,
        },
        (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > LONGEST_ANSWER) sent.destroy(new DetectorError(detectorMessages.endless));
            else chunks.push(chunk);
          });
          response.on('end', () => {
            const body = Buffer.concat(chunks).toString('utf8');
            // a redirection would lead elsewhere: it is none of an answer
            if (response.statusCode === 200) resolve(body);
            else fail(detectorMessages.status(response.statusCode ?? 0, body.slice(0, 80)));
          });
        },
      );
      const timer = setTimeout(() => sent.destroy(new DetectorError(detectorMessages.timeout(timeout / 1000))), timeout);
      sent.on('close', () => clearTimeout(timer));
      sent.on('error', (error: NodeJS.ErrnoException) =>
        fail(error.code === 'ECONNREFUSED' ? detectorMessages.nothingListens(address.host) : messageOf(error)),
      );
      sent.end(line);
    });
  }

  stop(): void {}
}
