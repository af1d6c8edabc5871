/** The messages by which the views show the whole corpus, by its index, a page at a time. */
import { type FlatRange, notification, request } from './message';

/** What a view shows of all articles. */
export type CorpusViewKind = 'speakers' | 'dates' | 'entities';

export interface CorpusRowsParams {
  /** A folder or an article of the corpus. */
  readonly uri: string;
  readonly of: CorpusViewKind;
  /** Of entities a type, of dates a year (empty: without a place in the calendar). Without it the groups are told, and no rows. */
  readonly group?: string;
  /** What rows are to have in them: words in any order, whatever their case or accents. */
  readonly written: string;
  /** Rows from this one, counted from 0. */
  readonly from: number;
  readonly count: number;
}

/** Rows that belong together. */
export interface CorpusGroup {
  readonly id: string;
  readonly rows: number;
}

/** Somebody who speaks, somebody or something that is named, or a date, over all articles. */
export interface CorpusRow {
  /** By which its articles are asked for: a name, or a TIMEX3 value. */
  readonly name: string;
  /** Of an entity, or of a date (TIMEX3). */
  readonly type: string;
  /** For people, in their language. */
  readonly label: string;
  readonly articles: number;
  /** Mentions; of those who speak, quotations. */
  readonly count: number;
  /** A name that means nobody over all articles: it stays with its article. */
  readonly alone?: true;
  /** Other names that people have given it over the corpus. */
  readonly others?: readonly string[];
}

export interface CorpusRows {
  readonly groups: readonly CorpusGroup[];
  readonly rows: readonly CorpusRow[];
  /** How many there are. */
  readonly total: number;
  /** How many articles the index has as they are, and of how many. */
  readonly done: number;
  readonly of: number;
}

/** Client → server: a page of what a view shows of all articles; null where no index is ready. */
export const CorpusRowsRequest = request<CorpusRowsParams, CorpusRows | null>('corpus/rows');

export interface RowArticlesParams extends Pick<CorpusRowsParams, 'uri' | 'of' | 'from' | 'count'> {
  readonly name: string;
  readonly type: string;
}

/** An article that a row stands in. */
export interface RowArticle {
  readonly uri: string;
  /** From the workspace folder, with `/`. */
  readonly path: string;
  /** By metadata.csv. */
  readonly title?: string;
  /** EDTF. */
  readonly date?: string;
  readonly count: number;
}

export interface RowArticles {
  readonly articles: readonly RowArticle[];
  readonly total: number;
}

/** Client → server: a page of the articles of a row, in the order of time; null where no index is ready. */
export const RowArticlesRequest = request<RowArticlesParams, RowArticles | null>('corpus/rowArticles');

export interface RowPlacesParams extends Pick<RowArticlesParams, 'of' | 'name' | 'type'> {
  /** The article. */
  readonly uri: string;
}

/** A place in an article. */
export interface RowPlace {
  readonly range: FlatRange;
  /** The quotation, or the words around it, on one line. */
  readonly text: string;
  /** Of a quotation. */
  readonly kind?: 'direct' | 'mixed' | 'indirect' | 'scare' | 'title';
  readonly cue?: string;
}

/** Client → server: the places of a row in one of its articles, as people have decided; null where no index is ready. */
export const RowPlacesRequest = request<RowPlacesParams, readonly RowPlace[] | null>('corpus/rowPlaces');

/** Server → client: what the indexes have is another; for the views. */
export const CorpusChangedNotification = notification<null>('corpus/changed');
