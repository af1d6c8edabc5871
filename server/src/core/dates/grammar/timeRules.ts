import type { DayPart, Meaning, Mod } from '../expression';
import type { Captures, Rule } from './pattern';

type Clock = Extract<Meaning, { kind: 'clock' }>;

/** A clock time out of hour, minutes and seconds; null where there is no such time. */
function clock(c: Captures): Clock | null {
  const minuteful = c.has('minute');
  const hour = c.has('noon') ? c.number('noon') % (minuteful ? 24 : 25) : (c.part<number>('Hour') as number);
  const minute = c.has('minute') ? Number(c.part('minute')) : undefined;
  const half = c.value('ampm') || (c.has('minuteMark') ? (c.reader.sense(c.from('minuteMark'), 'ampm')?.value ?? '') : '');
  return makeClock(hour, minute, undefined, half);
}

function makeClock(hour: number, minute: number | undefined, second: number | undefined, half: string): Clock | null {
  if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 59 || (hour === 24 && (minute ?? 0) > 0)) return null;
  if (half !== '' && hour > 12)
    return half === 'pm' && hour < 24 ? { kind: 'clock', hour, ...(minute !== undefined && { minute }) } : null;
  const turned = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return { kind: 'clock', hour: turned, ...(minute !== undefined && { minute }), ...(second !== undefined && { second }) };
}

const twoDigits = (c: Captures, name: string): boolean => (c.reader.words[c.from(name)] as string).length === 2;

/** Minutes in digits have two of them; 2 h 07 de course is how long. */
function digital(c: Captures): Clock | null {
  if (!c.has('ampm') && isCounted(c) && !isAnnounced(c)) return null;
  return twoDigits(c, 'minute') ? clock(c) : null;
}

/** 15 heures is a time of the day only where the words before it say so, or where minutes or a part of the day follow. */
function hoursInWords(c: Captures): Clock | null {
  // three hours of talks last; a time of the day has no more said of it than its part of the day
  if (!c.has('minute') && isCounted(c)) return null;
  const announced = isAnnounced(c) || (c.at === 0 && c.has('minute'));
  return (announced || c.has('minute')) && !isAmount(c) ? clock(c) : null;
}

/** Trois heures de débats, une heure plus tard: what follows says that the hours are counted. */
function isCounted(c: Captures): boolean {
  const { reader, end } = c;
  if (reader.sense(end, 'laterOutside') !== undefined) return true;
  const of = reader.sense(end, 'of');
  if (of === undefined) return false;
  return ['dayPart', 'day', 'weekday', 'the'].every((cls) => reader.sense(of.end, cls) === undefined);
}

const isAnnounced = (c: Captures): boolean => c.reader.endingBefore(c.at, 'beforeClock') >= 0;

/** pendant 2 h 30: what stands before says that it lasts. */
function isAmount(c: Captures): boolean {
  return c.reader.endingBefore(c.at, 'beforeAmount') >= 0;
}

/** Depuis 8 h 30: hours in this writing are the time since when; in words they are how long. */
function isSince(c: Captures): boolean {
  return c.reader.endingBefore(c.at, 'sinceSignal') >= 0;
}

/** Une sortie de 2 h 41 min: with the word for minutes it is a time of the day only behind "at" or "about". */
const lastsMinutes = (c: Captures): boolean =>
  c.has('minuteMark') &&
  c.reader.sense(c.from('minuteMark'), 'minuteWord') !== undefined &&
  c.reader.endingBefore(c.at, 'at') < 0 &&
  c.reader.endingBefore(c.at, 'around') < 0;

const inPart = (time: Clock | null, part: string): Clock | null => {
  if (time === null) return null;
  const { hour } = time;
  if (hour > 12) return time;
  if (part === 'MO') return hour === 12 ? { ...time, hour: 0 } : time;
  if (part === 'NI') return hour >= 6 && hour < 12 ? { ...time, hour: hour + 12 } : hour === 12 ? { ...time, hour: 0 } : time;
  return hour < 12 ? { ...time, hour: hour + 12 } : time;
};

