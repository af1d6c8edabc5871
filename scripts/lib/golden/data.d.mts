import type { Job } from './run.mjs';

interface Record {
  readonly text: string;
  readonly language?: string;
  readonly date?: string;
}
export declare function dataJobs(folders: readonly string[]): Job[];
export declare function recordsOf(value: unknown): Record[];
export declare function sentencesOf(content: string): Record[];
