export declare function randomFrom(seed: number): () => number;
export declare const LANGUAGES: readonly (string | undefined)[];
export declare const DATES: readonly (string | null | undefined)[];
export declare function hostileTexts(
  random: () => number,
  samples: readonly string[],
): {
  next(): string;
  edited(text: string): string;
  one<T>(list: readonly T[]): T;
};
