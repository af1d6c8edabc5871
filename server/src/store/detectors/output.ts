import { LONGEST_ANSWER } from './contract';

/** What a program says besides its answers is logged as far as somebody would read it, in lines and their length. */
const MOST_CHATTER = 100;
const LONGEST_LINE = 2_000;

/** Cuts what a program writes into lines. Each piece is looked at once, however long a line becomes. */
export class Lines {
  readonly #take: (line: string) => void;
  #pieces: string[] = [];
  #length = 0;

  /** @param take - told each line, without white space around it; empty ones are passed over. */
  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  /** Takes a piece in; false where a line is longer than any answer may be. */
  add(piece: string): boolean {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      this.#pieces.push(piece.slice(start, end));
      const line = this.#pieces.join('').trim();
      this.#pieces = [];
      this.#length = 0;
      start = end + 1;
      if (line !== '') this.#take(line);
    }
    if (start < piece.length) this.#pieces.push(piece.slice(start));
    this.#length += piece.length - start;
    return this.#length <= LONGEST_ANSWER;
  }
}

/** Logs what a program says besides its answers, so much between two of them and no more. */
export class Chatter {
  readonly #log: (line: string) => void;
  #lines = 0;
  #length = 0;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Takes a line; false where the program has said so much that it will hardly come to an answer. */
  add(line: string): boolean {
    this.#lines++;
    this.#length += line.length;
    if (this.#lines < MOST_CHATTER) this.#log(line.slice(0, LONGEST_LINE));
    else if (this.#lines === MOST_CHATTER) this.#log('… it goes on; no more is logged until its next answer');
    return this.#length <= LONGEST_ANSWER;
  }

  /** An answer came. */
  reset(): void {
    this.#lines = 0;
    this.#length = 0;
  }
}
