import type { ReviewStatus, SearchLine, SearchParams } from '../../../server/src/protocol';
import { type Layout, layOut } from './layout';

/** What stands over the lines of a concordance, and how their files are called. */
export interface Head {
  readonly notes: readonly string[];
  fileOf(uri: string): string;
  /** What is said where lines are left out that somebody has decided on. */
  undecided(shown: number, all: number): string;
}

/** A concordance as it is shown: its lines, those that are ticked, and how people have decided on them. */
export class Shown {
  readonly params: SearchParams;
  #all: readonly SearchLine[];
  readonly ticked = new Set<SearchLine>();
  /** Null: nobody has decided. Absent: not asked yet. */
  readonly states = new Map<SearchLine, ReviewStatus | null>();
  readonly #head: Head;
  #notes: readonly string[];
  #isUndecidedOnly = false;
  #lines: readonly SearchLine[];
  #layout: Layout;

  constructor(params: SearchParams, lines: readonly SearchLine[], head: Head) {
    this.params = params;
    this.#all = lines;
    this.#notes = head.notes;
    this.#head = head;
    this.#lines = lines;
    this.#layout = this.#layOut();
  }

  /** The lines that are there, shown or not. */
  get all(): readonly SearchLine[] {
    return this.#all;
  }

  /** More lines have come behind those that are there, or other notes. */
  take(lines: readonly SearchLine[], notes: readonly string[]): void {
    this.#all = lines;
    this.#notes = notes;
    this.showOnlyUndecided(this.#isUndecidedOnly);
  }

  get layout(): Layout {
    return this.#layout;
  }

  /** The lines that are shown, in order. */
  get lines(): readonly SearchLine[] {
    return this.#lines;
  }

  get isUndecidedOnly(): boolean {
    return this.#isUndecidedOnly;
  }

  /** Shows all lines, or those alone that nobody has decided on as far as {@link states} says. */
  showOnlyUndecided(only: boolean): void {
    this.#isUndecidedOnly = only;
    this.#lines = only ? this.all.filter((line) => !this.isDecided(line)) : this.all;
    this.#layout = this.#layOut();
  }

  /** Whether a person has confirmed or rejected what is on a line. */
  isDecided(line: SearchLine): boolean {
    const state = this.states.get(line);
    return state === 'confirmed' || state === 'rejected';
  }

  /** How many lines the document has. */
  get lineCount(): number {
    return this.#layout.firstLine + this.#lines.length + 1;
  }

  /** The hit that a line of the document shows. */
  at(line: number): SearchLine | undefined {
    return this.#lines[line - this.#layout.firstLine];
  }

  /** The lines of the document from one up to another that show hits, by their numbers. */
  between(from: number, to: number): readonly number[] {
    const { firstLine } = this.#layout;
    const [first, last] = [Math.max(from, firstLine), Math.min(to, firstLine + this.#lines.length - 1)];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  }

  #layOut(): Layout {
    const { fileOf, undecided } = this.#head;
    const [total = '', ...others] = this.#notes;
    const left = this.#isUndecidedOnly ? [undecided(this.#lines.length, this.all.length)] : [];
    return layOut(
      this.#lines.map((line) => ({ ...line, file: fileOf(line.uri) })),
      [total, ...left, ...others],
    );
  }
}
