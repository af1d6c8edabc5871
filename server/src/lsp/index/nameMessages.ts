import type { FoundName } from '../../corpus/index/names';
import type { FlatRange } from '../../protocol';

/** What names over all folders have a query's letters in their order. */
export interface IndexSymbols {
  readonly kind: 'symbols';
  readonly query: string;
  readonly most: number;
  /** Paths of articles whose names are known better elsewhere. */
  readonly elsewhere: readonly string[];
}

/** A name with its first mention in an article. */
export interface IndexSymbol extends FoundName {
  readonly uri: string;
  readonly range: FlatRange;
}

/** How often a canonical name stands in a folder's articles. */
export interface IndexCounts {
  readonly kind: 'counts';
  readonly folder: string;
  readonly name: string;
  readonly type: string;
}

/** Where a name stands in the next article that has it, or the previous one. */
export interface IndexNeighbour extends Omit<IndexCounts, 'kind'> {
  readonly kind: 'neighbour';
  readonly path: string;
  readonly direction: 'next' | 'previous';
}

/** A mention of a name in another article. */
export interface IndexPlace {
  readonly uri: string;
  readonly range: FlatRange;
  /** The search went over the last article, or the first one, to find it. */
  readonly wrapped: boolean;
  /** The article's place among those that have the name, from 1, and how many there are. */
  readonly index: number;
  readonly total: number;
}

/** What values a folder's articles have, to complete a query with. */
export interface IndexValues {
  readonly kind: 'values';
  readonly folder: string;
  /** `entity`, `speaker`, `date`, `language` or a column; empty: the columns themselves. */
  readonly of: string;
  /** What is written of the value. */
  readonly written: string;
  readonly most: number;
}

export interface IndexValue {
  readonly value: string;
  /** Articles that have it. */
  readonly articles: number;
}
