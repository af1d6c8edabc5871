import type { Job } from './run.mjs';

export declare function jobsOf(
  trees: readonly string[],
  options?: { quick?: boolean; seed?: number; random?: number; edits?: number },
): Job[];
export declare function stringsIn(name: string, content: string): string[];
export declare function pageTexts(content: string): string[];
