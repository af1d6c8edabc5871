import type { ShownTable } from '../../../server/src/protocol';

/** The table behind a picture as CSV, as it is shown: its settings above it after `#`, columns by their names in files. */
export function pictureCsv({ settings, columns, rows }: ShownTable): string {
  const lines = [
    ...settings.map(({ name, value }) => [`# ${name}: ${value}`]),
    [...columns.map(({ id }) => id), 'query'],
    ...rows.map(({ cells, query }) => [...cells, query].map(written)),
  ];
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet must not take somebody's words for a formula; a figure below 0 is none. */
function written(cell: string | number | null): string {
  if (cell === null) return '';
  return typeof cell === 'string' && /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
