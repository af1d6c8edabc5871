/** The messages about names that people have decided on over the whole corpus. */
import type { Position } from 'vscode-languageserver-types';
import type { NameDecision } from '../store/namesFile';
import { request, requestOnDocument } from './message';

export type { NameDecision };

/** A name over the corpus, as people have decided. */
export interface CorpusName {
  /** The workspace folder. */
  readonly folder: string;
  readonly type: string;
  /** What the entity is called. */
  readonly name: string;
  /** Its other names. */
  readonly others: readonly string[];
  /** Whether it may be somebody else in each article, and whether that is since people have decided so. */
  readonly alone: boolean;
  readonly apart: boolean;
}

export interface NameAtParams {
  readonly uri: string;
  readonly position: Position;
}

/** Client → server: the name at a place of an open article; null where there is none. */
export const NameAtRequest = requestOnDocument<NameAtParams, CorpusName | null>('corpus/nameAt');

export interface NameParams {
  /** A folder or article of the corpus. */
  readonly uri: string;
  readonly type: string;
  readonly name: string;
}

/** Client → server: what people have decided on a name; null outside the workspace. */
export const NameRequest = request<NameParams, CorpusName | null>('corpus/nameDecided');

export interface DecideNamesParams {
  readonly uri: string;
  readonly added: readonly NameDecision[];
  readonly removed: readonly NameDecision[];
}

/**
 * Client → server: writes decisions into the project's file, and takes others out. Asked with the two exchanged it takes
 * them back. Tells why they cannot be written, where nothing is.
 */
export const DecideNamesRequest = request<DecideNamesParams, { readonly problem?: string }>('corpus/decideNames');
