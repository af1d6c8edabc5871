export interface Difference {
  readonly path: string;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}
export declare function differences(before: unknown, after: unknown): Difference[];
export declare function kindsOf(found: readonly Difference[]): string[];
export declare function canonical(
  value: unknown,
  options?: { skip?: readonly string[]; prepare?: (part: object) => void; graph?: boolean },
): unknown;
export declare function sameWords(before: unknown, after: unknown): boolean;
