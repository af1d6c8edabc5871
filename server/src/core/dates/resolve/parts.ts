import { dayNumber, daysInMonth, isoDay, isoYear, nthWeekday, weekdayOf } from '../calendar';
import type { Meaning, Mod } from '../expression';
import { resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { resolveMeaning } from './meaning';
import { dayPoint, moveDay, pointAt, startOf, weekendPoint, weekPoint } from './point';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;
const THIRDS: Readonly<Record<string, readonly [number, number]>> = { START: [0, 1 / 3], MID: [1 / 3, 2 / 3], END: [2 / 3, 1] };

/** The beginning, middle or end of a date: thirds, in whole months of a year, whole years of a decade, and ten-day parts of a month. */
export function resolvePart(mod: Mod, of: Resolved): Resolved {
  const { point } = of;
  const share = THIRDS[mod];
  if (point === undefined || share === undefined) return { ...of, mod };
  const { year, month } = startOf(point);
  const dates = (edtf: string, earliest: number, latest: number): Resolved => ({ ...of, mod, edtf, earliest, latest });
  if (!point.exact) return { ...of, mod };
  switch (point.grain) {
    case 'Y': {
      // the end of a year counts from September, as people speak
      const months: readonly [number, number] = mod === 'START' ? [1, 4] : mod === 'MID' ? [5, 8] : [9, 12];
      return dates(
        `${isoYear(year)}-0${months[0]}/${isoYear(year)}-${String(months[1]).padStart(2, '0')}`,
        dayNumber(year, months[0], 1),
        dayNumber(year, months[1], daysInMonth(year, months[1])),
      );
    }
    case 'M': {
      const days: readonly [number, number] =
        mod === 'START' ? [1, 10] : mod === 'MID' ? [11, 20] : [21, daysInMonth(year, month)];
      const earliest = dayNumber(year, month, days[0]);
      const latest = dayNumber(year, month, days[1]);
      return dates(`${isoDay(earliest)}/${isoDay(latest)}`, earliest, latest);
    }
    case 'DE': {
      const ends: readonly [number, number] =
        mod === 'START' ? [year, year + 3] : mod === 'MID' ? [year + 4, year + 6] : [year + 7, year + 9];
      return dates(`${isoYear(ends[0])}/${isoYear(ends[1])}`, dayNumber(ends[0], 1, 1), dayNumber(ends[1], 12, 31));
    }
    case 'CE': {
      const ends: readonly [number, number] =
        mod === 'START' ? [year, year + 30] : mod === 'MID' ? [year + 30, year + 70] : [year + 70, year + 100];
      return dates(`${isoYear(ends[0])}/${isoYear(ends[1])}`, dayNumber(ends[0], 1, 1), dayNumber(ends[1], 12, 31));
    }
    case 'D':
      return { ...of, mod };
    default: {
      const length = point.latest - point.earliest + 1;
      const earliest = point.earliest + Math.round(length * share[0]);
      const latest = point.earliest + Math.round(length * share[1]) - 1;
      return dates(`${isoDay(earliest)}/${isoDay(latest)}`, earliest, latest);
    }
  }
}

/** The rest of the week, from the document's day on; the first or second half of a month. */
export function resolvePartial(meaning: Of<'part'>, of: Resolved, context: Context): Resolved {
  const { point } = of;
  if (point === undefined || !point.exact) return { ...of, mod: meaning.mod };
  const middle = point.earliest + 14;
  const from = meaning.rest
    ? Math.max(point.earliest, context.document?.earliest ?? point.earliest)
    : meaning.mod === 'START'
      ? point.earliest
      : middle + 1;
  const to = meaning.half && meaning.mod === 'START' ? middle : point.latest;
  return { ...of, mod: meaning.mod, edtf: `${isoDay(from)}/${isoDay(to)}`, earliest: from, latest: to };
}

/** The first Sunday of March, the last week of 2015, the third day of the month. */
export function resolveNth(meaning: Of<'nth'>, context: Context): Resolved {
  const of = resolveMeaning(meaning.of, context);
  const { point, anchor } = of;
  if (point === undefined) return of;
  if (!point.exact) return meaning.unit === 'weekday' ? { ...of, value: `XXXX-WXX-${meaning.weekday}` } : of;
  const { n } = meaning;
  const { year, month } = startOf(point);
  if (meaning.unit === 'weekday') {
    const weekday = meaning.weekday ?? 1;
    if (point.grain === 'M') {
      const day = nthWeekday(year, month, weekday, n);
      return day === null ? of : resolvedAt(dayPoint(day), anchor);
    }
    const first = point.earliest + ((weekday - weekdayOf(point.earliest) + 7) % 7) + (n - 1) * 7;
    const day = n < 0 ? point.latest - ((weekdayOf(point.latest) - weekday + 7) % 7) : first;
    return day > point.latest ? of : resolvedAt(dayPoint(day), anchor);
  }
  switch (meaning.unit) {
    case 'D': {
      if (point.grain === 'D') return of;
      const day = n < 0 ? point.latest : point.earliest + n - 1;
      return day > point.latest ? of : resolvedAt(dayPoint(day), anchor);
    }
    case 'W':
      if (point.grain === 'D') return resolvedAt(weekPoint(point.earliest), anchor);
      return resolvedAt(weekPoint(n < 0 ? point.latest - 3 : point.earliest + 3 + (n - 1) * 7), anchor);
    case 'WE': {
      // the weekend of a Monday is the one that it makes longer
      if (point.grain === 'D') return resolvedAt(weekendPoint(point.earliest - (weekdayOf(point.earliest) <= 2 ? 3 : 0)), anchor);
      const first = point.earliest + ((6 - weekdayOf(point.earliest) + 7) % 7) + (n - 1) * 7;
      const saturday = n < 0 ? point.latest - ((weekdayOf(point.latest) - 6 + 7) % 7) : first;
      return resolvedAt(weekendPoint(saturday), anchor);
    }
    case 'M':
      return resolvedAt(n < 0 ? pointAt(point.latest, 'M') : pointAt(moveDay(point.earliest, n - 1, 'M'), 'M'), anchor);
    case 'Y':
      return resolvedAt(n < 0 ? pointAt(point.latest, 'Y') : pointAt(moveDay(point.earliest, n - 1, 'Y'), 'Y'), anchor);
    case 'Q':
      return resolvedAt(pointAt(n < 0 ? point.latest : moveDay(point.earliest, (n - 1) * 3, 'M'), 'Q'), anchor);
    case 'S':
      return resolvedAt(pointAt(n < 0 ? point.latest : moveDay(point.earliest, (n - 1) * 6, 'M'), 'S'), anchor);
    default:
      return of;
  }
}
