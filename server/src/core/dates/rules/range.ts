import type { Meaning } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { isDay } from './captured';

type Clock = Extract<Meaning, { kind: 'clock' }>;
/** Two hours that share what marks them as hours: de 14 à 16 h, 3-5 pm. */
export const HOUR_RANGE_RULES: readonly DateRule[] = [
  { id: 'hour-range', pattern: 'Hour rangeTo Clock', make: hours },
  { id: 'hour-range', pattern: "Hour rangeTo Clock ','? onDay? Date", make: hours },
  // between 7 and 9 p.m.
  { id: 'hour-range', pattern: 'Hour and:rangeTo Clock', make: (c) => (isBetween(c) ? hours(c) : null) },
  { id: 'hour-range', pattern: "Hour and:rangeTo Clock ','? onDay? Date", make: (c) => (isBetween(c) ? hours(c) : null) },
];

function hours(c: Captures): TimexMatch[] | null {
  const { reader } = c;
  const clock = c.part<Clock>('Clock') as Clock;
  const hour = c.part<number>('Hour') as number;
  const isHalved = isMarked(c, 'ampm');
  const isAnnounced =
    isHalved || isMarked(c, 'hourMark') || reader.endingBefore(c.at, 'beforeClock') >= 0 || reader.isGlued(c.from('rangeTo'));
  if (!isAnnounced || !reader.isNumber(c.at)) return null;
  const day = c.part<Meaning>('Date');
  if (day !== undefined && !isDay(day)) return null;
  const isAfternoon = clock.hour >= 12 && isHalved && hour < 12 && hour + 12 <= clock.hour;
  const first: Clock = { kind: 'clock', hour: isAfternoon ? hour + 12 : hour, ...(day && { day }) };
  return [
    { from: c.at, to: c.to('Hour'), meaning: first, opensRange: true },
    { from: c.from('Clock'), to: c.end, meaning: { ...clock, ...(day && { day: SAME_DAY }) } },
  ];
}

const isBetween = ({ reader, at }: Captures): boolean => reader.endingBefore(at, 'betweenBoth') >= 0;

const SAME_DAY: Meaning = { kind: 'same', unit: 'D' };

/** Whether the second hour ends in a word of a class: 4 p.m., 16 h. */
const isMarked = (c: Captures, cls: string): boolean => c.reader.endingBefore(c.to('Clock'), cls) >= 0;

/** Several centuries or decades that share their word. */
export const SEVERAL_RULES: readonly DateRule[] = [
  // aux XVIIe et XVIIIe siècles, les années 60 et 70
  {
    id: 'several-decades-or-centuries',
    pattern: 'the? Century and|rangeTo:joint the? Century:to centuryWord',
    make: (c) => centuries(c),
  },
  { id: 'several-decades-or-centuries', pattern: 'the? decadeWord Num:n and|rangeTo:joint Num:to', make: (c) => decades(c) },
];

/** The 17th and 18th centuries: both, and a range where "to" joins them. */
function centuries(c: Captures): TimexMatch[] | null {
  const n = c.part<number>('Century') ?? 0;
  const to = c.part<number>('to') ?? 0;
  if (n < 1 || to <= n || to > 30) return null;
  return [
    { from: c.at, to: c.to('Century'), meaning: { kind: 'century', n }, ...(isRange(c) && { opensRange: true }) },
    { from: c.from('to'), to: c.end, meaning: { kind: 'century', n: to } },
  ];
}

function decades(c: Captures): TimexMatch[] | null {
  const n = c.part<number>('n') ?? 1;
  const to = c.part<number>('to') ?? 1;
  const isFirst = (year: number): boolean => year % 10 === 0 && (year < 100 || (year >= 1000 && year < 3000));
  if (!isFirst(n) || !isFirst(to) || to <= n) return null;
  return [
    { from: c.at, to: c.to('n'), meaning: { kind: 'decade', first: n }, ...(isRange(c) && { opensRange: true }) },
    { from: c.from('to'), to: c.end, meaning: { kind: 'decade', first: to } },
  ];
}

const isRange = (c: Captures): boolean => c.reader.sense(c.from('joint'), 'rangeTo') !== undefined;
