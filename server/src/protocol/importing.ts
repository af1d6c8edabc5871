import type { ColumnMapping } from '../import/readers/columns';
import type { DayOrder } from '../import/readers/date';
import { type LongParams, longRequest } from './message';

/** What articles are to be made of. */
export interface ImportArticlesSource extends LongParams {
  /** Files and folders, as URIs. */
  readonly sources: readonly string[];
  /** What a person has said of the columns; null: none, whatever it is called. The rest is told by their names. */
  readonly columns?: ColumnMapping;
  readonly dayOrder?: DayOrder;
}

export interface ImportArticlesPreview {
  /** Files that would be read, and those of a folder that are of no kind that is. */
  readonly files: number;
  readonly passedOver: number;
  /** Of tables and records; empty for other files. */
  readonly columns: readonly { readonly name: string; readonly example: string }[];
  /** What the columns are taken for. */
  readonly mapping: ColumnMapping;
  /** The first articles. */
  readonly articles: readonly ImportArticlesExample[];
  /** What cannot be read among the first, in words. */
  readonly problems: readonly string[];
}

export interface ImportArticlesExample {
  /** Its title, or what stands for one. */
  readonly title: string;
  /** Its date and what else is known, on one line. */
  readonly facts: string;
  readonly beginning: string;
}

/** Client → server: the first articles that files hold; nothing is written. */
export const ImportArticlesPreviewRequest = longRequest<ImportArticlesSource, ImportArticlesPreview>('corpus/import/preview');

export interface ImportArticlesParams extends ImportArticlesSource {
  /** The folder to write into, as a URI. */
  readonly target: string;
}

export interface ImportArticlesResult {
  readonly articles: number;
  /** What came of it, in words: the first line says it all. */
  readonly summary: readonly string[];
  /** What could not be read or is in doubt, in words; the first of them. */
  readonly problems: readonly string[];
}

/** Client → server: writes a text for each article into a folder. Given up, what is done stays and is told. */
export const ImportArticlesRequest = longRequest<ImportArticlesParams, ImportArticlesResult>('corpus/import');
