import Papa from 'papaparse';
import { csvMark } from '../../formats/csv/index';
import type { Message } from '../../messages/message';
import { say } from '../../messages/say';
import { tables } from '../../messages/tables';
import { localeOf, wordsOf } from '../../messages/topic';
import { onPaper } from '../pictures/onPaper';
import { tablePicture } from './picture';
import { shownCell } from './shownCell';
import type { CorpusTable, TableCell } from './table';

/** How a table is written. */
export interface TableForm {
  readonly format: 'table' | 'csv' | 'tsv' | 'json' | 'jsonl' | 'svg';
  /** Of csv. */
  readonly variant?: string | undefined;
  /** Without the settings above the table. */
  readonly bare?: boolean;
  /** Of titles and of what is said. */
  readonly language: string | undefined;
}

/**
 * A table as text, with every setting that it was counted by: above it, after `#`, or in JSON as members. In files, columns
 * have names that are the same in every language, and figures all their places. A picture of nothing is an empty text.
 */
export function tableText(table: CorpusTable, form: TableForm): string {
  switch (form.format) {
    case 'svg':
      return onPaper(tablePicture(table, form.language) ?? '');
    case 'json':
      return `${JSON.stringify(objectOf(table, form), undefined, 2)}\n`;
    case 'jsonl':
      return linesOf(objectOf(table, form), form.bare);
    case 'csv':
      return `${csvMark(form.variant)}${remarksOf(table, form, '\r\n')}${Papa.unparse(rowsOf(table, form), {
        newline: '\r\n',
        delimiter: form.variant === SEMICOLON ? ';' : ',',
      })}\r\n`;
    case 'tsv':
      return `${remarksOf(table, form, '\n')}${rowsOf(table, form)
        .map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`)
        .join('')}`;
    default:
      return aligned(table, form);
  }
}

/** A setting's value in words. */
export const said = (value: Message | string | number, language: string | undefined): string =>
  typeof value === 'object' ? say(value, language) : String(value);

function objectOf({ kind, settings, columns, rows, all, articles, words, notes }: CorpusTable, { language }: TableForm) {
  return {
    kind,
    articles,
    words,
    settings: settings.map(({ name, value }) => ({ name: say(name, language), value: said(value, language) })),
    columns: columns.map(({ id, title }) => ({ id, title: said(title, language) })),
    rows: rows.map(({ cells, query }) => ({ ...Object.fromEntries(columns.map(({ id }, i) => [id, cells[i]])), query })),
    all,
    notes: notes.map((note) => say(note, language)),
  };
}

/** A row a line; before them, what was counted and how. */
function linesOf({ rows, columns: _, ...table }: ReturnType<typeof objectOf>, bare = false): string {
  return (bare ? rows : [table, ...rows]).map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The settings, each on a line of its own that R and pandas take for a remark: within quotation marks they would not. */
function remarksOf({ settings }: CorpusTable, { bare = false, language }: TableForm, newline: string): string {
  if (bare) return '';
  const lines = settings.map(({ name, value }) => `# ${say(name, language)}: ${said(value, language)}`);
  return lines.map((line) => `${line.replace(/[\t\r\n]+/g, ' ')}${newline}`).join('');
}

function rowsOf({ columns, rows }: CorpusTable, { variant, format }: TableForm): string[][] {
  const hasComma = format === 'csv' && variant === SEMICOLON;
  const written = (cell: TableCell): string => {
    if (typeof cell === 'number') return hasComma ? String(cell).replace('.', ',') : String(cell);
    // a spreadsheet must not take somebody's words for a formula; a figure below 0 is none
    return cell === null ? '' : format === 'csv' && FORMULA.test(cell) ? `'${cell}` : cell;
  };
  return [[...columns.map(({ id }) => id), 'query'], ...rows.map(({ cells, query }) => [...cells, query].map(written))];
}

/** The variant for a spreadsheet in whose language a comma parts decimals. */
const SEMICOLON = 'excel-semicolon';
const FORMULA = /^'*[=+\-@\t\r]/;

/** For people: columns under each other, figures to the right. */
function aligned({ kind, settings, columns, rows }: CorpusTable, { bare = false, language }: TableForm): string {
  const words = wordsOf(tables, language);
  const locale = localeOf(language);
  const head = bare
    ? []
    : [words.kinds[kind], ...settings.map(({ name, value }) => `${say(name, language)}: ${said(value, language)}`), ''];
  const titles = columns.map(({ title }) => said(title, language));
  const cells = rows.map((row) =>
    columns.map((column, i) => shownCell(row.cells[i] ?? null, column, { locale, unknown: words.unknown, isFirst: i === 0 })),
  );
  const widths = titles.map((title, i) => cells.reduce((most, row) => Math.max(most, (row[i] as string).length), title.length));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (columns[i]?.form === 'text' ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [...head, line(titles), ...cells.map(line), ''].join('\n');
}
