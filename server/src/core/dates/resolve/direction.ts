import { type CivilDay, civilDay, weekdayOf } from '../calendar';
import type { Context } from './context';
import { type Point, startOf } from './point';

// Which of several days, months or weekdays is meant where the words leave it open: the one just gone or the one to come.

type Tense = Context['tense'];

// A day without a year that lies this close ahead, and nearly a year back, is the coming one even without a verb that says so.
const SOON = 60;
const LONG_AGO = 240;
// So close ahead it is the coming one, though the verb speaks of the past: La fête du 30 novembre a été annulée.
const VERY_SOON = 14;

/** The one of several days that is meant: the latest past, or the first to come; undefined where there is none. */
export function chooseDay(
  days: readonly number[],
  document: Point,
  direction: number | undefined,
  said: Pick<Context, 'tense' | 'ofNoun'>,
): number | undefined {
  const past = max(days.filter((day) => day <= document.latest));
  const next = min(days.filter((day) => day > document.latest));
  if (direction === 0) return days.find((day) => civilDay(day).year === startOf(document).year) ?? past ?? next;
  if (direction !== undefined && direction > 0) return next ?? past;
  if (direction !== undefined) return max(days.filter((day) => day < document.earliest)) ?? past ?? next;
  if (past === undefined || next === undefined) return past ?? next;
  return isNextMeant(past, next, document, said) ? next : past;
}

function isNextMeant(past: number, next: number, document: Point, { tense, ofNoun }: Pick<Context, 'tense' | 'ofNoun'>): boolean {
  if (past >= document.earliest) return false;
  if (tense === 'future') return true;
  if (document.grain !== 'D') return false;
  const wait = next - document.latest;
  if (tense === 'past') return ofNoun === true && wait <= VERY_SOON;
  return wait <= VERY_SOON || (wait <= SOON && document.earliest - past >= LONG_AGO);
}

const max = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.max(...list));
const min = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.min(...list));

// How many months ahead a month without a year or a verb is still taken to lie ahead.
const NEXT_MONTHS = 1;

/** The year of a month that is named without one. */
export function yearOfMonth(month: number, today: CivilDay, direction: number | undefined, context: Context): number {
  const { year: now, month: current } = today;
  if (direction === undefined) return yearByTense(month, today, context);
  if (direction < 0) return month < current ? now : now - 1;
  return direction > 0 && month <= current ? now + 1 : now;
}

function yearByTense(month: number, { year: now, month: current }: CivilDay, { tense, signal }: Context): number {
  if (tense === 'future') return month >= current ? now : now + 1;
  // without a verb, the month to come is the coming one
  const ahead = tense === undefined && signal !== 'since' ? NEXT_MONTHS : 0;
  if (month > current + ahead) return now - 1;
  return month + 12 <= current + ahead ? now + 1 : now;
}

/** Last, this or next Tuesday, from a day on. */
export function weekdayInDirection(weekday: number, today: number, direction: number, tense: Tense): number {
  if (direction < 0) return onOrBefore(today - 1, weekday) - (direction + 1) * -7;
  if (direction > 0) return after(today, weekday) + (direction - 1) * 7;
  // this Tuesday: the one just gone where it is at most three days back and no verb looks ahead
  const gone = onOrBefore(today, weekday);
  const isGone = gone === today || tense === 'past' || (tense !== 'future' && today - gone <= 3);
  return isGone ? gone : after(today, weekday);
}

/** The year of a feast that is named without one, out of those around. */
export function yearOfFeast(
  years: readonly number[],
  firstDay: (year: number) => number,
  document: Point,
  { tense, direction }: { readonly tense: Tense; readonly direction: number | undefined },
): number {
  const now = startOf(document).year;
  const past = years.findLast((year) => firstDay(year) <= document.latest) ?? years[0] ?? now;
  const next = years.find((year) => firstDay(year) > document.latest) ?? years.at(-1) ?? now;
  if (direction === 0) return now;
  if (direction !== undefined && direction > 0) return next;
  if (direction !== undefined) return years.findLast((year) => firstDay(year) < document.earliest) ?? past;
  if (firstDay(past) >= document.earliest) return past;
  return tense === 'future' || isFeastNear(firstDay(past), firstDay(next), document, tense) ? next : past;
}

/** Close before it no one speaks of last year's without saying so, and within two months only with a verb that looks back. */
function isFeastNear(past: number, next: number, { grain, earliest, latest }: Point, tense: Tense): boolean {
  if (grain !== 'D') return false;
  const isClose = next - latest <= 21 && earliest - past > 300;
  return isClose || (tense !== 'past' && next - latest <= 60 && earliest - past > 240);
}

/** Whether a day so far from the document's can be what a verb in this tense speaks of. */
export const agrees = (distance: number, tense: 'past' | 'future' | undefined): boolean =>
  tense === undefined || (tense === 'past' ? distance <= 0 : distance >= 0);

/** The last such weekday up to a day. */
export const onOrBefore = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7);
/** The first such weekday from a day on. */
export const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);
/** The first such weekday after a day. */
export const after = (day: number, weekday: number): number => onOrAfter(day + 1, weekday);
