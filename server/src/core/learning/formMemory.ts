import type { ArticleLessons, Lesson } from './lessons';

/** How often a form was decided to be of each type, an article counted once a type; the empty type is no name. */
export type FormCounts = ReadonlyMap<string, number>;

/** What a form that was decided alike adds to a type's score: where one article says so, with each doubling of them, where this one does. */
const ONE = 1.5;
const DOUBLED = 1.2;
const HERE = 6;

/** The forms that people decided on, with how often and where: what the dictionary of a project would hold. */
export class FormMemory {
  readonly #articles = new Map<string, Map<string, Set<string>>>();
  readonly #byArticle = new WeakMap<ArticleLessons, ReadonlyMap<string, ReadonlySet<string>>>();

  constructor(articles: readonly ArticleLessons[]) {
    for (const article of articles) this.add(article);
  }

  /** What one more article teaches. */
  add(article: ArticleLessons): void {
    for (const { form, type, said } of article.lessons) {
      if (!said) continue;
      const types = this.#articles.get(form) ?? new Map<string, Set<string>>();
      this.#articles.set(form, types);
      const keys = types.get(type) ?? new Set();
      types.set(type, keys);
      keys.add(article.key);
    }
  }

  has(form: string): boolean {
    return this.#articles.has(form);
  }

  /** All forms that were decided on, with the articles that decided that they are of each type. */
  entries(): IterableIterator<[form: string, decided: ReadonlyMap<string, ReadonlySet<string>>]> {
    return this.#articles.entries();
  }

  /** Which articles decided that a form is of each type. */
  decided(form: string): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#articles.get(form) ?? NOWHERE;
  }

  /**
   * Adds to scores what is remembered of a form, and gives them back.
   * @param here - the article that is judged: others are told apart from it, so that learning sees what a new article would
   */
  addTo(scores: Float32Array, form: string, labels: readonly string[], here?: ArticleLessons): Float32Array {
    const known = this.#articles.get(form);
    if (known === undefined) return scores;
    const others = new Map<string, number>();
    let sum = 0;
    for (const [type, keys] of known) {
      const count = keys.size - (here && keys.has(here.key) ? 1 : 0);
      others.set(type, count);
      sum += count;
    }
    for (let i = 0; i < labels.length; i++) {
      const count = others.get(labels[i] as string) ?? 0;
      if (count > 0) scores[i] = (scores[i] as number) + ((ONE + DOUBLED * Math.log2(count)) * count) / sum;
    }
    return scores;
  }

  /** The same for what was decided in the article itself: a further decision there is the likeliest to be alike. */
  addHere(scores: Float32Array, form: string, labels: readonly string[], here: ArticleLessons): void {
    const own = this.#formsOf(here).get(form);
    if (own?.size !== 1) return;
    const [type] = own;
    const at = labels.indexOf(type as string);
    if (at >= 0) scores[at] = (scores[at] as number) + HERE;
  }

  #formsOf(article: ArticleLessons): ReadonlyMap<string, ReadonlySet<string>> {
    let known = this.#byArticle.get(article);
    if (known === undefined) {
      known = formsOf(article.lessons);
      this.#byArticle.set(article, known);
    }
    return known;
  }
}

const NOWHERE: ReadonlyMap<string, ReadonlySet<string>> = new Map();

function formsOf(lessons: readonly Lesson[]): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { form, type, said } of lessons) {
    if (!said) continue;
    const types = forms.get(form) ?? new Set<string>();
    forms.set(form, types);
    types.add(type);
  }
  return forms;
}