/** Times of the day. */
export const TIME_PARTS: Readonly<Record<string, readonly Rule[]>> = {
  Hour: [{ pattern: 'Num', make: (c) => ((c.part<number>('Num') ?? 99) <= 24 ? c.part<number>('Num') : null) }],
  Minute: [{ pattern: 'Num', make: (c) => ((c.part<number>('Num') ?? 99) <= 59 ? c.part<number>('Num') : null) }],
  PlainClock: [
    {
      pattern: 'Hour hourMark Digits:minute (minuteMark|ampm)?',
      make: (c) => ((isAmount(c) && !isSince(c)) || lastsMinutes(c) ? null : digital(c)),
    },
    { pattern: 'Hour hourMark', make: (c) => (isAmount(c) && !isSince(c) ? null : clock(c)) },
    { pattern: 'Hour hourWord (Minute:minute minuteMark?)?', make: hoursInWords },
    {
      pattern: 'Hour hourWord (and|comma)? clockFraction',
      make: (c) => (isAmount(c) || !(isAnnounced(c) || c.at === 0) || isCounted(c) ? null : fractionOf(c)),
    },
    { pattern: 'Hour hourMark and clockFraction', make: (c) => fractionOf(c) },
    { pattern: "HourColon ~':' ~Digits:minute (~':' ~Digits:second)? ampm?", make: (c) => colon(c) },
    { pattern: "HourColon ~'.' ~Digits:minute ampm", make: (c) => colon(c) },
    { pattern: 'Hour ampm', make: clock },
    { pattern: "Hour '-'? Minute:minute ampm", make: clock },
    { pattern: 'Hour oclock ampm?', make: clock },
    { pattern: "beforeTime HourColon ~'.|:' ~Digits:minute (oclock|ampm)?", make: (c) => colon(c) },
    { pattern: 'beforeTime Hour ampm', make: clock },
    // às 18h30
    { pattern: 'beforeTime Hour hourMark Digits:minute', make: (c) => (twoDigits(c, 'minute') ? clock(c) : null) },
    { pattern: 'beforeTime Hour hourMark', make: clock },
    // las doce y media, alle sette e un quarto: without a word for hours
    {
      pattern: '(beforeTime|the) Hour and? clockFraction ampm?',
      make: (c) => (c.reader.isNumber(c.from('Hour')) ? null : spoken(c)),
    },
    { pattern: 'beforeTime Hour and? clockFraction ampm?', make: (c) => spoken(c) },
    {
      pattern: 'beforeTime Hour oclock?',
      make: (c) => (c.reader.sense(c.end, 'unit') || c.reader.sense(c.end, 'month') ? null : clock(c)),
    },
    { pattern: "HourColon ~'.|:' ~Digits:minute oclock", make: (c) => colon(c) },
    { pattern: 'Hour oclock Minute:minute', make: clock },
    { pattern: 'noon', make: clock },
    { pattern: 'noon and? clockFraction', make: (c) => fractionOf(c) },
    { pattern: 'noon Minute:minute', make: (c) => (c.reader.sense(c.end, 'unit') ? null : clock(c)) },
    { pattern: 'one? clockFraction past Hour (oclock|ampm)?', make: (c) => fractionOf(c) },
    { pattern: 'Minute past Hour (oclock|ampm)?', make: (c) => pastHour(c) },
    { pattern: 'one? clockFraction past noon', make: (c) => fractionOf(c) },
    { pattern: 'one? clockFraction to Hour (oclock|ampm)?', make: (c) => (isSpoken(c) ? fractionOf(c, -1) : null) },
    { pattern: 'one? clockFraction to noon', make: (c) => fractionOf(c, -1) },
    {
      pattern: 'clockHalf Hour oclock?',
      make: (c) => ({ ...(clock(c) as Clock), hour: (c.part<number>('Hour') ?? 1) - 1, minute: 30 }),
    },
  ],
  Clock: [
    { pattern: 'PlainClock', make: (c) => c.part<Clock>('PlainClock') },
    { pattern: "PlainClock ','? (zone|local)", make: (c) => zoned(c) },
    { pattern: "PlainClock '(' zone ')'", make: (c) => zoned(c) },
    { pattern: "PlainClock '('? zone ('+|-|−':sign Digits:offset)? ')'?", make: (c) => offset(c) },
    { pattern: "Digits:hours '('? zone", make: military },
    { pattern: 'PlainClock of? (in? the)? dayPart (zone)?', make: (c) => inDayPart(c) },
    {
      pattern: "PlainClock 'z'",
      make: (c) => (c.reader.isGlued(c.end - 1) ? { ...(c.part<Clock>('PlainClock') as Clock), zone: 'Z' } : null),
    },
  ],
};

