import type * as vscode from 'vscode';

const KEY = 'languageChoices';
const KEPT = 500;

/**
 * What the user chose for single documents, by address: kept over reloads of the window, the oldest forgotten first.
 * A choice is undone by another one alone.
 */
export class Choices {
  readonly #memento: vscode.Memento;
  readonly #choices: Map<string, string>;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    const kept = memento.get<unknown>(KEY);
    this.#choices = new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  }

  get(uri: string): string | undefined {
    return this.#choices.get(uri);
  }

  set(uri: string, languageId: string): void {
    this.#choices.delete(uri);
    this.#choices.set(uri, languageId);
    for (const oldest of this.#choices.keys()) {
      if (this.#choices.size <= KEPT) break;
      this.#choices.delete(oldest);
    }
    void this.#memento.update(KEY, [...this.#choices]);
  }

  /** Forgets the choices of all documents of which the test holds. */
  forget(test: (uri: string) => boolean): void {
    const before = this.#choices.size;
    for (const uri of [...this.#choices.keys()]) if (test(uri)) this.#choices.delete(uri);
    if (this.#choices.size !== before) void this.#memento.update(KEY, [...this.#choices]);
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');
}
