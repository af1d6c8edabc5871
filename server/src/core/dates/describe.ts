import type { TemporalExpression } from '../analysis';
import { own } from '../members';
import { civilDay, dayNumber, isCalendarDay, mondayOfWeek, weekdayOf } from './calendar';
import { displayTables } from './display.generated';
import { DISPLAY_WORDS, type DisplayWords } from './displayWords';

/** CLDR's names and patterns for one language of the interface. */
export interface DisplayTable {
  readonly months: readonly string[];
  readonly standaloneMonths: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly quarters: readonly string[];
  /** Patterns of CLDR: d, M (as MMMM), y, EEEE, and text between quotes. */
  readonly day: string;
  readonly monthDay: string;
  readonly month: string;
  readonly range: string;
}

/** Tables by language, BCP 47 without a region. */
export type DisplayTables = Readonly<Record<string, DisplayTable>>;

/** A date said in words, for a hover, an outline or a timeline. */
export interface DateDescription {
  /** The date in full: "mercredi 30 septembre 2015", "mars 2016", "fin d’août 2016", "chaque lundi". */
  readonly said: string;
  /** The days meant, where they are more than one and known: "du 11 au 20 janvier 2017". */
  readonly interval?: string;
  /** How a relative one was resolved: "d'après la date du document (janvier 2017)". */
  readonly resolution?: string;
}

/** The tables and words for an interface language (BCP 47); English where there are none. */
function languageOf(uiLanguage: string): { readonly table: DisplayTable; readonly words: DisplayWords } {
  const primary = uiLanguage.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const tables: DisplayTables = displayTables;
  return {
    table: own(tables, primary) ?? displayTables.en,
    words:
      own(DISPLAY_WORDS, primary) ?? (Object.hasOwn(tables, primary) ? { ...DISPLAY_WORDS.en, own: false } : DISPLAY_WORDS.en),
  };
}

/** Fills a pattern of CLDR. */
function fill(pattern: string, table: DisplayTable, year: number, month: number, day: number, words: DisplayWords): string {
  return pattern
    .replace(/'([^']*)'|EEEE|LLLL|MMMM|M+|d+|y+|G+/g, (match, literal?: string) => {
      if (literal !== undefined) return literal === '' ? "'" : literal;
      if (match === 'EEEE') return table.weekdays[weekdayOf(dayNumber(year, month, day)) - 1] ?? '';
      if (match === 'LLLL') return table.standaloneMonths[month - 1] ?? '';
      if (match.startsWith('M')) return table.months[month - 1] ?? '';
      if (match.startsWith('d')) return words.firstDay !== undefined && day === 1 ? words.firstDay : String(day);
      return match.startsWith('y') ? sayYear(year, words) : '';
    })
    .trim();
}

const sayYear = (year: number, words: DisplayWords): string =>
  year > 0 ? String(year) : words.bce.replace('{0}', String(1 - year));

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function parseDay(iso: string | undefined): Day | null {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)$/.exec(iso ?? '');
  if (match === null) return null;
  const parts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isCalendarDay(parts.year, parts.month, parts.day) ? parts : null;
}

/**
 * Says a date in full in the interface's language. Total: what it cannot put into words it gives as its TIMEX3 value.
 * @param documentDate - EDTF to the year, month or day, or null: named where the date was counted from it.
 */
export function describeDate(expression: TemporalExpression, uiLanguage: string, documentDate: string | null): DateDescription {
  const { table, words } = languageOf(uiLanguage);
  const said = sayExpression(expression, table, words);
  const stretch = sayInterval(expression, table, words);
  const interval = stretch === undefined || said.includes(stretch) ? undefined : stretch;
  const resolution = sayResolution(expression, documentDate, table, words);
  return {
    said,
    ...(interval !== undefined && interval !== said && { interval }),
    ...(resolution !== undefined && { resolution }),
  };
}

