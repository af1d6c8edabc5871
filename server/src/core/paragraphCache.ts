/** What each paragraph weighs beside its text, in characters: millions of empty ones are not nothing. */
const ENTRY = 24;

/**
 * What was found in paragraphs, by their text: least recently used go first. Its size is counted in characters of text,
 * since what a paragraph's analysis weighs grows with it.
 */
export class ParagraphCache<T> {
  readonly #entries = new Map<string, T>();
  readonly #capacity: number;
  #size = 0;

  /** @param capacity - characters of text to keep at most. */
  constructor(capacity = 8_000_000) {
    this.#capacity = capacity;
  }

  get(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: T): void {
    if (!this.#entries.has(key)) this.#size += key.length + ENTRY;
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#capacity) break;
      this.#entries.delete(oldest);
      this.#size -= oldest.length + ENTRY;
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
