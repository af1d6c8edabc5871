import type { Amount, Mod, Unit } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import { type Quantity, unitOf } from './captured';

/** How many of a unit: three, une dizaine, quelques. */
export const QUANTITY_RULES: readonly DateRule[] = [
  { id: 'counted-units', pattern: 'Num', make: (c): Quantity => ({ n: c.part<number>('Num') ?? 0 }) },
  { id: 'counted-units', pattern: 'one', make: (): Quantity => ({ n: 1 }) },
  {
    id: 'counted-units',
    pattern: 'one Num',
    make: (c): Quantity | null => ((c.part<number>('Num') ?? 0) >= 100 ? { n: c.part<number>('Num') ?? 0 } : null),
  },
  // depuis des années: an amount only where the words before say so
  { id: 'unnumbered-units', pattern: 'bareSome', make: (c): Quantity | null => (lasts(c) || isLongSpan(c) ? { n: null } : null) },
  { id: 'vague-quantity', pattern: 'some', make: (): Quantity => ({ n: null }) },
  { id: 'round-quantity', pattern: 'one? round of?', make: (c): Quantity => ({ n: c.number('round'), mod: 'APPROX' }) },
  { id: 'vague-quantity', pattern: 'one? dozens of?', make: (): Quantity => ({ n: null }) },
  // deux à trois jours; en 1977 à 93 ans is not an amount
  {
    id: 'quantity-from-to',
    pattern: 'Num roughly Num:second',
    make: (c): Quantity | null => ((c.part<number>('Num') ?? 0) < (c.part<number>('second') ?? 0) ? { n: null } : null),
  },
];

/** An amount of time by itself: trois jours, half an hour, deux ans et demi. */
export const PLAIN_AMOUNT_RULES: readonly DateRule[] = [
  {
    id: 'counted-units',
    pattern: "Qty adjective? '-'? unit",
    make: (c) =>
      isSmallNumber(c, 'Num', 1e6) ? one(c.part<Quantity>('Qty')?.n ?? null, unitOf(c), c.part<Quantity>('Qty')?.mod) : null,
  },
  { id: 'decimal-amount', pattern: "Digits ~',|.' ~Digits:fraction unit", make: (c) => amountOfDecimal(c) },
  { id: 'half-unit', pattern: 'one? half of? one? unit', make: (c) => fraction(0.5, unitOf(c)) },
  { id: 'half-unit', pattern: "one? half '-' unit", make: (c) => fraction(0.5, unitOf(c)) },
  { id: 'half-unit', pattern: "half '-' one unit", make: (c) => fraction(0.5, unitOf(c)) },
  { id: 'quarter-unit', pattern: 'one? quarter of one? unit', make: (c) => fraction(quarters(c) / 4, unitOf(c)) },
  {
    id: 'quarter-unit',
    pattern: 'Num quarter of one? unit',
    make: (c) => fraction(((c.part<number>('Num') ?? 1) * quarters(c)) / 4, unitOf(c)),
  },
  { id: 'amount-and-a-half', pattern: 'Qty unit and one? half', make: (c) => plusHalf(c, c.part<Quantity>('Qty')?.n ?? null) },
  {
    id: 'amount-and-a-half',
    pattern: "Qty '-'? and '-'? one? '-'? half '-'? unit",
    make: (c) => plusHalf(c, c.part<Quantity>('Qty')?.n ?? null),
  },
  { id: 'amount-and-a-half', pattern: 'andAHalf unit', make: (c) => fraction(1.5, unitOf(c)) },
  {
    id: 'amount-of-two-units',
    pattern: 'Qty unit (and|comma)? Qty:more unit:moreUnit',
    make: (c): Amount | null => {
      const first = one(c.part<Quantity>('Qty')?.n ?? null, unitOf(c)).parts;
      const second = one(c.part<Quantity>('more')?.n ?? null, unitOf(c, 'moreUnit')).parts;
      return RANK.indexOf(unitOf(c)) < RANK.indexOf(unitOf(c, 'moreUnit')) ? { parts: [...first, ...second] } : null;
    },
  },
  {
    id: 'hours-and-minutes',
    pattern: 'Num hourMark Num:minutes unit=TM (and? Num:seconds unit=TS:secondUnit)?',
    make: (c): Amount => ({
      parts: [
        { n: c.part<number>('Num') ?? 0, unit: 'TH' },
        { n: c.part<number>('minutes') ?? 0, unit: 'TM' },
        ...(c.has('seconds') ? [{ n: c.part<number>('seconds') ?? 0, unit: 'TS' as Unit }] : []),
      ],
    }),
  },
  { id: 'hours-and-minutes', pattern: 'Num hourMark Digits:minutes', make: (c) => clockAmount(c) },
  { id: 'hours-and-minutes', pattern: 'Num hourMark', make: (c) => (lasts(c) ? one(c.part<number>('Num') ?? 0, 'TH') : null) },
  { id: 'fixed-term', pattern: 'term', make: (c) => termAmount(c.value('term')) },
];

