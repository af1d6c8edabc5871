import { NUMBER_PARTS } from '../grammar/numbers';
import { NUMERIC_PARTS } from '../grammar/numeric';
import type { CodedPart, DateRule } from '../grammar/types';
import { AMOUNT_RULES, PLAIN_AMOUNT_RULES, QUANTITY_RULES } from './amount';
import { CALENDAR_RULES, YEAR_REFERENCE_RULES } from './calendar';
import { HOUR_RULES, MINUTE_RULES, PLAIN_CLOCK_RULES } from './clock';
import { CLOCK_ON_DAY_RULES, CLOCK_RULES } from './clockOnDay';
import { DAY_ALONE_PARTS, DAY_ALONE_RULES } from './dayAlone';
import { DAY_PART_RULES } from './dayPart';
import { DURATION_RULES } from './duration';
import { FEAST_RULES, NAMED_DATE_RULES } from './feast';
import { LIST_PARTS, LIST_RULES } from './list';
import { DATE_PART_RULES } from './part';
import { HOUR_RANGE_RULES, SEVERAL_RULES } from './range';
import { IN_AMOUNT_RULES, RELATIVE_RULES, VAGUE_OUTSIDE_RULES } from './relative';
import { EACH_WEEKDAY_RULES, RATE_RULES, SET_RULES, TIMES_RULES } from './set';
import { SHORT_YEAR_PARTS, SHORT_YEAR_RULES } from './shortYear';
import { DAY_BESIDE_RULES, MONTH_REFERENCE_RULES, UNIT_RULES } from './unit';
import { WEEK_REFERENCE_RULES, WEEKDAY_RULES } from './weekday';
import { DECADE_RULES, PART_OF_YEAR_RULES, YEAR_SPAN_RULES } from './year';

/**
 * The rules that languages share, by the part of the grammar that they belong to: a rule's pattern names other parts by their
 * capital letter. Of several readings the longest wins, and of those that reach equally far the one written first.
 */
export const SHARED_RULES: Readonly<Record<string, readonly DateRule[]>> = {
  // amounts of time
  Qty: QUANTITY_RULES,
  Plain: PLAIN_AMOUNT_RULES,
  Amount: AMOUNT_RULES,
  // dates of the calendar
  YearRef: YEAR_REFERENCE_RULES,
  Cal: CALENDAR_RULES,
  // what another date can be built on
  Base: [
    { id: 'calendar-date', pattern: 'Cal', make: (c) => c.part('Cal') },
    ...WEEKDAY_RULES,
    ...UNIT_RULES,
    ...PART_OF_YEAR_RULES,
    ...DECADE_RULES,
    ...FEAST_RULES,
    ...YEAR_SPAN_RULES,
    ...NAMED_DATE_RULES,
  ],
  MonthRef: MONTH_REFERENCE_RULES,
  WeekRef: WEEK_REFERENCE_RULES,
  // that, with what stands around it
  Date: [...DATE_PART_RULES, ...RELATIVE_RULES],
  // times of the day
  Hour: HOUR_RULES,
  Minute: MINUTE_RULES,
  PlainClock: PLAIN_CLOCK_RULES,
  Clock: CLOCK_RULES,
  Hours: HOUR_RANGE_RULES,
  // whole expressions
  Times: TIMES_RULES,
  Top: [
    ...DAY_BESIDE_RULES,
    // before a weekday of its form is read as one day: les jeudis
    ...EACH_WEEKDAY_RULES,
    { id: 'date', pattern: 'Date', make: (c) => [{ from: c.at, to: c.end, meaning: c.part('Date') }] },
    ...VAGUE_OUTSIDE_RULES,
    ...IN_AMOUNT_RULES,
    ...DAY_PART_RULES,
    ...CLOCK_ON_DAY_RULES,
    { id: 'hour-range', pattern: 'Hours', make: (c) => c.part('Hours') },
    ...RATE_RULES,
    ...DURATION_RULES,
    ...SET_RULES,
    ...SEVERAL_RULES,
    ...LIST_RULES,
    ...DAY_ALONE_RULES,
    ...SHORT_YEAR_RULES,
  ],
};

/** The parts of the grammar that are written as code. */
export const CODED_PARTS: Readonly<Record<string, CodedPart>> = {
  ...NUMBER_PARTS,
  ...NUMERIC_PARTS,
  ...LIST_PARTS,
  ...DAY_ALONE_PARTS,
  ...SHORT_YEAR_PARTS,
};
