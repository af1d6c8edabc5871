import { dirname } from 'node:path';
import { LANGUAGE_PACKS } from '../../core/languages/registry';
import type { Looking } from '../../core/learning/article';
import { createSpanFinder, type SpanFinder } from '../../core/learning/spans';
import { modelReader } from '../../models';

/** Finds candidates by language; a model is opened once. */
export class Finders {
  readonly #bundle: string;
  readonly #finders = new Map<string, SpanFinder | undefined>();

  constructor(bundle: string) {
    this.#bundle = bundle;
  }

  /** What an article's spans are looked for with; undefined for a language without a model. */
  for(language: string, isForm: (form: string) => boolean): Looking | undefined {
    const pack = LANGUAGE_PACKS.find(({ id }) => id === language);
    if (pack === undefined) return undefined;
    if (!this.#finders.has(language))
      this.#finders.set(language, createSpanFinder(modelReader(dirname(this.#bundle))(language), pack.entities));
    const finder = this.#finders.get(language);
    return finder && { finder, pack, isForm };
  }
}