/** The same with what bounds it: près de deux ans, a week at most. */
export const AMOUNT_RULES: readonly DateRule[] = [
  { id: 'length-of-time', pattern: 'Plain', make: (c) => c.part<Amount>('Plain') },
  {
    id: 'bounded-amount',
    pattern: '(the|one)? bound of? Plain',
    make: (c): Amount => ({ parts: c.part<Amount>('Plain')?.parts ?? [], mod: c.value('bound') as Mod }),
  },
  {
    id: 'bounded-amount',
    pattern: 'Plain boundAfter',
    make: (c): Amount => ({ parts: c.part<Amount>('Plain')?.parts ?? [], mod: c.value('boundAfter') as Mod }),
  },
];

const one = (n: number | null, unit: Unit, mod?: Mod): Amount => ({ parts: [{ n, unit }], ...(mod && { mod }) });

/** How many quarters a word says: trois quarts. */
const quarters = (c: Captures): number => (Number.isNaN(c.number('quarter')) ? 1 : c.number('quarter'));

const SMALLER: Partial<Record<Unit, readonly [Unit, number]>> = {
  Y: ['M', 12],
  TH: ['TM', 60],
  TM: ['TS', 60],
  CE: ['Y', 100],
  D: ['TH', 24],
  S: ['M', 6],
};

/** A fraction of a unit: in the unit below where that is whole (half an hour: 30 minutes), else as a decimal. */
function fraction(n: number, unit: Unit): Amount {
  const smaller = SMALLER[unit];
  if (smaller !== undefined && Number.isInteger(n * smaller[1])) return one(n * smaller[1], smaller[0]);
  return one(n, unit);
}

const isSmallNumber = (c: Captures, name: string, most: number): boolean => (c.part<number>(name) ?? 0) <= most;

const RANK: readonly Unit[] = ['ML', 'CE', 'DE', 'Y', 'S', 'Q', 'M', 'W', 'D', 'TH', 'TM', 'TS'];

/** Longer numbers are no amount of time, and lose their last digits. */
const MOST_DIGITS = 9;

function amountOfDecimal(c: Captures): Amount | null {
  if ((c.part<string>('Digits') ?? '').length > MOST_DIGITS || (c.part<string>('fraction') ?? '').length > MOST_DIGITS)
    return null;
  const n = Number(`${c.part<string>('Digits')}.${c.part<string>('fraction')}`);
  // three digits after a comma or a stop are thousands
  return c.part<string>('fraction')?.length === 3 ? one(n * 1000, unitOf(c)) : one(n, unitOf(c));
}

function plusHalf(c: Captures, n: number | null): Amount | null {
  if (n === null) return null;
  const unit = unitOf(c);
  const smaller = SMALLER[unit];
  if (smaller === undefined || !Number.isInteger(smaller[1] / 2)) return one(n + 0.5, unit);
  return {
    parts: [
      { n, unit },
      { n: smaller[1] / 2, unit: smaller[0] },
    ],
  };
}

/** Pendant 2 h: hours in this writing are an amount only where the words before say so. */
const lasts = (c: Captures): boolean =>
  !(c.has('hourMark') && c.reader.endingBefore(c.at, 'sinceSignal') >= 0) &&
  (c.reader.endingBefore(c.at, 'beforeAmount') >= 0 || c.reader.endingBefore(c.at, 'bound') >= 0);

/** Après des années d'attente. */
const isLongSpan = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'bareSpanOf') >= 0 && /^(?:W|M|Y|DE|CE)$/.test(c.reader.sense(c.end, 'unit')?.value ?? '');

/** 2 h 07 de course. */
const countsHours = (c: Captures): boolean => {
  const of = c.reader.sense(c.end, 'of');
  return (
    of !== undefined &&
    c.reader.endingBefore(c.at, 'beforeClock') < 0 &&
    ['dayPart', 'day', 'weekday', 'the'].every((cls) => c.reader.sense(of.end, cls) === undefined)
  );
};

function clockAmount(c: Captures): Amount | null {
  const minutes = Number(c.part<string>('minutes'));
  // 19 h 00 is a time of the day
  if (c.part<string>('minutes')?.length !== 2 || minutes > 59 || minutes === 0 || !(lasts(c) || countsHours(c))) return null;
  const hours = c.part<number>('Num') ?? 0;
  return {
    parts: [
      { n: hours, unit: 'TH' },
      { n: minutes, unit: 'TM' },
    ],
  };
}

/** A word for a fixed stretch: P5Y for quinquennat. */
function termAmount(value: string): Amount | null {
  const match = /^P(T?)(\d+)([YMWDHS])$/.exec(value);
  if (match === null) return null;
  return one(Number(match[2]), `${match[1]}${match[3]}` as Unit);
}
