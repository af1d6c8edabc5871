import type { Direction, Meaning } from '../expression';
import type { WrittenYear } from '../grammar/numbers';
import type { Captures, DateRule } from '../grammar/types';
import type { PlacedSense } from '../lexicon';

type Calendar = Extract<Meaning, { kind: 'calendar' }>;

const DAY_MONTH = "(the|this)? (weekday ~'.'? ','? the?)? Day ~'.'? of? (the? monthWord of?)? month";

/** This year, l'an dernier, as the year of a date. */
export const YEAR_REFERENCE_RULES: readonly DateRule[] = [
  { id: 'date-with-year-reference', pattern: 'this yearWord', make: () => 0 },
  { id: 'date-with-year-reference', pattern: 'the? yearWord which', make: (c) => c.number('which') },
  { id: 'date-with-year-reference', pattern: 'the? which yearWord', make: (c) => c.number('which') },
];

/** Dates with a day, month or year in them. Names of what they catch are those of {@link calendarOf}. */
export const CALENDAR_RULES: readonly DateRule[] = [
  { id: 'day-month-year', pattern: `${DAY_MONTH} (comma|of)? Year era?`, make: calendarOf },
  { id: 'day-month-year', pattern: `${DAY_MONTH} ','? of? the? yearWord? of? Year era?`, make: calendarOf },
  { id: 'day-month-joined', pattern: "Day '-' month ('-' Year)?", make: calendarOf },
  { id: 'day-month-joined', pattern: "Day ~'-' ~month ~'-' ~ShortYear", make: calendarOf },
  // a post in another language: March 16, 2020 in a French article
  { id: 'date-in-other-language', pattern: "foreignMonth Day ordinalSuffix? ','? Year", make: foreignDate },
  { id: 'date-in-other-language', pattern: 'the? Day foreignMonth Year', make: foreignDate },
  { id: 'day-month-short-year', pattern: `${DAY_MONTH} ShortYear`, make: withShortYear },
  { id: 'date-with-year-reference', pattern: `${DAY_MONTH} ','? of? YearRef`, make: (c) => yearRef(c) },
  { id: 'day-month', pattern: `${DAY_MONTH} (of? the? which)?`, make: calendarOf },
  { id: 'year-of-era', pattern: `${DAY_MONTH} Num:n era`, make: (c) => farYear(c) },
  {
    id: 'numeric-date',
    pattern: "(the weekday ','?)? Numeric",
    make: (c) => ({ ...(c.part<Calendar>('Numeric') as Calendar), ...(c.has('weekday') && { weekday: c.number('weekday') }) }),
  },
  {
    id: 'numeric-date',
    pattern: "weekday ~'.'? ','? the? Numeric",
    make: (c) => ({ ...(c.part<Calendar>('Numeric') as Calendar), weekday: c.number('weekday') }),
  },
  { id: 'weekday-and-day', pattern: "the? weekday ','? the? Day", make: weekdayAndDay },
  { id: 'month-year', pattern: '(the? monthWord of)? month (of? the? yearWord? of?)? Year era?', make: calendarOf },
  { id: 'month-year', pattern: "month ','? Year", make: calendarOf },
  {
    id: 'month-short-year',
    pattern: '(the? monthWord of)? month ShortYear',
    make: (c) => monthShortYear(c),
  },
  { id: 'date-with-year-reference', pattern: "(the? monthWord of)? month! ','? of? YearRef", make: (c) => yearRef(c) },
  { id: 'month-by-direction', pattern: '(the? monthWord of)? month! of? the? which', make: calendarOf },
  { id: 'month-alone', pattern: '(the|this)? monthWord of month!', make: calendarOf },
  { id: 'month-by-direction', pattern: 'which the? (monthWord of)? month!', make: calendarOf },
  { id: 'month-alone', pattern: '(the? monthWord of)? month!', make: calendarOf },
  // in this May 3, 2019, photo: the day's own month
  {
    id: 'month-by-direction',
    pattern: 'this month!',
    make: (c) =>
      !c.reader.lexicon.pack.dayFirst && c.reader.isNumber(c.end) ? null : { ...(calendarOf(c) as Calendar), direction: 0 },
  },
  // an abbreviation by itself, with its full stop or its capital; the words before it decide
  {
    id: 'month-abbreviated',
    pattern: 'month',
    make: (c) => (c.reader.words[c.end - 1] === '.' || c.reader.isCapital(c.at) ? calendarOf(c) : null),
  },
  { id: 'day-month-joined', pattern: "Day ~'/' ~month ~'/' ~Year", make: calendarOf },
  { id: 'day-month-joined', pattern: "Day ~'/' ~month", make: calendarOf },
  { id: 'day-month-joined', pattern: "month ~'/' ~Day", make: calendarOf },
  { id: 'day-month-joined', pattern: "Year ~'/' ~Day ~'/' ~month ~'.'?", make: calendarOf },
  { id: 'day-month-joined', pattern: "month ~'-' ~Year ~'-' ~Day", make: calendarOf },
  { id: 'day-month-joined', pattern: "month ~'/' ~Year", make: calendarOf },
  { id: 'year-of-era', pattern: 'Num:n era', make: (c) => farYear(c) },
  { id: 'year-of-era', pattern: 'era:before Year', make: (c) => farYear(c) },
  // AD 79, but not an ad
  { id: 'year-of-era', pattern: 'era:before Num:n', make: (c) => (isAbbreviated(c) ? farYear(c) : null) },
  { id: 'year-announced', pattern: 'theYear:yearOf Year', make: (c) => calendarOf(c) },
  {
    id: 'year-announced',
    pattern: 'theYear:yearOf Num',
    make: (c) => ({ kind: 'calendar', year: c.part<number>('Num') as number }),
  },
  { id: 'year-of-era', pattern: 'Year era', make: calendarOf },
  { id: 'year-alone', pattern: 'Year', make: calendarOf },
];

