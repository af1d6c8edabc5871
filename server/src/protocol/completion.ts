/** The message about a query while it is written. */
import { request } from './message';

export interface CompleteQueryParams {
  /** A folder, or an article: then the workspace folder that it is in. */
  readonly uri: string;
  /** As far as it is written: what stands at its end is completed. */
  readonly query: string;
}

/** Something that the query could go on with. */
export interface QueryCompletion {
  /** The whole query with it. */
  readonly query: string;
  readonly label: string;
  /** What it is, or how many articles have it. */
  readonly detail: string;
}

export interface QueryCompletions {
  readonly completions: readonly QueryCompletion[];
  /** Why the query cannot be read as it stands. */
  readonly problem?: string;
}

/** Client → server: what a query could go on with, and what is wrong with it. */
export const CompleteQueryRequest = request<CompleteQueryParams, QueryCompletions>('corpus/completeQuery');
