import { durationValue } from '../duration';
import type { Amount, Meaning, Unit } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import { type Quantity, saysThatAlone, unitOf, whole } from './captured';

/** How many times. */
export const TIMES_RULES: readonly DateRule[] = [
  { id: 'times-per-unit', pattern: 'times', make: (c): Quantity => ({ n: c.number('times') }) },
  { id: 'times-per-unit', pattern: 'Qty timesWord', make: (c) => c.part<Quantity>('Qty') },
];

/** Weekdays of every week. */
export const EACH_WEEKDAY_RULES: readonly DateRule[] = [
  // les jeudis, before a weekday of its form is read as one day
  { id: 'each-weekday', pattern: 'the? weekdays', make: (c) => whole(c, eachWeekday(c, c.number('weekdays'))) },
  { id: 'each-weekday', pattern: 'the? weekdays dayPart', make: (c) => whole(c, eachWeekday(c, c.number('weekdays'))) },
];

/** Each of a unit, after a quantity. */
export const RATE_RULES: readonly DateRule[] = [
  { id: 'rate-per-unit', pattern: 'perOne unit', make: (c) => (isRate(c) ? whole(c, setOf(1, unitOf(c), c)) : null) },
];

/** What comes round: every Monday, deux fois par an. */
export const SET_RULES: readonly DateRule[] = [
  { id: 'every-unit', pattern: 'every the? Num? unit', make: (c) => whole(c, setOf(c.part<number>('Num') ?? 1, unitOf(c), c)) },
  { id: 'every-unit', pattern: 'every Ord? unit', make: (c) => whole(c, setOf(c.part<number>('Ord') ?? 1, unitOf(c), c)) },
  // every few months
  { id: 'every-unit', pattern: 'every some unit', make: (c) => whole(c, setOf(null, unitOf(c), c)) },
  { id: 'every-unit', pattern: 'every other unit', make: (c) => whole(c, setOf(2, unitOf(c), c)) },
  { id: 'every-weekday', pattern: 'every the? weekday! dayPart?', make: (c) => whole(c, weekdaySet(c)) },
  // every Monday and Thursday
  {
    id: 'every-weekday',
    pattern: 'every the? weekday! (and|comma) weekday!:other',
    make: (c) => [
      { from: c.at, to: c.to('weekday'), meaning: weekdaySet(c) },
      { from: c.from('other'), to: c.end, meaning: { ...eachWeekday(c, c.number('other')), quant: 'EVERY' } as Meaning },
    ],
  },
  { id: 'every-weekday', pattern: 'every the? weekday! (at|around)? Clock', make: (c) => whole(c, atHour(c, weekdaySet(c))) },
  {
    id: 'each-weekday',
    pattern: 'the? weekdays (at|around)? Clock',
    make: (c) => whole(c, atHour(c, eachWeekday(c, c.number('weekdays')))),
  },
  {
    id: 'every-weekday',
    pattern: 'the? Ord (and the? Ord:second)? weekday (of|in) (every|the)? unit',
    make: (c) => (isOfEach(c) ? whole(c, setOf(1, unitOf(c), c)) : null),
  },
  { id: 'every-weekday', pattern: 'every Ord weekday! of the? unit', make: (c) => whole(c, setOf(1, unitOf(c), c)) },
  // at weekends, les week-ends
  {
    id: 'each-weekday',
    pattern: 'the? unit=WE',
    make: (c) => (isEachWeekend(c) ? whole(c, { kind: 'set', value: 'XXXX-WXX-WE', quant: 'EVERY' }) : null),
  },
  // un mercredi sur deux, un mois sur deux
  { id: 'every-second', pattern: 'one weekday! everySecond', make: (c) => whole(c, eachWeekday(c, c.number('weekday'))) },
  {
    id: 'every-second',
    pattern: 'one unit everySecond',
    make: (c) => whole(c, { kind: 'set', value: durationValue({ parts: [{ n: 2, unit: unitOf(c) }] }) }),
  },
  {
    id: 'every-second',
    pattern: 'one unit outOf Num',
    make: (c) => whole(c, { kind: 'set', value: durationValue({ parts: [{ n: c.part<number>('Num') ?? 1, unit: unitOf(c) }] }) }),
  },
  {
    id: 'every-named-time',
    pattern: 'every the? dayPart',
    make: (c) => whole(c, { kind: 'set', value: `XXXX-XX-XX${DAY_PART_SUFFIX[c.value('dayPart')]}`, quant: 'EVERY' }),
  },
  {
    id: 'every-named-time',
    pattern: 'every the? season!',
    make: (c) => whole(c, { kind: 'set', value: `XXXX-${['SP', 'SU', 'FA', 'WI'][c.number('season') - 1]}`, quant: 'EVERY' }),
  },
  {
    id: 'every-named-time',
    pattern: 'every month!',
    make: (c) => whole(c, { kind: 'set', value: `XXXX-${String(c.number('month')).padStart(2, '0')}`, quant: 'EVERY' }),
  },
  {
    id: 'habitual-weekday',
    pattern: 'habitual weekday! dayPart?',
    make: (c) =>
      c.reader.sense(c.end, 'which') || c.reader.sense(c.end, 'textWhich') || c.reader.isNumber(c.end)
        ? null
        : whole(c, weekdaySet(c)),
  },
  { id: 'times-per-unit', pattern: 'Times per the? unit', make: (c) => whole(c, frequency(c)) },
  { id: 'times-per-unit', pattern: 'Times (one|every) unit', make: (c) => whole(c, frequency(c)) },
  { id: 'times-per-unit', pattern: 'times every? Amount:each', make: (c) => whole(c, frequency(c)) },
  {
    id: 'times-per-unit',
    pattern: 'Qty timesWord every? Amount:each',
    make: (c) => (c.has('every') ? whole(c, frequency(c)) : null),
  },
  {
    id: 'rate-per-unit',
    pattern: 'per:outside unit',
    // al día siguiente: no rate
    make: (c) =>
      c.reader.sense(c.from('unit'), 'eve') === undefined && !isSpeed(c)
        ? [{ from: c.from('unit'), to: c.end, meaning: setOf(1, unitOf(c), c) }]
        : null,
  },
  { id: 'frequency-adverb', pattern: 'often', make: (c) => whole(c, { kind: 'set', value: c.value('often') }) },
  { id: 'amount-per-unit', pattern: 'Amount per the? unit', make: (c) => whole(c, amountEach(c)) },
  { id: 'amount-per-unit', pattern: 'Amount perOne unit', make: (c) => whole(c, amountEach(c)) },
];

