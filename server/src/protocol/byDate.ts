/** The message about the order of articles in time. */
import { request } from './message';

export interface ArticleByDateParams {
  readonly uri: string;
  readonly direction: 'next' | 'previous';
}

export interface ArticleByDate {
  readonly uri: string;
  /** EDTF. */
  readonly date: string;
  /** Its place among the articles that have a date, from 1, and how many there are. */
  readonly index: number;
  readonly total: number;
}

/**
 * Client → server: the article after this one by date, or before it, by the index. Null where there is none, the article has
 * no date, or there is no index yet.
 */
export const ArticleByDateRequest = request<ArticleByDateParams, ArticleByDate | null>('corpus/articleByDate');
