import { civilDay, dayNumber, isCalendarDay, isoDate, republicanDay, weekdayOf } from '../calendar';
import type { Meaning } from '../expression';
import type { Context, Resolved } from './context';
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

/** The year that the words give: in full, in two digits, or counted from the document's. */
function namedYear(meaning: Calendar, context: Context): { readonly year: number; readonly anchor?: 'document' } | null {
  if (meaning.year !== undefined) return { year: meaning.bce ? 1 - meaning.year : meaning.year };
  const now = context.document === null ? null : startOf(context.document).year;
  if (meaning.yy !== undefined) return { year: inCentury(meaning.yy, now) };
  if (meaning.yearsAway !== undefined && now !== null) return { year: now + meaning.yearsAway, anchor: 'document' };
  return null;
}

/** Two digits: the latest such year that is at the most ten years ahead. */
export function inCentury(yy: number, now: number | null): number {
  if (now === null) return yy >= 30 ? 1900 + yy : 2000 + yy;
  const year = Math.floor(now / 100) * 100 + yy;
  return year > now + 10 ? year - 100 : year;
}

function resolveFields(
  meaning: Calendar,
  named: { readonly year: number; readonly anchor?: 'document' } | null,
  context: Context,
): Resolved {
  const { month, day, weekday } = meaning;
  if (month !== undefined && day !== undefined) {
    if (named !== null)
      return isCalendarDay(named.year, month, day)
        ? dated(dayPoint(dayNumber(named.year, month, day)), named.anchor)
        : dated(monthPoint(named.year, month));
    return dayOfMonth(meaning, month, day, context);
  }
  if (month !== undefined)
    return named !== null ? dated(monthPoint(named.year, month), named.anchor) : bareMonth(meaning, month, context);
  if (weekday !== undefined && day !== undefined) return weekdayAndDay(weekday, day, context);
  if (weekday !== undefined) return bareWeekday(meaning, weekday, context);
  if (day !== undefined) return bareDay(day, context);
  return named !== null ? dated(yearPoint(named.year), named.anchor) : unplaced('XXXX');
}

// A day without a year that lies this close ahead, and nearly a year back, is the coming one even without a verb that says so.
const SOON = 60;
const LONG_AGO = 240;
// So close ahead it is the coming one, though the verb speaks of the past: La fête du 30 novembre a été annulée.
const VERY_SOON = 14;

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
    choose(days, document, meaning.direction, context.tense, context.ofNoun) ??
    (isCalendarDay(now, month, day) ? dayNumber(now, month, day) : undefined);
  return chosen === undefined ? unplaced(`XXXX-${two(month)}-${two(day)}`) : dated(dayPoint(chosen), 'document');
}

function fits(year: number, month: number, day: number, weekday: number | undefined): boolean {
  return isCalendarDay(year, month, day) && (weekday === undefined || weekdayOf(dayNumber(year, month, day)) === weekday);
}

/** The one of several days that is meant: the latest past, or the first to come. */
function choose(
  days: readonly number[],
  document: Point,
  direction: number | undefined,
  tense: 'past' | 'future' | undefined,
  ofNoun = false,
): number | undefined {
  const past = days.filter((day) => day <= document.latest);
  const before = days.filter((day) => day < document.earliest);
  const ahead = days.filter((day) => day > document.latest);
  const lastPast = max(past);
  const next = min(ahead);
  if (direction !== undefined && direction < 0) return max(before) ?? lastPast ?? next;
  if (direction !== undefined && direction > 0) return next ?? lastPast;
  if (direction === 0) return days.find((day) => civilDay(day).year === startOf(document).year) ?? lastPast ?? next;
  if (lastPast === undefined || next === undefined) return lastPast ?? next;
  if (lastPast >= document.earliest) return lastPast;
  if (tense === 'future') return next;
  if (document.grain === 'D' && (tense !== 'past' || ofNoun) && next - document.latest <= VERY_SOON) return next;
  if (document.grain === 'D' && tense !== 'past' && next - document.latest <= SOON && document.earliest - lastPast >= LONG_AGO)
    return next;
  return lastPast;
}

const max = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.max(...list));
const min = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.min(...list));

// How many months ahead a month without a year or a verb is still taken to lie ahead.
const NEXT_MONTHS = 1;

