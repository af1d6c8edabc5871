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
    // a hundred; but a 100-year lease
    make: (c): Quantity | null =>
      (c.part<number>('Num') ?? 0) >= 100 && !c.reader.isNumber(c.from('Num')) ? { n: c.part<number>('Num') ?? 0 } : null,
  },
  // depuis des années: an amount only where the words before say so
  { id: 'unnumbered-units', pattern: 'bareSome', make: (c): Quantity | null => (lasts(c) || isLongSpan(c) ? { n: null } : null) },
  { id: 'vague-quantity', pattern: 'some', make: (): Quantity => ({ n: null }) },
  {
    id: 'round-quantity',
    pattern: 'one? adjective? round of?',
    make: (c): Quantity => ({ n: c.number('round'), mod: 'APPROX' }),
  },
  { id: 'vague-quantity', pattern: 'one? dozens of?', make: (): Quantity => ({ n: null }) },
  // deux à trois jours; en 1977 à 93 ans is not an amount
  {
    id: 'quantity-from-to',
    pattern: 'Num roughly Num:second',
    make: (c): Quantity | null =>
      // les deux à 97 ans: in words and in digits they are no range
      (c.part<number>('Num') ?? 0) < (c.part<number>('second') ?? 0) && c.reader.isNumber(c.at) === c.reader.isNumber(c.end - 1)
        ? { n: null }
        : null,
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
  // a rough year, une année mouvementée: said of a stretch of time
  { id: 'trying-time', pattern: 'Qty trying unit', make: (c) => tryingTime(c) },
  { id: 'trying-time', pattern: 'Qty unit trying', make: (c) => tryingTime(c) },
  { id: 'whole-unit', pattern: 'one unit fullAfter', make: (c) => one(1, unitOf(c)) },
  // a year or two, un jour ou deux
  { id: 'one-or-two', pattern: 'one unit roughly Num:second', make: (c) => oneOrTwo(c) },
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
    make: (c) => amountOf(c, ['more']),
  },
  {
    id: 'amount-of-two-units',
    pattern: 'Qty unit comma? Qty:more unit:moreUnit (and|comma)? Qty:third unit:thirdUnit',
    make: (c) => amountOf(c, ['more', 'third']),
  },
  {
    id: 'hours-and-minutes',
    pattern: 'Num hourMark Num:minutes unit=TM (and? Num:seconds secondMark)?',
    make: (c): Amount => ({
      parts: [
        { n: c.part<number>('Num') ?? 0, unit: 'TH' },
        { n: c.part<number>('minutes') ?? 0, unit: 'TM' },
        ...(c.has('seconds') ? [{ n: c.part<number>('seconds') ?? 0, unit: 'TS' as Unit }] : []),
      ],
    }),
  },
  { id: 'hours-and-minutes', pattern: 'Num hourMark Digits:minutes', make: (c) => clockAmount(c) },
  { id: 'hours-and-minutes', pattern: "Digits:first ~':' ~Digits:minutes (~':' ~Digits:seconds)?", make: (c) => timeOfRunner(c) },
  // une heure quarante, 11 secondes 35
  { id: 'hours-and-minutes', pattern: 'Num unit Num:less', make: (c) => withSmaller(c) },
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
  // another three weeks, trois semaines supplémentaires
  { id: 'length-of-time', pattern: 'moreBefore Plain', make: (c) => (isSeveral(c) ? (c.part<Amount>('Plain') as Amount) : null) },
  { id: 'length-of-time', pattern: 'Plain moreAfter', make: (c) => c.part<Amount>('Plain') },
  {
    id: 'bounded-amount',
    pattern: 'Plain boundAfter',
    make: (c): Amount => ({ parts: c.part<Amount>('Plain')?.parts ?? [], mod: c.value('boundAfter') as Mod }),
  },
];

/** Another day is any; another two days are an amount. */
const isSeveral = (c: Captures): boolean => {
  const [first] = c.part<Amount>('Plain')?.parts ?? [];
  return first?.n !== 1 && c.reader.words[c.from('Plain') + 1] !== '-';
};

const one = (n: number | null, unit: Unit, mod?: Mod): Amount => ({ parts: [{ n, unit }], ...(mod && { mod }) });

/** A rough year, five agonising minutes: one day or minute of such is a moment, no length of time. */
function tryingTime(c: Captures): Amount | null {
  const n = c.part<Quantity>('Qty')?.n ?? null;
  return n === 1 && !LONG.has(unitOf(c)) ? null : one(n, unitOf(c));
}

