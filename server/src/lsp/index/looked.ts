import type { Message } from '../../messages/message';

/** An article that is to be analysed. Its files are compared when it comes to that: a hundred thousand would keep a window waiting. */
export interface Waiting {
  readonly path: string;
  readonly key: string;
}

/** Who keeps an index up. */
export interface IndexHearer {
  /** Something keeps it from going on. */
  trouble(message: Message): void;
  /** There are articles to be analysed, in whichever look through the folder they were found. */
  waiting(): void;
}

/** What a look through a folder finds. */
export interface Looked {
  readonly order: Map<string, number>;
  readonly clean: Set<string>;
  readonly waiting: Waiting[];
  readonly problems: { readonly path: string; readonly message: Message }[];
}

/** The articles that are to be analysed, in the order of the corpus, but before all others those that somebody looks at. */
export class WaitingList {
  /** The next one is the last. */
  #waiting: Waiting[] = [];
  readonly #first = new Set<string>();

  /** @param waiting - all of them, in the order of the corpus */
  fill(waiting: readonly Waiting[]): void {
    this.#waiting = waiting.toReversed();
    this.#order();
  }

  clear(): void {
    this.#waiting = [];
  }

  next(): Waiting | undefined {
    const next = this.#waiting.pop();
    if (next !== undefined) this.#first.delete(next.path);
    return next;
  }

  /** Somebody looks at articles: they are next, as soon as it is known that they wait. */
  first(paths: readonly string[]): void {
    for (const path of paths) this.#first.add(path);
    this.#order();
  }

  #order(): void {
    const isFirst = ({ path }: Waiting): boolean => this.#first.has(path);
    if (!this.#waiting.some(isFirst)) return;
    this.#waiting = [...this.#waiting.filter((each) => !isFirst(each)), ...this.#waiting.filter(isFirst)];
  }
}
