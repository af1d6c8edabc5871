import {
  addMonths,
  type CivilDay,
  civilDay,
  dayNumber,
  daysInMonth,
  isoDate,
  isoDay,
  isoWeekOf,
  isoWeekValue,
  isoYear,
  mondayOf,
} from '../calendar';
import type { Unit } from '../expression';

/** How fine a date is known. */
export type Grain = 'CE' | 'DE' | 'Y' | 'S' | 'Q' | 'SN' | 'M' | 'W' | 'WE' | 'D';

/** A resolved stretch of the calendar, as other expressions can count from it. `earliest` and `latest` are day numbers, inclusive. */
export interface Point {
  readonly grain: Grain;
  /** TIMEX3 value. */
  readonly value: string;
  readonly edtf?: string;
  readonly earliest: number;
  readonly latest: number;
  /** False where only the interval is known: hier, when the document is known to the month. */
  readonly exact: boolean;
}

/** The year, month and day that a point begins with. */
export function startOf(point: Point): CivilDay {
  return civilDay(point.earliest);
}

/** A year. Astronomical: 0 is 1 BCE. */
export function yearPoint(year: number): Point {
  const value = year > 0 ? isoYear(year) : `BC${String(1 - year).padStart(4, '0')}`;
  return {
    grain: 'Y',
    value,
    edtf: isoYear(year),
    earliest: dayNumber(year, 1, 1),
    latest: dayNumber(year, 12, 31),
    exact: true,
  };
}

/** A calendar month, from 1. */
export function monthPoint(year: number, month: number): Point {
  const value = isoDate(year, month);
  return {
    grain: 'M',
    value,
    edtf: value,
    earliest: dayNumber(year, month, 1),
    latest: dayNumber(year, month, daysInMonth(year, month)),
    exact: true,
  };
}

/** A day by its number, see {@link dayNumber}. */
export function dayPoint(serial: number): Point {
  const value = isoDay(serial);
  return { grain: 'D', value, edtf: value, earliest: serial, latest: serial, exact: true };
}

/** The ISO week of a day. EDTF has no weeks: it is given as its days. */
export function weekPoint(serial: number): Point {
  const monday = mondayOf(serial);
  return {
    grain: 'W',
    value: isoWeekValue(isoWeekOf(serial)),
    edtf: `${isoDay(monday)}/${isoDay(monday + 6)}`,
    earliest: monday,
    latest: monday + 6,
    exact: true,
  };
}

/** Saturday and Sunday of a day's ISO week. */
export function weekendPoint(serial: number): Point {
  const monday = mondayOf(serial);
  return {
    grain: 'WE',
    value: `${isoWeekValue(isoWeekOf(serial))}-WE`,
    edtf: `${isoDay(monday + 5)}/${isoDay(monday + 6)}`,
    earliest: monday + 5,
    latest: monday + 6,
    exact: true,
  };
}

/** The decade that begins with a year. */
export function decadePoint(first: number): Point {
  const value = `${isoYear(first).slice(0, -1)}X`;
  return { grain: 'DE', value, edtf: value, earliest: dayNumber(first, 1, 1), latest: dayNumber(first + 9, 12, 31), exact: true };
}

/** The hundred years that begin with 1800, written 18XX: what TIMEX3 and EDTF call the 19th century. */
export function centuryPoint(hundreds: number): Point {
  const digits = String(hundreds < 0 ? -1 - hundreds : hundreds).padStart(2, '0');
  return {
    grain: 'CE',
    value: `${hundreds < 0 ? 'BC' : ''}${digits}XX`,
    // the years of one before our era do not share their digits in EDTF, which counts a year 0
    ...(hundreds >= 0 && { edtf: `${digits}XX` }),
    earliest: dayNumber(hundreds * 100, 1, 1),
    latest: dayNumber(hundreds * 100 + 99, 12, 31),
    exact: true,
  };
}

const SEASON_VALUES = ['SP', 'SU', 'FA', 'WI'];
// First and last day of the seasons in the north, to the usual day; winter runs into the next year.
const SEASON_STARTS: readonly (readonly [number, number])[] = [
  [3, 20],
  [6, 21],
  [9, 22],
  [12, 21],
];

