import { daysInMonth, isCalendarDay, isoDate, isoDay, mondayOfWeek } from '../core/dates/calendar';

/** The calendar interval that a TIMEX3 value means, ISO days, inclusive. */
export interface Interval {
  readonly earliest: string;
  readonly latest: string;
}

/**
 * The interval of a value as a person may type it: 2015, 201X, 20XX, 2015-09, 2015-09-30, 2015-W40, 2015-Q3, 2015-H1, with or
 * without a time of day. Undefined for durations, sets, references and what is not a value.
 */
export function intervalOf(value: string): Interval | undefined {
  const match = /^(-?\d{2,4}X{0,2})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})|Q([1-4])|H([12])))?(?:T.*)?$/.exec(value);
  if (match === null) return undefined;
  const [, years = '', month, day, week, quarter, half] = match;
  const [first, last] = [Number(years.replace(/X/g, '0')), Number(years.replace(/X/g, '9'))];
  if (years.replace('-', '').length !== 4) return undefined;
  if (week !== undefined) {
    if (first !== last || Number(week) < 1 || Number(week) > 53) return undefined;
    const monday = mondayOfWeek(first, Number(week));
    return { earliest: isoDay(monday), latest: isoDay(monday + 6) };
  }
  if (day !== undefined) {
    if (!isCalendarDay(first, Number(month), Number(day))) return undefined;
    const iso = isoDate(first, Number(month), Number(day));
    return { earliest: iso, latest: iso };
  }
  const [from, to] = monthsOf(month, quarter, half);
  if (from < 1 || to > 12) return undefined;
  return { earliest: isoDate(first, from, 1), latest: isoDate(last, to, daysInMonth(last, to)) };
}

function monthsOf(month: string | undefined, quarter: string | undefined, half: string | undefined): readonly [number, number] {
  if (month !== undefined) return [Number(month), Number(month)];
  if (quarter !== undefined) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (half !== undefined) return [Number(half) * 6 - 5, Number(half) * 6];
  return [1, 12];
}

/** Whether a text is a TIMEX3 value: a point or stretch of the calendar, a duration, a set or a reference. */
export function isTimexValue(value: string): boolean {
  if (intervalOf(value) !== undefined) return true;
  // digits all through: a month or day that does not exist is not one
  if (/^-?\d{4}-(?:\d{2}|W\d{2})(?:-\d{2})?(?:T|$)/.test(value)) return false;
  if (/^(?:PAST|PRESENT|FUTURE)_REF$/.test(value)) return true;
  if (/^P(?=[\dXT])(?:[\dX.]+(?:Y|M|W|D|DE|CE|WE|Q|S|SN|ML|TH|TM))*(?:T(?:[\dX.]+[HMS])*)?$/.test(value)) return true;
  return /^[\dX]{4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7X]|WE))?|SP|SU|FA|WI|Q[1-4X]|H[12X]))?(?:T(?:[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?|MO|AF|EV|NI|DT|MI))?$/.test(
    value,
  );
}
