import type { TemporalExpression } from '../analysis';
import { own } from '../members';
import { remembered } from '../remembered';
import { civilDay, isCalendarDay, mondayOfWeek } from './calendar';
import { betweenDays, type Speaker, sayDayNumber, sayFields, sayYear, speakerOf } from './displayNames';
import type { DisplayWords } from './displayWords';
import { type Day, parseDay } from './isoDay';

/** A date said in words, for a hover, an outline or a timeline. */
export interface DateDescription {
  /** The date in full: "mercredi 30 septembre 2015", "mars 2016", "fin d’août 2016", "chaque lundi". */
  readonly said: string;
  /** The days meant, where they are more than one and known: "du 11 au 20 janvier 2017". */
  readonly interval?: string;
  /** How a relative one was resolved: "d'après la date du document (janvier 2017)". */
  readonly resolution?: string;
}

/**
 * Says a date in full in the interface's language. Total: what it cannot put into words it gives as its TIMEX3 value.
 * @param documentDate - EDTF to the year, month or day, or null: named where the date was counted from it.
 */
export function describeDate(expression: TemporalExpression, uiLanguage: string, documentDate: string | null): DateDescription {
  const speaker = speakerOf(uiLanguage);
  const said = sayExpression(expression, speaker);
  const stretch = sayInterval(expression, speaker);
  const interval = stretch === undefined || said.includes(stretch) ? undefined : stretch;
  const resolution = sayResolution(expression, documentDate, speaker);
  return {
    said,
    ...(interval !== undefined && interval !== said && { interval }),
    ...(resolution !== undefined && { resolution }),
  };
}

/** What a date is said by. */
type Sayable = Pick<TemporalExpression, 'type' | 'value' | 'mod' | 'freq'>;

const saidIn = new Map<string, (key: string) => string>();

/** Says a date as {@link describeDate} does, and nothing else of it. The same dates come again and again: each is said once. */
export function sayDate({ type, value, mod = '', freq = '' }: TemporalExpression, uiLanguage: string): string {
  let said = saidIn.get(uiLanguage);
  if (said === undefined) {
    const speaker = speakerOf(uiLanguage);
    said = remembered((key) => sayExpression(sayableOf(key), speaker));
    saidIn.set(uiLanguage, said);
  }
  return said([type, value, mod, freq].join('\0'));
}

function sayableOf(key: string): Sayable {
  const [type = '', value = '', mod, freq] = key.split('\0');
  return { type: type as TemporalExpression['type'], value, ...(mod && { mod }), ...(freq && { freq }) };
}