const LONG: ReadonlySet<Unit> = new Set(['W', 'M', 'Y', 'DE', 'CE']);

/** A day or two; but not a year to two people, un an ou deux mois. */
function oneOrTwo(c: Captures): Amount | null {
  const isJoined = c.reader.sense(c.from('roughly'), 'and') !== undefined;
  const isLast =
    !/^[\p{L}\p{N}]/u.test(c.reader.words[c.end] ?? '') || FOLLOWING.some((cls) => c.reader.sense(c.end, cls) !== undefined);
  return isJoined && isLast && c.part<number>('second') === 2 ? one(null, unitOf(c)) : null;
}

const FOLLOWING = ['functionWord', 'laterAfter', 'earlierAfter', 'agoAfter'];

/** Five hours, five minutes and four seconds: each unit smaller than the one before it. */
function amountOf(c: Captures, more: readonly string[]): Amount | null {
  const units = [unitOf(c), ...more.map((name) => unitOf(c, `${name}Unit`))];
  const numbers = ['Qty', ...more].map((name) => c.part<Quantity>(name)?.n ?? null);
  const ranks = units.map((unit) => RANK.indexOf(unit));
  if (ranks.some((rank, i) => i > 0 && rank <= (ranks[i - 1] as number))) return null;
  return { parts: units.map((unit, i) => ({ n: numbers[i] ?? null, unit })) };
}

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
  const after = c.reader.words[c.end] === ',' ? c.end + 1 : c.end;
  if (c.reader.sense(after, 'local') !== undefined) return null;
  if (c.part<string>('minutes')?.length !== 2 || minutes > 59 || minutes === 0 || !(lasts(c) || countsHours(c))) return null;
  const hours = c.part<number>('Num') ?? 0;
  return {
    parts: [
      { n: hours, unit: 'TH' },
      { n: minutes, unit: 'TM' },
    ],
  };
}

/** In 2:04:11, en 3:51: hours, minutes and seconds of a race; two numbers are minutes and seconds. */
function timeOfRunner(c: Captures): Amount | null {
  if (c.reader.endingBefore(c.at, 'runBefore') < 0 || c.reader.sense(c.end, 'ampm') !== undefined) return null;
  const [first, second] = [Number(c.part<string>('first')), c.part<string>('minutes') ?? ''];
  const third = c.part<string>('seconds');
  if (second.length !== 2 || (third !== undefined && third.length !== 2)) return null;
  const small: Amount['parts'] =
    third === undefined
      ? [
          { n: first, unit: 'TM' },
          { n: Number(second), unit: 'TS' },
        ]
      : [
          { n: first, unit: 'TH' },
          { n: Number(second), unit: 'TM' },
          { n: Number(third), unit: 'TS' },
        ];
  return { parts: small };
}

/** Une heure quarante, deux minutes trente: the smaller unit is left out; of seconds the hundredths follow in digits. */
function withSmaller(c: Captures): Amount | null {
  const [n, less, unit] = [c.part<number>('Num') ?? 0, c.part<number>('less') ?? 0, unitOf(c)];
  const smaller = LEFT_OUT[unit];
  if (!c.reader.lexicon.pack.classes.hourWord || smaller === undefined || less > 99 || countsOn(c)) return null;
  if (unit === 'TS') return c.reader.isNumber(c.from('less')) && less >= 10 ? one(n + less / 100, unit) : null;
  if (less > 59 || less < 5 || (unit === 'TH' && isClock(c))) return null;
  return {
    parts: [
      { n, unit },
      { n: less, unit: smaller },
    ],
  };
}

/** À deux heures trente; but d'une heure quarante can be how long something is. */
const isClock = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'beforeClock') >= 0 && c.reader.endingBefore(c.at, 'of') < 0 && !lasts(c);

const LEFT_OUT: Partial<Record<Unit, Unit>> = { TH: 'TM', TM: 'TS', TS: 'TS' };

/** En une heure 40 personnes sont venues: the number counts what follows. */
const countsOn = ({ reader, end }: Captures): boolean =>
  /^[\p{L}\p{N}%€$]/u.test(reader.words[end] ?? '') && reader.sense(end, 'functionWord') === undefined;

/** A word for a fixed stretch: P5Y for quinquennat. */
function termAmount(value: string): Amount | null {
  const match = /^P(T?)(\d+)([YMWDHS])$/.exec(value);
  if (match === null) return null;
  return one(Number(match[2]), `${match[1]}${match[3]}` as Unit);
}
