import { isoDay } from '../../core/dates/calendar';
import { pictures } from '../../messages/pictures';
import { tables } from '../../messages/tables';
import { wordsOf } from '../../messages/topic';
import type { CorpusTable } from '../tables/table';
import { type ReadRow, readRows } from './read';
import { cut, line, mark, picture, rect, text, WIDTH } from './svg';
import { serialOf } from './timeline';

/** So many dates are drawn, those that are meant most. */
const MOST_DATES = 60;
const [LEFT, RIGHT, TOP, BAR, GAP, AXIS] = [250, 24, 10, 14, 8, 40];

/** A date with its first day and the day after its last. */
interface Extent {
  readonly row: ReadRow;
  readonly from: number;
  readonly to: number;
}

/**
 * A time line: a bar for each date from its first day to its last, under each other in the order of the calendar. Where much
 * more time lies between two dates than between the others, the axis leaves some of it out, and shows where.
 */
export function drawTimeline(table: CorpusTable, language: string | undefined): string | undefined {
  const words = wordsOf(pictures, language);
  const all = readRows(table).flatMap((row): Extent[] => {
    const [from, to] = [serialOf(row.text('from')), serialOf(row.text('to')) + 1];
    return Number.isFinite(from) && Number.isFinite(to) ? [{ row, from, to }] : [];
  });
  if (all.length === 0) return undefined;
  const most = [...all].sort((a, b) => b.row.number('count') - a.row.number('count')).slice(0, MOST_DATES);
  const shown = most.sort((a, b) => a.row.row - b.row.row);
  const axis = axisOf(shown);
  const bars = shown.map(({ row, from, to }, i) => {
    const y = TOP + i * (BAR + GAP);
    const [start, end] = [axis.x(from), axis.x(to)];
    const count = row.number('count');
    const said = `${row.text('words')} · ${shortest(row)}`;
    const name = words.drawn.place(said, count.toLocaleString(words.locale));
    return mark({ row: row.row, name }, [
      text(LEFT - 8, y + 11, cut(row.text('words'), 36), { anchor: 'end' }),
      rect([start, y, Math.max(3, end - start), BAR], 'more'),
      beside(start, end, y, shortest(row)),
    ]);
  });
  const bottom = TOP + shown.length * (BAR + GAP);
  const told = words.drawn.dates(shown.length, all.length);
  return picture(bottom + AXIS, wordsOf(tables, language).kinds.timeline, [
    ...axis.gaps.map((x) => line([x, TOP - 6, x, bottom], ' class="gap"')),
    ...bars,
    line([LEFT, bottom, WIDTH - RIGHT, bottom], ' class="axis"'),
    ...ticks(axis, bottom),
    text(LEFT - 8, bottom + 16, told, { anchor: 'end', className: 'faint' }),
  ]);
}

/** A value without what its days repeat: `2016-03-04`, `2016-03 – 2016-05`. */
function shortest(row: ReadRow): string {
  const [from, to] = [row.text('from'), row.text('to')];
  return from === to ? from : `${from} – ${to}`;
}

/** A bar's days, to its right or, at the edge, to its left. */
function beside(start: number, end: number, y: number, days: string): string {
  const isAtEdge = end > WIDTH - (days.length > 12 ? 190 : 100);
  const [x, anchor] = isAtEdge ? [start - 5, 'end'] : [Math.max(end, start + 3) + 5, 'start'];
  // a bar over the whole width has its days on it
  return x < LEFT + 60 && isAtEdge
    ? text((start + end) / 2, y + 11, days, { anchor: 'middle', className: 'label' })
    : text(x, y + 11, days, { anchor, className: 'label' });
}

interface Axis {
  x(day: number): number;
  /** Where time is left out. */
  readonly gaps: readonly number[];
  /** Where stretches without a gap begin, and the end of all, as days. */
  readonly ends: readonly number[];
}

/** Time between two dates that is so many times the usual one is drawn as so many times it. */
const [LONGEST_GAP, DRAWN_GAP] = [12, 3];

/** Places of days: between the days at which something begins or ends, as much room as there is time, except in gaps. */
function axisOf(extents: readonly Extent[]): Axis {
  const days = [...new Set(extents.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const steps = days.slice(1).map((day, i) => day - (days[i] as number));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.75)] ?? 1;
  const longest = usual * LONGEST_GAP;
  const isEmpty = (i: number): boolean =>
    !extents.some(({ from, to }) => from <= (days[i] as number) && to >= (days[i + 1] as number));
  const places = [0];
  for (const [i, step] of steps.entries())
    places.push((places[i] as number) + (step > longest && isEmpty(i) ? usual * DRAWN_GAP : step));
  const whole = places.at(-1) || 1;
  const at = (i: number): number => LEFT + ((places[i] as number) / whole) * (WIDTH - LEFT - RIGHT);
  const left = steps.flatMap((step, i) => (step > longest && isEmpty(i) ? [i] : []));
  const number = new Map(days.map((day, i) => [day, i]));
  return {
    x: (day) => at(number.get(day) ?? 0),
    gaps: left.map((i) => (at(i) + at(i + 1)) / 2),
    ends: [days[0] as number, ...left.map((i) => days[i + 1] as number), days.at(-1) as number],
  };
}

/** The days at the ends of the axis and after its gaps, where there is room for them. */
function ticks({ x, ends }: Axis, bottom: number): readonly string[] {
  let free = 0;
  const last = ends.length - 1;
  return ends.flatMap((day, i) => {
    const place = x(day);
    const isLast = i === last;
    if (!isLast && (place < free || place > WIDTH - RIGHT - 150) && i > 0) return [];
    free = place + 80;
    const shown = isoDay(isLast ? day - 1 : day);
    return [
      line([place, bottom, place, bottom + 5], ' class="axis"'),
      text(place, bottom + 18, shown, { anchor: isLast ? 'end' : 'start' }),
    ];
  });
}
