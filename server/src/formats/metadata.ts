import { readNumericDate } from '../core/dates/writtenDate';
import { MessageError } from '../messages/error';
import { formatMessages } from '../messages/formats';
import type { Message } from '../messages/message';
import type { FormatProblem } from './format';

/**
 * What is known of a folder's texts: `metadata.csv`, as TXM reads it. A comma between cells, `"` around those that hold one,
 * names of columns in the first line, and in the first column which text it is: its path below the table's folder without
 * its extension, or its name alone. Semicolons and tabs, which some spreadsheets write, are read and kept too.
 */
export interface MetadataTable {
  /** As in the file, byte-order mark included. */
  readonly content: string;
  /** As in the file; they are asked for in any case. */
  readonly columns: readonly string[];
  readonly rows: readonly MetadataRow[];
  readonly delimiter: string;
}

/** What the table says of one text. */
export interface MetadataRow {
  /** From 1; a cell may hold line breaks. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A cell's place in the file, its quotation marks included, and what it says. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const { metadata } = formatMessages;

const ID = 'id';
const DATE = 'date';
const DELIMITERS = [',', ';', '\t'] as const;

/** Reads a table; total. What is wrong is told by its line, and the rest is read. */
export function readMetadata(content: string): { readonly table: MetadataTable; readonly problems: readonly FormatProblem[] } {
  const problems: FormatProblem[] = [];
  const tell = (line: number, message: Message, severity: FormatProblem['severity'] = 'warning'): void =>
    void problems.push({ severity, line, message });
  const delimiter = delimiterOf(content);
  const [head, ...rows] = scan(content, delimiter, tell).filter((row) => row.cells.some((cell) => cell.value.trim() !== ''));
  const columns = head?.cells.map((cell) => cell.value.trim()) ?? [];
  const table = { content, columns, rows, delimiter };
  if (head !== undefined && columns[0]?.toLowerCase() !== ID)
    tell(head.line, metadata.firstColumn(ID, JSON.stringify(columns[0])), 'error');
  const seen = new Map<string, number>();
  for (const row of rows) {
    const id = idOf(row);
    const before = seen.get(id);
    if (id === '') tell(row.line, metadata.noId);
    else if (before !== undefined) tell(row.line, metadata.twice(id, before));
    else seen.set(id, row.line);
    if (row.cells.length > columns.length) tell(row.line, metadata.cells(row.cells.length, columns.length));
    const date = cellOf(table, row, DATE);
    if (date !== '' && readNumericDate(date) === null) tell(row.line, metadata.notDate(JSON.stringify(date)));
  }
  return { table, problems };
}

/**
 * The row of a text: by its path below the table's folder (`press/a.txt`, with or without its extension), else by its name.
 * Undefined where there is none, or the first column is not an id.
 */
export function metadataRow(table: MetadataTable, path: string): MetadataRow | undefined {
  if (table.columns[0]?.toLowerCase() !== ID) return undefined;
  for (const wanted of idsOf(path)) {
    const row = table.rows.find((candidate) => idOf(candidate) === wanted);
    if (row !== undefined) return row;
  }
  return undefined;
}

/** What a text may be called in a table, the surest first. */
function idsOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [withoutExtension(path), path, withoutExtension(name), name].map(plain);
}

/** A table that is asked for many texts: its text, and where the row of each stands in it; cells are read when they are asked for. */
export interface MetadataLookup {
  /** EDTF to the year, month or day, and what the table says by its columns' names, the id left out; undefined where it says nothing. */
  of(path: string): { readonly date: string | null; readonly values: ReadonlyMap<string, string> } | undefined;
}

/** Makes a table ready to be asked; see {@link metadataRow} for what a text may be called in it. */
export function metadataLookup({ content, columns, rows, delimiter }: MetadataTable): MetadataLookup {
  if (columns[0]?.toLowerCase() !== ID) return { of: () => undefined };
  const places = new Map<string, number>();
  const [starts, ends] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (const [i, row] of rows.entries()) {
    starts[i] = row.cells[0]?.start ?? 0;
    ends[i] = row.cells.at(-1)?.end ?? 0;
    const id = idOf(row);
    // the first of a name counts
    if (!places.has(id)) places.set(id, i);
  }
  return {
    of(path) {
      const place = idsOf(path)
        .map((id) => places.get(id))
        .find((found) => found !== undefined);
      if (place === undefined) return undefined;
      const [row] = scan(content.slice(starts[place], ends[place]), delimiter, () => undefined);
      const values = new Map<string, string>();
      // of columns of one name the first counts
      for (const [i, column] of columns.entries())
        if (i > 0) values.set(column, row?.cells[columns.findIndex((name) => sameName(name, column))]?.value.trim() ?? '');
      const date = columns.findIndex((name) => sameName(name, DATE));
      return { date: readNumericDate(row?.cells[date]?.value.trim() ?? ''), values };
    },
  };
}

