import { MessageError } from '../../messages/error';
import { searchMessages } from '../../messages/search';

/** What Excel takes: rows of a sheet, UTF-16 units of a cell. */
const [MOST_ROWS, MOST_UNITS] = [1_048_576, 32_767];

/** Columns whose values are numbers, to be sorted and added up as such. */
const NUMBERS: ReadonlySet<string> = new Set([
  ...['start', 'end', 'line', 'hits', 'articles', 'articles_with_hits', 'tokens', 'per_million'],
]);

type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

/** How the sheets of a workbook are called, and what a second one holds. */
interface Sheets {
  readonly sheet: string;
  readonly beside: { readonly sheet: string; readonly rows: Rows };
}

/**
 * A table as a workbook of Excel (XLSX), its heading bold and kept in view. What looks like a formula is text.
 *
 * @param rows - the heading first.
 * @param sheets - where there is a second sheet, without a heading, beside the table.
 * @throws MessageError for more rows than a sheet has
 */
export async function spreadsheet(rows: Rows, sheets?: Sheets): Promise<Uint8Array> {
  if (rows.length > MOST_ROWS) throw new MessageError(searchMessages.tooManyRows(rows.length, MOST_ROWS));
  const [heading = [], ...others] = rows;
  const isNumber = heading.map((name) => NUMBERS.has(String(name)));
  const data = [
    heading.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const })),
    ...others.map((row) => row.map((value, i) => cellOf(value, isNumber[i] ?? false))),
  ];
  // only whoever writes one needs it
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  if (sheets === undefined) return writeXlsxFile(data, { stickyRowsCount: 1 }).toBuffer();
  const beside = sheets.beside.rows.map((row) => row.map((value) => cellOf(value, false)));
  return writeXlsxFile([
    { data, sheet: sheetName(sheets.sheet), stickyRowsCount: 1 },
    { data: beside, sheet: sheetName(sheets.beside.sheet) },
  ]).toBuffer();
}

/** Whether a workbook holds a text as it is: its cells have a length. */
export const fitsCell = (value: string): boolean => value.length <= MOST_UNITS;

/** Excel's names of sheets have 31 letters at most, and not all signs. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function cellOf(value: Cell, isNumber: boolean) {
  if (value === null) return null;
  if (typeof value === 'number') return value;
  return isNumber && value !== '' ? Number(value) : textCell(value);
}

/** What XML cannot hold is left out. */
const textCell = (value: string) => ({ value: value.slice(0, MOST_UNITS).replace(NO_XML, ''), type: String });

const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
