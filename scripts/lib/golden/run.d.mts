import type { Analyser, AnalyserOptions } from '../../../server/src/core/analyser';
import type { Difference } from './compare.mjs';

export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
  readonly stopAfter?: number;
  readonly keep?: boolean;
}
export interface Job {
  readonly source: string;
  readonly from: string;
  readonly text: string;
  readonly file?: string;
  readonly setup?: string;
  readonly variants?: readonly (readonly [language: string | undefined, date: string | undefined])[];
  readonly language?: string;
  readonly date?: string;
  readonly edits?: readonly Edit[];
}
export interface Failure {
  readonly source: string;
  readonly from: string;
  readonly text: string;
  readonly language?: string;
  readonly date?: string;
  readonly file?: string;
  readonly setup?: string;
  readonly step?: number;
  readonly first: Difference;
  readonly kinds: readonly string[];
}
export interface Side {
  cold(setup?: string): Analyser;
  warm(setup?: string): Analyser;
  takeErrors(): string[];
}
export declare const LAYER_NAMES: readonly string[];
export declare function openSide(core: { createAnalyser: (options?: AnalyserOptions) => Analyser }, models?: string): Side;
export declare function runJobs(
  sides: readonly [Side, Side],
  jobs: readonly Job[],
  layer?: string,
  known?: Map<string, string>,
): { counts: Record<string, number>; failures: Failure[] };
