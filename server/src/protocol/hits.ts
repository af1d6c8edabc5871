/** The messages about deciding on the hits of a search. */
import type { HitDecision } from '../store/hits';
import type { ItemStatus as ReviewStatus } from '../store/reviewItem';
import type { SearchLine } from './corpus';
import { type LongParams, longRequest, request } from './message';

export type { HitDecision };

/** Where a line's hit stands; `node` tells whether its words are still there. */
export type HitPlace = Pick<SearchLine, 'uri' | 'range' | 'node'>;

export interface DecideHitsParams extends LongParams {
  readonly hits: readonly HitPlace[];
  readonly decision: HitDecision;
}

export interface DecideHitsResult {
  /** What was done, in words; empty where nothing was. */
  readonly label: string;
  /** By this name {@link StepHitsRequest} takes it back. */
  readonly joint: string;
  readonly files: number;
  /** Hits, by their places in the parameters, that could not be decided on, and why. */
  readonly skipped: readonly { readonly hit: number; readonly message: string }[];
}

/** Client → server: decides on hits as one step to undo over all their files. */
export const DecideHitsRequest = longRequest<DecideHitsParams, DecideHitsResult>('review/decideHits');

/** Client → server: takes such a step back, or makes it again, in the files where nothing was decided since. */
export const StepHitsRequest = request<
  { readonly joint: string; readonly direction: 'undo' | 'redo' },
  { readonly files: number; readonly label: string }
>('review/stepHits');

export interface HitStatesParams extends LongParams {
  readonly hits: readonly HitPlace[];
}

/** Client → server: how people have decided on hits, in their order; null where nobody has. */
export const HitStatesRequest = longRequest<HitStatesParams, readonly (ReviewStatus | null)[]>('review/hitStates');
