import type { CorpusTable, TableCell, TableRow } from '../tables/table';

/** A row by the names of its columns, with its number. */
export interface ReadRow {
  readonly row: number;
  readonly query: string | null;
  text(column: string): string;
  /** 0 where there is no figure. */
  number(column: string): number;
  cell(column: string): TableCell;
}

/** The rows of a table, as drawings read them. */
export function readRows({ columns, rows }: CorpusTable): readonly ReadRow[] {
  const places = new Map(columns.map(({ id }, i) => [id, i]));
  const cellOf = ({ cells }: TableRow, column: string): TableCell => cells[places.get(column) ?? -1] ?? null;
  return rows.map((row, number) => ({
    row: number,
    query: row.query,
    cell: (column) => cellOf(row, column),
    text(column) {
      const cell = cellOf(row, column);
      return cell === null ? '' : String(cell);
    },
    number(column) {
      const cell = cellOf(row, column);
      return typeof cell === 'number' ? cell : 0;
    },
  }));
}