function bareMonth(meaning: Calendar, month: number, context: Context): Resolved {
  const { document, rangeStart } = context;
  if (context.year !== undefined && meaning.direction === undefined) return dated(monthPoint(context.year, month), 'text');
  if (rangeStart !== null && meaning.direction === undefined) {
    const from = startOf(rangeStart);
    return dated(monthPoint(month >= from.month ? from.year : from.year + 1, month), 'text');
  }
  if (document === null) return unplaced(`XXXX-${two(month)}`, `XXXX-${two(month)}`);
  const { year: now } = startOf(document);
  if (document.grain === 'Y') return dated(monthPoint(now + (meaning.direction ?? 0), month), 'document');
  const current = startOf(document).month;
  const { direction, tense } =
    meaning.direction === undefined
      ? { direction: undefined, tense: context.tense }
      : { direction: meaning.direction, tense: undefined };
  // without a verb, the month to come is the coming one
  const ahead = tense === undefined && context.signal !== 'since' ? NEXT_MONTHS : 0;
  let year = now;
  if (direction !== undefined && direction < 0) year = month < current ? now : now - 1;
  else if (direction !== undefined && direction > 0) year = month > current ? now : now + 1;
  else if (direction === undefined && tense === 'future') year = month >= current ? now : now + 1;
  else if (direction === undefined && month > current + ahead) year = now - 1;
  else if (direction === undefined && month + 12 <= current + ahead) year = now + 1;
  return dated(monthPoint(year, month), 'document');
}

function bareWeekday(meaning: Calendar, weekday: number, context: Context): Resolved {
  const { document } = context;
  if (document === null) return unplaced(`XXXX-WXX-${weekday}`);
  const { direction } = meaning;
  if (document.grain !== 'D') {
    const first =
      direction !== undefined && direction > 0 ? after(document.earliest, weekday) : onOrBefore(document.earliest, weekday);
    const last =
      direction !== undefined && direction > 0 ? after(document.latest, weekday) : onOrBefore(document.latest, weekday);
    if (document.grain !== 'M') return unplaced(`XXXX-WXX-${weekday}`);
    const point: Point = {
      grain: 'D',
      value: `XXXX-WXX-${weekday}`,
      edtf: `${document.value}-XX`,
      earliest: first,
      latest: last,
      exact: false,
    };
    return dated(point, 'document');
  }
  const today = document.earliest;
  if (direction === undefined) {
    const named = context.namedDays.get(weekday);
    if (named !== undefined && Math.abs(named - today) <= 7 && agrees(named - today, context.tense))
      return dated(dayPoint(named), 'text');
    if (context.rangeStart?.grain === 'D' && context.rangeStart.exact)
      return dated(dayPoint(after(context.rangeStart.earliest, weekday)), 'text');
    if (context.tense === 'future') return dated(dayPoint(onOrAfter(today, weekday)), 'document');
    return dated(dayPoint(onOrBefore(today, weekday)), 'document');
  }
  if (direction < 0) return dated(dayPoint(onOrBefore(today - 1, weekday) - (direction + 1) * -7), 'document');
  if (direction > 0) return dated(dayPoint(after(today, weekday) + (direction - 1) * 7), 'document');
  // this Tuesday: the one just gone where it is three days back at the most and no verb looks ahead
  const gone = onOrBefore(today, weekday);
  if (gone === today || (context.tense !== 'future' && today - gone <= 3) || context.tense === 'past')
    return dated(dayPoint(gone), 'document');
  return dated(dayPoint(after(today, weekday)), 'document');
}

/** Whether a day so far from the document's can be what a verb in this tense speaks of. */
const agrees = (distance: number, tense: 'past' | 'future' | undefined): boolean =>
  tense === undefined || (tense === 'past' ? distance <= 0 : distance >= 0);

const onOrBefore = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7);
const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);
const after = (day: number, weekday: number): number => onOrAfter(day + 1, weekday);

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
  const base = context.rangeStart ?? context.document;
  if (base === null || !isAsFineAs(base, 'M')) return unplaced(`XXXX-XX-${two(day)}`);
  const offsets = context.rangeStart !== null ? [0, 1] : context.tense === 'future' ? [0, 1, 2] : [0, -1, -2];
  for (const offset of offsets) {
    const { year, month } = monthAway(base, offset);
    if (!isCalendarDay(year, month, day)) continue;
    const serial = dayNumber(year, month, day);
    if (context.rangeStart !== null && serial < context.rangeStart.earliest) continue;
    if (context.rangeStart === null && context.tense === 'future' && serial < base.earliest) continue;
    if (context.rangeStart === null && context.tense === 'past' && serial > base.latest) continue;
    return dated(dayPoint(serial), context.rangeStart === null ? 'document' : 'text');
  }
  return unplaced(`XXXX-XX-${isoDate(0, 1, day).slice(-2)}`);
}

/** What is known of a day when the document's date has none: its month, and the interval moved. */
export function inexactDay(document: Point, shiftBy: number): Point {
  const earliest = document.earliest + shiftBy;
  const latest = document.latest + shiftBy;
  const value = document.grain === 'D' ? document.value : `${document.value}${document.grain === 'M' ? '-XX' : '-XX-XX'}`;
  return { grain: 'D', value, edtf: value, earliest, latest, exact: false };
}
