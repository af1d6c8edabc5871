/**
 * The calendar on integers: proleptic Gregorian, astronomical years (0 is 1 BCE), days counted from 1970-01-01.
 * No time zone, no clock and no `Date`, so that a result depends on the text alone.
 */

/** A calendar day. `month` 1–12, `day` 1–31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** An ISO 8601 week: `week` 1–53, in its own week year. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/** Days since 1970-01-01. Source: the shift of the year to March, by which leap days come last (H. Hinnant, days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar day of a day number. */
export function civilDay(serial: number): CivilDay {
  const z = serial + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Whether a year has 366 days. */
function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month, 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 30);
}

/** Whether year, month and day name a day that the calendar has. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Day of the week of a day number: Monday 1 to Sunday 7. */
export function weekdayOf(serial: number): number {
  return ((((serial + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that a day lies in. */
export function mondayOf(serial: number): number {
  return serial - weekdayOf(serial) + 1;
}

/** The ISO week that a day lies in: that of its Thursday. */
export function isoWeekOf(serial: number): IsoWeek {
  const thursday = mondayOf(serial) + 3;
  const { year } = civilDay(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): number {
  return mondayOf(dayNumber(year, 1, 4)) + (week - 1) * 7;
}

/** A day moved by months; the day is cut to the month's length (31 January + 1 month = 28 February). */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** Easter Sunday in the West, as a day number. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1);
}

/** Easter Sunday in the East, as a (Gregorian) day number. Source: Meeus's Julian computus, plus the Julian calendar's lag. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  const lag = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumber(year, Math.floor(n / 31), (n % 31) + 1) + lag;
}

/** The nth (1–5, or -1 the last) weekday of a month, as a day number; null where the month has none. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number | null {
  const length = daysInMonth(year, month);
  if (nth < 0) {
    const last = dayNumber(year, month, length);
    return last - ((weekdayOf(last) - weekday + 7) % 7) + (nth + 1) * 7;
  }
  const first = dayNumber(year, month, 1);
  const serial = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return serial < first + length ? serial : null;
}

/**
 * A day of the French Republican calendar, as a day number: years I to XIV as they were lived (leap years III, VII and XI).
 * `month` 13 holds the complementary days.
 */
export function republicanDay(year: number, month: number, day: number): number {
  // 1 vendémiaire of year I was 22 September 1792
  const leapDays = Math.floor(year / 4);
  return dayNumber(1792, 9, 22) + (year - 1) * 365 + leapDays + (month - 1) * 30 + day - 1;
}

/** A year as ISO 8601 writes it: four digits, with a minus before year 0. */
export function isoYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A day as ISO 8601: ±YYYY-MM-DD. */
export function isoDay(serial: number): string {
  const { year, month, day } = civilDay(serial);
  return `${isoYear(year)}-${two(month)}-${two(day)}`;
}

/** A week as ISO 8601: YYYY-Www. */
export function isoWeekValue(week: IsoWeek): string {
  return `${isoYear(week.year)}-W${two(week.week)}`;
}

/** A year, month or day as ISO 8601, as far as its parts go. */
export function isoDate(year: number, month?: number, day?: number): string {
  if (month === undefined) return isoYear(year);
  return day === undefined ? `${isoYear(year)}-${two(month)}` : `${isoYear(year)}-${two(month)}-${two(day)}`;
}

const EDTF_DAY = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a date is EDTF to the year, month or day, and stands in the calendar. */
export function isEdtfDay(date: string): boolean {
  const match = EDTF_DAY.exec(date);
  if (match === null) return false;
  const [year, month = 1, day = 1] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  return isCalendarDay(year as number, month, day);
}