/** What a row says in a column; empty where it says nothing or there is no such column. */
export function cellOf(table: MetadataTable, row: MetadataRow, column: string): string {
  const index = columnOf(table, column);
  return row.cells[index]?.value.trim() ?? '';
}

/** A text's date as EDTF to the year, month or day; null where the table does not tell it. */
export function metadataDate(table: MetadataTable, path: string): string | null {
  const row = metadataRow(table, path);
  return row === undefined ? null : readNumericDate(cellOf(table, row, DATE));
}

/**
 * The table's text with one cell set, for {@link readMetadata} again. All else stays as it is to the byte: quotation marks,
 * line ends, byte-order mark, order. A column that is missing is added, for every row; a text that is missing as a last row.
 *
 * @param value - empty takes out what the cell says.
 * @throws where the first column is not an id, since what stands there would be taken for something else.
 */
export function setMetadata(content: string, path: string, column: string, value: string): string {
  const { table } = readMetadata(content);
  if (table.columns.length === 0) {
    if (value === '') return content;
    const names = column === DATE ? [ID, DATE] : [ID, DATE, column];
    const line = names.map((name) => (name === ID ? withoutExtension(path) : name === column ? value : ''));
    return `${content.startsWith('\ufeff') ? '\ufeff' : ''}${joined(names, ',')}\n${joined(line, ',')}\n`;
  }
  if (table.columns[0]?.toLowerCase() !== ID) throw new MessageError(metadata.notFirstColumn(ID));
  const row = metadataRow(table, path);
  if (value === '' && (row === undefined || cellOf(table, row, column) === '')) return content;
  if (columnOf(table, column) < 0) return setMetadata(withColumn(table, column), path, column, value);
  return row === undefined ? withRow(table, path, column, value) : withCell(table, row, columnOf(table, column), value);
}

/**
 * The table's text with rows added, a text each, for {@link readMetadata} again. Rows that are there stay as they are to
 * the byte, also where the same text is among the added ones; columns that are missing are added.
 *
 * @param columns - the first is the id; all that the rows say are among them.
 * @throws where the first column is not an id.
 */
export function addMetadataRows(
  content: string,
  columns: readonly string[],
  rows: Iterable<ReadonlyMap<string, string>>,
): string {
  const { table: before } = readMetadata(content);
  if (before.columns.length > 0 && before.columns[0]?.toLowerCase() !== ID) throw new MessageError(metadata.notFirstColumn(ID));
  const there = new Set(before.rows.map(idOf));
  const table = withColumns(before, columns);
  const newline = /\r\n|\n|\r/.exec(table.content)?.[0] ?? '\n';
  const known = columns.map((column) => [columnOf(table, column), column] as const);
  const lines: string[] = [];
  for (const row of rows) {
    if (there.has(plain(row.get(ID) ?? ''))) continue;
    const cells = table.columns.map(() => '');
    for (const [at, column] of known) cells[at] = row.get(column) ?? '';
    lines.push(joined(cells, table.delimiter) + newline);
  }
  if (lines.length === 0) return content;
  return (/[\r\n]$/.test(table.content) ? table.content : table.content + newline) + lines.join('');
}

function withColumns(table: MetadataTable, columns: readonly string[]): MetadataTable {
  if (table.columns.length === 0)
    return readMetadata(`${table.content.startsWith('\ufeff') ? '\ufeff' : ''}${joined(columns, ',')}\n`).table;
  let all = table;
  for (const column of columns) if (columnOf(all, column) < 0) all = readMetadata(withColumn(all, column)).table;
  return all;
}

