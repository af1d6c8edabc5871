import type { ConcordanceLine } from '../corpus/concordance';
import { concordanceObject, concordanceRows } from '../corpus/export/concordanceTable';
import { csvLines, csvMark, tabLines } from '../formats/csv/index';
import type { SearchOptions } from './searchOptions';

/** Units of text on each side of the hit, where lines are set under each other. */
const WIDTH = 60;

type Form = Pick<SearchOptions, 'format' | 'variant'>;

/** What is to be written: as it is, or rows for a workbook, the heading first. */
export type Written = string | readonly (readonly string[])[];

/** Lines in the form that was asked for. `columns`: of the corpus's metadata, for tables. */
export function concordanceText(lines: readonly ConcordanceLine[], form: Form, columns: ReadonlySet<string>): Written {
  switch (form.format) {
    case 'count':
      return '';
    case 'jsonl':
      return lines.map((line) => `${JSON.stringify(concordanceObject(line))}\n`).join('');
    case 'kwic':
      return lines.map((line) => `${aligned(line)}\n`).join('');
    default:
      return table(concordanceRows(lines, columns), form);
  }
}

/** Rows for a workbook, or as {@link tableText}. */
export const table = (rows: string[][], form: Form): Written => (form.format === 'xlsx' ? rows : tableText(rows, form));

/** Rows as CSV, or with tabs between the cells, which lose the tabs and line breaks that are in them. */
export function tableText(rows: string[][], { format, variant }: Form): string {
  if (format !== 'tsv') return csvMark(variant) + csvLines(rows, variant);
  return tabLines(rows);
}

/** The hit stands under those of the other lines; what is beside it is cut at a width that terminals have room for. */
function aligned({ left, node, right, file }: ConcordanceLine): string {
  const before = [...left].slice(-WIDTH).join('').padStart(WIDTH);
  const after = [...right].slice(0, WIDTH).join('').padEnd(WIDTH);
  return `${before}[${node}]${after}  ${file}`;
}
