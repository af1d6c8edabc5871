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
}
export declare function run(options: {
  readonly seed?: number;
  readonly rounds?: number;
  readonly print?: (line: string) => void;
}): Promise<AnchorCounts>;
export declare function randomFrom(seed: number): () => number;
