import type { TemporalExpression } from '../analysis';
import { dayNumber } from './calendar';
import { parseDay } from './isoDay';

/**
 * Orders dates for a timeline: by the first day meant, then the longer first, then as they stand in the text.
 * What has no place in the calendar (durations, sets, "now") comes last.
 */
export function compareDates(a: TemporalExpression, b: TemporalExpression): number {
  if (a.earliest === undefined || b.earliest === undefined) {
    if (a.earliest === b.earliest) return a.start - b.start;
    return a.earliest === undefined ? 1 : -1;
  }
  return (
    compareIso(a.earliest, b.earliest) ||
    compareIso(b.latest ?? b.earliest, a.latest ?? a.earliest) ||
    compareTimes(a.value, b.value) ||
    a.start - b.start
  );
}

function compareIso(a: string, b: string): number {
  const x = parseDay(a);
  const y = parseDay(b);
  if (x === null || y === null) return 0;
  return dayNumber(x.year, x.month, x.day) - dayNumber(y.year, y.month, y.day);
}

const TIME_OF_PART: Readonly<Record<string, string>> = {
  MO: '06:00',
  MI: '12:00',
  DT: '08:00',
  AF: '13:00',
  EV: '18:00',
  NI: '21:00',
};

function compareTimes(a: string, b: string): number {
  const timeOf = (value: string): string => {
    const time = /T(MO|AF|EV|NI|DT|MI|\d\d:\d\d)/.exec(value)?.[1] ?? '';
    return TIME_OF_PART[time] ?? time;
  };
  const x = timeOf(a);
  const y = timeOf(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The dates that have a place in the calendar, in its order. */
export function timeline(dates: readonly TemporalExpression[]): readonly TemporalExpression[] {
  return dates.filter((date) => date.earliest !== undefined && (date.type === 'DATE' || date.type === 'TIME')).sort(compareDates);
}

/** The dates of an article that mean the same day, or share a day with it, in text order: what a hover lists beside one. */
export function sameDayAs(date: TemporalExpression, dates: readonly TemporalExpression[]): readonly TemporalExpression[] {
  const day = date.earliest;
  if (day === undefined || day !== date.latest) return [];
  return dates.filter((other) => other !== date && other.earliest === day && other.latest === day);
}
