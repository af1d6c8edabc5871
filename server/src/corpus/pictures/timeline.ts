import { dayNumber } from '../../core/dates/calendar';
import { parseDay } from '../../core/dates/isoDay';
import { pictureMessages as messages } from '../../messages/pictures';
import { tableMessages } from '../../messages/tables';
import { intervalOf } from '../../store/timexValue';
import { finish } from '../tables/finish';
import { Frequencies } from '../tables/frequencies';
import { Scope } from '../tables/scope';
import type { Column, TableRequest, TableRow, TableTask } from '../tables/table';
import { within } from '../tables/written';
import { exactly } from './written';

const COLUMNS: readonly Column[] = [
  { id: 'from', title: messages.columns.from, form: 'text' },
  { id: 'to', title: messages.columns.to, form: 'text' },
  { id: 'value', title: messages.columns.value, form: 'text' },
  { id: 'words', title: messages.columns.said, form: 'text' },
  { id: 'count', title: tableMessages.columns.count, form: 'count' },
  { id: 'articles', title: tableMessages.columns.articles, form: 'count' },
];

/**
 * The dates of articles in the order of the calendar, each value once with its first and last day, the words that first say
 * it, and how often it is meant: of one article (`within: file:…`) its time line. What has no place in the calendar (a
 * duration, what comes again, a day without its year) is last, without days.
 *
 * @throws QueryError for a sub-corpus that cannot be read
 */
export function timelineTask(request: TableRequest): TableTask {
  const scope = new Scope(request);
  const counts = new Frequencies(false);
  const said = new Map<string, string>();
  return {
    take(document) {
      const counted = scope.enter(document);
      if (counted === undefined) return;
      for (const { value, start, end } of document.dates) {
        counts.add(value, counted.article);
        if (!said.has(value)) said.set(value, document.text.slice(start, end).replace(/\s+/g, ' '));
      }
    },
    finish() {
      const rows = [...counts.entries()]
        .filter(([, { count }]) => count >= request.minimum)
        .map(([value, { count, articles }]): TableRow => {
          const days = intervalOf(value);
          const cells = [days?.earliest ?? null, days?.latest ?? null, value, said.get(value) ?? '', count, articles];
          return { cells, query: value === '' ? null : within(`[date="${exactly(value)}"]+`, request) };
        })
        .sort(byDay);
      const loose = rows.filter(({ cells }) => cells[0] === null).length;
      const notes = [
        ...(rows.length === 0 && scope.articles > 0 ? [messages.notes.noDates] : []),
        ...(loose > 0 ? [messages.notes.loose(loose)] : []),
      ];
      return finish(scope, { columns: COLUMNS, rows, sort: undefined, notes });
    },
  };
}

/** By the first day, the longer first; what has none is last, the most frequent first. */
function byDay({ cells: a }: TableRow, { cells: b }: TableRow): number {
  const [x, y] = [a[0], b[0]];
  if (typeof x !== 'string' || typeof y !== 'string')
    return x === y ? Number(b[4]) - Number(a[4]) : typeof x === 'string' ? -1 : 1;
  return serialOf(x) - serialOf(y) || serialOf(String(b[1])) - serialOf(String(a[1])) || Number(b[4]) - Number(a[4]);
}

/** An ISO day as a number of days; what is none is the first of all. */
export function serialOf(iso: string): number {
  const day = parseDay(iso);
  return day === null ? Number.NEGATIVE_INFINITY : dayNumber(day.year, day.month, day.day);
}