/** What was caught of a calendar date: weekday, day, month, year, and which one. Null where the parts make no day. */
export function calendarOf(c: Captures): Calendar | null {
  // sept is also seven: an abbreviation needs digits beside it
  if (c.part<PlacedSense>('month')?.weak && c.has('Day') && !c.reader.isNumber(c.from('Day'))) return null;
  // at stake in November. Five weeks on …: a number in words begins the next sentence
  const isBehind = c.has('Day') && c.from('Day') > c.to('month') && c.reader.words[c.to('month')] === '.';
  if (isBehind && !c.reader.isNumber(c.from('Day'))) return null;
  if (isCountBesideMonth(c)) return null;
  const date: Calendar = {
    kind: 'calendar',
    ...(c.has('weekday') && { weekday: c.number('weekday') }),
    ...(c.has('Day') && { day: c.part<number>('Day') as number }),
    ...(c.has('month') && { month: c.number('month') }),
    ...yearCaught(c),
    ...(c.has('which') && { direction: c.number('which') as Direction }),
    // ce 26 janvier: the one next to the day of the text
    ...(c.has('this') && c.has('Day') && !c.has('Year') && !c.has('ShortYear') && { direction: 0 as const }),
    ...(c.has('yearUnit') && { yearsAway: c.has('yearWhich') ? c.number('yearWhich') : 0 }),
  };
  // such a day there is not: kept as it stands, so that none of its parts is taken for a date
  return isPossible(date) ? date : { kind: 'calendar', impossible: true };
}

/** 50.3 in April, the iPhone 16. In July: a number in a month; June five races ago: a number of races. */
function isCountBesideMonth(c: Captures): boolean {
  const { reader } = c;
  if (!c.has('Day') || !c.has('month')) return false;
  if (reader.lexicon.pack.dayFirst) return false;
  if (c.from('Day') < c.from('month')) return reader.sense(c.from('month') - 1, 'in') !== undefined;
  const last = c.to('Day') - 1;
  return !reader.isNumber(c.from('Day')) && ['ordinal', 'ordinalSuffix'].every((cls) => reader.sense(last, cls) === undefined);
}

