import { durationOf } from '../duration';
import type { Meaning } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import { CLOCK_UNITS, isPlural, meaning, saysThatAlone, standsFree, unitOf } from './captured';

/** Units counted from the document or the text: this week, the following month, that day. */
export const UNIT_RULES: readonly DateRule[] = [
  {
    id: 'day-of-month-reference',
    pattern: 'the? Day of the? MonthRef',
    make: (c) => ({ kind: 'nth', n: c.part<number>('Day') as number, unit: 'D', of: meaning(c, 'MonthRef') }),
  },
  {
    id: 'unit-in-course',
    pattern: 'the unit',
    make: (c) =>
      ['Y', 'M', 'W'].includes(unitOf(c)) && !isPlural(c) && c.reader.endingBefore(c.at, 'inCourse') >= 0 && !isOfEvent(c)
        ? { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' }
        : null,
  },
  {
    id: 'unit-in-course',
    pattern: 'unit',
    make: (c) =>
      c.reader.endingBefore(c.at, 'inCourseOfThe') >= 0 && !isPlural(c) && unitOf(c) !== 'D' && !CLOCK_UNITS.test(unitOf(c))
        ? { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' }
        : null,
  },
  // profit rose in the quarter: the one just gone
  {
    id: 'reported-quarter',
    pattern: 'the unit=Q',
    make: (c) =>
      c.reader.endingBefore(c.at, 'reportedIn') >= 0 && !isPlural(c) && !/^\p{L}/u.test(c.reader.words[c.end] ?? '')
        ? { kind: 'unit', unit: 'Q', offset: -1, from: 'document' }
        : null,
  },
  // aujourd'hui samedi
  { id: 'deictic-day', pattern: 'day weekday!', make: (c) => ({ kind: 'deictic', days: c.number('day') }) },
  { id: 'same-unit', pattern: 'the unit=D same', make: () => ({ kind: 'same', unit: 'D' }) },
  { id: 'deictic-day', pattern: 'day', make: (c) => ({ kind: 'deictic', days: c.number('day') }) },
  { id: 'unit-from-document', pattern: 'the? unit which', make: unitFromDocument },
  { id: 'unit-from-document', pattern: 'the? which unit', make: unitFromDocument },
  { id: 'unit-from-document', pattern: 'this which? unit here?', make: unitFromDocument },
  {
    id: 'weekend-alone',
    pattern: 'unit=WE',
    make: (c) =>
      c.reader.endingBefore(c.at, 'weekendBefore') >= 0 && c.reader.sense(c.at, 'units') === undefined
        ? { kind: 'unit', unit: 'WE', offset: 0, from: 'document' }
        : null,
  },
  {
    id: 'weekend-alone',
    pattern: 'the unit=WE',
    make: (c) =>
      c.reader.sense(c.from('unit'), 'units') === undefined ? { kind: 'unit', unit: 'WE', offset: 0, from: 'document' } : null,
  },
  { id: 'unit-from-text', pattern: 'the? textWhich unit', make: unitFromText },
  { id: 'unit-from-text', pattern: 'the? unit textWhich', make: unitFromText },
  { id: 'day-beside', pattern: 'the? eve', make: (c) => dayBeside(c) },
  // the last day of the visit, la quatrième journée du championnat
  { id: 'nth-day', pattern: 'the Ord unit=D', make: (c) => nthDay(c, c.part<number>('Ord') ?? 0) },
  { id: 'nth-day', pattern: 'the which=-1 unit=D', make: (c) => nthDay(c, -1) },
  { id: 'nth-day', pattern: 'the lastWord unit=D', make: (c) => nthDay(c, -1) },
  // the week after, the year before
  {
    id: 'unit-from-text',
    pattern: 'the unit after|before',
    make: (c) => (saysThatAlone(c) && standsFree(c) ? unitBeside(c) : null),
  },
  { id: 'same-unit', pattern: 'same unit', make: (c) => ({ kind: 'same', unit: unitOf(c) }) },
  {
    id: 'same-unit',
    pattern: "that unit ('-'? there)?",
    make: (c) => (c.has('there') || isSaidAlone(c) ? { kind: 'same', unit: unitOf(c) } : null),
  },
  // that summer, cet été-là: of the year last spoken of
  {
    id: 'same-unit',
    pattern: "that season! ('-'? there)?",
    make: (c) =>
      c.has('there') || saysThatAlone(c)
        ? { kind: 'partOfYear', unit: 'SN', n: c.number('season'), yearOf: { kind: 'same', unit: 'Y' } }
        : null,
  },
  { id: 'same-unit', pattern: "(that|the)? same unit ('-'? there)?", make: (c) => ({ kind: 'same', unit: unitOf(c) }) },
  {
    id: 'same-unit',
    pattern: '(the|this)? same weekday!',
    make: (c) => ({ kind: 'same', unit: 'D', weekday: c.number('weekday') }),
  },
  {
    id: 'that-time',
    pattern: 'thatTime',
    make: (c) =>
      c.reader.sense(c.end, 'notAfterThatTime') === undefined && isThatTime(c) && !opensClause(c)
        ? { kind: 'same', unit: 'time' }
        : null,
  },
  {
    id: 'same-period',
    pattern: 'samePeriod of? the? (which unit=Y)',
    make: (c) => ({ kind: 'unit', unit: 'Y', offset: c.number('which'), from: 'document' }),
  },
  {
    id: 'same-period',
    pattern: 'samePeriod of? the? unit=Y which',
    make: (c) => ({ kind: 'unit', unit: 'Y', offset: c.number('which'), from: 'document' }),
  },
  {
    id: 'same-period',
    pattern: 'samePeriod (of|in)? the? Base',
    make: (c) => (['calendar', 'unit', 'partOfYear'].includes(meaning(c, 'Base').kind) ? meaning(c, 'Base') : null),
  },
  { id: 'same-period', pattern: 'samePeriod', make: () => ({ kind: 'same', unit: 'season' }) },
];

/** The month that a day lies in. */
export const MONTH_REFERENCE_RULES: readonly DateRule[] = [
  {
    id: 'day-of-month-reference',
    pattern: 'this unit=M',
    make: () => ({ kind: 'unit', unit: 'M', offset: 0, from: 'document' }),
  },
  {
    id: 'day-of-month-reference',
    pattern: 'the? unit=M which',
    make: (c) => ({ kind: 'unit', unit: 'M', offset: c.number('which'), from: 'document' }),
  },
  {
    id: 'day-of-month-reference',
    pattern: 'the? which unit=M',
    make: (c) => ({ kind: 'unit', unit: 'M', offset: c.number('which'), from: 'document' }),
  },
];

/** Le lendemain: by its convention the article stays outside. */
export const DAY_BESIDE_RULES: readonly DateRule[] = [
  {
    id: 'day-beside',
    pattern: 'the eve',
    make: (c) => (c.reader.sense(c.from('eve'), 'bareEve') ? [{ from: c.from('eve'), to: c.end, meaning: dayBeside(c) }] : null),
  },
];

/** L'année qui a précédé sa mort: no year of the text. */
const isOfEvent = (c: Captures): boolean => c.reader.sense(c.end, 'thatFollowed') !== undefined;

/** The last day of something is the one told of; the second lasts a day. A first day is the beginning of anything, but for a day's round. */
function nthDay(c: Captures, n: number): Meaning | null {
  const isRound = c.reader.sense(c.from('unit'), 'roundUnit') !== undefined;
  if (isPlural(c) || (n === 1 && !isRound)) return null;
  return n === -1 ? { kind: 'same', unit: 'D' } : durationOf({ parts: [{ n: 1, unit: 'D' }] });
}

/** The day before or after the one last spoken of. */
function dayBeside(c: Captures): Meaning {
  if (isBesideEvent(c)) return { kind: 'same', unit: 'D', ofEvent: true };
  const days = c.number('eve');
  return { kind: 'shift', amount: { parts: [{ n: Math.abs(days), unit: 'D' }] }, sign: days < 0 ? -1 : 1, from: 'text' };
}

/** Au lendemain du vote, the day after the vote: beside something that has no date. */
function isBesideEvent({ reader, end }: Captures): boolean {
  const of = reader.sense(end, 'of');
  if (of !== undefined && reader.sense(end - 1, 'eveOf') !== undefined) return true;
  const isPreposition = reader.sense(end - 1, 'before') !== undefined || reader.sense(end - 1, 'after') !== undefined;
  return isPreposition && ['the', 'one', 'possessive', 'this'].some((cls) => reader.sense(end, cls) !== undefined);
}

/** This week, last year, next month: a unit counted from the document. */
function unitFromDocument(c: Captures): Meaning | null {
  const unit = unitOf(c);
  const offset = c.has('which') ? c.number('which') : c.number('this');
  if (CLOCK_UNITS.test(unit) || isPlural(c)) return null;
  if (c.has('which') && c.has('this') && c.number('which') < 0 && c.reader.sense(c.from('this'), 'these')) return null;
  if (isStretchOfOne(c)) return durationOf({ parts: [{ n: 1, unit }] }, offset < 0 ? 'document' : 'begins');
  if (unit === 'D') return offset === 0 ? { kind: 'deictic', days: 0 } : null;
  return { kind: 'unit', unit, offset, from: 'document' };
}

/** Over the next decade, in the past month: how long, counted from the day of the text. */
const isStretchOfOne = (c: Captures): boolean =>
  c.has('which') &&
  c.has('the') &&
  c.reader.sense(c.from('which'), 'stretchWhich') !== undefined &&
  c.reader.endingBefore(c.at, 'stretchBefore') >= 0 &&
  c.reader.sense(c.end, 'of') === undefined;

/** At the time, by that time: with the article alone it is any time (the time is short). */
const isThatTime = (c: Captures): boolean => c.reader.sense(c.at, 'the') === undefined || c.reader.endingBefore(c.at, 'at') >= 0;

/** By the time you read this. */
const opensClause = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'bySignal') >= 0 &&
  c.reader.sense(c.at, 'the') !== undefined &&
  (c.reader.sense(c.end, 'subjectAfter') !== undefined || c.reader.isCapital(c.end));

/** That year: in languages that put nothing after the unit (cette année-là). */
function isSaidAlone(c: Captures): boolean {
  return saysThatAlone(c) && !isPlural(c) && !CLOCK_UNITS.test(unitOf(c));
}

function unitBeside(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit) || unit === 'D' || isPlural(c) || c.reader.sense(c.end, 'subjectAfter') !== undefined) return null;
  return {
    kind: 'unit',
    unit,
    offset: c.has('after') && c.reader.sense(c.end - 1, 'before') === undefined ? 1 : -1,
    from: 'text',
  };
}

function unitFromText(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit)) return null;
  // the years that followed: so many of them, from then on
  if (isPlural(c)) return standsFree(c) ? durationOf({ parts: [{ n: null, unit }] }) : null;
  return { kind: 'unit', unit, offset: c.number('textWhich'), from: 'text' };
}
