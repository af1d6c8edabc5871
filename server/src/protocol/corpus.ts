/**
 * The messages about many articles: all mentions, folders, exchange with other tools. Each takes long where
 * the corpus is large: it reports its progress and can be cancelled.
 */
import type { ReviewFilter, ReviewProgress } from '../store/reviewList';
import { type FlatRange, type LongParams, longRequest, request, requestOnDocument } from './message';

// ---------------------------------------------------------------------------------------------- all mentions

export interface ApplyToAllParams extends LongParams {
  /** The open article; `folder` scope goes over the workspace folder that it is in. */
  readonly uri: string;
  readonly scope: 'document' | 'folder';
  readonly verdict: 'confirm' | 'reject';
  /** An item, or what to look for. */
  readonly item?: string;
  readonly words?: string;
  readonly layer?: string;
  readonly type?: string;
}

/** `same`: only the decision is missing. `type`: has another type now. `new`: has nothing. `crosses`: lies in or across something. */
export type ApplyPlaceKind = 'same' | 'type' | 'new' | 'crosses';

export interface ApplyPlaceInfo {
  readonly range: FlatRange;
  readonly kind: ApplyPlaceKind;
  /** What is there now, in words. */
  readonly now?: string;
  /** The words with what stands around them, on one line, and where in it they stand. */
  readonly context: string;
  readonly highlight: readonly [start: number, end: number];
  /** Whether to tick it at first. */
  readonly chosen: boolean;
}

