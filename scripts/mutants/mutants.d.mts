export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly line: number;
  readonly what: string;
  /** The expression or statement whose being carried out means that the place is reached. */
  readonly around: { readonly start: number; readonly end: number; readonly statement: boolean };
}
export declare function mutantsOf(file: string, text: string): Mutant[];
export declare function mutated(text: string, mutant: Mutant): string;
export declare function watched(text: string, mutants: readonly Mutant[], numbers?: readonly number[]): string;
export declare const WATCH: string;
