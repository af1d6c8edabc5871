/** The messages about whole articles: finished, set aside, open, and which one is next. */
import type { OutcomeInfo } from '../store/outcomes';
import { type LongParams, longRequest, request } from './message';

export interface FinishParams {
  readonly uri: string;
  /** `open`: neither finished nor set aside any more. */
  readonly state: OutcomeInfo['state'];
  /** Why it is set aside. */
  readonly note?: string;
}

/** Client → server: says of an article, open in the editor or not, that it is finished, set aside or open: one step to undo. */
export const FinishRequest = request<FinishParams, { readonly ok: true } | { readonly ok: false; readonly message: string }>(
  'review/finish',
);

/**
 * Client → server: gives an article, open in the editor or not, these values of a label and no others: one step to undo.
 * Values that the schema does not offer are refused.
 */
export const LabelRequest = request<
  { readonly uri: string; readonly label: string; readonly values: readonly string[] },
  { readonly ok: true } | { readonly ok: false; readonly message: string }
>('review/label');

export interface OutcomesParams extends LongParams {
  /** All articles of this folder … */
  readonly uri?: string;
  /** … or these. */
  readonly uris?: readonly string[];
}

/** A label that an article has. */
export interface LabelInfo {
  readonly label: string;
  /** As people read it. */
  readonly title: string;
  /** A flag's is empty. */
  readonly values: readonly string[];
}

/** How far people are with an article, and how it is labelled. */
export interface ArticleOutcome extends Omit<OutcomeInfo, 'labels'> {
  readonly uri: string;
  readonly labels?: readonly LabelInfo[];
}

/** Client → server: which articles are finished, set aside and open. Nothing is analysed. */
export const OutcomesRequest = longRequest<OutcomesParams, readonly ArticleOutcome[]>('review/outcomes');

export interface NextOpenParams extends LongParams {
  /** An article, or a folder. */
  readonly uri: string;
  /** By name behind this article; in an order of chance; or the one that the detection is least sure of. */
  readonly order: 'name' | 'random' | 'uncertain';
  /** Of the order of chance: the same gives the same. */
  readonly seed?: number;
}

/** Client → server: the next article that is neither finished nor set aside; null where there is none. */
export const NextOpenRequest = longRequest<NextOpenParams, string | null>('review/nextOpen');