/** The year that was caught, in full or in two digits, and on which side of the beginning of our era. */
function yearCaught(c: Captures): Pick<Calendar, 'year' | 'yy' | 'bce'> {
  const year = c.part<WrittenYear>('Year') ?? c.part<WrittenYear>('ShortYear');
  if (year === undefined) return {};
  return {
    ...(year.short ? { yy: year.year } : { year: year.year }),
    ...(c.has('era') && { bce: c.value('era') === 'bce' }),
  };
}

const DAYS_IN = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether there is such a day, in a leap year at least. */
function isPossible({ day, month, year }: Calendar): boolean {
  if (day === undefined || month === undefined) return true;
  const isLeapless = day === 29 && month === 2 && year !== undefined && year % 4 !== 0;
  return day <= (DAYS_IN[month - 1] as number) && !isLeapless;
}

/** A two-digit year after a month is taken for one where it cannot be a day, or where nothing follows that it could count. */
function withShortYear(c: Captures): Calendar | null {
  const year = c.part<WrittenYear>('ShortYear');
  if (year === undefined) return null;
  if (year.year <= 31) {
    const next = c.reader.words[c.end];
    if (next !== undefined && !/^[.,;:!?)\]»”"–—]$/.test(next)) return null;
    if (next !== undefined && c.reader.isGlued(c.end) && c.reader.isNumber(c.end + 1)) return null;
  }
  return calendarOf(c);
}

/** May 68; May 42nd is no day, and no year. */
function monthShortYear(c: Captures): Calendar | null {
  if ((c.part<WrittenYear>('ShortYear')?.year ?? 0) <= 31) return null;
  const isOrdinal = c.reader.isGlued(c.end) && c.reader.sense(c.end, 'ordinalSuffix') !== undefined;
  return isOrdinal ? { kind: 'calendar', impossible: true } : calendarOf(c);
}

function foreignDate(c: Captures): Calendar | null {
  const date = calendarOf(c);
  if (date === null || date.impossible) return date;
  const whole: Calendar = { ...date, month: c.number('foreignMonth') };
  return isPossible(whole) ? whole : { kind: 'calendar', impossible: true };
}

function yearRef(c: Captures): Calendar | null {
  const calendar = calendarOf(c);
  return calendar === null ? null : { ...calendar, yearsAway: c.part<number>('YearRef') as number };
}

function farYear(c: Captures): Calendar | null {
  const year = c.part<number>('n') ?? c.part<WrittenYear>('Year')?.year;
  if (year === undefined || year === 0 || year > 9999) return null;
  const bce = (c.value('era') || c.value('before')) === 'bce';
  return { ...(calendarOf(c) as Calendar), year, bce };
}

const isAbbreviated = (c: Captures): boolean => {
  const text = c.reader.tokens[c.at]?.text ?? '';
  return text === text.toUpperCase() && !c.reader.isNumber(c.at) && c.reader.isNumber(c.from('n'));
};

/** Friday 13: the day must be glued to nothing that makes it a number of something else. */
function weekdayAndDay(c: Captures): Calendar | null {
  const { reader } = c;
  const next = c.end;
  if (
    reader.sense(next, 'unit') !== undefined ||
    reader.sense(next, 'hourMark') !== undefined ||
    reader.sense(next, 'ampm') !== undefined
  )
    return null;
  if (reader.words[next] === ':' || reader.sense(next, 'oclock') !== undefined) return null;
  if (!reader.isNumber(c.from('Day')) && !c.has('the')) return null;
  const word = reader.words[next];
  if (word === '-' && reader.isNumber(next + 1)) return null;
  const follows = reader.sense(next, 'functionWord') !== undefined || word === undefined || !/^\p{L}/u.test(word);
  return follows ? calendarOf(c) : null;
}
