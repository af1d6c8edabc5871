import { fstatSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { commandMessages } from '../messages/commandLine';
import { messageOf } from '../messages/error';
import { fileMessages } from '../messages/files';
import { say } from '../messages/say';
import { FileError } from '../store/files';

/**
 * Standard output that writes all or fails. Where it is a file, Node calls the system once for each piece and takes what
 * that has written for the whole: on a disk that is nearly full the rest is lost without a word. There, each piece is
 * written until nothing is left of it.
 */
export function standardOutput(): NodeJS.WritableStream {
  return isPlain(1) ? new FileOutput(1) : process.stdout;
}

/** What does not make a writer wait as a terminal, a pipe or a socket may. */
function isPlain(file: number): boolean {
  try {
    const found = fstatSync(file);
    return !process.stdout.isTTY && (found.isFile() || found.isCharacterDevice());
  } catch {
    return false;
  }
}

class FileOutput extends Writable {
  readonly #file: number;

  constructor(file: number) {
    super({ decodeStrings: true });
    this.#file = file;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    try {
      for (let at = 0; at < chunk.length; ) {
        const written = writeSync(this.#file, chunk, at, chunk.length - at);
        if (written <= 0)
          throw new FileError(say(commandMessages.standardOutput, undefined), 'incomplete', fileMessages.notWhole);
        at += written;
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

/** Ends the program where its output cannot be written: silently where the reader has closed (head), else saying why, with status 1. */
export function endOnFailure(stream: NodeJS.WritableStream, language: string | undefined): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    tellSync(`${say(commandMessages.at(commandMessages.standardOutput, messageOf(error)), language)}\n`);
    process.exit(1);
  });
}

/** The program ends with the next line: the words must be out by then. */
function tellSync(words: string): void {
  try {
    writeSync(2, words);
  } catch {
    // nobody can be told
  }
}