/** Tous les jeudis à 20 h. */
function atHour(c: Captures, set: Meaning): Meaning {
  const { hour, minute = 0 } = c.part<Extract<Meaning, { kind: 'clock' }>>('Clock') as Extract<Meaning, { kind: 'clock' }>;
  const time = [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
  return set.kind === 'set' ? { ...set, value: `${set.value}T${time}` } : set;
}

/** The first Monday of each month, les premier et troisième lundis du mois: of every month; the first Monday of the month is of one. */
const isOfEach = (c: Captures): boolean =>
  unitOf(c) === 'M' && (c.has('every') || (c.has('second') && c.reader.sense(c.to('weekday') - 1, 'weekdays') !== undefined));

/** At weekends, le musée ferme les week-ends: several of them, and no more said of which. */
const isEachWeekend = (c: Captures): boolean =>
  c.reader.sense(c.from('unit'), 'units') !== undefined &&
  (c.has('the') ? !saysThatAlone(c) : c.reader.endingBefore(c.at, 'weekendBefore') >= 0) &&
  ['of', 'which', 'textWhich'].every((cls) => c.reader.sense(c.end, cls) === undefined);

/** 85 miles per hour: a speed. */
const isSpeed = (c: Captures): boolean => unitOf(c) === 'TH' && c.reader.endingBefore(c.at, 'distance') >= 0;

const setOf = (n: number | null, unit: Unit, c: Captures, more: { quant?: string; freq?: string } = {}): Meaning => ({
  kind: 'set',
  value: durationValue({ parts: [{ n, unit }] }),
  ...(c.has('every') && { quant: 'EVERY' }),
  ...more,
});

const DAY_PART_SUFFIX: Readonly<Record<string, string>> = { MO: 'TMO', AF: 'TAF', EV: 'TEV', NI: 'TNI', DT: 'TDT', MI: 'TMI' };

const eachWeekday = (c: Captures, weekday: number): Meaning => ({
  kind: 'set',
  value: `XXXX-WXX-${weekday}${c.has('dayPart') ? DAY_PART_SUFFIX[c.value('dayPart')] : ''}`,
  quant: 'EVERY',
});

const weekdaySet = (c: Captures): Meaning => ({
  kind: 'set',
  value: `XXXX-WXX-${c.number('weekday')}${c.has('dayPart') ? DAY_PART_SUFFIX[c.value('dayPart')] : ''}`,
  ...(c.has('every') && { quant: 'EVERY' }),
});

/** How many times in a unit: deux fois par an. */
function frequency(c: Captures): Meaning {
  const n = c.has('times') ? c.number('times') : ((c.part<Quantity>('Times') ?? c.part<Quantity>('Qty'))?.n ?? null);
  const each = c.part<Amount>('each');
  const value = each === undefined ? durationValue({ parts: [{ n: 1, unit: unitOf(c) }] }) : durationValue(each);
  return { kind: 'set', value, freq: `${n ?? 'X'}X` };
}

/** One day a week, deux jours par semaine. */
function amountEach(c: Captures): Meaning {
  const amount = c.part<Amount>('Amount') as Amount;
  const value = durationValue({ parts: [{ n: 1, unit: unitOf(c) }] });
  return { kind: 'set', value, freq: durationValue(amount).slice(1) };
}

/** 3,000 barrels a day, $40 a month: after a quantity it is each. */
function isRate(c: Captures): boolean {
  const before = c.at - 1;
  return (
    c.reader.isNumber(before) ||
    c.reader.isNumber(before - 1) ||
    /^[%€$£]$/.test(c.reader.words[before] ?? '') ||
    ['counted', 'units', 'numeral'].some((cls) => c.reader.sense(before, cls) !== undefined)
  );
}
