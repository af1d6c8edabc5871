import type { ConcordanceLine } from '../../corpus/concordance';
import type { IndexedArticle } from '../../corpus/index/indexStore';
import type { NameCounts } from '../../corpus/index/names';
import type { Hit } from '../../corpus/query/search';
import type { SearchDocument } from '../../corpus/searchDocument';
import type { CorpusTable, TableRequest } from '../../corpus/tables/table';
import type { Message } from '../../messages/message';
import type { RowArticles, SearchLine, ServerSettings } from '../../protocol';
import type { IndexCounts, IndexNeighbour, IndexPlace, IndexSymbol, IndexSymbols, IndexValue, IndexValues } from './nameMessages';
import type { IndexRowArticles, IndexRowPlaces, IndexRowPlacesFound, IndexRows, IndexRowsFound } from './rowMessages';

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

/** Begins to search a folder's articles. */
export interface IndexSearch {
  readonly kind: 'search';
  /** By which the search is asked for pages. */
  readonly run: number;
  readonly folder: string;
  readonly query: string;
  readonly matchCase: boolean;
  readonly ignoreAccents: boolean;
  /** Paths of articles that are looked through elsewhere: open ones, and those with decisions in memory. */
  readonly elsewhere: readonly string[];
  /** Paths of articles that are not searched: they are there already. */
  readonly without: readonly string[];
}

/** An article that an index does not have as it is: it is to be looked through. `order`: its place in the folder. */
export interface LeftArticle {
  readonly order: number;
  readonly path: string;
}

/** What is left to others when a search begins: the articles, in order. */
export interface IndexBegun {
  readonly left: readonly LeftArticle[];
  /** What cannot be looked into, such as a folder that may not be read. */
  readonly problems: readonly { readonly path: string; readonly message: Message }[];
}

/** An article with hits that was looked through elsewhere. */
export interface FoundElsewhere extends Pick<SearchDocument, 'language' | 'date' | 'metadata'> {
  readonly order: number;
  readonly uri: string;
  /** Of `packDocument`. */
  readonly data: Uint8Array;
  readonly hits: readonly Hit[];
}

/** What was looked through elsewhere since the last time. */
export interface RunExtension {
  readonly seen: readonly Pick<IndexedArticle, 'tokens' | 'metadata'>[];
  readonly found: readonly FoundElsewhere[];
  /** The place of the next article that is looked through; null: there is none. */
  readonly upTo: number | null;
}

/** Asks for lines of a search. */
export interface RunPageAsk {
  readonly from: number;
  readonly count: number;
  /** As people write keys; none: as they stand in the corpus. */
  readonly sort: readonly string[];
  /** Whose order of letters. */
  readonly language: string;
  readonly sample: { readonly size: number; readonly seed: number } | undefined;
  /** Tokens on each side. */
  readonly context: number;
  /** Whether all is waited for. */
  readonly whole?: boolean;
  /** Whether lines are wanted with all that is known of them, to be written into a file. */
  readonly full?: boolean;
  /** No longer than so many milliseconds is waited. */
  readonly within?: number;
}

/** How far a search is. */
export interface RunStatus {
  readonly hits: number;
  /** Articles that have some. */
  readonly withHits: number;
  /** Hits whose lines can be asked for. */
  readonly kept: number;
  /** How much was searched, and of how many articles. */
  readonly articles: number;
  readonly tokens: number;
  readonly of: number;
  readonly columns: readonly string[];
  readonly whole: boolean;
  /** Articles that changed while they were to be searched. */
  readonly late: readonly LeftArticle[];
}

/** Lines of a search. */
export interface RunPage {
  readonly lines: readonly SearchLine[];
  /** The lines, where they are wanted with all that is known of them; `lines` are none then. */
  readonly full?: readonly ConcordanceLine[];
  readonly status: RunStatus;
  /** How many lines of this order can be asked for now. */
  readonly available: number;
}

/** Asks a search that goes on for lines. */
export interface IndexPage extends RunPageAsk {
  readonly kind: 'page';
  readonly run: number;
}