/** A value in words; of a time, `modified` changes the hour or the part of the day alone. */
function sayValue(
  value: string,
  table: DisplayTable,
  words: DisplayWords,
  modified: (said: string) => string = String,
): string | null {
  const reference = own(words.refs, value);
  if (reference !== undefined) return reference;
  const time = /^(.*?)T(MO|AF|EV|NI|DT|MI|\d\d(?::\d\d){0,2}|XX:XX)(Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (time !== null && !value.startsWith('P'))
    return sayTime(time[1] as string, time[2] as string, time[3], table, words, modified);
  return sayDay(value, table, words) ?? sayPeriod(value, table, words) ?? sayDuration(value, words);
}

function sayTime(
  day: string,
  time: string,
  zone: string | undefined,
  table: DisplayTable,
  words: DisplayWords,
  modified: (said: string) => string,
): string {
  const date = sayDay(day, table, words);
  const at = /^\d/.test(time)
    ? words.clock(time.slice(0, 5)) + (zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`)
    : (words.dayParts[time] ?? '');
  if (at === '') return date ?? day;
  if (date === null) return modified(at);
  return day.startsWith('XXXX-WXX') ? `${date} ${modified(at)}` : `${date}, ${modified(at)}`;
}

/** A year, month, day, weekday, or a day of which only the month is known. */
function sayDay(value: string, table: DisplayTable, words: DisplayWords): string | null {
  const match = /^(?:BC(\d{4})|(-?\d{4}|XXXX))(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(value);
  if (match !== null) {
    const year = match[1] !== undefined ? 1 - Number(match[1]) : match[2] === 'XXXX' ? null : Number(match[2]);
    const month = match[3] === undefined || match[3] === 'XX' ? null : Number(match[3]);
    const day = match[4] === undefined || match[4] === 'XX' ? null : Number(match[4]);
    if (month !== null && (month < 1 || month > 12)) return null;
    if (year === null) {
      if (month !== null && day !== null) return fill(table.monthDay, table, 2000, month, day, words);
      return month === null ? null : (table.standaloneMonths[month - 1] ?? null);
    }
    if (month === null) return match[3] === 'XX' ? words.someDay.replace('{0}', sayYear(year, words)) : sayYear(year, words);
    if (day !== null) return isCalendarDay(year, month, day) ? fill(table.day, table, year, month, day, words) : null;
    const said = fill(table.month, table, year, month, 1, words);
    return match[4] === 'XX' ? (words.contract ?? String)(words.someDay.replace('{0}', said)) : said;
  }
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value);
  return weekday === null ? null : (table.weekdays[Number(weekday[1]) - 1] ?? null);
}

/** Weeks, seasons, quarters, decades, centuries, several years. */
function sayPeriod(value: string, table: DisplayTable, words: DisplayWords): string | null {
  const week = /^(-?\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    const [from, to] = week[3] ? [monday + 5, monday + 6] : [monday, monday + 6];
    return `${week[3] ? words.weekend : words.week}${words.colon}${sayRange(civilDay(from), civilDay(to), table, words)}`;
  }
  const part = /^(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(value);
  if (part !== null) {
    const code = part[2] as string;
    const name = code.startsWith('Q') ? (table.quarters[Number(code[1]) - 1] ?? code) : (words.parts[code] ?? code);
    return part[1] === 'XXXX' ? name : `${name} ${part[1]}`;
  }
  const decade = /^(\d{3})X$/.exec(value);
  if (decade !== null) return words.decade.replace('{0}', `${decade[1]}0`);
  const unknown = /^(?:XXXX|\d{4})-WXX(-WE)?$/.exec(value);
  if (unknown !== null) return unknown[1] ? words.someWeekend : words.someWeek;
  const century = /^(\d\d)XX$/.exec(value);
  if (century !== null) return words.century(Number(century[1]) + 1);
  const fiscal = /^FY(\d{4})$/.exec(value);
  if (fiscal !== null) return words.fiscal.replace('{0}', fiscal[1] as string);
  const years = /^(\d{4})\/(\d{4})$/.exec(value);
  return years === null ? null : `${years[1]}–${years[2]}`;
}

function sayDuration(value: string, words: DisplayWords): string | null {
  const match = /^P(?=.)((?:(?:[\d.]+|X)(?:[YMWDQ]|WE|DE|CE))*)(?:T((?:(?:[\d.]+|X)[HMS])+))?$/.exec(value);
  if (match === null) return null;
  const said: string[] = [];
  const add = (text: string | undefined, prefix: string): void => {
    for (const [, n = '', unit = ''] of (text ?? '').matchAll(/([\d.]+|X)([A-Z]+)/g)) {
      const name = own(words.units, prefix + unit);
      if (name === undefined) continue;
      said.push(
        n === 'X' ? words.some.replace('{0}', name[1]) : `${n.replace('.', words.decimal)} ${Number(n) < 2 ? name[0] : name[1]}`,
      );
    }
  };
  add(match[1], '');
  add(match[2], 'T');
  return said.length === 0 ? null : said.join(' ');
}

/** The value with what modifies it, or with how often it comes round. */
function sayExpression(expression: TemporalExpression, table: DisplayTable, words: DisplayWords): string {
  const { value, type, mod } = expression;
  if (type === 'SET') return saySet(expression, table, words) ?? value;
  const modified = (said: string): string =>
    mod === undefined || /WXX/.test(value)
      ? said
      : (words.contract ?? String)((own(words.mods, mod) ?? '{0}').replace('{0}', said));
  if (type === 'TIME') return sayValue(value, table, words, modified) ?? value;
  return modified(sayValue(value, table, words) ?? value);
}

/** Every Monday, each year, every two hours, twice a week. */
function saySet(expression: TemporalExpression, table: DisplayTable, words: DisplayWords): string | null {
  const { value, freq } = expression;
  const amount = /^P(T?)(\d+)([A-Z]+)$/.exec(value);
  if (amount === null) {
    const recurring = sayValue(value, table, words);
    return recurring === null ? null : words.every.replace('{0}', recurring);
  }
  const unit = `${amount[1]}${amount[3]}`;
  const names = own(words.units, unit);
  if (names === undefined) return null;
  const n = Number(amount[2]);
  const one = own(words.eachUnit ?? {}, unit) ?? names[0];
  const times = /^(\d+)X$/.exec(freq ?? '')?.[1];
  if (times !== undefined && n === 1)
    return (times === '1' ? words.once : words.times.replace('{0}', times)).replace('{1}', names[0]);
  const spent = freq === undefined ? null : sayDuration(`P${freq}`, words);
  if (spent !== null && n === 1) return words.amountEach.replace('{0}', spent).replace('{1}', names[0]);
  return n === 1 ? words.every.replace('{0}', one) : words.everyMany(`${n} ${names[1]}`, unit);
}

function sayInterval(expression: TemporalExpression, table: DisplayTable, words: DisplayWords): string | undefined {
  const from = parseDay(expression.earliest);
  const to = parseDay(expression.latest);
  if (from === null || to === null || expression.earliest === expression.latest) return undefined;
  return sayRange(from, to, table, words);
}

/** From one day to another; what both share is said once where the language's own words do so. */
function sayRange(from: Day, to: Day, table: DisplayTable, words: DisplayWords): string {
  const say = (day: Day, fields: 'd' | 'dM' | 'dMy'): string => {
    if (fields === 'd') return words.firstDay !== undefined && day.day === 1 ? words.firstDay : String(day.day);
    const monthDay = fill(table.monthDay, table, day.year, day.month, day.day, words);
    return fields === 'dM' ? monthDay : words.dayYear.replace('{0}', monthDay).replace('{1}', sayYear(day.year, words));
  };
  const sameYear = from.year === to.year;
  const short = words.own && words.dayFirst && sameYear && from.month === to.month ? 'd' : sameYear ? 'dM' : 'dMy';
  return (words.range ?? table.range).replace('{0}', say(from, short)).replace('{1}', say(to, 'dMy'));
}

function sayResolution(
  expression: TemporalExpression,
  documentDate: string | null,
  table: DisplayTable,
  words: DisplayWords,
): string | undefined {
  const { anchor } = expression;
  if (anchor === undefined) return undefined;
  if (anchor !== 'document date') return words.fromText.replace('{0}', anchor);
  const said = documentDate === null ? null : sayDay(documentDate, table, words);
  return said === null ? words.fromDocument : words.fromDocumentDate.replace('{0}', said);
}

/**
 * Orders dates for a timeline: by the first day meant, then the longer first, then as they stand in the text.
 * What has no place in the calendar (durations, sets, "now") comes last.
 */
export function compareDates(a: TemporalExpression, b: TemporalExpression): number {
  if (a.earliest === undefined || b.earliest === undefined) {
    if (a.earliest === b.earliest) return a.start - b.start;
    return a.earliest === undefined ? 1 : -1;
  }
  return (
    compareIso(a.earliest, b.earliest) ||
    compareIso(b.latest ?? b.earliest, a.latest ?? a.earliest) ||
    compareTimes(a.value, b.value) ||
    a.start - b.start
  );
}

function compareIso(a: string, b: string): number {
  const x = parseDay(a);
  const y = parseDay(b);
  if (x === null || y === null) return 0;
  return dayNumber(x.year, x.month, x.day) - dayNumber(y.year, y.month, y.day);
}

const TIME_OF_PART: Readonly<Record<string, string>> = {
  MO: '06:00',
  MI: '12:00',
  DT: '08:00',
  AF: '13:00',
  EV: '18:00',
  NI: '21:00',
};

function compareTimes(a: string, b: string): number {
  const timeOf = (value: string): string => {
    const time = /T(MO|AF|EV|NI|DT|MI|\d\d:\d\d)/.exec(value)?.[1] ?? '';
    return TIME_OF_PART[time] ?? time;
  };
  const x = timeOf(a);
  const y = timeOf(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The dates that have a place in the calendar, in its order. */
export function timeline(dates: readonly TemporalExpression[]): readonly TemporalExpression[] {
  return dates.filter((date) => date.earliest !== undefined && (date.type === 'DATE' || date.type === 'TIME')).sort(compareDates);
}

/** The dates of an article that mean the same day, or share a day with it, in text order: what a hover lists beside one. */
export function sameDayAs(date: TemporalExpression, dates: readonly TemporalExpression[]): readonly TemporalExpression[] {
  const day = date.earliest;
  if (day === undefined || day !== date.latest) return [];
  return dates.filter((other) => other !== date && other.earliest === day && other.latest === day);
}
