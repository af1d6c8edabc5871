import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { type ReadRow, readRows } from './read';
import { cut, line, mark, picture, rect, text, WIDTH } from './svg';

/** So many lanes are drawn, and so many lines in each: those with the most hits. */
const [MOST_LANES, MOST_LINES] = [12, 1500];
const [LEFT, RIGHT, TOP, LANE, GAP, AXIS] = [190, 12, 8, 34, 10, 44];

/** Where in the corpus queries find something: a lane for each query, a line for each article with hits, higher for more of them. */
export function drawBarcode(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const lanes = lanesOf(readRows(table)).slice(0, MOST_LANES);
  const all = lanes[0]?.rows[0]?.number('of') ?? 0;
  if (all === 0) return undefined;
  const room = WIDTH - LEFT - RIGHT;
  const thickness = Math.max(1, Math.min(14, (room / all) * 0.8));
  const drawn = lanes.flatMap(({ item, rows }, i) => {
    const y = TOP + i * (LANE + GAP);
    const most = Math.max(...rows.map((row) => row.number('count')));
    const shown = [...rows].sort((a, b) => b.number('count') - a.number('count')).slice(0, MOST_LINES);
    const lines = shown
      .sort((a, b) => a.number('place') - b.number('place'))
      .map((row) => {
        const height = LANE * (0.35 + 0.65 * (row.number('count') / most));
        const x = LEFT + ((row.number('place') - 0.5) / all) * room - thickness / 2;
        const name = words.drawn.place(row.text('file'), row.number('count').toLocaleString(words.locale));
        return mark({ row: row.row, name }, [rect([x, y + LANE - height, thickness, height], 'more')]);
      });
    return [
      rect([LEFT, y, room, LANE], 'lane'),
      text(LEFT - 8, y + 15, cut(item, 26), { anchor: 'end' }),
      text(LEFT - 8, y + 30, words.drawn.articles(shown.length, rows.length), { anchor: 'end', className: 'faint small' }),
      ...lines,
    ];
  });
  const bottom = TOP + lanes.length * (LANE + GAP);
  const axis = [
    line([LEFT, bottom, WIDTH - RIGHT, bottom], ' class="axis"'),
    text(LEFT, bottom + 16, words.drawn.articleNumber('1'), { anchor: 'start' }),
    text(WIDTH - RIGHT, bottom + 16, words.drawn.articleNumber(all.toLocaleString(words.locale)), { anchor: 'end' }),
  ];
  return picture(bottom + AXIS - 16, wordsOf(tables, language).kinds.barcode, [...drawn, ...axis]);
}

/** The rows of each query, in the order of the queries. */
function lanesOf(rows: readonly ReadRow[]): readonly { readonly item: string; readonly rows: readonly ReadRow[] }[] {
  const lanes = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const lane = lanes.get(row.text('item')) ?? [];
    lanes.set(row.text('item'), lane);
    lane.push(row);
  }
  return [...lanes].map(([item, own]) => ({ item, rows: own }));
}
