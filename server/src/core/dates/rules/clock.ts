import type { Meaning } from '../expression';
import type { Captures, DateRule } from '../grammar/types';

/** A time of the day. */
export type Clock = Extract<Meaning, { kind: 'clock' }>;

/** Hours with their minutes. */
export const PLAIN_CLOCK_RULES: readonly DateRule[] = [
  {
    id: 'hour-mark',
    pattern: 'Hour hourMark Digits:minute (minuteMark|ampm)?',
    make: (c) => ((isAmount(c) && !isSince(c) && !isOnTheHour(c)) || lastsMinutes(c) ? null : digital(c)),
  },
  { id: 'hour-mark', pattern: 'Hour hourMark', make: (c) => (isAmount(c) && !isSince(c) ? null : clock(c)) },
  { id: 'hours-in-words', pattern: 'Hour hourWord (Minute:minute minuteMark?)?', make: hoursInWords },
  {
    id: 'hour-and-fraction',
    pattern: 'Hour hourWord (and|comma)? clockFraction',
    make: (c) => (isAmount(c) || !(isAnnounced(c) || c.at === 0) || isCounted(c) ? null : fractionOf(c)),
  },
  { id: 'hour-and-fraction', pattern: 'Hour hourMark and clockFraction', make: (c) => fractionOf(c) },
  { id: 'clock-with-colon', pattern: "HourColon ~':' ~Digits:minute (~':' ~Digits:second)? ampm?", make: (c) => colon(c) },
  { id: 'clock-with-colon', pattern: "HourColon ~'.' ~Digits:minute ampm", make: (c) => colon(c) },
  { id: 'am-pm', pattern: 'Hour ampm', make: clock },
  { id: 'am-pm', pattern: "Hour '-'? Minute:minute ampm", make: (c) => (isOneDigit(c, 'minute') ? null : clock(c)) },
  { id: 'oclock', pattern: 'Hour oclock ampm?', make: clock },
  { id: 'hour-after-preposition', pattern: "beforeTime HourColon ~'.|:' ~Digits:minute (oclock|ampm)?", make: (c) => colon(c) },
  { id: 'hour-after-preposition', pattern: 'beforeTime Hour ampm', make: clock },
  // às 18h30
  {
    id: 'hour-after-preposition',
    pattern: 'beforeTime Hour hourMark Digits:minute',
    make: (c) => (twoDigits(c, 'minute') ? clock(c) : null),
  },
  { id: 'hour-after-preposition', pattern: 'beforeTime Hour hourMark', make: clock },
  // las doce y media, alle sette e un quarto: without a word for hours
  {
    id: 'spoken-fraction',
    pattern: '(beforeTime|the) Hour and? clockFraction ampm?',
    make: (c) => (c.reader.isNumber(c.from('Hour')) ? null : spoken(c)),
  },
  { id: 'spoken-fraction', pattern: 'beforeTime Hour and? clockFraction ampm?', make: (c) => spoken(c) },
  {
    id: 'hour-after-preposition',
    pattern: 'beforeTime Hour oclock?',
    make: (c) => (c.reader.sense(c.end, 'unit') || c.reader.sense(c.end, 'month') ? null : clock(c)),
  },
  { id: 'oclock', pattern: "HourColon ~'.|:' ~Digits:minute oclock", make: (c) => colon(c) },
  { id: 'oclock', pattern: 'Hour oclock Minute:minute', make: clock },
  { id: 'noon', pattern: 'noon', make: (c) => (c.reader.words[c.at - 1] === '-' && c.reader.isGlued(c.at) ? null : clock(c)) },
  { id: 'noon', pattern: 'noon and? clockFraction', make: (c) => fractionOf(c) },
  { id: 'noon', pattern: 'noon Minute:minute', make: (c) => (c.reader.sense(c.end, 'unit') ? null : clock(c)) },
  { id: 'past-or-to-hour', pattern: 'one? clockFraction past Hour (oclock|ampm)?', make: (c) => fractionOf(c) },
  { id: 'past-or-to-hour', pattern: 'Minute past Hour (oclock|ampm)?', make: (c) => pastHour(c) },
  { id: 'past-or-to-hour', pattern: 'one? clockFraction past noon', make: (c) => fractionOf(c) },
  {
    id: 'past-or-to-hour',
    pattern: 'one? clockFraction to Hour (oclock|ampm)?',
    make: (c) => (isSpoken(c) ? fractionOf(c, -1) : null),
  },
  { id: 'past-or-to-hour', pattern: 'one? clockFraction to noon', make: (c) => fractionOf(c, -1) },
  {
    id: 'half-before-hour',
    pattern: 'clockHalf Hour oclock?',
    make: (c) => ({ ...(clock(c) as Clock), hour: (c.part<number>('Hour') ?? 1) - 1, minute: 30 }),
  },
];

/** An hour of the day, and a minute of it, by their numbers. */
export const HOUR_RULES: readonly DateRule[] = [{ id: 'clock-time', pattern: 'Num', make: (c) => upTo(c, 24) }];
export const MINUTE_RULES: readonly DateRule[] = [{ id: 'clock-time', pattern: 'Num', make: (c) => upTo(c, 59) }];

function upTo(c: Captures, max: number): number | null {
  const n = c.part<number>('Num');
  return n !== undefined && n <= max ? n : null;
}

/** A clock time out of hour, minutes and seconds; null where there is no such time. */
function clock(c: Captures): Clock | null {
  const minuteful = c.has('minute');
  const hour = c.has('noon') ? c.number('noon') % (minuteful ? 24 : 25) : (c.part<number>('Hour') as number);
  const minute = c.has('minute') ? Number(c.part('minute')) : undefined;
  const half = c.value('ampm') || (c.has('minuteMark') ? (c.reader.sense(c.from('minuteMark'), 'ampm')?.value ?? '') : '');
  return makeClock(hour, minute, undefined, half);
}