export interface ApplyToAllPreview {
  readonly words: string;
  readonly layer: string;
  readonly type: string;
  readonly title: string;
  readonly total: number;
  readonly files: readonly { readonly uri: string; readonly places: readonly ApplyPlaceInfo[] }[];
  /** Files that were passed over, and why. */
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: what "apply to all mentions" would do. Null where there is nothing to look for. */
export const ApplyToAllPreviewRequest = longRequest<ApplyToAllParams, ApplyToAllPreview | null>('review/applyToAll/preview');

export interface ApplyToAllChoice extends LongParams {
  readonly uri: string;
  readonly words: string;
  readonly layer: string;
  readonly type: string;
  readonly verdict: 'confirm' | 'reject';
  /** The ticked places of the preview. */
  readonly files: readonly { readonly uri: string; readonly ranges: readonly FlatRange[] }[];
}

export interface ApplyToAllResult {
  readonly places: number;
  readonly files: number;
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: does it, as one step to undo over all files. */
export const ApplyToAllRequest = longRequest<ApplyToAllChoice, ApplyToAllResult>('review/applyToAll');

// ---------------------------------------------------------------------------------------------- folders

export interface FolderReviewParams extends LongParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  readonly filter?: ReviewFilter;
}

export interface FileReview {
  readonly uri: string;
  readonly progress: ReviewProgress;
  /** Items that the filter lets through; without one, undecided ones. */
  readonly matching: number;
  readonly problem?: string;
}

/** Client → server: how far each article of a folder is, in the order of their names. Analyses all: cancellable, with progress. */
export const FolderReviewRequest = longRequest<FolderReviewParams, readonly FileReview[]>('review/folder');

export interface NextFileParams extends FolderReviewParams {
  readonly direction: 'next' | 'previous';
}

/** Client → server: the nearest article after (or before) this one that has matching items; null where none has. */
export const NextFileRequest = longRequest<NextFileParams, FileReview | null>('review/nextFile');

export interface CorpusCheck {
  readonly files: number;
  readonly problems: number;
  /** Articles that could not be read, and why. */
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: looks for inconsistencies over all articles of a folder and shows them as diagnostics until the next check. */
export const CheckCorpusRequest = longRequest<FolderReviewParams, CorpusCheck>('review/checkCorpus');

// ---------------------------------------------------------------------------------------------- search

export interface SearchParams extends LongParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  /** In the language that docs/search.md explains. */
  readonly query: string;
  readonly matchCase?: boolean;
  readonly ignoreAccents?: boolean;
  /** `left1`, `right2`, `node`, `date`, `file` or a column of the metadata; the strongest first. */
  readonly sort?: readonly string[];
  /** So many of the hits by chance, always the same for a seed. */
  readonly sample?: SearchSample;
  /** So many lines are given at once, the others by {@link SearchPageRequest}. Without it all are waited for, and given. */
  readonly page?: number;
}

export interface SearchSample {
  readonly size: number;
  readonly seed: number;
}

/** A line of a concordance. */
export interface SearchLine {
  readonly uri: string;
  readonly range: FlatRange;
  readonly left: string;
  readonly node: string;
  readonly right: string;
  /** Of the quotation that the hit begins in. */
  readonly speaker?: string;
  /** EDTF, of the article. */
  readonly date?: string;
}

export interface SearchResult {
  /** Why the query cannot be read; nothing was searched then. */
  readonly problem?: string;
  /** How much was found and searched, in words; as long as it goes on, what is to be expected. */
  readonly total: string;
  readonly lines: readonly SearchLine[];
  /** Hits that are not among the lines, since there are too many or they are asked for page by page. */
  readonly left: number;
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
  /** Of a search by pages: by which further pages are asked for. */
  readonly search?: number;
  /** Whether all was searched: until then `left` is an estimate. */
  readonly complete: boolean;
  /** How many lines can be asked for now; they grow until all was searched. */
  readonly available: number;
  /** The lines are sorted, or taken by chance, of what was searched so far: they are to be asked for anew once all was. */
  readonly provisional?: boolean;
}

/** Client → server: looks for words and annotations in all articles of a folder. */
export const SearchRequest = longRequest<SearchParams, SearchResult>('corpus/search');

export interface SearchPageParams extends LongParams, Pick<SearchParams, 'sort' | 'sample'> {
  readonly search: number;
  /** Lines from this one, counted from 0. */
  readonly from: number;
  readonly count: number;
}

/**
 * Client → server: lines of a search by pages, in any order and of any sample of its hits; waits until they are known. Null
 * where the search is no longer known, or an article has changed since: it is to be asked anew.
 */
export const SearchPageRequest = longRequest<SearchPageParams, SearchResult | null>('corpus/searchPage');

export interface SearchWholeParams extends LongParams {
  readonly search: number;
}

/**
 * Client → server: waits until a search by pages is through all articles, and gives its total; no lines. To cancel it ends
 * the search. Null where the search is no longer known.
 */
export const SearchWholeRequest = longRequest<SearchWholeParams, SearchResult | null>('corpus/searchWhole');

/** Client → server: a search is not asked for pages any more. */
export const SearchEndRequest = request<{ readonly search: number }, null>('corpus/searchEnd');

import type { Position } from 'vscode-languageserver-types';
export interface CorpusNameParams {
  readonly uri: string;
  readonly position: Position;
}

/** Client → server: the canonical name of the entity at a place, to be looked for in all articles; null where there is none. */
export const CorpusNameRequest = requestOnDocument<CorpusNameParams, string | null>('corpus/name');

export interface CorpusMentionParams {
  readonly uri: string;
  readonly position: Position;
  readonly direction: 'next' | 'previous';
}

/** A mention in another article of the name at a place. */
export interface CorpusMention {
  readonly uri: string;
  readonly range: FlatRange;
  /** The search went over the last article, or the first one, to find it. */
  readonly wrapped: boolean;
  /** The article's place among those that have the name, from 1, and how many there are. */
  readonly index: number;
  readonly total: number;
  readonly name: string;
}

/**
 * Client → server: the first mention of the name at a place in the next article that has it, or the last one in the previous
 * article, by the index. Null where there is no name, no other article has it, or there is no index yet.
 */
export const CorpusMentionRequest = requestOnDocument<CorpusMentionParams, CorpusMention | null>('corpus/mention');

export interface IndexParams {
  /** Pauses the analysis of articles for the indexes, or goes on with it. Without it, how far they are is asked alone. */
  readonly pause?: boolean;
}

export interface IndexState {
  /** Articles that the indexes have as they are, of all. */
  readonly done: number;
  readonly total: number;
  readonly paused: boolean;
  /** Whether there is nothing to do any more. */
  readonly idle: boolean;
}

/** Client → server: how far the indexes of the workspace folders are; null where none are kept. */
export const IndexRequest = request<IndexParams, IndexState | null>('corpus/index');

// ---------------------------------------------------------------------------------------------- exchange

export interface FormatInfo {
  readonly id: string;
  readonly title: string;
  readonly extensions: readonly string[];
  readonly variants: readonly string[];
  readonly readable: boolean;
  readonly writable: boolean;
}

/** Client → server: the formats that can be exported and imported. */
export const FormatsRequest = request<null, readonly FormatInfo[]>('review/formats');

export interface ExportParams extends LongParams {
  /** A folder or an article. */
  readonly uri: string;
  readonly format: string;
  readonly variant?: string;
  /** The folder with the TEI files that the articles came from, for annotations that go back into them. */
  readonly original?: string;
  /** The folder to write into. */
  readonly target: string;
  /** `decided`: what people decided; rejections where the format has their status (brat, CSV). `finished`: of finished articles alone. `all`: suggestions that nobody has decided on, too. */
  readonly content: 'decided' | 'finished' | 'all';
}

export interface ExportResult {
  readonly articles: number;
  readonly files: readonly string[];
  /** What the format could not say, most frequent first, with an example each in words. */
  readonly losses: readonly { readonly kind: string; readonly count: number; readonly example: string }[];
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

/** Client → server: writes a folder's annotations in another format. */
export const ExportRequest = longRequest<ExportParams, ExportResult>('review/export');

export interface ImportParams extends LongParams {
  /** Files of another tool. */
  readonly files: readonly string[];
  readonly format: string;
  /** The folder to put the articles and their decisions into; articles that are there keep their text. */
  readonly target: string;
}

export interface ImportResult {
  readonly articles: number;
  readonly annotations: number;
  readonly problems: readonly { readonly uri: string; readonly line?: number; readonly message: string }[];
}

/** Client → server: reads files of another tool as decisions. */
export const ImportRequest = longRequest<ImportParams, ImportResult>('review/import');
