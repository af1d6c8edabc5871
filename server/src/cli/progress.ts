import { commandLine } from '../messages/commandLine';
import { type Words, wordsOf } from '../messages/topic';
/** A line that says how far a long job is, on a terminal alone: nothing is written where output is kept in a file. */
export class Progress {
  readonly #stream: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly #words: Words<typeof commandLine>;
  readonly #shown: boolean;
  readonly #begun = performance.now();
  #last = 0;
  #documents = 0;
  #characters = 0;

  constructor(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }, quiet: boolean, language?: string) {
    this.#stream = stream;
    this.#words = wordsOf(commandLine, language);
    this.#shown = !quiet && stream.isTTY === true;
  }

  /** Counts one document of so many characters. */
  step(characters: number): void {
    this.#documents++;
    this.#characters += characters;
    const now = performance.now();
    if (!this.#shown || now - this.#last < 200) return;
    this.#last = now;
    this.#stream.write(`\r\u001b[K${this.#line(now)}`);
  }

  /** Takes the line away, so that a message can be written. */
  clear(): void {
    if (this.#shown) this.#stream.write('\r\u001b[K');
  }

  finish(): void {
    if (!this.#shown) return;
    this.clear();
    this.#stream.write(`${this.#line(performance.now())}\n`);
  }

  #line(now: number): string {
    const seconds = Math.max(0.001, (now - this.#begun) / 1000);
    const millions = (this.#characters / 1e6).toFixed(1);
    return this.#words.progress(this.#documents, millions, seconds.toFixed(1), Math.round(this.#documents / seconds));
  }
}
