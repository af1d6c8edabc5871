import { articleValue, type SortKey, samplePlaces, sortsByText, sortValue } from './concordance';
import { GrowingNumbers } from './growingNumbers';
import type { DocumentHead } from './query/filters';
import type { Hit } from './query/search';
import type { SearchDocument } from './searchDocument';

/** Of so many hits the places are kept; more are counted. */
const MOST_HITS = 2_000_000;

/** Where the articles of hits are. `document`: undefined where it is there no more as it was searched. */
export interface Library<Source> {
  head(source: Source): DocumentHead;
  document(source: Source): SearchDocument | undefined;
  /** Reads many articles at once, where that is faster. */
  together?<T>(run: () => T): T;
}

/** In which order hits are given, and how many of them. */
export interface Arrangement {
  /** The first the strongest; none: as they stand in the corpus. */
  readonly keys: readonly SortKey[];
  /** Whose order of letters. */
  readonly language: string;
  /** So many by chance, always the same for a seed; undefined: all. */
  readonly sample: { readonly size: number; readonly seed: number } | undefined;
}

/** A hit with its article. */
export interface PlacedHit<Source> {
  readonly source: Source;
  readonly hit: Hit;
}

/**
 * The hits of a search, in eight bytes each: their articles and places alone. What a line shows is read when it is shown, and
 * hits are sorted by numbers that stand for the words beside them, so that a million need some megabytes.
 *
 * `Source` tells an article.
 */
export class HitList<Source> {
  readonly #library: Library<Source>;
  readonly #sources: Source[] = [];
  /** Of each article: its place in the corpus, and its first hit among all. */
  readonly #orders = new GrowingNumbers();
  readonly #from = new GrowingNumbers();
  readonly #first = new GrowingNumbers();
  readonly #last = new GrowingNumbers();
  readonly #most: number;
  #counted = 0;
  #articles = 0;
  #inOrder: InOrder = { articles: new Uint32Array(0), upTo: new Uint32Array(0) };

  /** @param most - of so many hits the places are kept. */
  constructor(library: Library<Source>, most = MOST_HITS) {
    this.#library = library;
    this.#most = most;
  }

