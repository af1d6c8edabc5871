import { civilDay, dayNumber, isoDay, isoYear, mondayOf, weekdayOf } from '../calendar';
import { durationValue } from '../duration';
import type { Amount, From, Meaning, Unit } from '../expression';
import { inexactDay, resolveCalendar, resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { resolveMeaning } from './meaning';
import { betweenMonths, dayPoint, type Grain, isAsFineAs, monthPoint, moveDay, type Point, pointAt, startOf } from './point';

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
  const { year, month } = startOf(base);
  const first =
    u === 'D'
      ? base.earliest
      : u === 'M'
        ? dayNumber(year, month, 1)
        : u === 'Q'
          ? dayNumber(year, month - ((month - 1) % 3), 1)
          : u === 'S'
            ? dayNumber(year, month <= 6 ? 1 : 7, 1)
            : dayNumber(year, 1, 1);
  return moveDay(first, offset, u);
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
  if (meaning.unit === 'time') {
    if (context.lastTime !== null)
      return {
        type: 'TIME',
        value: context.lastTime.value,
        earliest: context.lastTime.day.earliest,
        latest: context.lastTime.day.latest,
        anchor: 'text',
      };
    return context.last === null ? vague('PAST_REF') : resolvedAt(context.last, 'text');
  }
  if (meaning.unit === 'season') {
    if (context.last === null) return vague('PAST_REF');
    if (context.document !== null && context.last.grain === 'Y' && isAsFineAs(context.document, 'M'))
      return resolvedAt(monthPoint(startOf(context.last).year, startOf(context.document).month), 'text');
    return resolvedAt(context.last, 'text');
  }
  const grain = GRAIN_OF[meaning.unit] ?? 'D';
  const base = (grain === 'D' || grain === 'W' ? context.lastDay : context.last) ?? context.document;
  if (base === null) return vague('XXXX-XX-XX');
  const anchor = base === context.document ? 'document' : 'text';
  if (meaning.weekday !== undefined && base.exact && base.grain === 'D' && weekdayOf(base.earliest) !== meaning.weekday)
    return resolveCalendar({ kind: 'calendar', weekday: meaning.weekday }, context);
  return resolvedAt(isAsFineAs(base, grain) && base.exact ? pointAt(base.earliest, grain) : base, anchor);
}

/** Yesterday, today, tomorrow. */
export function resolveDeictic(days: number, context: Context): Resolved {
  const { document } = context;
  // in a text that has no date, today is the time it is read in
  if (document === null) return vague(days === 0 ? 'PRESENT_REF' : 'XXXX-XX-XX');
  return resolvedAt(document.grain === 'D' ? dayPoint(document.earliest + days) : inexactDay(document, days), 'document');
}

const CLOCK_MINUTES: Partial<Record<Unit, number>> = { TH: 60, TM: 1, TS: 1 / 60 };

