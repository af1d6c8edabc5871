import type { ConcordanceLine } from '../corpus/concordance';
import { csvLines, csvMark } from '../formats/csv/index';
import type { SearchOptions } from './searchOptions';

/** Units of text on each side of the hit, where lines are set under each other. */
const WIDTH = 60;

const COLUMNS = ['file', 'date', 'left', 'node', 'right', 'start', 'end', 'entities', 'quote', 'speaker'];

type Form = Pick<SearchOptions, 'format' | 'variant'>;

/** Lines in the form that was asked for. `columns`: of the corpus's metadata, for tables. */
export function concordanceText(lines: readonly ConcordanceLine[], form: Form, columns: ReadonlySet<string>): string {
  switch (form.format) {
    case 'count':
      return '';
    case 'jsonl':
      return lines.map((line) => `${JSON.stringify(objectOf(line))}\n`).join('');
    case 'kwic':
      return lines.map((line) => `${aligned(line)}\n`).join('');
    default: {
      const own = [...columns].filter((column) => !COLUMNS.includes(column));
      return table([[...COLUMNS, ...own], ...lines.map((line) => cells(line, own))], form);
    }
  }
}

/** Rows as CSV, or with tabs between the cells, which lose the tabs and line breaks that are in them. */
export function table(rows: string[][], { format, variant }: Form): string {
  if (format !== 'tsv') return csvMark(variant) + csvLines(rows, variant);
  return rows.map((row) => `${row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('');
}

const cells = (line: ConcordanceLine, own: readonly string[]): string[] => [
  line.file,
  line.date ?? '',
  line.left.trim(),
  line.node,
  line.right.trim(),
  `${line.start}`,
  `${line.end}`,
  line.entities.join('; '),
  line.quote ?? '',
  line.speaker ?? '',
  ...own.map((column) => line.metadata.get(column) ?? ''),
];

const objectOf = ({ metadata, leftTokens, rightTokens, ...line }: ConcordanceLine) => ({
  ...line,
  ...(metadata.size > 0 && { metadata: Object.fromEntries(metadata) }),
});

/** The hit stands under those of the other lines; what is beside it is cut at a width that terminals have room for. */
function aligned({ left, node, right, file }: ConcordanceLine): string {
  const before = [...left].slice(-WIDTH).join('').padStart(WIDTH);
  const after = [...right].slice(0, WIDTH).join('').padEnd(WIDTH);
  return `${before}[${node}]${after}  ${file}`;
}
