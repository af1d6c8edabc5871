/** What a run counts; see anchors.mjs. */
export interface AnchorCounts {
  readonly annotations: number;
  readonly wrong: number;
  readonly doubtful: number;
  readonly lost: number;
  readonly liveWrong: number;
  readonly liveLost: number;
  readonly milliseconds: number;
  readonly examples: readonly string[];
  /** As `npm run fuzz` prints them. */
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly faults: readonly string[]; readonly input: string }[];
}
export declare function run(options: {
  readonly seed?: number;
  readonly rounds?: number;
  readonly seconds?: number;
  readonly print?: (line: string) => void;
  /** What is tried; without it, the store as it is in the sources. */
  readonly store?: object;
}): Promise<AnchorCounts>;
export declare function randomFrom(seed: number): () => number;
