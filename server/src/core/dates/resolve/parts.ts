import { dayNumber, daysInMonth, isoDay, isoYear, nthWeekday, weekdayOf } from '../calendar';
import type { Meaning, Mod, Unit } from '../expression';
import { resolvedAt } from './calendarDate';
import type { Context, Resolved } from './context';
import { dayPoint, type Grain, moveDay, type Point, pointAt, startOf, weekendPoint, weekPoint, yearPoint } from './point';

type Of<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>;

/** Part of a date: its beginning, middle or end, its half, or what is left of it from the document's day on. */
export function resolvePart(meaning: Of<'part'>, of: Resolved, context: Context): Resolved {
  if (meaning.rest || meaning.half) return resolvePartial(meaning, of, context);
  const year = yearGone(meaning, context);
  return resolveThird(meaning.mod, year === undefined ? of : resolvedAt(yearPoint(year), 'text'));
}

/** Cases rose from November and had dropped by the end of the year: of the year that the sentence tells of. */
function yearGone({ mod, of }: Of<'part'>, { tense, document, lastOfSentence }: Context): number | undefined {
  const isThisYear = of.kind === 'unit' && of.unit === 'Y' && of.offset === 0 && of.from === 'document';
  if (!isThisYear || mod !== 'END' || tense !== 'past' || document === null || lastOfSentence === undefined) return undefined;
  const { year } = startOf(lastOfSentence);
  return lastOfSentence.grain !== 'Y' && year === startOf(document).year - 1 ? year : undefined;
}

type Third = 'START' | 'MID' | 'END';
type Ends = readonly [number, number];

const THIRDS: Readonly<Record<Third, Ends>> = { START: [0, 1 / 3], MID: [1 / 3, 2 / 3], END: [2 / 3, 1] };
// the end of a year counts from September, as people speak
const MONTHS_OF_YEAR: Readonly<Record<Third, Ends>> = { START: [1, 4], MID: [5, 8], END: [9, 12] };
const DAYS_OF_MONTH: Readonly<Record<Third, Ends>> = { START: [1, 10], MID: [11, 20], END: [21, 31] };
const YEARS_OF_DECADE: Readonly<Record<Third, Ends>> = { START: [0, 3], MID: [4, 6], END: [7, 9] };
const YEARS_OF_CENTURY: Readonly<Record<Third, Ends>> = { START: [0, 30], MID: [30, 70], END: [70, 100] };

const isThird = (mod: Mod): mod is Third => Object.hasOwn(THIRDS, mod);

/** The interval of a third, with its EDTF. */
interface Stretch {
  readonly edtf: string;
  readonly earliest: number;
  readonly latest: number;
}

/** The beginning, middle or end of a date: thirds, in whole months of a year, whole years of a decade, and ten-day parts of a month. */
function resolveThird(mod: Mod, of: Resolved): Resolved {
  const { point } = of;
  if (point === undefined || !point.exact || point.grain === 'D' || !isThird(mod)) return { ...of, mod };
  return { ...of, mod, ...thirdOf(point, mod) };
}

function thirdOf(point: Point, third: Third): Stretch {
  const { year, month } = startOf(point);
  switch (point.grain) {
    case 'Y':
      return monthsOf(year, MONTHS_OF_YEAR[third]);
    case 'M': {
      const [first, last] = DAYS_OF_MONTH[third];
      return daysFrom(dayNumber(year, month, first), dayNumber(year, month, Math.min(last, daysInMonth(year, month))));
    }
    case 'DE':
      return yearsFrom(year, YEARS_OF_DECADE[third]);
    case 'CE':
      return yearsFrom(year, YEARS_OF_CENTURY[third]);
    default: {
      const length = point.latest - point.earliest + 1;
      const [from, to] = THIRDS[third].map((share) => length * share) as [number, number];
      // of two days the middle is no day of its own: it may be either
      const isNone = Math.round(from) >= Math.round(to);
      const [first, behind] = isNone ? [Math.floor(from), Math.ceil(to)] : [Math.round(from), Math.round(to)];
      return daysFrom(point.earliest + first, point.earliest + behind - 1);
    }
  }
}

