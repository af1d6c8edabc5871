import type { Meaning } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { dayPartOf, isDay, meaning, whole } from './captured';
import { type Clock, makeClock } from './clock';

/** A clock time with its zone or its part of the day. */
export const CLOCK_RULES: readonly DateRule[] = [
  { id: 'clock-time', pattern: 'PlainClock', make: (c) => c.part<Clock>('PlainClock') },
  { id: 'time-zone', pattern: "PlainClock ','? (zone|local)", make: (c) => zoned(c) },
  { id: 'time-zone', pattern: "PlainClock '(' (zone|local) ')'", make: (c) => zoned(c) },
  { id: 'time-zone', pattern: "PlainClock '('? zone ('+|-|−':sign Digits:offset)? ')'?", make: (c) => offset(c) },
  { id: 'time-zone', pattern: "Digits:hours '('? zone", make: military },
  { id: 'clock-in-day-part', pattern: "PlainClock of? (in? the)? dayPart (','? zone|local)?", make: (c) => inDayPart(c) },
  { id: 'clock-in-day-part', pattern: "Hour in the dayPart (','? zone|local)?", make: (c) => hourInPart(c) },
  {
    id: 'time-zone',
    pattern: "PlainClock 'z'",
    make: (c) => (c.reader.isGlued(c.end - 1) ? { ...(c.part<Clock>('PlainClock') as Clock), zone: 'Z' } : null),
  },
];

/** A clock time as a whole expression, perhaps with its day. */
export const CLOCK_ON_DAY_RULES: readonly DateRule[] = [
  { id: 'clock-time', pattern: 'Clock', make: (c) => [{ from: afterPreposition(c), to: c.end, meaning: meaning(c, 'Clock') }] },
  {
    id: 'approximate-clock',
    pattern: 'approximately Clock',
    make: (c) => [
      {
        from: c.from('Clock'),
        to: c.end,
        meaning: { ...(meaning(c, 'Clock') as Clock), approximate: true },
      },
    ],
  },
  {
    id: 'clock-on-day',
    pattern: 'day (at|around)? Clock',
    make: (c) =>
      whole(c, {
        ...(meaning(c, 'Clock') as Clock),
        day: { kind: 'deictic', days: c.number('day') },
      }),
  },
  {
    id: 'clock-on-day',
    pattern: "Clock ','? day",
    make: (c) =>
      whole(c, {
        ...(meaning(c, 'Clock') as Clock),
        day: { kind: 'deictic', days: c.number('day') },
      }),
  },
  {
    id: 'clock-on-day',
    pattern: "approximately Clock ','? day",
    make: (c) =>
      whole(c, {
        ...(meaning(c, 'Clock') as Clock),
        approximate: true,
        day: { kind: 'deictic', days: c.number('day') },
      }),
  },
  { id: 'clock-in-day-part', pattern: "Clock ','? onDay? Date dayPart", make: clockInPart },
  { id: 'clock-in-day-part', pattern: "approximately Clock ','? onDay? Date dayPart", make: clockInPart },
  { id: 'clock-in-day-part', pattern: 'Clock which=-1 dayPart', make: clockInPart },
  { id: 'clock-in-day-part', pattern: 'approximately Clock which=-1 dayPart', make: clockInPart },
  { id: 'clock-in-day-part', pattern: "Clock ','? this dayPart", make: clockInPart },
  { id: 'clock-in-day-part', pattern: "Clock ','? todayPart", make: clockInPart },
  { id: 'clock-on-day', pattern: 'Date Clock', make: clockOn },
  { id: 'clock-on-day', pattern: "Date 't' Clock", make: clockOn },
  { id: 'clock-on-day', pattern: 'Clock comma? onDay? the? Date', make: clockThenDay },
  { id: 'clock-on-day', pattern: 'approximately Clock comma? onDay? the? Date', make: clockThenDay },
  { id: 'clock-on-day', pattern: 'Date (at|around) Clock', make: (c) => (isBareDay(meaning(c, 'Date')) ? clockOn(c) : null) },
  // at 6 p.m. local time (1000 GMT) on Friday: both times are of that day
  { id: 'clock-on-day', pattern: "approximately? Clock '(' Clock:other ')' onDay? the? Date", make: (c) => twoClocksOnDay(c) },
  { id: 'clock-in-day-part', pattern: 'Date dayPart (at|around)? Clock', make: clockInPart },
  { id: 'clock-in-day-part', pattern: "Date dayPart ',' (at|around)? Clock", make: partThenClock },
  { id: 'clock-in-day-part', pattern: 'this dayPart (at|around)? Clock', make: clockInPart },
  { id: 'clock-in-day-part', pattern: 'todayPart (at|around)? Clock', make: clockInPart },
];

