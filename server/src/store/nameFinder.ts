import type { Span } from '../core/span';
import { atOnce, type InSteps } from './turns';
import { joins } from './words';

/** How names are used: for each name, how often each type was confirmed. */
export type NameUse = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts of the same things added up. */
export function addedUp(...counts: readonly (ReadonlyMap<string, number> | undefined)[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const types of counts) for (const [type, count] of types ?? []) sum.set(type, (sum.get(type) ?? 0) + count);
  return sum;
}

/** Whether a name is looked for where it is not annotated: a word of the language (pont) would be found in every sentence. */
export const isTelling = (words: string): boolean => /\p{Lu}/u.test(words) && words.length >= 3;

// A word or one mark: what a name begins with and is looked up by.
const UNIT = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** After so many comparisons others get their turn. */
const A_PAUSE = 2_000;

/** Finds many names in a text in one pass, however many names there are. */
export class NameFinder {
  /** By what they begin with. */
  readonly #names = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const [first] = name.match(UNIT) ?? [];
      if (first === undefined) continue;
      const known = this.#names.get(first);
      if (known) known.push(name);
      else this.#names.set(first, [name]);
    }
  }

  /** Where each name stands as words, as `wordOccurrences` has it; names that do not stand in the text are left out. */
  find(text: string): ReadonlyMap<string, readonly Span[]> {
    return atOnce(this.findInSteps(text));
  }

  /** The same, a step at a time: thousands of names may begin with the same word. */
  *findInSteps(text: string): InSteps<ReadonlyMap<string, readonly Span[]>> {
    const found = new Map<string, Span[]>();
    for (const place of this.#each(text)) {
      if (place === 'pause') {
        yield;
        continue;
      }
      const { name, start, end } = place;
      const spans = found.get(name);
      if (spans === undefined) found.set(name, [{ start, end }]);
      else if ((spans.at(-1) as Span).end <= start) spans.push({ start, end });
    }
    return found;
  }

  /** Whether any of the names stands in a text. */
  isIn(text: string): boolean {
    for (const place of this.#each(text)) if (place !== 'pause') return true;
    return false;
  }

  *#each(text: string): Generator<({ readonly name: string } & Span) | 'pause'> {
    let tried = 0;
    for (const { 0: unit, index: start } of text.matchAll(UNIT)) {
      for (const name of this.#names.get(unit) ?? []) {
        if (++tried % A_PAUSE === 0) yield 'pause';
        const end = start + name.length;
        if (text.startsWith(name, start) && !joins(text, end)) yield { name, start, end };
      }
    }
  }
}

/** The names that were confirmed in other articles than the one that is looked at. */
export interface CorpusNames {
  /** How often each type was confirmed for a name. */
  types(words: string): ReadonlyMap<string, number>;
  /** Where names stand that are worth looking for. */
  find(text: string): ReadonlyMap<string, readonly Span[]>;
}

/** The confirmed names of a corpus, added up once: what each article is to be compared with is then there without going over all others. */
export class CorpusNameUse {
  readonly #byArticle: ReadonlyMap<string, NameUse>;
  readonly #sum = new Map<string, ReadonlyMap<string, number>>();
  readonly #finder: NameFinder;

  /** @param byArticle - the confirmed names of each article, by its URI. */
  constructor(byArticle: ReadonlyMap<string, NameUse>) {
    this.#byArticle = byArticle;
    for (const use of byArticle.values())
      for (const [words, types] of use) this.#sum.set(words, addedUp(this.#sum.get(words), types));
    this.#finder = new NameFinder([...this.#sum.keys()].filter(isTelling));
  }

  /** Whether a name that was confirmed in any article stands in a text. */
  isIn(text: string): boolean {
    return this.#finder.isIn(text);
  }

  /** The names of all articles but one. */
  without(article: string): CorpusNames {
    const own = this.#byArticle.get(article);
    const types = (words: string): ReadonlyMap<string, number> => {
      const all = this.#sum.get(words) ?? new Map<string, number>();
      const here = own?.get(words);
      if (here === undefined) return all;
      return new Map(
        [...all].map(([type, count]) => [type, count - (here.get(type) ?? 0)] as const).filter(([, count]) => count > 0),
      );
    };
    return { types, find: (text) => new Map([...this.#finder.find(text)].filter(([words]) => types(words).size > 0)) };
  }
}
