import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { DASHBOARD_SECTIONS } from './dashboard';
import { factName } from './factName';
import { type ReadRow, readRows } from './read';
import { cut, mark, picture, rect, text, WIDTH } from './svg';

/** So many rows of a section are drawn. */
const MOST_ROWS = 24;
const [COLUMN, LABELS, FIGURES, BAR, GAP, HEAD] = [WIDTH / 2 - 14, 170, 70, 14, 6, 34];

/** A corpus at a glance: its figures, and each section's rows as bars, in two columns. */
export function drawDashboard(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const rows = readRows(table);
  if (table.articles === 0) return undefined;
  const drawn: string[] = [];
  const heights: [number, number] = [0, 0];
  for (const section of DASHBOARD_SECTIONS) {
    const all = rows.filter((row) => row.text('section') === section);
    // of a time, the last ones
    const shown = section === 'period' ? all.slice(-MOST_ROWS) : all.slice(0, MOST_ROWS);
    if (shown.length === 0) continue;
    const side = heights[0] <= heights[1] ? 0 : 1;
    const at = { x: side * (WIDTH / 2 + 14), y: heights[side] };
    drawn.push(text(at.x, at.y + 20, words.drawn.dashboard[section], { className: 'head' }));
    const most = Math.max(1, ...shown.map((row) => row.number(section === 'folder' || section === 'review' ? 'of' : 'count')));
    for (const [i, row] of shown.entries())
      drawn.push(
        bar(
          row,
          { x: at.x, y: at.y + HEAD + i * (BAR + GAP), most },
          factName(section, row.text('item'), language),
          words.locale,
        ),
      );
    heights[side] += HEAD + shown.length * (BAR + GAP) + 10;
  }
  return picture(Math.max(...heights), wordsOf(tables, language).kinds.dashboard, drawn);
}

interface At {
  readonly x: number;
  readonly y: number;
  /** The figure of the longest bar. */
  readonly most: number;
}

function bar(row: ReadRow, { x, y, most }: At, label: string, locale: string): string {
  const cell = row.cell('count');
  const of = row.cell('of');
  const figure = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString(locale) : String(value ?? '–'));
  const shown = of === null ? figure(cell) : `${figure(cell)} / ${figure(of)}`;
  const isFact = row.text('section') === 'corpus' || typeof cell !== 'number';
  const room = COLUMN - LABELS - FIGURES;
  const width = (value: unknown): number => (isFact ? 0 : ((typeof value === 'number' ? value : 0) / most) * room);
  const from = x + LABELS;
  const inner = [
    text(from - 8, y + 11, cut(label, 25), { anchor: 'end' }),
    of === null ? '' : rect([from, y, width(of), BAR], 'suggested'),
    isFact ? '' : rect([from, y, width(cell), BAR], of === null ? 'more' : 'confirmed'),
    text(from + Math.max(width(cell), width(of)) + 6, y + 11, shown),
  ];
  return mark({ row: row.row, name: `${label}: ${shown}` }, inner);
}
