/** The messages about what a search found as a table: its lines in a file, and the names of a list with their counts. */
import type { SearchParams } from './corpus';
import { type LongParams, longRequest } from './message';

/** `csv-semicolon`: for Excel where a comma parts decimals. */
export const SEARCH_EXPORTS = ['csv', 'csv-semicolon', 'tsv', 'xlsx', 'jsonl'] as const;
export type SearchExport = (typeof SEARCH_EXPORTS)[number];

export interface ExportSearchParams
  extends Pick<SearchParams, 'uri' | 'query' | 'matchCase' | 'ignoreAccents' | 'sort' | 'sample'>,
    LongParams {
  readonly format: SearchExport;
  /** The file to write, as a URI; one that is there is replaced. */
  readonly target: string;
}

/** Client → server: writes all lines that a query finds into a file. Tells how many, or why it could not be. */
export const ExportSearchRequest = longRequest<ExportSearchParams, { readonly lines: number } | { readonly problem: string }>(
  'corpus/exportSearch',
);

export interface CountNamesParams extends LongParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  /** A table whose first column has names, as a URI. */
  readonly list: string;
}

export interface NameCount {
  readonly name: string;
  /** What finds it. */
  readonly query: string;
  readonly articles: number;
  readonly hits: number;
}

/** Client → server: how often each name of a list stands in the articles of a folder. */
export const CountNamesRequest = longRequest<
  CountNamesParams,
  { readonly names: readonly NameCount[] } | { readonly problem: string }
>('corpus/countNames');