function colon(c: Captures): Clock | null {
  const minute = c.part<string>('minute') as string;
  const second = c.part<string>('second');
  if (minute.length !== 2 || (second !== undefined && second.length !== 2)) return null;
  // 1:12.56 is a runner's time
  if (
    /^[.,]$/.test(c.reader.words[c.end] ?? '') &&
    c.reader.isGlued(c.end) &&
    c.reader.isNumber(c.end + 1) &&
    c.reader.isGlued(c.end + 1)
  )
    return null;
  return makeClock(
    Number(c.part<string>('HourColon')),
    Number(minute),
    second === undefined ? undefined : Number(second),
    c.value('ampm'),
  );
}

/** Ten to one, five of six are odds and shares, but at ten to one, a quarter to six. */
const isSpoken = (c: Captures): boolean =>
  c.has('oclock') || c.has('ampm') || c.number('clockFraction') % 15 === 0 || isAnnounced(c) || c.at === 0;

function fractionOf(c: Captures, sign: 1 | -1 = 1): Clock | null {
  const hour = c.has('noon') ? c.number('noon') : (c.part<number>('Hour') as number);
  const minutes = hour * 60 + sign * c.number('clockFraction');
  const half = c.has('oclock') ? (c.reader.sense(c.from('oclock'), 'ampm')?.value ?? '') : '';
  return makeClock(Math.floor((minutes + 1440) / 60) % 24, (minutes + 1440) % 60, undefined, half);
}

/** Half past seven in languages that add the fraction to the hour; before noon where nothing else is said. */
function spoken(c: Captures): Clock | null {
  if (['unit', 'month', 'counted'].some((cls) => c.reader.sense(c.end, cls) !== undefined)) return null;
  const time = fractionOf(c);
  return time === null ? null : makeClock(time.hour, time.minute, undefined, c.value('ampm'));
}

function pastHour(c: Captures): Clock | null {
  return c.has('oclock') || (isAnnounced(c) && c.reader.isNumber(c.at) && c.reader.isNumber(c.from('Hour')))
    ? makeClock(
        c.part<number>('Hour') as number,
        c.part<number>('Minute'),
        undefined,
        c.reader.sense(c.from('oclock'), 'ampm')?.value ?? '',
      )
    : null;
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
  return time !== null && c.has('zone') ? { ...time, zone: c.value('zone') } : time;
}

/** Whether a part of the day goes on with the day it belongs to. */
function ofDay(c: Captures): boolean {
  const of = c.reader.sense(c.end, 'of');
  if (of === undefined || !c.has('the')) return false;
  return c.reader.isNumber(of.end) || ['weekday', 'the', 'day'].some((cls) => c.reader.sense(of.end, cls) !== undefined);
}

/** This evening, Monday morning, in the night of the 3rd. */
export function dayPartOf(c: Captures, day?: Meaning, today = false): Meaning {
  return {
    kind: 'dayPart',
    part: c.value('dayPart') as DayPart,
    ...(day && { day }),
    ...(today && { today }),
    ...(c.has('partWord') && { mod: c.value('partWord') as Mod }),
  };
}
