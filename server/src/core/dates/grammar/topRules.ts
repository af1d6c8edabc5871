import type { Amount, Meaning, Unit } from '../expression';
import { durationOf, durationValue, type Quantity, unitOf } from './amounts';
import { isDurationAlone } from './dateParts';
import type { Captures, Rule } from './pattern';
import { dayPartOf } from './timeRules';

/** One expression of those that a rule found: its tokens `[from, to)` and what it means. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
  readonly opensRange?: boolean;
  /** What it is where the verb speaks of the past: its lowest level in six years. */
  readonly inPast?: Piece;
}

const whole = (c: Captures, meaning: Meaning | null | undefined): Piece[] | null =>
  meaning === null || meaning === undefined ? null : [{ from: c.at, to: c.end, meaning }];

const part = (c: Captures, name: string): Meaning => c.part<Meaning>(name) as Meaning;

const isDay = (m: Meaning): boolean =>
  m.kind === 'deictic' ||
  m.kind === 'feast' ||
  (m.kind === 'calendar' && (m.day !== undefined || m.weekday !== undefined)) ||
  (m.kind === 'shift' && m.amount.parts.some((p) => p.unit === 'D' || p.unit === 'W')) ||
  (m.kind === 'nth' && (m.unit === 'weekday' || m.unit === 'D')) ||
  (m.kind === 'same' && m.unit === 'D');

const onDay = (c: Captures): Piece[] | null => {
  // le 8 juin, la journée des abeilles: a day that has a name
  if (c.value('dayPart') === 'DT' && c.reader.sense(c.from('dayPart') - 1, 'the') !== undefined && c.has('comma')) return null;
  const date = part(c, 'Date');
  // early Friday morning: what it is early in is the morning
  if (date.kind === 'part' && !c.has('partWord') && isDay(date.of))
    return whole(c, { ...dayPartOf(c, date.of), mod: date.mod } as Meaning);
  return onPlainDay(c);
};

const onPlainDay = (c: Captures): Piece[] | null => (isDay(part(c, 'Date')) ? whole(c, dayPartOf(c, part(c, 'Date'))) : null);

const clockOn = (c: Captures): Piece[] | null => {
  const day = part(c, 'Date');
  return isDay(day) ? whole(c, { ...(part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>), day }) : null;
};

/** Three o'clock tomorrow afternoon. */
const clockInPart = (c: Captures): Piece[] | null => {
  const clock = part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>;
  const day: Meaning = c.has('Date') ? part(c, 'Date') : { kind: 'deictic', days: 0 };
  if (!isDay(day)) return null;
  const late = clock.hour < 12 && c.value('dayPart') !== 'MO' && !(c.value('dayPart') === 'NI' && clock.hour < 6);
  return whole(c, { ...clock, hour: late ? clock.hour + 12 : clock.hour, day });
};

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

