import type { Failure } from './run.mjs';

export declare function report(result: { counts: Record<string, number>; failures: readonly Failure[] }, show: number): void;
export declare function tally(failures: readonly Pick<Failure, 'kinds'>[]): [kind: string, count: number][];
export declare function described(failure: Failure): string;