const columnOf = (table: MetadataTable, column: string): number => table.columns.findIndex((name) => sameName(name, column));

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const idOf = (row: MetadataRow): string => plain(row.cells[0]?.value.trim() ?? '');
/** Macs write names with their accents in pieces, Windows paths with backslashes. */
const plain = (id: string): string => id.normalize('NFC').replace(/\\/g, '/').replace(/^\.\//, '');
const withoutExtension = (path: string): string => path.replace(/(?<=[^/])\.[^./]*$/, '');

function withColumn(table: MetadataTable, column: string): string {
  const { content, delimiter } = table;
  const all = scan(content, delimiter, () => undefined).filter((row) => row.cells.some((cell) => cell.value.trim() !== ''));
  let made = '';
  let from = 0;
  for (const [index, row] of all.entries()) {
    const end = row.cells.at(-1)?.end ?? 0;
    const missing = Math.max(1, table.columns.length + 1 - row.cells.length);
    made +=
      content.slice(from, end) + delimiter.repeat(index === 0 ? 1 : missing) + (index === 0 ? quoted(column, delimiter) : '');
    from = end;
  }
  return made + content.slice(from);
}

function withRow(table: MetadataTable, path: string, column: string, value: string): string {
  const { content, delimiter, columns } = table;
  const newline = /\r\n|\n|\r/.exec(content)?.[0] ?? '\n';
  const cells = columns.map((name, index) =>
    index === 0 ? withoutExtension(path) : name.toLowerCase() === column.toLowerCase() ? value : '',
  );
  const ended = /[\r\n]$/.test(content) ? content : content + newline;
  return `${ended}${joined(cells, delimiter)}${newline}`;
}

function withCell({ content, delimiter }: MetadataTable, row: MetadataRow, index: number, value: string): string {
  const cell = row.cells[index];
  const last = row.cells.at(-1);
  if (cell === undefined) {
    const at = last?.end ?? 0;
    return content.slice(0, at) + delimiter.repeat(index + 1 - row.cells.length) + quoted(value, delimiter) + content.slice(at);
  }
  const wasQuoted = content.charAt(cell.start) === '"';
  return content.slice(0, cell.start) + quoted(value, delimiter, wasQuoted) + content.slice(cell.end);
}

const joined = (cells: readonly string[], delimiter: string): string =>
  cells.map((cell) => quoted(cell, delimiter)).join(delimiter);

function quoted(value: string, delimiter: string, always = false): string {
  const isNeeded = always || value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value);
  return isNeeded ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The first line tells it: a comma, or what spreadsheets of other countries write. */
export function delimiterOf(content: string): string {
  const line = content.slice(0, Math.max(0, content.search(/[\r\n]|$/)));
  const cells = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, other) => (cells(other) > cells(best) ? other : best), ',');
}

/** All rows with the places of their cells, blank ones too. Papaparse does not tell where a cell stands. */
function scan(content: string, delimiter: string, tell: (line: number, message: Message) => void): readonly MetadataRow[] {
  const rows: MetadataRow[] = [];
  const stop = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'g');
  const stopFrom = (at: number): number => {
    stop.lastIndex = at;
    return stop.exec(content)?.index ?? content.length;
  };
  let at = content.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let cells: Cell[] = [];
  let begun = line;
  while (at < content.length) {
    const start = at;
    let value: string;
    if (content.charAt(at) === '"') {
      const close = closingQuote(content, at + 1);
      if (close === content.length) tell(line, metadata.notClosed);
      const end = stopFrom(Math.min(content.length, close + 1));
      value = content.slice(at + 1, close).replaceAll('""', '"') + content.slice(close + 1, end);
      at = end;
    } else {
      at = stopFrom(at);
      value = content.slice(start, at);
    }
    cells.push({ start, end: at, value });
    line += value.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (content.charAt(at) === delimiter) {
      at++;
      // a last cell that is empty
      if (at < content.length && !/[\r\n]/.test(content.charAt(at))) continue;
      cells.push({ start: at, end: at, value: '' });
    }
    rows.push({ line: begun, cells });
    cells = [];
    if (content.startsWith('\r\n', at)) at++;
    at++;
    begun = ++line;
  }
  return rows;
}

function closingQuote(content: string, from: number): number {
  for (let at = content.indexOf('"', from); at >= 0; at = content.indexOf('"', at + 2)) {
    if (content.charAt(at + 1) !== '"') return at;
  }
  return content.length;
}
