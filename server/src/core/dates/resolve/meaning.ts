import { dayNumber, daysInMonth, isoWeekOf, isoYear, mondayOfWeek } from '../calendar';
import type { Meaning } from '../expression';
import { inCentury, resolveCalendar, resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { resolveFeast } from './feastDate';
import { resolvePartOfYear } from './partOfYear';
import { resolveNth, resolvePart } from './parts';
import { centuryPoint, dayPoint, decadePoint, monthPoint, type Point, startOf, weekPoint, yearPoint } from './point';
import { resolveDeictic, resolveDuration, resolveSame, resolveShift, resolveUnit } from './relative';
import { resolveClock, resolveDayPart } from './timeOfDay';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

const vague = (value: string): Resolved => ({ type: 'DATE', value });

/** What a temporal expression means in its context. Total: what cannot be resolved keeps X in its value. */
export function resolveMeaning(meaning: Meaning, context: Context): Resolved {
  return withinReach(resolve(meaning, context), context);
}

// What ISO 8601, EDTF and TIMEX3 write with four digits.
const FIRST_DAY = dayNumber(-9999, 1, 1);
const LAST_DAY = dayNumber(9999, 12, 31);
const TOO_FAR = /\d{5}|^-?\d{4}X|^(?:-|BC)?\d{3}XX/;

/** A date that no calendar value can be written for is somewhere in the past or future, and nothing is counted from it. */
function withinReach(resolved: Resolved, { document }: Context): Resolved {
  const { type, value, edtf, earliest = 0, latest = 0 } = resolved;
  const unwritable = TOO_FAR.test(value) && !value.startsWith('P');
  if (earliest >= FIRST_DAY && latest <= LAST_DAY && !unwritable && (edtf === undefined || !TOO_FAR.test(edtf))) return resolved;
  const { edtf: _edtf, earliest: _earliest, latest: _latest, point: _point, anchor: _anchor, ...rest } = resolved;
  if (!unwritable) return rest;
  if (type === 'TIME') return { ...rest, value: value.replace(/^[^T]*/, 'XXXX-XX-XX') };
  return { ...rest, value: latest < (document?.earliest ?? 0) ? 'PAST_REF' : 'FUTURE_REF' };
}

// What a meaning is built on is resolved here first, so that no kind of meaning has to know the others.
function resolve(meaning: Meaning, context: Context): Resolved {
  switch (meaning.kind) {
    case 'calendar':
      return resolveCalendar(meaning, context);
    case 'isoWeek':
      return isoWeek(meaning, context);
    case 'partOfYear':
      return resolvePartOfYear(meaning, inner(meaning.yearOf, context), context);
    case 'decade':
      return resolvedAt(decadePoint(decadeStart(meaning.first, context)));
    case 'century':
      return century(meaning);
    case 'years':
      return years(meaning);
    case 'fiscal':
      return { ...resolvedAt(yearPoint(meaning.year)), value: `FY${meaning.year}` };
    case 'unit':
      return resolveUnit(meaning, context);
    case 'same':
      return resolveSame(meaning, context);
    case 'deictic':
      return resolveDeictic(meaning.days, context);
    case 'vague':
      return vague(meaning.ref);
    case 'shift':
      return resolveShift(meaning, inner(namedOrigin(meaning), context), context);
    case 'feast':
      return resolveFeast(meaning, context);
    case 'part':
      return resolvePart(meaning, resolveMeaning(meaning.of, context), context);
    case 'nth':
      return resolveNth(meaning, resolveMeaning(meaning.of, context));
    case 'clock':
      return resolveClock(meaning, inner(meaning.day, context), context);
    case 'dayPart':
      return resolveDayPart(meaning, inner(meaning.day, context), context);
    case 'duration':
      return resolveDuration(meaning, context);
    case 'set':
      return set(meaning);
    case 'fixed':
      return fixed(meaning);
  }
}

/** The date that an amount counts from, where one is named. */
const namedOrigin = ({ from }: Of<'shift'>): Meaning | undefined => (typeof from === 'string' ? undefined : from);

const inner = (meaning: Meaning | undefined, context: Context): Resolved | undefined =>
  meaning && resolveMeaning(meaning, context);

const set = ({ value, quant, freq }: Of<'set'>): Resolved => ({
  type: 'SET',
  value,
  ...(quant && { quant }),
  ...(freq && { freq }),
});

const century = ({ n, bce }: Of<'century'>): Resolved =>
  bce ? vague(`BC${String(n - 1).padStart(2, '0')}XX`) : resolvedAt(centuryPoint(n - 1));

function fixed({ value, mod, edtf }: Of<'fixed'>): Resolved {
  const point = fixedPoint(value);
  return {
    ...(point === null ? { type: 'DATE' as const, value } : resolvedAt(point)),
    ...(point !== null && edtf && { edtf }),
    ...(mod && { mod }),
  };
}

function fixedPoint(value: string): Point | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return yearPoint(Number(year));
  return day === undefined
    ? monthPoint(Number(year), Number(month))
    : dayPoint(dayNumber(Number(year), Number(month), Number(day)));
}

function decadeStart(first: number, context: Context): number {
  if (first >= 100) return first;
  return inCentury(first, context.document === null ? null : startOf(context.document).year - 10);
}

function isoWeek(meaning: Of<'isoWeek'>, context: Context): Resolved {
  const year = meaning.year ?? (context.document === null ? undefined : isoWeekOf(context.document.earliest).year);
  if (year === undefined) return vague(`XXXX-W${String(meaning.week).padStart(2, '0')}`);
  return resolvedAt(weekPoint(mondayOfWeek(year, meaning.week)), meaning.year === undefined ? 'document' : undefined);
}

function years(meaning: Of<'years'>): Resolved {
  const { from, to, use } = meaning;
  const months: readonly [number, number] = use === 'season' ? [7, 6] : use === 'school' ? [9, 7] : [1, 12];
  const edtf =
    use === undefined
      ? `${isoYear(from)}/${isoYear(to)}`
      : `${isoYear(from)}-0${months[0]}/${isoYear(to)}-0${months[1]}${use === 'season' ? '~' : ''}`;
  return {
    type: 'DATE',
    value: `${isoYear(from)}/${isoYear(to)}`,
    edtf,
    earliest: dayNumber(from, months[0], 1),
    latest: dayNumber(to, months[1], daysInMonth(to, months[1])),
  };
}
