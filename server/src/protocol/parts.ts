/** The messages about the sub-corpora and partitions of a project. */
import type { SavedPart } from '../store/partsFile';
import { request } from './message';

export type { SavedPart };

export interface ProjectPartsInfo {
  /** The file that has them, as a URI, whether it is there or not. */
  readonly file: string;
  readonly parts: readonly (SavedPart & { readonly line: number })[];
  /** Lines that cannot be understood, from 1, and why. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Client → server: the sub-corpora and partitions of the project that a folder or article is in. */
export const PartsRequest = request<{ readonly uri: string }, ProjectPartsInfo>('corpus/parts');

export interface SavePartParams {
  readonly uri: string;
  /** With an empty value it is taken out. */
  readonly part: SavedPart;
}

/** Client → server: keeps a sub-corpus or partition; tells why it cannot be one, where nothing is written. */
export const SavePartRequest = request<SavePartParams, { readonly file?: string; readonly problem?: string }>('corpus/savePart');