/** A value in words; of a time, `modified` changes the hour or the part of the day alone. */
function sayValue(value: string, speaker: Speaker, modified: (said: string) => string = String): string | null {
  const reference = own(speaker.words.refs, value);
  if (reference !== undefined) return reference;
  const time = /^(.*?)T(MO|AF|EV|NI|DT|MI|\d\d(?::\d\d){0,2}|XX:XX)(Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (time !== null && !value.startsWith('P')) {
    const [, day = '', hour = '', zone] = time;
    return sayTime(day, sayHour(hour, zone, speaker.words), speaker, modified);
  }
  return sayDay(value, speaker) ?? sayPeriod(value, speaker) ?? sayDuration(value, speaker.words);
}

function sayTime(day: string, at: string, speaker: Speaker, modified: (said: string) => string): string {
  const date = sayDay(day, speaker);
  if (at === '') return date ?? day;
  if (date === null) return modified(at);
  return day.startsWith('XXXX-WXX') ? `${date} ${modified(at)}` : `${date}, ${modified(at)}`;
}

/** An hour with its zone, or a part of the day; nothing for one that is not known. */
function sayHour(time: string, zone: string | undefined, words: DisplayWords): string {
  if (!/^\d/.test(time)) return words.dayParts[time] ?? '';
  const from = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`;
  return words.clock(time.slice(0, 5)) + from;
}

/** A year, month, day, weekday, or a day of which only the month is known. */
function sayDay(value: string, speaker: Speaker): string | null {
  const weekday = /^XXXX-WXX-([1-7])$/.exec(value);
  if (weekday !== null) return sayFields({ ...MONDAY, day: Number(weekday[1]) }, 'weekday', speaker);
  const match = /^(?:BC(\d{4})|(-?\d{4}|XXXX))(?:-(\d\d|XX))?(?:-(\d\d|XX))?$/.exec(value);
  if (match === null) return null;
  const [, before, year, month, day] = match;
  const known = { month: numberOf(month), day: numberOf(day), isSomeDay: month === 'XX' || day === 'XX' };
  if (known.month !== null && (known.month < 1 || known.month > 12)) return null;
  if (year === 'XXXX') return sayEachYear(known, speaker);
  return sayOfYear(before === undefined ? Number(year) : 1 - Number(before), known, speaker);
}

/** The first of a month that was a Monday. */
const MONDAY: Day = { year: 2021, month: 2, day: 1 };

/** What a value says of a day besides its year; null where it leaves it open. */
interface KnownDay {
  readonly month: number | null;
  readonly day: number | null;
  readonly isSomeDay: boolean;
}

const numberOf = (digits: string | undefined): number | null => (digits === undefined || digits === 'XX' ? null : Number(digits));

function sayEachYear({ month, day }: KnownDay, speaker: Speaker): string | null {
  if (month === null) return null;
  return day === null
    ? sayFields({ year: 2000, month, day: 1 }, 'monthAlone', speaker)
    : sayFields({ year: 2000, month, day }, 'monthDay', speaker);
}

function sayOfYear(year: number, { month, day, isSomeDay }: KnownDay, speaker: Speaker): string | null {
  const { words } = speaker;
  if (month !== null && day !== null)
    return isCalendarDay(year, month, day) ? sayFields({ year, month, day }, 'day', speaker) : null;
  const said = month === null ? sayYear(year, words) : sayFields({ year, month, day: 1 }, 'month', speaker);
  if (!isSomeDay) return said;
  const some = words.someDay.replace('{0}', said);
  return month === null ? some : (words.contract ?? String)(some);
}

/** Weeks, seasons, quarters, decades, centuries, several years. */
function sayPeriod(value: string, speaker: Speaker): string | null {
  const { words } = speaker;
  const week = /^(-?\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    const [from, to] = week[3] ? [monday + 5, monday + 6] : [monday, monday + 6];
    return `${week[3] ? words.weekend : words.week}${words.colon}${sayRange(civilDay(from), civilDay(to), speaker)}`;
  }
  const part = /^(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(value);
  if (part !== null) {
    const code = part[2] as string;
    const name = code.startsWith('Q') ? words.quarter(Number(code[1])) : (words.parts[code] ?? code);
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
function sayExpression(expression: Sayable, speaker: Speaker): string {
  const { value, type, mod } = expression;
  const { words } = speaker;
  if (type === 'SET') return saySet(expression, speaker) ?? value;
  const modified = (said: string): string =>
    mod === undefined || /WXX/.test(value)
      ? said
      : (words.contract ?? String)((own(words.mods, mod) ?? '{0}').replace('{0}', said));
  if (type === 'TIME') return sayValue(value, speaker, modified) ?? value;
  return modified(sayValue(value, speaker) ?? value);
}

/** Every Monday, each year, every two hours, twice a week. */
function saySet({ value, freq }: Sayable, speaker: Speaker): string | null {
  const { words } = speaker;
  const [, time, count, letters] = /^P(T?)(\d+)([A-Z]+)$/.exec(value) ?? [];
  if (count === undefined) {
    const recurring = sayValue(value, speaker);
    return recurring === null ? null : words.every.replace('{0}', recurring);
  }
  const unit = `${time}${letters}`;
  const names = own(words.units, unit);
  if (names === undefined) return null;
  if (Number(count) !== 1) return words.everyMany(`${Number(count)} ${names[1]}`, unit);
  const often = freq === undefined ? null : sayOften(freq, words);
  return often?.replace('{1}', names[0]) ?? words.every.replace('{0}', own(words.eachUnit ?? {}, unit) ?? names[0]);
}

/** How often, or how long, in each unit; {1} stands for that. */
function sayOften(freq: string, words: DisplayWords): string | null {
  const times = /^(\d+)X$/.exec(freq)?.[1];
  if (times !== undefined) return times === '1' ? words.once : words.times.replace('{0}', times);
  const spent = sayDuration(`P${freq}`, words);
  return spent === null ? null : words.amountEach.replace('{0}', spent);
}

function sayInterval(expression: TemporalExpression, speaker: Speaker): string | undefined {
  const from = parseDay(expression.earliest);
  const to = parseDay(expression.latest);
  if (from === null || to === null || expression.earliest === expression.latest) return undefined;
  return sayRange(from, to, speaker);
}

/** From one day to another; what both share is said once where the language's own words do so. */
function sayRange(from: Day, to: Day, speaker: Speaker): string {
  const { words } = speaker;
  const range = words.range ?? `{0}${betweenDays(speaker)}{1}`;
  return range.replace('{0}', sayFirst(from, to, speaker)).replace('{1}', sayFull(to, speaker));
}

function sayFirst(from: Day, to: Day, speaker: Speaker): string {
  const { words } = speaker;
  if (from.year !== to.year) return sayFull(from, speaker);
  const isOneMonth = words.own && words.dayFirst && from.month === to.month;
  return isOneMonth ? sayDayNumber(from.day, words) : sayFields(from, 'monthDay', speaker);
}

const sayFull = (day: Day, speaker: Speaker): string =>
  speaker.words.dayYear.replace('{0}', sayFields(day, 'monthDay', speaker)).replace('{1}', sayYear(day.year, speaker.words));

function sayResolution(expression: TemporalExpression, documentDate: string | null, speaker: Speaker): string | undefined {
  const { anchor } = expression;
  const { words } = speaker;
  if (anchor === undefined) return undefined;
  if (anchor !== 'document date') return words.fromText.replace('{0}', anchor);
  const said = documentDate === null ? null : sayDay(documentDate, speaker);
  return said === null ? words.fromDocument : words.fromDocumentDate.replace('{0}', said);
}
