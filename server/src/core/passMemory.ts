import type { PlacedParagraph } from './document';

/** What a paragraph is known by from one version to the next. */
export type ParagraphKey = Pick<PlacedParagraph, 'view' | 'role'>;

/**
 * What the document passes keep of an article's last version, so that an edit costs what it changed: for each step of a pass a
 * list by paragraph. A version's paragraphs are those of the last one up to the edit and after it; what a step kept of them is
 * there again. Whether it still holds is for the step to tell: it keeps what it worked it out from, and compares.
 *
 * Nothing that is kept of a version is changed by the next one: one that is given up before it is kept leaves the last one as it
 * was; one that is given up later leaves in each list what its steps had come to, entry by entry.
 */
export interface PassMemory {
  /**
   * What a step kept by paragraph, undefined for those that are new. What is put into the list is there at the next version.
   * @param step - an id of its own
   */
  of<T>(step: string): (T | undefined)[];
  /** One thing that a step kept of the whole article. */
  whole<T>(step: string): { value: T | undefined };
}

/** Remembers nothing: for an article that is read once. */
export const forgetful = (count: number): PassMemory => ({
  of: () => new Array(count),
  whole: () => ({ value: undefined }),
});

/** The memory of one version, see {@link PassMemory}. */
export class VersionMemory implements PassMemory {
  readonly #keys: readonly ParagraphKey[];
  readonly #lists = new Map<string, unknown[]>();
  readonly #wholes = new Map<string, { value: unknown }>();
  readonly #prefix: number;
  readonly #suffix: number;
  #before: VersionMemory | undefined;

  /**
   * @param before - the memory of the last version
   */
  constructor(keys: readonly ParagraphKey[], before?: VersionMemory) {
    this.#keys = keys;
    this.#before = before;
    const old = before === undefined ? [] : before.#keys;
    const most = Math.min(keys.length, old.length);
    let prefix = 0;
    while (prefix < most && areOne(keys[prefix], old[prefix])) prefix++;
    let suffix = 0;
    while (suffix < most - prefix && areOne(keys[keys.length - 1 - suffix], old[old.length - 1 - suffix])) suffix++;
    this.#prefix = prefix;
    this.#suffix = suffix;
  }

  of<T>(step: string): (T | undefined)[] {
    let list = this.#lists.get(step);
    if (list === undefined) {
      list = this.#aligned(this.#before === undefined ? undefined : this.#before.#lists.get(step));
      this.#lists.set(step, list);
    }
    return list as (T | undefined)[];
  }

  whole<T>(step: string): { value: T | undefined } {
    let one = this.#wholes.get(step);
    if (one === undefined) {
      one = { value: this.#before === undefined ? undefined : this.#before.#wholes.get(step)?.value };
      this.#wholes.set(step, one);
    }
    return one as { value: T | undefined };
  }

  /** The last version is not needed any more: what it kept for steps that are still to come, or are not taken, is taken over. */
  close(): void {
    if (this.#before === undefined) return;
    for (const step of this.#before.#lists.keys()) this.of(step);
    for (const step of this.#before.#wholes.keys()) this.whole(step);
    this.#before = undefined;
  }

  #aligned(old: readonly unknown[] | undefined): unknown[] {
    const count = this.#keys.length;
    if (old === undefined) return new Array(count).fill(undefined);
    const list = old.slice(0, this.#prefix);
    for (let i = this.#prefix; i < count - this.#suffix; i++) list.push(undefined);
    for (let i = old.length - this.#suffix; i < old.length; i++) list.push(old[i]);
    return list;
  }
}

const areOne = (a: ParagraphKey | undefined, b: ParagraphKey | undefined): boolean => a?.view === b?.view && a?.role === b?.role;

/** What is remembered of an article. */
interface Remembered<T> {
  readonly memory: VersionMemory;
  /** What each of its paragraphs was found to be. */
  readonly paragraphs: readonly T[];
  /** How long its text was. */
  readonly size: number;
}

/** The memories of articles, the least recently read go first. */
export class ArticleMemories<T> {
  readonly #articles = new Map<string, Remembered<T>>();
  readonly #capacity: number;
  #size = 0;

  /** @param capacity - characters of text whose memories are kept at most */
  constructor(capacity = 4_000_000) {
    this.#capacity = capacity;
  }

  /** What the paragraphs of an article's last version were found to be. */
  paragraphsOf(article: string): readonly T[] {
    return this.#articles.get(article)?.paragraphs ?? [];
  }

  /** The memory for another version of an article. It takes the last one's place once {@link keep} is called. */
  begin(article: string, paragraphs: readonly ParagraphKey[]): VersionMemory {
    return new VersionMemory(paragraphs, this.#articles.get(article)?.memory);
  }

  /** Keeps the memory of a version; what its later steps keep goes into it. */
  keep(article: string, version: Remembered<T>): void {
    version.memory.close();
    this.#drop(article);
    this.#articles.set(article, version);
    this.#size += version.size;
    for (const oldest of this.#articles.keys()) {
      if (this.#size <= this.#capacity) break;
      this.#drop(oldest);
    }
  }

  #drop(article: string): void {
    this.#size -= this.#articles.get(article)?.size ?? 0;
    this.#articles.delete(article);
  }
}
