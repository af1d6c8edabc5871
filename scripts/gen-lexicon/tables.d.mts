export interface Row {
  readonly line: number;
  readonly cells: string[];
}
export declare function checkedRows(name: string, lines: readonly string[], columns: number): Row[];
