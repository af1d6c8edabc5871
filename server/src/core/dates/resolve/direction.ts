import { type CivilDay, weekdayOf } from '../calendar';
import { type Choice, isAhead } from '../direction/decide';
import type { Context } from './context';
import { type Point, startOf } from './point';

// Which of several days, months or weekdays is meant where the words leave it open: the one just gone or the one to come.

type Tense = Context['tense'];

/** The one of several days that is meant: the latest past, or the first to come; undefined where there is none. */
export function chooseDay(
  days: readonly number[],
  document: Point,
  direction: number | undefined,
  said: Leaning,
): number | undefined {
  const past = max(days.filter((day) => day <= document.latest));
  const next = min(days.filter((day) => day > document.latest));
  if (direction === 0) return nearest(days, document);
  if (direction !== undefined && direction > 0) return next ?? past;
  if (direction !== undefined) return max(days.filter((day) => day < document.earliest)) ?? past ?? next;
  if (past === undefined || next === undefined) return past ?? next;
  return isNextMeant(past, next, document, said) ? next : past;
}

/** The day closest to the document's: early in January, ce 28 décembre is one of the year before. */
const nearest = (days: readonly number[], { earliest }: Point): number | undefined =>
  days.reduce<number | undefined>(
    (best, day) => (best === undefined || Math.abs(day - earliest) < Math.abs(best - earliest) ? day : best),
    undefined,
  );

/** What is known of which way a date points. */
type Leaning = Pick<Context, 'tense' | 'leaning' | 'weights' | 'ofNoun'>;

/** Whether a date's clause and the distances of its two choices point ahead. Without a document's day the clause decides alone. */
export function pointsAhead({ tense, leaning, weights, ofNoun }: Leaning, choice: Choice | undefined): boolean {
  if (leaning === undefined || weights === undefined) return tense === 'future';
  return choice === undefined
    ? tense === 'future' && leaning > 0
    : isAhead(leaning, ofNoun ? { ...choice, ofNoun } : choice, weights);
}

function isNextMeant(past: number, next: number, document: Point, said: Leaning): boolean {
  if (past >= document.earliest) return false;
  const choice: Choice = { kind: 'day', since: document.earliest - past, wait: next - document.latest };
  return pointsAhead(said, document.grain === 'D' ? choice : undefined);
}

const max = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.max(...list));
const min = (list: readonly number[]): number | undefined => (list.length === 0 ? undefined : Math.min(...list));

/** The year of a month that is named without one. */
export function yearOfMonth(month: number, today: CivilDay, direction: number | undefined, context: Context): number {
  const { year: now, month: current } = today;
  if (direction === undefined) return yearByClause(month, today, context);
  if (direction < 0) return month < current ? now : now - 1;
  return direction > 0 && month <= current ? now + 1 : now;
}

/** The year of the month just gone, or to come; the document's own month is this year's. */
function yearByClause(month: number, { year: now, month: current }: CivilDay, context: Context): number {
  if (month === current) return now;
  const gone = month < current ? now : now - 1;
  const choice: Choice = {
    kind: 'month',
    since: monthsBetween(month, current) * DAYS,
    wait: monthsBetween(current, month) * DAYS,
  };
  return pointsAhead(context, context.document?.grain === 'D' ? choice : undefined) ? gone + 1 : gone;
}

// About so many days has a month.
const DAYS = 30;

const monthsBetween = (from: number, to: number): number => (to - from + 12) % 12;

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
  said: Leaning & { readonly direction: number | undefined },
): number {
  const { direction } = said;
  const now = startOf(document).year;
  const past = years.findLast((year) => firstDay(year) <= document.latest) ?? years[0] ?? now;
  const next = years.find((year) => firstDay(year) > document.latest) ?? years.at(-1) ?? now;
  if (direction === 0) return now;
  if (direction !== undefined && direction > 0) return next;
  if (direction !== undefined) return years.findLast((year) => firstDay(year) < document.earliest) ?? past;
  if (firstDay(past) >= document.earliest) return past;
  const choice: Choice = { kind: 'feast', since: document.earliest - firstDay(past), wait: firstDay(next) - document.latest };
  return pointsAhead(said, document.grain === 'D' ? choice : undefined) ? next : past;
}

/** Whether a day so far from the document's can be what a verb in this tense speaks of. */
export const agrees = (distance: number, tense: 'past' | 'future' | undefined): boolean =>
  tense === undefined || (tense === 'past' ? distance <= 0 : distance >= 0);

/** The last such weekday up to a day. */
export const onOrBefore = (day: number, weekday: number): number => day - ((weekdayOf(day) - weekday + 7) % 7);
/** The first such weekday from a day on. */
const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);
/** The first such weekday after a day. */
export const after = (day: number, weekday: number): number => onOrAfter(day + 1, weekday);