/** An astronomical season of the north, 1 spring to 4 winter, of the year in which it begins. */
export function seasonPoint(year: number, season: number): Point {
  const [month, day] = SEASON_STARTS[season - 1] ?? [3, 20];
  const [nextMonth, nextDay] = SEASON_STARTS[season % 4] ?? [3, 20];
  const latest = dayNumber(season === 4 ? year + 1 : year, nextMonth, nextDay) - 1;
  return {
    grain: 'SN',
    value: `${isoYear(year)}-${SEASON_VALUES[season - 1]}`,
    edtf: `${isoYear(year)}-${20 + season}`,
    earliest: dayNumber(year, month, day),
    latest,
    exact: true,
  };
}

/** A quarter (33–36 in EDTF) or a half (40, 41). */
export function yearPartPoint(year: number, unit: 'Q' | 'S', n: number): Point {
  const months = unit === 'Q' ? 3 : 6;
  const last = n * months;
  return {
    grain: unit,
    value: `${isoYear(year)}-${unit === 'Q' ? 'Q' : 'H'}${n}`,
    edtf: `${isoYear(year)}-${unit === 'Q' ? 32 + n : 39 + n}`,
    earliest: dayNumber(year, last - months + 1, 1),
    latest: dayNumber(year, last, daysInMonth(year, last)),
    exact: true,
  };
}

/** A point out of EDTF to the year, month or day; null for anything else, or for a day that no calendar has. */
export function parsePoint(edtf: string): Point | null {
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(edtf);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return yearPoint(year);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3] === undefined) return monthPoint(year, month);
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(year, month) ? dayPoint(dayNumber(year, month, day)) : null;
}

const GRAINS: readonly Grain[] = ['CE', 'DE', 'Y', 'S', 'SN', 'Q', 'M', 'W', 'WE', 'D'];

/** Whether a point is known at least as finely as a grain. */
export function isAsFineAs(point: Point, grain: Grain): boolean {
  return GRAINS.indexOf(point.grain) >= GRAINS.indexOf(grain);
}

/** A day moved by whole units; half and quarter units by their days. */
export function moveDay(serial: number, n: number, unit: Unit): number {
  switch (unit) {
    case 'ML':
      return moveMonths(serial, n * 12_000);
    case 'CE':
      return moveMonths(serial, n * 1200);
    case 'DE':
      return moveMonths(serial, n * 120);
    case 'Y':
      return moveMonths(serial, n * 12);
    case 'S':
      return moveMonths(serial, n * 6);
    case 'Q':
    case 'SN':
      return moveMonths(serial, n * 3);
    case 'M':
      return moveMonths(serial, n);
    case 'W':
    case 'WE':
      return serial + Math.round(n * 7);
    case 'D':
      return serial + Math.round(n);
    default:
      return serial;
  }
}

// A year that no article means; it keeps arithmetic and four-digit years apart.
const FURTHEST = 9999 * 12;

function moveMonths(serial: number, months: number): number {
  const whole = Math.trunc(months);
  const moved = addMonths(civilDay(serial), Math.max(-FURTHEST, Math.min(FURTHEST, whole)));
  return dayNumber(moved.year, moved.month, moved.day) + Math.round((months - whole) * 30);
}

/** What holds a day at a grain: its week, month, year … */
export function pointAt(serial: number, grain: Grain): Point {
  const { year, month } = civilDay(serial);
  switch (grain) {
    case 'D':
      return dayPoint(serial);
    case 'W':
      return weekPoint(serial);
    case 'WE':
      return weekendPoint(serial);
    case 'M':
      return monthPoint(year, month);
    case 'Q':
      return yearPartPoint(year, 'Q', Math.ceil(month / 3));
    case 'S':
      return yearPartPoint(year, 'S', Math.ceil(month / 6));
    case 'DE':
      return decadePoint(Math.floor(year / 10) * 10);
    case 'CE':
      return centuryPoint(Math.floor(year / 100));
    default:
      return yearPoint(year);
  }
}

/** What lies between two days when more is not known: the month if both share it, else the two months. EDTF. */
export function betweenMonths(earliest: number, latest: number): string {
  const a = isoDay(earliest).slice(0, -3);
  const b = isoDay(latest).slice(0, -3);
  return a === b ? `${a}-XX` : `[${a}..${b}]`;
}

/** A day that the text speaks of and does not say. */
export const UNNAMED_DAY: Point = {
  grain: 'D',
  value: 'XXXX-XX-XX',
  edtf: 'XXXX-XX-XX',
  earliest: dayNumber(-9999, 1, 1),
  latest: dayNumber(9999, 12, 31),
  exact: false,
};
