import { civilDay, dayNumber, isoDay, isoYear, mondayOf, weekdayOf } from '../calendar';
import { durationValue } from '../duration';
import type { Amount, Meaning, Unit } from '../expression';
import { inexactDay, resolveCalendar, resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import {
  betweenMonths,
  dayPoint,
  type Grain,
  isAsFineAs,
  monthPoint,
  moveDay,
  type Point,
  pointAt,
  startOf,
  UNNAMED_DAY,
} from './point';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

const vague = (value: string): Resolved => ({ type: 'DATE', value });
const GRAIN_OF: Partial<Record<Unit, Grain>> = { Y: 'Y', Q: 'Q', S: 'S', M: 'M', W: 'W', WE: 'WE', D: 'D', DE: 'DE', CE: 'CE' };

/** This week, the following month: a unit counted from the document or from the text. */
export function resolveUnit(meaning: Of<'unit'>, context: Context): Resolved {
  const fromText = meaning.from === 'text' && context.last !== null;
  const base = fromText ? context.last : context.document;
  const anchor = fromText ? 'text' : 'document';
  const grain = GRAIN_OF[meaning.unit];
  if (base === null || grain === undefined)
    return vague(grain === 'M' ? 'XXXX-XX' : grain === 'W' ? 'XXXX-WXX' : grain === 'D' ? 'XXXX-XX-XX' : 'XXXX');
  let { offset } = meaning;
  if (grain === 'WE' && base.grain === 'D' && !fromText) offset += weekendOffset(base.earliest, offset, context);
  return resolvedAt(awayFrom(base, meaning.unit, grain, offset), anchor);
}

/** "This weekend" early in the week, of what has happened, is the one just gone. */
function weekendOffset(day: number, offset: number, context: Context): number {
  return offset === 0 && weekdayOf(day) <= 3 && context.tense === 'past' ? -1 : 0;
}

/** The week, month, year … a number of units from the one that a point lies in. */
function awayFrom(base: Point, u: Unit, grain: Grain, offset: number): Point {
  const firstDay = grain === 'W' || grain === 'WE' ? mondayOf(base.earliest) + offset * 7 : startMoved(base, u, offset);
  const point = pointAt(firstDay, grain);
  if (isAsFineAs(base, grain) || (grain === 'WE' && isAsFineAs(base, 'D')))
    return base.exact || !isAsFineAs(base, 'D') || grain === 'Y' || grain === 'M' ? point : inexact(base, grain, offset);
  return inexact(base, grain, offset);
}

function startMoved(base: Point, u: Unit, offset: number): number {
  return moveDay(firstDayOf(base, u), offset, u);
}

/** The first day of the unit that a point begins in. */
function firstDayOf(base: Point, u: Unit): number {
  const { year, month } = startOf(base);
  switch (u) {
    case 'D':
      return base.earliest;
    case 'M':
      return dayNumber(year, month, 1);
    case 'Q':
      return dayNumber(year, month - ((month - 1) % 3), 1);
    case 'S':
      return dayNumber(year, month <= 6 ? 1 : 7, 1);
    default:
      return dayNumber(year, 1, 1);
  }
}

/** A week or month counted from a date that is not known so finely: the interval it must lie in. */
function inexact(base: Point, grain: Grain, offset: number): Point {
  const { year } = startOf(base);
  if (grain === 'W' || grain === 'WE') {
    const earliest = mondayOf(base.earliest) + offset * 7 + (grain === 'WE' ? 5 : 0);
    const latest = mondayOf(base.latest) + offset * 7 + 6;
    const edtf = offset === 0 && base.grain === 'M' ? `${base.value}-XX` : betweenMonths(earliest, latest);
    return { grain, value: `${isoYear(year)}-WXX${grain === 'WE' ? '-WE' : ''}`, edtf, earliest, latest, exact: false };
  }
  if (grain === 'D') return inexactDay(base, offset);
  const letter = grain === 'M' ? '-XX' : grain === 'Q' ? '-QX' : '-HX';
  return {
    grain,
    value: `${isoYear(year)}${letter}`,
    edtf: `${isoYear(year)}-XX`,
    earliest: moveDay(base.earliest, offset, 'M'),
    latest: moveDay(base.latest, offset, 'M'),
    exact: false,
  };
}

/** That day, the same month, that moment. */
export function resolveSame(meaning: Of<'same'>, context: Context): Resolved {
  if (meaning.unit === 'time') return sameTime(context);
  if (meaning.unit === 'season') return samePeriod(context);
  if (meaning.ofEvent) return dayOfEvent(context);
  const grain = GRAIN_OF[meaning.unit] ?? 'D';
  const base = (grain === 'D' || grain === 'W' || grain === 'WE' ? context.lastDay : context.last) ?? context.document;
  if (base === null) return vague('XXXX-XX-XX');
  const anchor = base === context.document ? 'document' : 'text';
  if (meaning.weekday !== undefined && base.exact && base.grain === 'D' && weekdayOf(base.earliest) !== meaning.weekday)
    return resolveCalendar({ kind: 'calendar', weekday: meaning.weekday }, context);
  // the day of a text of which the month alone is known
  if (grain === 'D' && base === context.document && !isAsFineAs(base, 'D')) return resolvedAt(inexactDay(base, 0), anchor);
  return resolvedAt(isAsFineAs(base, grain) && base.exact ? pointAt(base.earliest, grain) : base, anchor);
}

/** Au lendemain d'un vote: the day that the sentence speaks of, else one that is not said. */
const dayOfEvent = ({ dayOfSentence }: Context): Resolved =>
  dayOfSentence === undefined
    ? { type: 'DATE', value: UNNAMED_DAY.value, point: UNNAMED_DAY }
    : resolvedAt(dayOfSentence, 'text');

function sameTime({ last, lastTime }: Context): Resolved {
  if (lastTime === null) return last === null ? vague('PAST_REF') : resolvedAt(last, 'text');
  const { value, day } = lastTime;
  return { type: 'TIME', value, earliest: day.earliest, latest: day.latest, anchor: 'text' };
}

/** The same period of the year last spoken of: its month, where the document is known so finely. */
function samePeriod({ last, document }: Context): Resolved {
  if (last === null) return vague('PAST_REF');
  const isMonth = document !== null && last.grain === 'Y' && isAsFineAs(document, 'M');
  return resolvedAt(isMonth ? monthPoint(startOf(last).year, startOf(document).month) : last, 'text');
}

/** Yesterday, today, tomorrow. */
export function resolveDeictic(days: number, context: Context): Resolved {
  const { document } = context;
  // in a text that has no date, today is the time it is read in
  if (document === null) return vague(days === 0 ? 'PRESENT_REF' : 'XXXX-XX-XX');
  return resolvedAt(document.grain === 'D' ? dayPoint(document.earliest + days) : inexactDay(document, days), 'document');
}

const CLOCK_MINUTES: Partial<Record<Unit, number>> = { TH: 60, TM: 1, TS: 1 / 60 };

/** An amount before or after something; `named` is what it counts from, where that is a date named beside it. */
export function resolveShift(meaning: Of<'shift'>, named: Resolved | undefined, context: Context): Resolved {
  const { amount, sign } = meaning;
  if (amount.parts.some((p) => p.n === null)) {
    if (!amount.parts.every((p) => CLOCK_MINUTES[p.unit])) return vague(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
    if (named === undefined && meaning.from === 'text') return hoursFrom(context);
  }
  const origin = named === undefined ? originOf(meaning, context) : { base: named.point ?? null, anchor: named.anchor ?? 'text' };
  const { base, anchor } = origin;
  if (base === null || isAfterUnnamed(meaning, origin, context)) return vague('XXXX');
  const finest = amount.parts.at(-1)?.unit ?? 'D';
  if (CLOCK_MINUTES[finest] !== undefined) return clockShift(meaning, base, anchor, context);
  const grain = grainOfShift(finest, amount, named !== undefined && base.grain === 'D' ? 'day' : 'other');
  const move = (day: number): number => amount.parts.reduce((moved, p) => moveDay(moved, sign * (p.n ?? 0), p.unit), day);
  const mod = amount.mod !== undefined ? { mod: amount.mod } : {};
  if (!isAsFineAs(base, grain) || !base.exact)
    return { ...resolvedAt(inexactFrom(base, grain, move(base.earliest), move(base.latest)), anchor), ...mod };
  const resolved = resolvedAt(pointAt(move(base.earliest), grain), anchor);
  return { ...resolved, ...mod, ...(amount.mod === 'APPROX' && resolved.edtf && { edtf: `${resolved.edtf}~` }) };
}

/** He smiled forty years later: told of the past, but of no date that the text has named. */
const isAfterUnnamed = ({ from, amount, sign }: Of<'shift'>, { anchor }: Origin, { tense }: Context): boolean =>
  from === 'text' && anchor === 'document' && sign > 0 && tense !== 'future' && amount.parts.every((p) => p.unit === 'Y');

/** Where a date comes out that is not known as finely as the amount counts. */
function inexactFrom(base: Point, grain: Grain, earliest: number, latest: number): Point {
  const { year } = civilDay(earliest);
  return {
    grain,
    value: inexactValue(base, grain, earliest, latest),
    edtf: base.grain === 'Y' ? `${isoYear(year)}-XX` : betweenMonths(earliest, latest),
    earliest,
    latest,
    exact: false,
  };
}

function inexactValue(base: Point, grain: Grain, earliest: number, latest: number): string {
  const a = civilDay(earliest);
  const b = civilDay(latest);
  if (base.value.startsWith('XXXX') && grain === 'D') return base.value;
  if (grain === 'W') return `${isoYear(startOf(base).year)}-WXX`;
  if (grain === 'M') return `${isoYear(a.year)}-XX`;
  if (base.grain === 'Y') return `${isoYear(a.year)}-XX-XX`;
  const isOneMonth = a.year === b.year && a.month === b.month;
  return dayValue(base, isOneMonth ? isoDay(earliest).slice(0, -3) : undefined);
}

/** A day of which the month may be known, else what it was counted from. */
function dayValue(base: Point, month: string | undefined): string {
  if (month !== undefined) return `${month}-XX`;
  if (base.grain === 'D') return base.value;
  // weeks and months cross
  return base.grain === 'W' || base.grain === 'WE' ? `${isoYear(startOf(base).year)}-XX-XX` : `${base.value}-XX`;
}

/** The grain of a date so far from another: the smallest unit named. Counted from a day by weeks or months, it stays a day. */
function grainOfShift(finest: Unit, amount: Amount, from: 'day' | 'other'): Grain {
  const grain: Grain = GRAIN_OF[finest] ?? 'Y';
  if (finest === 'DE' || finest === 'CE' || finest === 'ML') return 'Y';
  if (finest === 'WE') return 'W';
  if (finest === 'Y' && !amount.parts.every((p) => Number.isInteger(p.n))) return 'M';
  return from === 'day' && (grain === 'W' || grain === 'M') ? 'D' : grain;
}

interface Origin {
  readonly base: Point | null;
  readonly anchor: 'document' | 'text';
}

/** What an amount counts from that no date is named for: the document, or the date last spoken of. */
function originOf({ from, amount }: Of<'shift'>, { document, lastDay, last }: Context): Origin {
  if (from === 'document') return { base: document, anchor: 'document' };
  const byDays = amount.parts.some((p) => p.unit === 'D' || p.unit === 'W');
  const spoken = byDays ? (lastDay ?? (document?.grain === 'D' ? null : last)) : last;
  return spoken === null ? { base: document, anchor: 'document' } : { base: spoken, anchor: 'text' };
}

/** Some hours later, of the day that the text speaks of: at an hour that is not known. */
function hoursFrom({ lastDay, document }: Context): Resolved {
  const day = lastDay ?? document;
  if (day === null || !isAsFineAs(day, 'D')) return { type: 'TIME', value: 'XXXX-XX-XXTXX' };
  return {
    type: 'TIME',
    value: `${day.value}TXX`,
    earliest: day.earliest,
    latest: day.latest,
    anchor: lastDay === null ? 'document' : 'text',
  };
}

const MINUTES_A_DAY = 1440;

/** So many hours or minutes from a time of the day, or from a day. */
function clockShift({ amount, sign, from }: Of<'shift'>, base: Point, anchor: Origin['anchor'], context: Context): Resolved {
  const minutes = amount.parts.reduce((sum, p) => sum + (p.n ?? 0) * (CLOCK_MINUTES[p.unit] ?? MINUTES_A_DAY), 0) * sign;
  const { lastTime } = context;
  if (anchor === 'text' && lastTime?.day.exact) return timeAt(lastTime.day, lastTime.minutes + Math.round(minutes), anchor);
  // how long after what is not known to the hour: the amount is what the text says
  if (from === 'text' || anchor === 'text')
    return { type: 'DURATION', value: durationValue(amount), ...(amount.mod && { mod: amount.mod }) };
  // 24 hours ago and more: so many whole days back
  const days = Math.trunc(minutes / MINUTES_A_DAY);
  const day = base.grain === 'D' && base.exact ? dayPoint(base.earliest + days).value : 'XXXX-XX-XX';
  return { type: 'TIME', value: `${day}TXX:XX`, earliest: base.earliest + days, latest: base.latest + days, anchor };
}

/** So many minutes after a day's beginning, which may be more than it has. */
function timeAt(from: Point, minutes: number, anchor: Origin['anchor']): Resolved {
  const day = dayPoint(from.earliest + Math.floor(minutes / MINUTES_A_DAY));
  const inDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return {
    type: 'TIME',
    value: `${day.value}T${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`,
    earliest: day.earliest,
    latest: day.latest,
    point: day,
    anchor,
    minutes: inDay,
  };
}

/** A length of time; its interval where it ends or begins with the document. */
export function resolveDuration(meaning: Of<'duration'>, context: Context): Resolved {
  const { amount } = meaning;
  const base: Resolved = { type: 'DURATION', value: durationValue(amount), ...(amount.mod && { mod: amount.mod }) };
  const ends = meaning.ends ?? (context.signal === 'since' ? 'document' : undefined);
  const { document } = context;
  const counted = amount.parts.every((p) => p.n !== null && CLOCK_MINUTES[p.unit] === undefined);
  if (ends === undefined || document === null || !counted) return base;
  const isBack = ends === 'document';
  const other = amount.parts.reduce((day, p) => moveDay(day, (isBack ? -1 : 1) * (p.n ?? 0), p.unit), document.earliest);
  const grain = grainOfDuration(amount, document);
  const from = pointAt(isBack ? other : document.earliest, grain);
  const to = pointAt(isBack ? document.latest : other, grain);
  return {
    ...base,
    edtf: `${from.edtf}/${to.edtf}`,
    earliest: from.earliest,
    latest: isBack ? document.latest : to.latest,
    anchor: 'document',
  };
}

/** How finely the ends of a length of time are known. */
function grainOfDuration({ parts }: Amount, document: Point): Grain {
  if (document.grain === 'D' && parts.some((p) => ['D', 'W', 'WE'].includes(p.unit))) return 'D';
  return document.grain !== 'Y' && parts.some((p) => ['M', 'Q', 'S'].includes(p.unit)) ? 'M' : 'Y';
}
