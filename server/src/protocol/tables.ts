import type { Column, TableAsked, TableCell } from '../corpus/tables/table';
import type { ListFiles } from '../corpus/tables/wordLists';
import { type LongParams, longRequest } from './message';

export type { TableAsked, TableCell, TableKind } from '../corpus/tables/table';

export interface TableParams extends LongParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  /** What is left out of it is as `stats` has it. */
  readonly table: TableAsked;
  /** The URIs of files with lists; they are read anew for each table. */
  readonly lists?: ListFiles;
  /** Whether an article that is there twice, exactly or nearly, counts once: the first one. */
  readonly once?: boolean;
}

/** A table with its words in the language of the editor. */
export interface ShownTable {
  readonly title: string;
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly columns: readonly (Pick<Column, 'id' | 'form' | 'filter'> & { readonly title: string })[];
  /** `query`: what shows the row as a concordance; null where nothing does. */
  readonly rows: readonly { readonly cells: readonly TableCell[]; readonly query: string | null }[];
  readonly notes: readonly string[];
  /** As SVG, each mark with its row's number; absent where there is nothing to draw. */
  readonly picture?: string;
}

export interface TableResult {
  /** Why a query cannot be read; nothing was counted then. */
  readonly problem?: string;
  readonly table?: ShownTable;
  readonly skipped: readonly { readonly uri: string; readonly message: string }[];
}

/** `csv-semicolon`: for Excel where a comma parts decimals. */
export const TABLE_EXPORTS = ['csv', 'csv-semicolon', 'tsv', 'xlsx', 'jsonl', 'parquet'] as const;
export type TableExport = (typeof TABLE_EXPORTS)[number];

export interface ExportTableParams extends TableParams {
  readonly format: TableExport;
  /** The file to write, as a URI; one that is there is replaced. */
  readonly target: string;
}

/** Client → server: counts all articles of a folder into a file. Tells how many rows it has, or why it could not be. */
export const ExportTableRequest = longRequest<ExportTableParams, { readonly rows: number } | { readonly problem: string }>(
  'corpus/exportTable',
);

/** Client → server: counts all articles of a folder. Tells, where it is asked to, the table of the articles that are counted so far. */
export const TableCorpusRequest = longRequest<TableParams, TableResult>('corpus/table');