/** The last six months: a stretch that ends, or begins, with the document. */
function stretch(c: Captures): Meaning | null {
  const n = c.part<Quantity>('Qty')?.n ?? null;
  const unit = unitOf(c);
  // scheduled to last 687 days: a verb
  if (c.from('which') === c.at && c.reader.endingBefore(c.at, 'infinitiveBefore') >= 0) return null;
  // il a passé trente ans là: a verb too
  if (c.reader.sense(c.from('which'), 'behindOnly') !== undefined && c.from('which') < c.from('unit')) return null;
  if (!c.has('Qty') && c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  if (n === 1) return null;
  return durationOf({ parts: [{ n, unit }] }, c.number('which') < 0 ? 'document' : 'begins');
}

/** How many times in a unit: deux fois par an. */
function frequency(c: Captures): Meaning {
  const n = c.has('times') ? c.number('times') : ((c.part<Quantity>('Times') ?? c.part<Quantity>('Qty'))?.n ?? null);
  const each = c.part<Amount>('each');
  const value = each === undefined ? durationValue({ parts: [{ n: 1, unit: unitOf(c) }] }) : durationValue(each);
  return { kind: 'set', value, freq: `${n ?? 'X'}X` };
}

/** Le lendemain: by its convention the article stays outside. */
function eveOf(c: Captures): Meaning {
  return { kind: 'shift', amount: { parts: [{ n: Math.abs(c.number('eve')), unit: 'D' }] }, sign: 1, from: 'text' };
}

/** Whole expressions. Each gives one piece or, for what shares its month or hour, several. */
export const TOP_PARTS: Readonly<Record<string, readonly Rule[]>> = {
  Times: [
    { pattern: 'times', make: (c): Quantity => ({ n: c.number('times') }) },
    { pattern: 'Qty timesWord', make: (c) => c.part<Quantity>('Qty') },
  ],
  Top: [
    {
      pattern: 'the eve',
      make: (c) => (c.reader.sense(c.from('eve'), 'bareEve') ? [{ from: c.from('eve'), to: c.end, meaning: eveOf(c) }] : null),
    },
    // les jeudis, before a weekday of its form is read as one day
    { pattern: 'the? weekdays', make: (c) => whole(c, eachWeekday(c, c.number('weekdays'))) },
    { pattern: 'the? weekdays dayPart', make: (c) => whole(c, eachWeekday(c, c.number('weekdays'))) },
    { pattern: 'Date', make: (c) => whole(c, part(c, 'Date')) },
    { pattern: 'inAmount Amount', make: (c) => inAmount(c) },
    // parts of days
    { pattern: 'Date (comma|in|of|at)? (the|at)? (partWord of? the?)? dayPart', make: onDay },
    { pattern: 'Date (partPrefix|in|at)? the? partWord of? the? dayPart', make: onDay },
    { pattern: '(the|this) dayPart (of|on|in) the? Date', make: onDay },
    { pattern: 'dayPart (of|on) the? Date', make: onDay },
    { pattern: 'the? weekdayPart', make: (c) => whole(c, weekdayPart(c.value('weekdayPart'))) },
    { pattern: 'this dayPart', make: (c) => whole(c, dayPartOf(c, undefined, true)) },
    { pattern: 'the textWhich dayPart', make: (c) => whole(c, nextPart(c)) },
    { pattern: 'the dayPart textWhich', make: (c) => whole(c, nextPart(c)) },
    { pattern: 'the dayPart same', make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) },
    { pattern: 'the which=1 dayPart', make: (c) => whole(c, nextPart(c)) },
    { pattern: 'which=-1 dayPart', make: (c) => whole(c, dayPartOf(c, { kind: 'deictic', days: -1 })) },
    { pattern: 'the dayPart which=-1', make: (c) => whole(c, dayPartOf(c, { kind: 'deictic', days: -1 })) },
    { pattern: 'todayPart', make: (c) => whole(c, { kind: 'dayPart', part: c.value('todayPart') as 'EV', today: true }) },
    { pattern: "(the|this)? partWord '-'? of? the? dayPart", make: (c) => whole(c, dayPartOf(c)) },
    { pattern: 'the dayPart', make: (c) => (isDuring(c) || isOfTheDay(c) ? whole(c, dayPartOf(c)) : null) },
    { pattern: 'dayPart', make: (c) => (isDuring(c) ? whole(c, dayPartOf(c)) : null) },
    { pattern: '(that|the|this)? same? dayPart there', make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) },
    // that night, in languages that put nothing behind it
    { pattern: 'that dayPart', make: (c) => (thatAlone(c) ? whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) : null) },
    {
      pattern: 'withinWord that dayPart',
      make: (c) => (thatAlone(c) ? whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) : null),
    },
    { pattern: '(that|the|this)? same dayPart', make: (c) => whole(c, dayPartOf(c, { kind: 'same', unit: 'D' })) },
    {
      pattern: 'the? dayPart=NI (of|from) the? Date until the? Date:to',
      make: (c) => whole(c, { ...dayPartOf(c, part(c, 'Date')), overnight: true } as Meaning),
    },
    { pattern: 'the? dayPart=NI (of|from) the? Day until the? Date:to', make: (c) => nightBetween(c) },
    // clock times
    { pattern: 'Clock', make: (c) => [{ from: afterPreposition(c), to: c.end, meaning: part(c, 'Clock') }] },
    {
      pattern: 'approximately Clock',
      make: (c) => [
        {
          from: c.from('Clock'),
          to: c.end,
          meaning: { ...(part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>), approximate: true },
        },
      ],
    },
    {
      pattern: 'day (at|around)? Clock',
      make: (c) =>
        whole(c, {
          ...(part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>),
          day: { kind: 'deictic', days: c.number('day') },
        }),
    },
    {
      pattern: "Clock ','? day",
      make: (c) =>
        whole(c, {
          ...(part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>),
          day: { kind: 'deictic', days: c.number('day') },
        }),
    },
    {
      pattern: "approximately Clock ','? day",
      make: (c) =>
        whole(c, {
          ...(part(c, 'Clock') as Extract<Meaning, { kind: 'clock' }>),
          approximate: true,
          day: { kind: 'deictic', days: c.number('day') },
        }),
    },
    { pattern: "Clock ','? Date dayPart", make: clockInPart },
    { pattern: "Clock ','? this dayPart", make: clockInPart },
    { pattern: 'Date Clock', make: clockOn },
    { pattern: "Date 't' Clock", make: clockOn },
    { pattern: 'Clock Date', make: (c) => (c.reader.lexicon.pack.capitals ? clockOn(c) : null) },
    { pattern: 'Date dayPart (at|around)? Clock', make: clockOn },
    { pattern: 'Hours', make: (c) => c.part<Piece[]>('Hours') },
    // durations
    { pattern: 'perOne unit', make: (c) => (isRate(c) ? whole(c, setOf(1, unitOf(c), c)) : null) },
    { pattern: 'Amount', make: (c) => whole(c, durationOf(c.part<Amount>('Amount') as Amount)) },
    { pattern: 'Amount laterAfter|earlierAfter', make: amountAlone },
    // the worst in decades
    { pattern: 'unit', make: (c) => bareUnits(c) },
    { pattern: 'the? Ord adjective? Num:n unit', make: (c) => firstOf(c) },
    { pattern: '(the|this|these)? which Qty? unit', make: (c) => whole(c, stretch(c)) },
    { pattern: '(the|this|these)? Qty? which unit', make: (c) => whole(c, stretch(c)) },
    { pattern: '(the|this|these)? Qty? unit which', make: (c) => whole(c, stretch(c)) },
    {
      pattern: 'these unit which?',
      make: (c) => (c.reader.sense(c.from('unit'), 'units') && c.has('which') ? whole(c, stretch(c)) : null),
    },
    { pattern: "wholeOf '-'? the? unit", make: (c) => whole(c, durationOf({ parts: [{ n: 1, unit: unitOf(c) }] })) },
    { pattern: '(the|one) unit fullAfter', make: (c) => whole(c, durationOf({ parts: [{ n: 1, unit: unitOf(c) }] })) },
    {
      pattern: 'overYears',
      make: (c) => whole(c, { kind: 'duration', amount: { parts: [{ n: null, unit: c.value('overYears') as Unit }] } }),
    },
    // sets
    { pattern: 'every the? Num? unit', make: (c) => whole(c, setOf(c.part<number>('Num') ?? 1, unitOf(c), c)) },
    { pattern: 'every Ord? unit', make: (c) => whole(c, setOf(c.part<number>('Ord') ?? 1, unitOf(c), c)) },
    { pattern: 'every other unit', make: (c) => whole(c, setOf(2, unitOf(c), c)) },
    { pattern: 'every the? weekday! dayPart?', make: (c) => whole(c, weekdaySet(c)) },
    // every Monday and Thursday
    {
      pattern: 'every the? weekday! (and|comma) weekday!:other',
      make: (c) => [
        { from: c.at, to: c.to('weekday'), meaning: weekdaySet(c) },
        { from: c.from('other'), to: c.end, meaning: { ...eachWeekday(c, c.number('other')), quant: 'EVERY' } as Meaning },
      ],
    },
    { pattern: 'every Ord weekday! of the? unit', make: (c) => whole(c, setOf(1, unitOf(c), c)) },
    // un mercredi sur deux, un mois sur deux
    { pattern: 'one weekday! everySecond', make: (c) => whole(c, eachWeekday(c, c.number('weekday'))) },
    {
      pattern: 'one unit everySecond',
      make: (c) => whole(c, { kind: 'set', value: durationValue({ parts: [{ n: 2, unit: unitOf(c) }] }) }),
    },
    {
      pattern: 'every the? dayPart',
      make: (c) => whole(c, { kind: 'set', value: `XXXX-XX-XX${DAY_PART_SUFFIX[c.value('dayPart')]}`, quant: 'EVERY' }),
    },
    {
      pattern: 'every the? season!',
      make: (c) => whole(c, { kind: 'set', value: `XXXX-${['SP', 'SU', 'FA', 'WI'][c.number('season') - 1]}`, quant: 'EVERY' }),
    },
    {
      pattern: 'every month!',
      make: (c) => whole(c, { kind: 'set', value: `XXXX-${String(c.number('month')).padStart(2, '0')}`, quant: 'EVERY' }),
    },
    {
      pattern: 'habitual weekday! dayPart?',
      make: (c) =>
        c.reader.sense(c.end, 'which') || c.reader.sense(c.end, 'textWhich') || c.reader.isNumber(c.end)
          ? null
          : whole(c, weekdaySet(c)),
    },
    { pattern: 'Times per the? unit', make: (c) => whole(c, frequency(c)) },
    { pattern: 'Times (one|every) unit', make: (c) => whole(c, frequency(c)) },
    { pattern: 'times every? Amount:each', make: (c) => whole(c, frequency(c)) },
    { pattern: 'Qty timesWord every? Amount:each', make: (c) => (c.has('every') ? whole(c, frequency(c)) : null) },
    {
      pattern: 'per:outside unit',
      // al día siguiente: no rate
      make: (c) =>
        c.reader.sense(c.from('unit'), 'eve') === undefined
          ? [{ from: c.from('unit'), to: c.end, meaning: setOf(1, unitOf(c), c) }]
          : null,
    },
    { pattern: 'often', make: (c) => whole(c, { kind: 'set', value: c.value('often') }) },
    { pattern: 'Amount per the? unit', make: (c) => whole(c, amountEach(c)) },
    { pattern: 'Amount perOne unit', make: (c) => whole(c, amountEach(c)) },
    // aux XVIIe et XVIIIe siècles, les années 60 et 70
    { pattern: 'the? Century and|rangeTo:joint the? Century:to centuryWord', make: (c) => centuries(c) },
    { pattern: 'the? decadeWord Num:n and|rangeTo:joint Num:to', make: (c) => decades(c) },
    // what shares its month, year or hour
    { pattern: 'Days', make: (c) => c.part<Piece[]>('Days') },
    { pattern: 'Bare', make: (c) => c.part<Piece[]>('Bare') },
  ],
};