  /** Adds an article's hits; `order` is its place in the corpus. */
  add(source: Source, order: number, hits: readonly Hit[]): void {
    if (hits.length === 0) return;
    this.#counted += hits.length;
    this.#articles++;
    if (this.#first.length >= this.#most) return;
    this.#sources.push(source);
    this.#orders.push(order);
    this.#from.push(this.#first.length);
    for (const { first, last } of hits.slice(0, this.#most - this.#first.length)) {
      this.#first.push(first);
      this.#last.push(last);
    }
  }

  /** How many hits there are, and how many articles have them. */
  get counts(): { readonly hits: number; readonly articles: number } {
    return { hits: this.#counted, articles: this.#articles };
  }

  /** How many hits can be given. */
  get kept(): number {
    return this.#first.length;
  }

  /** How many hits stand in articles before a place in the corpus. */
  before(order: number): number {
    const { articles, upTo } = this.#byOrder();
    let [low, high] = [0, articles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#orders.at(articles[middle] as number) < order) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (upTo[low - 1] as number);
  }

  /** Some of the hits, as they stand in the corpus. */
  inOrder(from: number, count: number): readonly PlacedHit<Source>[] {
    return Array.from({ length: Math.max(0, Math.min(count, this.kept - from)) }, (_, i) => this.#placed(this.#nth(from + i)));
  }

  /** Some of the hits of an arrangement, in its order. */
  arranged(numbers: Uint32Array, from: number, count: number): readonly PlacedHit<Source>[] {
    return Array.from(numbers.subarray(from, from + count), (number) => this.#placed(number));
  }

  /** Arranges the hits: their numbers, for {@link arranged}. In steps, since a million take seconds. */
  *arrange({ keys, language, sample }: Arrangement): Generator<void, Uint32Array> {
    const places = samplePlaces(this.kept, sample?.size ?? this.kept, sample?.seed ?? 1);
    let numbers: Uint32Array = places.map((place) => this.#nth(place));
    const columns = keys.map(() => new Ranked());
    let [article, document]: [number, SearchDocument | undefined] = [-1, undefined];
    const isText = keys.some(sortsByText);
    for (const number of numbers) {
      const own = this.#articleOf(number);
      const source = this.#sources[own] as Source;
      if (own !== article) {
        // what is read of it must be read before anything is written
        yield;
        if (isText) document = this.#library.document(source);
        article = own;
      }
      const hit = this.#hit(number);
      for (const [k, key] of keys.entries())
        columns[k]?.push(document ? sortValue(document, hit, key) : articleValue(this.#library.head(source), key));
    }
    const { compare } = new Intl.Collator(language, { numeric: true });
    let order: Uint32Array = Uint32Array.from(numbers, (_, i) => i);
    // each sort keeps the order of equals, so that the weakest key comes first
    for (const column of columns.reverse()) {
      order = column.sorted(order, compare);
      yield;
    }
    numbers = order.map((i) => numbers[i] as number);
    return numbers;
  }

  #placed(number: number): PlacedHit<Source> {
    return { source: this.#sources[this.#articleOf(number)] as Source, hit: this.#hit(number) };
  }

  #hit(number: number): Hit {
    return { first: this.#first.at(number), last: this.#last.at(number) };
  }

  /** The article that a hit stands in: the last one that begins no later. */
  #articleOf(number: number): number {
    let [low, high] = [0, this.#from.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#from.at(middle) <= number) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The number of the hit at a place of the corpus's order. */
  #nth(place: number): number {
    const { articles, upTo } = this.#byOrder();
    let [low, high] = [0, articles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) <= place) low = middle + 1;
      else high = middle;
    }
    const before = low === 0 ? 0 : (upTo[low - 1] as number);
    return this.#from.at(articles[low] as number) + place - before;
  }

  /** The articles in the corpus's order, each with how many hits there are up to its end. */
  #byOrder(): InOrder {
    const { length } = this.#sources;
    if (this.#inOrder.articles.length === length) return this.#inOrder;
    const articles = Uint32Array.from({ length }, (_, i) => i).sort((a, b) => this.#orders.at(a) - this.#orders.at(b));
    const upTo = new Uint32Array(length);
    let sum = 0;
    for (const [i, article] of articles.entries()) {
      sum += (article + 1 < length ? this.#from.at(article + 1) : this.kept) - this.#from.at(article);
      upTo[i] = sum;
    }
    this.#inOrder = { articles, upTo };
    return this.#inOrder;
  }
}

interface InOrder {
  readonly articles: Uint32Array;
  readonly upTo: Uint32Array;
}

/** Values of hits, each as the number of its form. */
class Ranked {
  readonly #forms = new Map<string, number>();
  readonly #values = new GrowingNumbers();

  push(form: string): void {
    const number = this.#forms.get(form) ?? this.#forms.size;
    this.#forms.set(form, number);
    this.#values.push(number);
  }

  /** Sorts places by their values, by counting: forms are compared once, not hits. Equals stay as they are. */
  sorted(places: Uint32Array, compare: (a: string, b: string) => number): Uint32Array {
    const forms = [...this.#forms.keys()];
    const ranks = new Uint32Array(forms.length);
    let rank = 0;
    const byForm = Uint32Array.from(forms, (_, i) => i).sort((a, b) => compare(forms[a] as string, forms[b] as string));
    for (const [i, form] of byForm.entries()) {
      const before = byForm[i - 1];
      if (before !== undefined && compare(forms[before] as string, forms[form] as string) !== 0) rank++;
      ranks[form] = rank;
    }
    const starts = new Uint32Array(rank + 2);
    const rankOf = (place: number): number => ranks[this.#values.at(place)] as number;
    for (const place of places) starts[rankOf(place) + 1] = (starts[rankOf(place) + 1] as number) + 1;
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] as number) + (starts[i - 1] as number);
    const sorted = new Uint32Array(places.length);
    for (const place of places) {
      const at = starts[rankOf(place)] as number;
      sorted[at] = place;
      starts[rankOf(place)] = at + 1;
    }
    return sorted;
  }
}
