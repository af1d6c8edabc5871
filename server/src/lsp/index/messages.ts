import type { ConcordanceLine } from '../../corpus/concordance';
import type { FoundName, NameCounts } from '../../corpus/index/names';
import type { FlatRange, ServerSettings } from '../../protocol';

/** All that the thread must know of a workspace folder to analyse its articles as the server does. */
export interface FolderSetup {
  readonly uri: string;
  readonly path: string;
  /** The folder for indexes. */
  readonly storage: string;
  readonly settings: ServerSettings;
}

/** What the thread is told at the start, and again when any of it changes. */
export interface IndexSetup {
  readonly folders: readonly FolderSetup[];
  /** Every workspace folder's URI. */
  readonly roots: readonly string[];
  /** The project's files that are open in an editor, as they are there. */
  readonly open: readonly { readonly uri: string; readonly text: string }[];
  readonly locale: string | undefined;
  /** Of this program, for suggestions. */
  readonly version: string;
}

/** A search of a folder's articles. */
export interface IndexSearch {
  readonly kind: 'search';
  readonly folder: string;
  readonly query: string;
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
  /** Paths of articles that are looked through elsewhere: open ones, and those with decisions in memory. */
  readonly elsewhere: readonly string[];
  readonly context: number;
  readonly mostLines: number;
}

/** A hit, with its place in the text. */
export type IndexLine = Omit<ConcordanceLine, 'metadata' | 'file' | 'date'> & { readonly range: FlatRange };

/** An article's hits. */
export interface IndexHits {
  /** Its place among the folder's articles. */
  readonly order: number;
  readonly uri: string;
  readonly date: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  /** No more than are shown. */
  readonly lines: readonly IndexLine[];
  readonly hits: number;
}

/** What an index gives to a search. */
export interface IndexFound {
  readonly found: readonly IndexHits[];
  /** How much was searched. */
  readonly articles: number;
  readonly tokens: number;
  readonly columns: readonly string[];
  /** Articles that are not in the index as they are: they are to be looked through. */
  readonly rest: readonly { readonly order: number; readonly path: string }[];
}

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

export type IndexAsk = IndexSearch | IndexSymbols | IndexCounts | IndexNeighbour;

/** What a question is answered with; undefined where there is no index that is ready. */
export interface IndexAnswers {
  readonly search: IndexFound | undefined;
  readonly symbols: readonly IndexSymbol[] | undefined;
  readonly counts: NameCounts | undefined;
  readonly neighbour: IndexPlace | undefined;
}

/** To the thread. */
export type ToIndex =
  | { readonly kind: 'setup'; readonly setup: IndexSetup }
  /** Files may have changed: the folders are looked through again. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'pause'; readonly paused: boolean }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: IndexAsk }
  | { readonly kind: 'forget'; readonly id: number };

/** From the thread. */
export type FromIndex =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** A search is still going on. */
  | { readonly kind: 'alive'; readonly id: number }
  /** How many articles of all folders the indexes have as they are. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly idle: boolean }
  | { readonly kind: 'log'; readonly message: string };