/** The 17th and 18th centuries: both, and a range where "to" joins them. */
function centuries(c: Captures): Piece[] | null {
  const n = c.part<number>('Century') ?? 0;
  const to = c.part<number>('to') ?? 0;
  if (n < 1 || to <= n || to > 30) return null;
  return [
    { from: c.at, to: c.to('Century'), meaning: { kind: 'century', n }, ...(isRange(c) && { opensRange: true }) },
    { from: c.from('to'), to: c.end, meaning: { kind: 'century', n: to } },
  ];
}

function decades(c: Captures): Piece[] | null {
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

const thatAlone = (c: Captures): boolean => (c.reader.lexicon.pack.classes.there ?? '') === '';

/** One day a week, deux jours par semaine. */
function amountEach(c: Captures): Meaning {
  const amount = c.part<Amount>('Amount') as Amount;
  const value = durationValue({ parts: [{ n: 1, unit: unitOf(c) }] });
  return { kind: 'set', value, freq: durationValue(amount).slice(1) };
}

const isDuring = (c: Captures): boolean => c.reader.endingBefore(c.at, 'duringDay') >= 0;

/** Les averses de la nuit: of the one spoken of, unless more is said of it (la nuit des musées). */
const isOfTheDay = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'ofTheDay') >= 0 &&
  !c.reader.isCapital(c.end - 1) &&
  !c.reader.isCapital(c.end) &&
  c.reader.sense(c.end, 'of') === undefined;