/** Begins to count a folder's articles. */
export interface IndexTable {
  readonly kind: 'table';
  /** By which it is asked how far it is; articles are handed over to it as to a search. */
  readonly run: number;
  readonly folder: string;
  readonly request: TableRequest;
  /** Paths of articles that are laid out elsewhere: open ones, and those with decisions in memory. */
  readonly elsewhere: readonly string[];
  /** Changes with each change of an article that is laid out elsewhere; absent where one's state is not known. */
  readonly elsewhereAs?: string;
  /** Paths of articles that are not counted: they are there already. */
  readonly without: readonly string[];
}

/** Asks how far a table is. */
export interface IndexCounted {
  readonly kind: 'counted';
  readonly run: number;
  /** No longer than so many milliseconds is waited. */
  readonly within: number;
  /** Whether all articles that came late were handed over too. */
  readonly ended: boolean;
  /** Whether a table of what is counted so far is wanted. */
  readonly soFar?: boolean;
}

/** How far a table is. */
export interface CountStatus {
  /** How many articles were counted, and of how many. */
  readonly articles: number;
  readonly of: number;
  /** Whether the index was gone through, and what changed meanwhile. */
  readonly whole: boolean;
  readonly late: readonly LeftArticle[];
  /** The URI of the article that took too long: those after it are not counted. */
  readonly slow: string | undefined;
  /** Once all is counted; or of the articles so far, where that is wanted and there are twice as many as the last time. */
  readonly table: CorpusTable | undefined;
}

/** The article after another one by date, or before it. */
export interface IndexByDate {
  readonly kind: 'byDate';
  readonly folder: string;
  readonly path: string;
  readonly direction: 'next' | 'previous';
}

/** An article with its place among those that have a date, from 1. */
export interface IndexDated {
  readonly uri: string;
  /** EDTF. */
  readonly date: string;
  readonly index: number;
  readonly total: number;
}

export type IndexAsk =
  | IndexSearch
  | IndexPage
  | IndexTable
  | IndexCounted
  | IndexSymbols
  | IndexCounts
  | IndexNeighbour
  | IndexValues
  | IndexByDate
  | IndexRows
  | IndexRowArticles
  | IndexRowPlaces;

/** What a question is answered with; undefined where there is no index that is ready. */
export interface IndexAnswers {
  readonly search: IndexBegun | undefined;
  /** Undefined too where the search is not known any more. */
  readonly page: RunPage | undefined;
  readonly table: IndexBegun | undefined;
  /** Undefined too where the table is not known any more. */
  readonly counted: CountStatus | undefined;
  readonly symbols: readonly IndexSymbol[] | undefined;
  readonly counts: NameCounts | undefined;
  readonly neighbour: IndexPlace | undefined;
  readonly values: readonly IndexValue[] | undefined;
  readonly byDate: IndexDated | undefined;
  readonly rows: IndexRowsFound | undefined;
  readonly rowArticles: RowArticles | undefined;
  readonly rowPlaces: IndexRowPlacesFound | undefined;
}

/** To the thread. */
export type ToIndex =
  | { readonly kind: 'setup'; readonly setup: IndexSetup }
  /** Files may have changed: the folders are looked through again. */
  | { readonly kind: 'changed' }
  /** Articles that somebody looks at: they are analysed before others. */
  | { readonly kind: 'first'; readonly paths: readonly string[] }
  /** What people have decided on names may have changed. */
  | { readonly kind: 'names' }
  | { readonly kind: 'pause'; readonly paused: boolean }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: IndexAsk }
  | { readonly kind: 'forget'; readonly id: number }
  /** What was looked through elsewhere for a search. */
  | { readonly kind: 'extend'; readonly run: number; readonly more: RunExtension }
  /** Nobody wants a search any more. */
  | { readonly kind: 'stop'; readonly run: number };

/** From the thread. */
export type FromIndex =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** A search is still going on. */
  | { readonly kind: 'alive'; readonly id: number }
  /** How many articles of all folders the indexes have as they are. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly idle: boolean }
  /** What keeps the index of a folder from going on. */
  | { readonly kind: 'trouble'; readonly folder: string; readonly message: Message }
  | { readonly kind: 'log'; readonly message: string };
