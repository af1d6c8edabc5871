/** The messages about several annotators of the same articles: how far they agree, and a gold folder made of theirs. */
import type { AgreementRow } from '../store/agreementRow';
import type { DifferenceOrder } from '../store/gold';
import { type FlatRange, type LongParams, longRequest, request } from './message';

export interface AgreementParams extends LongParams {
  /** The folders of two annotators or more, with the same articles' names. */
  readonly folders: readonly string[];
}

export interface AgreementReport {
  readonly annotators: readonly string[];
  readonly documents: number;
  readonly tokens: number;
  readonly rows: readonly AgreementRow[];
  /** How many things they differ in. */
  readonly differences: number;
  /** Articles that could not be compared, and why. */
  readonly skipped: readonly { readonly name: string; readonly message: string }[];
  /** The report, in the user's language, and all figures. */
  readonly markdown: string;
  readonly csv: string;
}

/** Client → server: compares annotators' folders. */
export const AgreementRequest = longRequest<AgreementParams, AgreementReport>('review/agreement');

/** Client → server: copies a folder's texts and schema without annotations, for a second annotator; a text: why it cannot be. */
export const BareRequest = request<
  { readonly folder: string; readonly target: string },
  { readonly articles: number; readonly problems: readonly { readonly name: string; readonly message: string }[] } | string
>('review/bare');

export interface GoldParams extends LongParams {
  /** The folder to write into; it comes to be where it is not there. */
  readonly gold: string;
  /** The annotators' folders; without them, those that the gold folder says it is made of. Nothing is written into them. */
  readonly folders?: readonly string[];
  readonly order?: DifferenceOrder;
}

/** One of the things that are said where annotators differ. */
export interface GoldVariant {
  readonly annotators: readonly string[];
  /** In words, with what is said besides (value, cue, speaker). */
  readonly title: string;
  readonly words: string;
  readonly detail: string;
}

export interface GoldDifference {
  readonly id: string;
  /** The gold folder's article, and the place in it. */
  readonly uri: string;
  readonly document: string;
  readonly range: FlatRange;
  /** In words: the layer, and what they differ in. */
  readonly title: string;
  readonly words: string;
  readonly variants: readonly GoldVariant[];
  /** Who has nothing there. */
  readonly without: readonly string[];
}

export interface GoldReport {
  readonly annotators: readonly string[];
  readonly articles: number;
  /** How many annotations that all agree on were taken over now. */
  readonly taken: number;
  /** What is left to decide, in the order that was asked for. */
  readonly differences: readonly GoldDifference[];
  /** Articles that could not be taken in, and what is to be known of others. */
  readonly problems: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Client → server: takes over into a gold folder what all annotators agree on. Null where no annotators' folders are named
 * and the gold folder does not say whose it is made of; a text: why the folder cannot be used.
 */
export const GoldRequest = longRequest<GoldParams, GoldReport | string | null>('review/gold');

export interface GoldChoiceParams {
  readonly gold: string;
  readonly document: string;
  /** Of {@link GoldDifference}. */
  readonly id: string;
  /** A variant's number; `reject`: none of them; `own`: what the gold article has there instead, or nothing. */
  readonly choice: { readonly take: number } | 'reject' | 'own';
  /** The same is to hold for all open differences that are alike (the same words and variants), as one step to undo. */
  readonly alike?: true;
}

/** Client → server: decides on a difference in the gold folder, as a step of its article that can be undone. */
export const GoldChoiceRequest = request<
  GoldChoiceParams,
  /** `decided`: the ids of all differences that were decided on. */
  | {
      readonly ok: true;
      readonly decided: readonly { readonly document: string; readonly id: string }[];
      readonly unwritten?: true;
    }
  /** `waits`: it cannot be decided on yet, but others can. */
  | { readonly ok: false; readonly message: string; readonly waits?: true }
>('review/goldChoice');