/** An amount before or after something. */
export function resolveShift(meaning: Of<'shift'>, context: Context): Resolved {
  const { amount, sign } = meaning;
  if (amount.parts.some((p) => p.n === null) && !amount.parts.every((p) => CLOCK_MINUTES[p.unit]))
    return vague(sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
  const { base, anchor } = baseOf(meaning, context);
  if (base === null) return vague('XXXX');
  const finest = amount.parts.at(-1)?.unit ?? 'D';
  if (CLOCK_MINUTES[finest] !== undefined) return clockShift(amount, sign, base, anchor, meaning.from, context);
  const named = meaning.from !== 'document' && meaning.from !== 'text';
  const grain = grainOfShift(finest, amount, named && base.grain === 'D');
  const move = (day: number): number => amount.parts.reduce((moved, p) => moveDay(moved, sign * (p.n ?? 0), p.unit), day);
  const approximate = amount.mod === 'APPROX' ? { mod: 'APPROX' as const } : amount.mod !== undefined ? { mod: amount.mod } : {};
  if (isAsFineAs(base, grain) && base.exact) {
    const resolved = resolvedAt(pointAt(move(base.earliest), grain), anchor);
    return amount.mod === 'APPROX' && resolved.edtf
      ? { ...resolved, ...approximate, edtf: `${resolved.edtf}~` }
      : { ...resolved, ...approximate };
  }
  const earliest = move(base.earliest);
  const latest = move(base.latest);
  const point = inexactFrom(base, grain, earliest, latest);
  return { ...resolvedAt(point, anchor), ...approximate };
}

/** Where a date comes out that is not known as finely as the amount counts. */
function inexactFrom(base: Point, grain: Grain, earliest: number, latest: number): Point {
  const a = civilDay(earliest);
  const b = civilDay(latest);
  const sameMonth = a.year === b.year && a.month === b.month;
  const anchored = base.grain === 'Y' ? isoYear(a.year) : isoDay(earliest).slice(0, -3);
  const value =
    base.value.startsWith('XXXX') && grain === 'D'
      ? base.value
      : grain === 'W'
        ? `${isoYear(startOf(base).year)}-WXX`
        : grain === 'M'
          ? `${isoYear(a.year)}-XX`
          : base.grain === 'Y'
            ? `${anchored}-XX-XX`
            : dayValue(base, sameMonth ? anchored : undefined);
  return {
    grain,
    value,
    edtf: base.grain === 'Y' ? `${isoYear(a.year)}-XX` : betweenMonths(earliest, latest),
    earliest,
    latest,
    exact: false,
  };
}

/** A day of which the month may be known, else what it was counted from. */
function dayValue(base: Point, month: string | undefined): string {
  if (month !== undefined) return `${month}-XX`;
  if (base.grain === 'D') return base.value;
  // weeks and months cross
  return base.grain === 'W' || base.grain === 'WE' ? `${isoYear(startOf(base).year)}-XX-XX` : `${base.value}-XX`;
}

/** The grain of a date so far from another: the smallest unit named. Counted from a day by weeks or months, it stays a day. */
function grainOfShift(finest: Unit, amount: Amount, fromDay: boolean): Grain {
  const grain: Grain = GRAIN_OF[finest] ?? 'Y';
  if (finest === 'DE' || finest === 'CE' || finest === 'ML') return 'Y';
  if (finest === 'WE') return 'W';
  const whole = amount.parts.every((p) => Number.isInteger(p.n));
  if (!whole && finest === 'Y') return 'M';
  return fromDay && (grain === 'W' || grain === 'M') ? 'D' : grain;
}

function baseOf(meaning: Of<'shift'>, context: Context): { readonly base: Point | null; readonly anchor: 'document' | 'text' } {
  if (meaning.from === 'document') return { base: context.document, anchor: 'document' };
  if (meaning.from !== 'text') {
    const resolved = resolveMeaning(meaning.from, context);
    return { base: resolved.point ?? null, anchor: resolved.anchor ?? 'text' };
  }
  const byDays = meaning.amount.parts.some((p) => p.unit === 'D' || p.unit === 'W');
  const last = byDays ? (context.lastDay ?? (context.document?.grain === 'D' ? null : context.last)) : context.last;
  return last === null ? { base: context.document, anchor: 'document' } : { base: last, anchor: 'text' };
}

function clockShift(
  amount: Amount,
  sign: 1 | -1,
  base: Point,
  anchor: 'document' | 'text',
  from: From,
  context: Context,
): Resolved {
  const minutes = amount.parts.reduce((sum, p) => sum + (p.n ?? 0) * (CLOCK_MINUTES[p.unit] ?? 1440), 0) * sign;
  const { lastTime } = context;
  if (anchor === 'text' && lastTime?.day.exact) {
    const total = lastTime.minutes + Math.round(minutes);
    const day = dayPoint(lastTime.day.earliest + Math.floor(total / 1440));
    const inDay = ((total % 1440) + 1440) % 1440;
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
  // how long after what is not known to the hour: the amount is what the text says
  if (from === 'text' || anchor === 'text')
    return { type: 'DURATION', value: durationValue(amount), ...(amount.mod && { mod: amount.mod }) };
  // 24 hours ago and more: so many whole days back
  const days = Math.trunc(minutes / 1440);
  const day = base.grain === 'D' && base.exact ? dayPoint(base.earliest + days).value : 'XXXX-XX-XX';
  return { type: 'TIME', value: `${day}TXX:XX`, earliest: base.earliest + days, latest: base.latest + days, anchor };
}

/** A length of time; its interval where it ends or begins with the document. */
export function resolveDuration(meaning: Of<'duration'>, context: Context): Resolved {
  const { amount } = meaning;
  const base: Resolved = { type: 'DURATION', value: durationValue(amount), ...(amount.mod && { mod: amount.mod }) };
  const ends = meaning.ends ?? (context.signal === 'since' ? 'document' : undefined);
  const { document } = context;
  const counted = amount.parts.every((p) => p.n !== null && CLOCK_MINUTES[p.unit] === undefined);
  if (ends === undefined || document === null || !counted) return base;
  const sign = ends === 'document' ? -1 : 1;
  const other = amount.parts.reduce((day, p) => moveDay(day, sign * (p.n ?? 0), p.unit), document.earliest);
  const grain: Grain =
    amount.parts.some((p) => ['D', 'W', 'WE'].includes(p.unit)) && document.grain === 'D'
      ? 'D'
      : amount.parts.some((p) => ['M', 'Q', 'S'].includes(p.unit)) && document.grain !== 'Y'
        ? 'M'
        : 'Y';
  const [from, to] =
    sign < 0
      ? [pointAt(other, grain), pointAt(document.latest, grain)]
      : [pointAt(document.earliest, grain), pointAt(other, grain)];
  return {
    ...base,
    edtf: `${from.edtf}/${to.edtf}`,
    earliest: from.earliest,
    latest: sign < 0 ? document.latest : to.latest,
    anchor: 'document',
  };
}
