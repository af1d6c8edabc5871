import type * as vscode from 'vscode';
import { ARTICLE_LANGUAGE } from '../../../server/src/protocol';
import { PLAIN_TEXT } from './recognise';

const KEY = 'languageChoices';
const KEPT = 500;

/** What a person chose for a document. */
export type Choice = 'article' | 'plain';

/**
 * What the user chose for single documents that no project can keep it for (those in no folder or no file), by address:
 * kept over reloads of the window, the oldest forgotten first. Before projects kept choices, all were kept here.
 */
export class Choices {
  readonly #memento: vscode.Memento;
  readonly #choices: Map<string, string>;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    const kept = memento.get<unknown>(KEY);
    this.#choices = new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  }

  get(uri: string): Choice | undefined {
    const language = this.#choices.get(uri);
    if (language === undefined) return undefined;
    return language === ARTICLE_LANGUAGE ? 'article' : 'plain';
  }

  /** The addresses that have a choice. */
  uris(): readonly string[] {
    return [...this.#choices.keys()];
  }

  set(uri: string, choice: Choice): void {
    this.#choices.delete(uri);
    this.#choices.set(uri, choice === 'article' ? ARTICLE_LANGUAGE : PLAIN_TEXT);
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
