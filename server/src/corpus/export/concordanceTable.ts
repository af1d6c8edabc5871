import type { ConcordanceLine } from '../concordance';

/** Of each hit, whoever writes it: the article, the words, where they are (offsets in UTF-16 units, line from 1), what they are in. */
const COLUMNS = ['file', 'date', 'left', 'node', 'right', 'line', 'start', 'end', 'entities', 'quote', 'speaker'] as const;

/** A line without what it is sorted by alone. */
type Written = Omit<ConcordanceLine, 'leftTokens' | 'rightTokens'>;

/** A concordance as rows of a table, the heading first. `columns`: of the corpus's metadata. */
export function concordanceRows(lines: readonly Written[], columns: ReadonlySet<string>): string[][] {
  const own = [...columns].filter((column) => !COLUMNS.some((known) => known === column));
  return [[...COLUMNS, ...own], ...lines.map((line) => cells(line, own))];
}

/** A line as an object of JSON Lines. */
export const concordanceObject = ({ metadata, leftTokens, rightTokens, ...line }: ConcordanceLine) => ({
  ...line,
  ...(metadata.size > 0 && { metadata: Object.fromEntries(metadata) }),
});

const cells = (line: Written, own: readonly string[]): string[] => [
  line.file,
  line.date ?? '',
  line.left.trim(),
  line.node,
  line.right.trim(),
  `${line.line}`,
  `${line.start}`,
  `${line.end}`,
  line.entities.join('; '),
  line.quote ?? '',
  line.speaker ?? '',
  ...own.map((column) => line.metadata.get(column) ?? ''),
];