/** The same out of numbers; `half` is am, pm or nothing. */
export function makeClock(hour: number, minute: number | undefined, second: number | undefined, half: string): Clock | null {
  if (!isOnClock(hour, minute ?? 0, second ?? 0)) return null;
  if (half !== '' && hour > 12) return half === 'pm' && hour < 24 ? clockAt(hour, minute) : null;
  return clockAt(inHalf(hour, half), minute, second);
}

const isOnClock = (hour: number, minute: number, second: number): boolean =>
  hour <= 24 && minute <= 59 && second <= 59 && (hour < 24 || minute === 0);

const inHalf = (hour: number, half: string): number =>
  half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;

const clockAt = (hour: number, minute?: number, second?: number): Clock => ({
  kind: 'clock',
  hour,
  ...(minute !== undefined && { minute }),
  ...(second !== undefined && { second }),
});

/** 5-6 pm: two hours, not the sixth minute. */
const isOneDigit = (c: Captures, name: string): boolean => /^\d$/.test(c.reader.words[c.from(name)] ?? '');

const twoDigits = (c: Captures, name: string): boolean => (c.reader.words[c.from(name)] as string).length === 2;

/** Minutes in digits have two of them; 2 h 07 de course is how long. */
function digital(c: Captures): Clock | null {
  if (!c.has('ampm') && isCounted(c) && !isAnnounced(c)) return null;
  return twoDigits(c, 'minute') ? clock(c) : null;
}

/** 15 heures is a time of the day only where the words before it say so, or where minutes or a part of the day follow. */
function hoursInWords(c: Captures): Clock | null {
  // three hours of talks last; a time of the day has no more said of it than its part of the day
  if (!c.has('minute') && (isCounted(c) || isLengthOf(c))) return null;
  const announced = isAnnounced(c) || saysZone(c) || followsDay(c) || followsHour(c) || (c.at === 0 && c.has('minute'));
  // le trajet ne prend plus qu'une heure quarante: in words it is how long, unless the words before say otherwise
  const isTold = c.has('minute') && c.reader.isNumber(c.at);
  return (announced || isTold) && !isAmount(c) && !(c.has('minute') && isLengthOf(c)) ? clock(c) : null;
}

/** Trois heures de débats, une heure plus tard: what follows says that the hours are counted. */
function isCounted(c: Captures): boolean {
  const { reader, end } = c;
  if (reader.sense(end, 'laterOutside') !== undefined) return true;
  const of = reader.sense(end, 'of');
  if (of === undefined) return false;
  return ['dayPart', 'day', 'weekday', 'the'].every((cls) => reader.sense(of.end, cls) === undefined);
}

/** Un voyage de deux heures, une marche lente de trois heures. */
function isLengthOf({ reader, at }: Captures): boolean {
  const of = reader.endingBefore(at, 'of');
  return of >= 0 && [of - 1, of - 2].some((i) => reader.sense(i, 'lasting') !== undefined);
}

const isAnnounced = (c: Captures): boolean => c.reader.endingBefore(c.at, 'beforeClock') >= 0;

/** (17 heures UTC): what follows is a time zone. */
const saysZone = ({ reader, end }: Captures): boolean => {
  const zone = reader.sense(end, 'zone');
  return zone !== undefined && reader.tokens[end]?.text === reader.tokens[end]?.text.toUpperCase();
};

/** Jusqu'à mardi 16 heures: right after its day. */
const followsDay = ({ reader, at }: Captures): boolean =>
  reader.isNumber(at) && ['weekday', 'day', 'month'].some((cls) => reader.endingBefore(at, cls) >= 0);

/** À 18 heures, 20 heures en ville: after another hour that is one. */
function followsHour({ reader, at }: Captures): boolean {
  const hour = at - 3;
  const isListed = reader.words[at - 1] === ',' && reader.sense(at - 2, 'hourWord') !== undefined;
  return isListed && reader.isNumber(at) && reader.isNumber(hour) && reader.endingBefore(hour, 'at') >= 0;
}

/** pendant 2 h 30: what stands before says that it lasts; but pour 20 h 10, heure de l'Est. */
function isAmount(c: Captures): boolean {
  const after = c.reader.words[c.end] === ',' ? c.end + 1 : c.end;
  return c.reader.endingBefore(c.at, 'beforeAmount') >= 0 && c.reader.sense(after, 'local') === undefined;
}

/** Prévu pour 19 h 00: no length of time is written with its minutes where there are none. */
const isOnTheHour = (c: Captures): boolean => c.reader.words[c.from('minute')] === '00';

/** Depuis 8 h 30: hours in this writing are the time since when; in words they are how long. */
function isSince(c: Captures): boolean {
  return c.reader.endingBefore(c.at, 'sinceSignal') >= 0;
}

/** Une sortie de 2 h 41 min: with the word for minutes it is a time of the day only after "at" or "about". */
const lastsMinutes = (c: Captures): boolean =>
  c.has('minuteMark') &&
  c.reader.sense(c.from('minuteMark'), 'minuteWord') !== undefined &&
  c.reader.endingBefore(c.at, 'at') < 0 &&
  c.reader.endingBefore(c.at, 'around') < 0;

function colon(c: Captures): Clock | null {
  const minute = c.part<string>('minute') as string;
  const second = c.part<string>('second');
  // he ran it in 3:51
  if (!c.has('ampm') && c.reader.endingBefore(c.at, 'runBefore') >= 0) return null;
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