/** Une heure plus tard: the words that count from it stay outside. */
function amountAlone(c: Captures): Piece[] | null {
  const meaning = durationOf(c.part<Amount>('Amount') as Amount);
  return isDurationAlone(c) ? [{ from: c.at, to: c.to('Amount'), meaning }] : null;
}

/** For years, in decades: several without a word for how many. */
function bareUnits(c: Captures): Piece[] | null {
  if (c.reader.sense(c.at, 'units') === undefined) return null;
  const isLong = ['W', 'M', 'Y', 'DE', 'CE'].includes(unitOf(c));
  if (c.reader.endingBefore(c.at, 'bareSpan') < 0 && !(isLong && c.reader.endingBefore(c.at, 'bareLongSpan') >= 0)) return null;
  return c.reader.sense(c.end, 'of') === undefined ? whole(c, durationOf({ parts: [{ n: null, unit: unitOf(c) }] })) : null;
}

/** The first six months. */
function firstOf(c: Captures): Piece[] | null {
  const n = c.part<number>('n') ?? 0;
  if (c.part<number>('Ord') !== 1 || n < 2 || c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  return whole(c, durationOf({ parts: [{ n, unit: unitOf(c) }] }));
}

/** 3,000 barrels a day, $40 a month: behind a quantity it is each. */
function isRate(c: Captures): boolean {
  const before = c.at - 1;
  return (
    c.reader.isNumber(before) ||
    c.reader.isNumber(before - 1) ||
    /^[%€$£]$/.test(c.reader.words[before] ?? '') ||
    ['counted', 'units', 'numeral'].some((cls) => c.reader.sense(before, cls) !== undefined)
  );
}

/** In three months: from the document on. An amount without a number dates nothing. */
function inAmount(c: Captures): Piece[] | null {
  const amount = c.part<Amount>('Amount') as Amount;
  if (amount.parts.some((p) => p.n === null) || c.reader.sense(c.end, 'of') !== undefined) return null;
  const inPast: Piece = { from: c.from('Amount'), to: c.end, meaning: durationOf(amount) };
  return [{ from: c.at, to: c.end, meaning: { kind: 'shift', amount, sign: 1, from: 'document' }, inPast }];
}

/** The next morning, the previous night: of the day beside the one last spoken of. */
function nextPart(c: Captures): Meaning {
  const sign = c.number('textWhich') < 0 ? -1 : 1;
  return dayPartOf(c, { kind: 'shift', amount: { parts: [{ n: 1, unit: 'D' }] }, sign, from: 'text' });
}

/** Um 20 Uhr: the preposition stays outside; a word that names hours (ore 20) does not. */
function afterPreposition(c: Captures): number {
  const before = c.reader.sense(c.at, 'beforeTime');
  return before === undefined || c.reader.sense(before.end - 1, 'oclock') !== undefined ? c.at : before.end;
}

/** Dienstagabend: weekday and part of the day in one word, written in the pack as "2 EV". */
function weekdayPart(value: string): Meaning {
  const [weekday = '', name] = value.split(' ');
  // gisteravond: "d-1 EV"
  if (weekday.startsWith('d'))
    return { kind: 'dayPart', part: name as 'EV', day: { kind: 'deictic', days: Number(weekday.slice(1)) } };
  return { kind: 'dayPart', part: name as 'EV', day: { kind: 'calendar', weekday: Number(weekday) } };
}

const overnight = (c: Captures, day: Meaning): Meaning => ({ ...dayPartOf(c, day), overnight: true }) as Meaning;

/** The night of the 13th to the 14th: a night is dated by the evening it begins with. */
function nightBetween(c: Captures): Piece[] | null {
  const to = part(c, 'to');
  const day = c.part<number>('Day') as number;
  if (to.kind !== 'calendar' || to.day === undefined) return null;
  if (to.month === undefined || day < to.day) return whole(c, overnight(c, { ...to, weekday: undefined, day }));
  return whole(c, overnight(c, { kind: 'shift', amount: { parts: [{ n: 1, unit: 'D' }] }, sign: -1, from: to }));
}
