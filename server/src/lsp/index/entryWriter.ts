import { troubleOf } from '../../corpus/index/database';
import type { Entry } from '../../corpus/index/entry';
import type { IndexStore } from '../../corpus/index/indexStore';

/** Entries are written so many at a time, or after so many milliseconds. */
const [BATCH, BATCH_TIME] = [32, 1_000];

/** Writes an index, many entries at once, as long as the disk takes them. */
export class EntryWriter {
  readonly #store: IndexStore;
  readonly #unwritable: () => void;
  readonly #entries: Entry[] = [];
  #since = performance.now();
  #isStuck = false;

  /** @param unwritable - told where something could not be written. */
  constructor(store: IndexStore, unwritable: () => void) {
    this.#store = store;
    this.#unwritable = unwritable;
  }

  /** Whether entries could not be written, though a few more may find room: none are worth making until something has changed. */
  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** Something has changed: it is worth trying again. */
  retry(): void {
    this.#isStuck = false;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  get isDue(): boolean {
    return this.#entries.length >= BATCH || performance.now() - this.#since > BATCH_TIME;
  }

  /** Writes what has been added; gives what was written. */
  flush(): readonly Entry[] {
    this.#since = performance.now();
    const entries = this.#entries.splice(0);
    if (entries.length === 0) return entries;
    if (this.write(() => this.#store.put(entries))) return entries;
    this.#isStuck = true;
    return [];
  }

  /** Writes something, or tells why that cannot be; what was written before stays. */
  write(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (error) {
      if (troubleOf(error) !== 'unwritable') throw error;
      this.#unwritable();
      return false;
    }
  }
}
