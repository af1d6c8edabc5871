import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { type Words, wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { type ReadRow, readRows } from './read';
import { cut, mark, picture, rect, text, WIDTH } from './svg';
import { typeName } from './typeName';

/** So many rows are drawn in each part: those with the most to review. */
const MOST_ROWS = 40;
const [LEFT, RIGHT, TOP, BAR, GAP, HEAD] = [230, 130, 30, 18, 8, 30];
const STATES = ['confirmed', 'rejected', 'doubtful', 'suggested'] as const;

/** How far the review is: a bar for each folder and each type, parted by what was decided. */
export function drawProgress(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const rows = readRows(table).filter((row) => row.number('total') > 0);
  if (rows.length === 0) return undefined;
  const drawn: string[] = [...legend(words)];
  let y = TOP;
  for (const section of ['folder', 'type'] as const) {
    const own = rows.filter((row) => row.text('section') === section);
    if (own.length === 0) continue;
    const shown = [...own].sort((a, b) => b.number('total') - a.number('total')).slice(0, MOST_ROWS);
    drawn.push(text(0, y + 18, words.drawn.dashboard[section === 'folder' ? 'folder' : 'review'], { className: 'head' }));
    y += HEAD;
    for (const row of shown.sort((a, b) => a.row - b.row)) {
      drawn.push(bar(row, y, section === 'type' ? typeName(row.text('item'), language) : row.text('item'), words));
      y += BAR + GAP;
    }
  }
  return picture(y, wordsOf(tables, language).kinds.progress, drawn);
}

function bar(row: ReadRow, y: number, label: string, words: Words<typeof pictures>): string {
  const [done, total] = [row.number('reviewed'), row.number('total')];
  const figure = (value: number): string => value.toLocaleString(words.locale);
  const room = WIDTH - LEFT - RIGHT;
  let x = LEFT;
  const parts = STATES.map((state) => {
    const width = (row.number(state) / total) * room;
    const drawn = width > 0 ? rect([x, y, width, BAR], state) : '';
    x += width;
    return drawn;
  });
  return mark({ row: row.row, name: words.drawn.reviewed(label, figure(done), figure(total)) }, [
    text(LEFT - 8, y + 13, cut(label, 32), { anchor: 'end' }),
    ...parts,
    text(WIDTH - RIGHT + 8, y + 13, `${figure(done)} / ${figure(total)}`),
  ]);
}

/** What the colours mean. */
function legend(words: Words<typeof pictures>): readonly string[] {
  let x = LEFT;
  return STATES.flatMap((state) => {
    const label = words.columns[state];
    const at = x;
    x += 30 + label.length * 7;
    return [rect([at, 6, 12, 12], state), text(at + 17, 16, label)];
  });
}