function clockOn(c: Captures): TimexMatch[] | null {
  const day = meaning(c, 'Date');
  return isDay(day) ? timeOn(c, meaning(c, 'Clock') as Clock, day) : null;
}

/** The same time in two zones, and their day: three expressions. */
function twoClocksOnDay(c: Captures): TimexMatch[] | null {
  const day = meaning(c, 'Date');
  if (!isDay(day)) return null;
  const article = c.reader.sense(c.from('Date') - 1, 'the') === undefined ? 0 : 1;
  return [
    {
      from: c.from('Clock'),
      to: c.to('Clock'),
      meaning: { ...(meaning(c, 'Clock') as Clock), ...(c.has('approximately') && { approximate: true }), day },
    },
    {
      from: c.from('other'),
      to: c.to('other'),
      meaning: { ...(meaning(c, 'other') as Clock), day: { kind: 'same', unit: 'D' } },
    },
    {
      from: c.from('Date') - article,
      to: c.end,
      meaning: isBareWeekday(day) ? { kind: 'same', unit: 'D', weekday: day.weekday } : day,
    },
  ];
}

/** A day of which only the weekday is said: the words before the first time say which. */
const isBareWeekday = (day: Meaning): day is Extract<Meaning, { kind: 'calendar' }> & { readonly weekday: number } =>
  day.kind === 'calendar' && day.weekday !== undefined && day.day === undefined && day.direction === undefined;

/** Around 3 a.m. on Saturday: what makes the time approximate stays outside. */
const timeOn = (c: Captures, time: Clock, day: Meaning): TimexMatch[] => {
  const isAbout = c.has('approximately');
  return [
    { from: isAbout ? c.from('Clock') : c.at, to: c.end, meaning: { ...time, ...(isAbout && { approximate: true }), day } },
  ];
};

/** 15 h ce jeudi, 3 p.m. on Wednesday: where the language has no word for it the day of a date stays an expression of its own. */
function clockThenDay(c: Captures): TimexMatch[] | null {
  const day = meaning(c, 'Date');
  const isJoined = c.reader.lexicon.pack.capitals || (isBareDay(day) && !c.has('the') && !c.has('comma'));
  return isJoined && !isOfAnother(c) ? clockOn(c) : null;
}

/** At 8 a.m. on 3 to 5 May: the day begins a range of its own. */
const isOfAnother = (c: Captures): boolean => {
  const to = c.reader.sense(c.end, 'rangeTo');
  return to !== undefined && c.reader.isNumber(to.end);
};

/** A weekday, today, tomorrow: a day that is said in one word. */
const isBareDay = (day: Meaning): boolean =>
  day.kind === 'deictic' || (day.kind === 'calendar' && day.weekday !== undefined && day.day === undefined);

/** Three o'clock tomorrow afternoon, Monday evening at 8. */
function clockInPart(c: Captures): TimexMatch[] | null {
  const part = c.value(c.has('dayPart') ? 'dayPart' : 'todayPart');
  const day: Meaning = c.has('Date') ? meaning(c, 'Date') : { kind: 'deictic', days: c.has('which') ? -1 : 0 };
  return isDay(day) ? timeOn(c, inPart(meaning(c, 'Clock') as Clock, part), day) : null;
}

