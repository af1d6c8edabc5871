import { dayNumber, isCalendarDay, isoDate, republicanDay, weekdayOf } from '../calendar';
import type { Meaning } from '../expression';
import type { Context, Resolved } from './context';
import { after, agrees, chooseDay, onOrBefore, pointsAhead, weekdayInDirection, yearOfMonth } from './direction';
import { dayPoint, isAsFineAs, monthPoint, type Point, startOf, yearPoint } from './point';

type Calendar = Extract<Meaning, { kind: 'calendar' }>;

const dated = (point: Point, anchor?: 'document' | 'text'): Resolved => ({
  type: 'DATE',
  value: point.value,
  ...(point.edtf !== undefined && { edtf: point.edtf }),
  earliest: point.earliest,
  latest: point.latest,
  point,
  ...(anchor && { anchor }),
});

const two = (n: number): string => String(n).padStart(2, '0');
const unplaced = (value: string, edtf?: string): Resolved => ({ type: 'DATE', value, ...(edtf && { edtf }) });

/** Wraps a point as what an expression means. */
export function resolvedAt(point: Point, anchor?: 'document' | 'text'): Resolved {
  return dated(point, anchor);
}

/** A day, month, year or weekday; what is not named comes from the document, by the direction that the words or verbs tell. */
export function resolveCalendar(meaning: Calendar, context: Context): Resolved {
  if (meaning.month !== undefined && meaning.month > 100) return republican(meaning);
  if (meaning.fromText && context.lastDay?.exact) {
    return { ...resolveCalendar({ ...meaning, fromText: false }, { ...context, document: context.lastDay }), anchor: 'text' };
  }
  const year = namedYear(meaning, context);
  const resolved = resolveFields(meaning, year, context);
  return meaning.approximate ? { ...resolved, mod: 'APPROX', ...(resolved.edtf && { edtf: `${resolved.edtf}~` }) } : resolved;
}

function republican({ year = 1, month = 101, day = 1 }: Calendar): Resolved {
  return dated(dayPoint(republicanDay(year, month - 100, day)));
}

/** A year, and whether it is counted from the document's. */
interface NamedYear {
  readonly year: number;
  readonly anchor?: 'document';
}

/** The year that the words give: in full, in two digits, or counted from the document's. */
function namedYear(meaning: Calendar, context: Context): NamedYear | null {
  if (meaning.year !== undefined) return { year: meaning.bce ? 1 - meaning.year : meaning.year };
  const now = context.document === null ? null : startOf(context.document).year;
  if (meaning.yy !== undefined) return { year: inCentury(meaning.yy, now) };
  if (meaning.yearsAway !== undefined && now !== null) return { year: now + meaning.yearsAway, anchor: 'document' };
  return null;
}

/** Two digits: the latest such year that is at most ten years ahead. */
export function inCentury(yy: number, now: number | null): number {
  if (now === null) return yy >= 30 ? 1900 + yy : 2000 + yy;
  const year = Math.floor(now / 100) * 100 + yy;
  return year > now + 10 ? year - 100 : year;
}

function resolveFields(meaning: Calendar, named: NamedYear | null, context: Context): Resolved {
  const { month, day, weekday } = meaning;
  if (month !== undefined)
    return day === undefined ? monthOf(meaning, month, named, context) : dayOf(meaning, [month, day], named, context);
  if (weekday !== undefined)
    return day === undefined ? bareWeekday(meaning, weekday, context) : weekdayAndDay(weekday, day, context);
  if (day !== undefined) return bareDay(day, context);
  return named === null ? unplaced('XXXX') : dated(yearPoint(named.year), named.anchor);
}

const monthOf = (meaning: Calendar, month: number, named: NamedYear | null, context: Context): Resolved =>
  named === null ? bareMonth(meaning, month, context) : dated(monthPoint(named.year, month), named.anchor);

function dayOf(meaning: Calendar, [month, day]: MonthDay, named: NamedYear | null, context: Context): Resolved {
  if (named === null) return dayOfMonth(meaning, month, day, context);
  const { year, anchor } = named;
  return dated(isCalendarDay(year, month, day) ? dayPoint(dayNumber(year, month, day)) : monthPoint(year, month), anchor);
}

type MonthDay = readonly [month: number, day: number];

function dayOfMonth(meaning: Calendar, month: number, day: number, context: Context): Resolved {
  const { document, rangeStart } = context;
  const fromText = context.year;
  if (fromText !== undefined && meaning.direction === undefined && fits(fromText, month, day, meaning.weekday)) {
    return dated(dayPoint(dayNumber(fromText, month, day)), 'text');
  }
  if (rangeStart !== null && meaning.direction === undefined) {
    const from = startOf(rangeStart);
    const year = dayNumber(from.year, month, Math.min(day, 28)) >= rangeStart.earliest - 3 ? from.year : from.year + 1;
    if (fits(year, month, day, meaning.weekday)) return dated(dayPoint(dayNumber(year, month, day)), 'text');
  }
  if (document === null) return unplaced(`XXXX-${two(month)}-${two(day)}`, `XXXX-${two(month)}-${two(day)}`);
  const now = startOf(document).year;
  const leap = month === 2 && day === 29 ? [now - 2, now + 2, now - 3, now + 3, now - 4, now + 4] : [];
  // a weekday that fits none of the years around is a slip of the pen
  const weekday = [now - 1, now, now + 1].some((year) => fits(year, month, day, meaning.weekday)) ? meaning.weekday : undefined;
  const years = [now, now - 1, now + 1, ...leap];
  const days = years.filter((year) => fits(year, month, day, weekday)).map((year) => dayNumber(year, month, day));
  const chosen =
    chooseDay(days, document, meaning.direction, context) ??
    (isCalendarDay(now, month, day) ? dayNumber(now, month, day) : undefined);
  return chosen === undefined ? unplaced(`XXXX-${two(month)}-${two(day)}`) : dated(dayPoint(chosen), 'document');
}

