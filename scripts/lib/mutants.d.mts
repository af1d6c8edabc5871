export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly line: number;
  readonly what: string;
}
export declare function mutantsOf(file: string, text: string): Mutant[];
export declare function mutated(text: string, mutant: Mutant): string;