/** Um 20 Uhr: the preposition stays outside; a word that names hours (ore 20) does not. */
function afterPreposition(c: Captures): number {
  const before = c.reader.sense(c.at, 'beforeTime');
  return before === undefined || c.reader.sense(before.end - 1, 'oclock') !== undefined ? c.at : before.end;
}

/** 0430 UTC: four digits before a time zone. */
function military(c: Captures): Clock | null {
  const digits = c.part<string>('hours') ?? '';
  const time =
    digits.length === 4 && isZone(c) ? makeClock(Number(digits.slice(0, 2)), Number(digits.slice(2)), undefined, '') : null;
  return time === null ? null : { ...time, zone: c.value('zone').trim() };
}

function zoned(c: Captures): Clock | null {
  const time = c.part<Clock>('PlainClock') as Clock;
  if (!c.has('zone')) return time;
  return isZone(c) ? { ...time, zone: c.value('zone').trim() } : null;
}

/** An abbreviation is written in capitals: est and cet are also words. */
function isZone(c: Captures): boolean {
  const at = c.from('zone');
  const text = c.reader.tokens[at]?.text ?? '';
  return c.to('zone') - at > 1 || c.reader.sense(at, 'functionWord') === undefined || text === text.toUpperCase();
}

function offset(c: Captures): Clock | null {
  const time = zoned(c);
  // (4 h 30 UTC): the bracket is not its own
  if (c.reader.words[c.end - 1] === ')' && c.reader.words[c.to('PlainClock')] !== '(') return null;
  if (time === null || !c.has('offset')) return time;
  const hours = Number(c.part<string>('offset') ?? 0);
  const sign = c.reader.words[c.from('sign')] === '+' ? '+' : '-';
  return hours <= 14 ? { ...time, zone: `${sign}${String(hours).padStart(2, '0')}:00` } : time;
}

function inDayPart(c: Captures): Clock | null {
  // minuit, dans la nuit de vendredi à samedi: two times
  if (!c.has('zone') && ofDay(c)) return null;
  const time = inPart(c.part<Clock>('PlainClock') as Clock, c.value('dayPart'));
  return c.has('zone') ? { ...time, zone: c.value('zone') } : time;
}

/** Lundi soir, à 8 heures: a comma parts them, and yet the hour is one of the evening. */
function partThenClock(c: Captures): TimexMatch[] | null {
  const day = meaning(c, 'Date');
  if (!isDay(day)) return null;
  const time = inPart(meaning(c, 'Clock') as Clock, c.value('dayPart'));
  return [
    { from: c.at, to: c.to('dayPart'), meaning: dayPartOf(c, day) },
    { from: c.from('Clock'), to: c.end, meaning: { ...time, day: { kind: 'same', unit: 'D' } } },
  ];
}

/** At four in the morning, it's six in the evening: a number alone, where the words before say that it is an hour. */
function hourInPart(c: Captures): Clock | null {
  const hour = c.part<number>('Hour') as number;
  if (hour > 12 || HOUR_BEFORE.every((cls) => c.reader.endingBefore(c.at, cls) < 0)) return null;
  return { ...inPart({ kind: 'clock', hour }, c.value('dayPart')), ...(c.has('zone') && { zone: c.value('zone') }) };
}

const HOUR_BEFORE = ['hourBefore', 'itIs'];

/** The hour as the part of the day has it: at 9 in the evening, at 12 at night. */
function inPart(time: Clock, part: string): Clock {
  const { hour } = time;
  if (hour > 12) return time;
  if (part === 'MO') return hour === 12 ? { ...time, hour: 0 } : time;
  if (part !== 'NI') return hour < 12 ? { ...time, hour: hour + 12 } : time;
  if (hour === 12) return { ...time, hour: 0 };
  return hour >= 6 ? { ...time, hour: hour + 12 } : time;
}

/** Whether a part of the day goes on with the day it belongs to. */
function ofDay(c: Captures): boolean {
  const of = c.reader.sense(c.end, 'of');
  if (of === undefined || !c.has('the')) return false;
  return c.reader.isNumber(of.end) || ['weekday', 'the', 'day'].some((cls) => c.reader.sense(of.end, cls) !== undefined);
}