function fits(year: number, month: number, day: number, weekday: number | undefined): boolean {
  return isCalendarDay(year, month, day) && (weekday === undefined || weekdayOf(dayNumber(year, month, day)) === weekday);
}

function bareMonth(meaning: Calendar, month: number, context: Context): Resolved {
  const { document, rangeStart } = context;
  if (context.year !== undefined && meaning.direction === undefined) return dated(monthPoint(context.year, month), 'text');
  if (rangeStart !== null && meaning.direction === undefined) {
    const from = startOf(rangeStart);
    return dated(monthPoint(month >= from.month ? from.year : from.year + 1, month), 'text');
  }
  if (document === null) return unplaced(`XXXX-${two(month)}`, `XXXX-${two(month)}`);
  if (document.grain === 'Y') return dated(monthPoint(startOf(document).year + (meaning.direction ?? 0), month), 'document');
  const year = yearOfMonth(month, startOf(document), meaning.direction, context);
  return dated(monthPoint(year, month), 'document');
}

function bareWeekday({ direction }: Calendar, weekday: number, context: Context): Resolved {
  const { document } = context;
  if (document?.grain === 'M') return weekdayInMonth(weekday, direction, document);
  if (document?.grain !== 'D') return unplaced(`XXXX-WXX-${weekday}`);
  const today = document.earliest;
  if (direction !== undefined) return dated(dayPoint(weekdayInDirection(weekday, today, direction, context.tense)), 'document');
  const named = context.namedDays.get(weekday);
  if (named !== undefined && Math.abs(named - today) <= 7 && agrees(named - today, context.tense))
    return dated(dayPoint(named), 'text');
  if (context.rangeStart?.grain === 'D' && context.rangeStart.exact)
    return dated(dayPoint(after(context.rangeStart.earliest, weekday)), 'text');
  const gone = onOrBefore(today, weekday);
  const choice = { kind: 'weekday' as const, since: today - gone, wait: gone + 7 - today };
  return dated(dayPoint(gone < today && pointsAhead(context, choice) ? gone + 7 : gone), 'document');
}

/** A weekday counted from a document of which the month alone is known: between what it is from the month's first and last day. */
function weekdayInMonth(weekday: number, direction: number | undefined, document: Point): Resolved {
  const count = direction !== undefined && direction > 0 ? after : onOrBefore;
  const point: Point = {
    grain: 'D',
    value: `XXXX-WXX-${weekday}`,
    edtf: `${document.value}-XX`,
    earliest: count(document.earliest, weekday),
    latest: count(document.latest, weekday),
    exact: false,
  };
  return dated(point, 'document');
}

/** Friday 13: the nearest month in which the 13th is a Friday. */
function weekdayAndDay(weekday: number, day: number, context: Context): Resolved {
  const { document } = context;
  if (document === null || document.grain !== 'D') return unplaced(`XXXX-XX-${two(day)}`);
  const months = context.tense === 'future' ? [0, 1, 2, 3, 4, 5, 6, -1, -2] : [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];
  for (const offset of months) {
    const { year, month } = monthAway(document, offset);
    if (isCalendarDay(year, month, day) && weekdayOf(dayNumber(year, month, day)) === weekday)
      return dated(dayPoint(dayNumber(year, month, day)), 'document');
  }
  return bareWeekday({ kind: 'calendar', weekday }, weekday, context);
}

function monthAway(point: Point, offset: number): { readonly year: number; readonly month: number } {
  const { year, month } = startOf(point);
  const index = year * 12 + month - 1 + offset;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** The 16th: of the month last spoken of, or of the document's, or the one beside it that the verb points to. */
function bareDay(day: number, context: Context): Resolved {
  const { rangeStart, tense } = context;
  const base = rangeStart ?? context.document;
  if (base === null || !isAsFineAs(base, 'M')) return unplaced(`XXXX-XX-${two(day)}`);
  const offsets = rangeStart !== null ? [0, 1] : tense === 'future' ? [0, 1, 2] : [0, -1, -2];
  for (const offset of offsets) {
    const { year, month } = monthAway(base, offset);
    if (!isCalendarDay(year, month, day)) continue;
    const serial = dayNumber(year, month, day);
    if (liesOnItsSide(serial, base, rangeStart !== null ? 'future' : tense))
      return dated(dayPoint(serial), rangeStart === null ? 'document' : 'text');
  }
  return unplaced(`XXXX-XX-${isoDate(0, 1, day).slice(-2)}`);
}

const liesOnItsSide = (day: number, base: Point, tense: Context['tense']): boolean =>
  tense === 'future' ? day >= base.earliest : tense !== 'past' || day <= base.latest;

/** What is known of a day when the document's date has none: its month, and the interval moved. */
export function inexactDay(document: Point, shiftBy: number): Point {
  const earliest = document.earliest + shiftBy;
  const latest = document.latest + shiftBy;
  const value = document.grain === 'D' ? document.value : `${document.value}${document.grain === 'M' ? '-XX' : '-XX-XX'}`;
  return { grain: 'D', value, edtf: value, earliest, latest, exact: false };
}