const daysFrom = (earliest: number, latest: number): Stretch => ({
  edtf: `${isoDay(earliest)}/${isoDay(latest)}`,
  earliest,
  latest,
});

const monthsOf = (year: number, [first, last]: Ends): Stretch => ({
  edtf: `${isoYear(year)}-0${first}/${isoYear(year)}-${String(last).padStart(2, '0')}`,
  earliest: dayNumber(year, first, 1),
  latest: dayNumber(year, last, daysInMonth(year, last)),
});

const yearsFrom = (year: number, [first, last]: Ends): Stretch => ({
  edtf: `${isoYear(year + first)}/${isoYear(year + last)}`,
  earliest: dayNumber(year + first, 1, 1),
  latest: dayNumber(year + last, 12, 31),
});

// The first half of a month, in days after its first.
const HALF = 14;

/** The rest of the week, from the document's day on; the first or second half of a month. */
function resolvePartial(meaning: Of<'part'>, of: Resolved, context: Context): Resolved {
  const { point } = of;
  const { mod } = meaning;
  if (point === undefined || !point.exact) return { ...of, mod };
  const isFirst = mod === 'START';
  const middle = point.earliest + HALF;
  const earliest = meaning.rest ? restFrom(point, context) : isFirst ? point.earliest : middle + 1;
  const latest = meaning.half && isFirst ? middle : point.latest;
  return { ...of, mod, ...daysFrom(earliest, latest) };
}

const restFrom = (point: Point, { document }: Context): number => Math.max(point.earliest, document?.earliest ?? point.earliest);

/** The first Sunday of March, the last week of 2015, the third day of the month. */
export function resolveNth(meaning: Of<'nth'>, of: Resolved): Resolved {
  const { point, anchor } = of;
  if (point === undefined) return of;
  const { n, unit, weekday = 1 } = meaning;
  if (!point.exact) return unit === 'weekday' ? { ...of, value: `XXXX-WXX-${meaning.weekday}` } : of;
  const found = unit === 'weekday' ? dayIn(point, nthWeekdayIn(point, weekday, n)) : nthUnitIn(point, unit, n);
  return found === null ? of : resolvedAt(found, anchor);
}

/** A day, if it does not lie after a date's end. */
const dayIn = (point: Point, day: number | null): Point | null => (day === null || day > point.latest ? null : dayPoint(day));

function nthWeekdayIn(point: Point, weekday: number, n: number): number | null {
  const { year, month } = startOf(point);
  if (point.grain === 'M') return nthWeekday(year, month, weekday, n);
  return n < 0
    ? point.latest - ((weekdayOf(point.latest) - weekday + 7) % 7)
    : point.earliest + ((weekday - weekdayOf(point.earliest) + 7) % 7) + (n - 1) * 7;
}

function nthUnitIn(point: Point, unit: Unit, n: number): Point | null {
  switch (unit) {
    case 'D':
      return point.grain === 'D' ? null : dayIn(point, n < 0 ? point.latest : point.earliest + n - 1);
    case 'W':
      if (point.grain === 'D') return weekPoint(point.earliest);
      return weekPoint(n < 0 ? point.latest - 3 : point.earliest + 3 + (n - 1) * 7);
    case 'WE':
      return weekendPoint(nthSaturday(point, n));
    case 'M':
    case 'Q':
    case 'S':
    case 'Y':
      return pointAt(n < 0 ? point.latest : moveDay(point.earliest, (n - 1) * MONTHS[unit], 'M'), unit);
    default:
      return null;
  }
}

const MONTHS: Readonly<Record<'M' | 'Q' | 'S' | 'Y', number>> & Partial<Record<Grain, number>> = { M: 1, Q: 3, S: 6, Y: 12 };

function nthSaturday(point: Point, n: number): number {
  // the weekend of a Monday is the one that it makes longer
  if (point.grain === 'D') return point.earliest - (weekdayOf(point.earliest) <= 2 ? 3 : 0);
  if (n < 0) return point.latest - ((weekdayOf(point.latest) - 6 + 7) % 7);
  return point.earliest + ((6 - weekdayOf(point.earliest) + 7) % 7) + (n - 1) * 7;
}
