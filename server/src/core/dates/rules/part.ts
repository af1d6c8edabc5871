import type { Meaning, Mod } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import { CLOCK_UNITS, isSurelyPlural, meaning, unitOf } from './captured';

/** A date, and parts of one: its beginning, its second Monday, the rest of it. */
export const DATE_PART_RULES: readonly DateRule[] = [
  { id: 'date', pattern: 'Base', make: (c) => meaning(c, 'Base') },
  {
    id: 'part-of-date',
    pattern: 'the? partWord of? the? Base',
    // late in the day after the flood: the day is its own
    make: (c) => (isLateInDay(c) ? null : { kind: 'part', mod: c.value('partWord') as Mod, of: meaning(c, 'Base') }),
  },
  {
    id: 'part-of-date',
    pattern: "(the|this)? partWord '-'? Base",
    make: (c) => (isLateInDay(c) ? null : { kind: 'part', mod: c.value('partWord') as Mod, of: meaning(c, 'Base') }),
  },
  { id: 'part-of-unit', pattern: 'the? partWord of? the unit', make: partOfUnit },
  { id: 'part-of-unit', pattern: 'the? partWord of the? unit', make: partOfUnit },
  {
    id: 'part-of-unit',
    pattern: 'partWord the unit=D',
    make: (c) =>
      c.reader.sense(c.from('partWord'), 'lateIn') !== undefined
        ? { kind: 'part', mod: c.value('partWord') as Mod, of: { kind: 'same', unit: 'D' } }
        : null,
  },
  { id: 'part-of-unit', pattern: 'partWord unit', make: (c) => partOfUnit(c) },
  { id: 'within-date', pattern: 'withinWord Base', make: (c) => within(c) },
  // earlier on Saturday, late on Friday, later in October
  { id: 'within-date', pattern: 'withinWord (in|onDay) Base', make: (c) => within(c) },
  {
    id: 'part-of-date',
    pattern: 'partWord onDay Base',
    make: (c) =>
      isWeekday(meaning(c, 'Base')) ? { kind: 'part', mod: c.value('partWord') as Mod, of: meaning(c, 'Base') } : null,
  },
  {
    id: 'within-date',
    pattern: 'withinWord in the unit',
    make: (c) =>
      unitOf(c) === 'D'
        ? { kind: 'part', mod: c.value('withinWord') as Mod, of: { kind: 'same', unit: 'D' } }
        : ['Y', 'Q', 'M', 'W'].includes(unitOf(c))
          ? {
              kind: 'part',
              mod: c.value('withinWord') as Mod,
              of: { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' },
            }
          : null,
  },
  { id: 'nth-of-unit', pattern: 'the? Ord unit of the? unit:whole', make: nthOfWhole },
  {
    id: 'feast-weekend',
    pattern: 'the? feast unit=WE',
    make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: { kind: 'feast', id: c.value('feast') } }),
  },
  {
    id: 'during-date',
    pattern: 'during Base',
    make: (c) => (['calendar', 'partOfYear'].includes(meaning(c, 'Base').kind) ? meaning(c, 'Base') : null),
  },
  { id: 'approximate-date', pattern: 'approximately Base', make: approximate },
  { id: 'nth-weekday', pattern: 'the? Ord weekday! (of|in)? the? Base', make: nth },
  { id: 'nth-weekday', pattern: 'the? Ord weekday! (of|in) the? unit', make: nthOfUnit },
  { id: 'nth-weekday', pattern: 'the? which weekday! (of|in) the? unit', make: nthOfUnit },
  {
    id: 'rest-of-unit',
    pattern: 'the? restOf of? (the|this)? unit',
    make: (c) =>
      CLOCK_UNITS.test(unitOf(c))
        ? null
        : { kind: 'part', mod: 'END', rest: true, of: { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' } },
  },
  // tout l'été, all last week, the whole of 2018
  { id: 'whole-unit', pattern: 'wholeOf of? the? Base', make: (c) => (isWhole(meaning(c, 'Base')) ? meaning(c, 'Base') : null) },
  { id: 'half-of-month', pattern: 'the? Ord halfMonth of? the? Base', make: (c) => halfMonth(c) },
  { id: 'half-of-date', pattern: 'the? Ord halfOf of? the? Base', make: (c) => halfOf(c) },
  { id: 'half-of-date', pattern: 'the? Ord halfOf of the? unit', make: (c) => halfOf(c) },
  { id: 'nth-weekday', pattern: 'the? which weekday! (of|in) the? Base', make: nth },
  { id: 'nth-of-date', pattern: 'the? Ord unit (of|in)? the? Base', make: nth },
  { id: 'nth-of-date', pattern: 'the? which unit (of|in) the? Base', make: nth },
  { id: 'week-of-day', pattern: 'the? unit=W (of|from) the? Cal', make: (c) => weekOf(c) },
  {
    id: 'feast-weekend',
    pattern: 'the? unit=WE (of|from) the? feast',
    make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: { kind: 'feast', id: c.value('feast') } }),
  },
  {
    id: 'day-at-close',
    pattern: 'the unit=D',
    make: (c) => (c.reader.endingBefore(c.at, 'closingBefore') >= 0 ? { kind: 'same', unit: 'D' } : null),
  },
  {
    id: 'week-of-day',
    pattern: 'the? unit=WE (of|from) the? Cal',
    make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: meaning(c, 'Cal') }),
  },
];

function nthOfUnit(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (unit !== 'M' && unit !== 'Y' && unit !== 'W') return null;
  return {
    kind: 'nth',
    n: c.part<number>('Ord') ?? c.number('which'),
    unit: 'weekday',
    weekday: c.number('weekday'),
    of: { kind: 'unit', unit, offset: 0, from: 'document' },
  };
}

/** The third week of the month, the first day of the year. */
function nthOfWhole(c: Captures): Meaning | null {
  const unit = unitOf(c);
  const whole = unitOf(c, 'whole');
  const order = ['D', 'W', 'M', 'Y'];
  if (order.indexOf(unit) < 0 || order.indexOf(unit) >= order.indexOf(whole)) return null;
  if (isSurelyPlural(c)) return null;
  return {
    kind: 'nth',
    n: c.part<number>('Ord') ?? 1,
    unit,
    of: { kind: 'unit', unit: whole, offset: 0, from: 'document' },
  };
}

/** La deuxième quinzaine d'avril. */
function halfMonth(c: Captures): Meaning | null {
  const of = meaning(c, 'Base');
  const n = c.part<number>('Ord') ?? 0;
  return of.kind === 'calendar' && of.month !== undefined && of.day === undefined && (n === 1 || n === 2 || n === -1)
    ? { kind: 'part', mod: n === 1 ? 'START' : 'END', half: true, of }
    : null;
}

/** La première moitié du mois, la seconde moitié des années 1980. */
function halfOf(c: Captures): Meaning | null {
  const n = c.part<number>('Ord') ?? 0;
  if (n !== 1 && n !== 2 && n !== -1) return null;
  const mod: Mod = n === 1 ? 'START' : 'END';
  if (c.has('Base')) return halfOfBase(meaning(c, 'Base'), mod);
  const unit = unitOf(c);
  if (unit === 'Y') return halfOfYear({ kind: 'unit', unit, offset: 0, from: 'document' }, mod);
  return ['W', 'M', 'Y', 'CE'].includes(unit)
    ? { kind: 'part', mod, of: { kind: 'unit', unit, offset: 0, from: 'document' } }
    : null;
}

const halfOfBase = (of: Meaning, mod: Mod): Meaning | null => {
  if (of.kind === 'unit' && of.unit === 'Y') return halfOfYear(of, mod);
  return isWhole(of) ? { kind: 'part', mod, of } : null;
};

/** The first half of the year, of last year: a half has a value of its own. */
const halfOfYear = (yearOf: Meaning, mod: Mod): Meaning => ({
  kind: 'partOfYear',
  unit: 'S',
  n: mod === 'START' ? 1 : 2,
  yearOf,
});

/** What is longer than a day. */
const isWhole = (of: Meaning): boolean =>
  ['decade', 'century', 'partOfYear', 'unit', 'years'].includes(of.kind) ||
  (of.kind === 'calendar' && of.day === undefined && of.weekday === undefined);

/** Late in the day after the flood: the day is its own. */
function isLateInDay(c: Captures): boolean {
  const { reader } = c;
  const late = reader.sense(c.from('partWord'), 'lateIn');
  return late !== undefined && reader.sense(late.end, 'the') !== undefined && reader.sense(late.end + 1, 'unit')?.value === 'D';
}

function partOfUnit(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit) || unit === 'D' || (unit === 'DE' && !c.has('of'))) return null;
  // her early years
  if (
    !c.has('of') &&
    c.reader.sense(c.from('unit'), 'units') !== undefined &&
    c.reader.sense(c.from('unit'), 'sameNumber') === undefined
  )
    return null;
  return { kind: 'part', mod: c.value('partWord') as Mod, of: { kind: 'unit', unit, offset: 0, from: 'document' } };
}

/** Earlier this year, later this month: in it, before or after the day the text is of. */
function within(c: Captures): Meaning | null {
  const of = meaning(c, 'Base');
  if (of.kind === 'same') return { kind: 'part', mod: c.value('withinWord') as Mod, of };
  const isHere =
    (of.kind === 'unit' && of.from === 'document' && of.offset === 0) ||
    (of.kind === 'deictic' && of.days === 0) ||
    (of.kind === 'partOfYear' && of.direction === 0);
  const isOfMonth = c.has('in') && of.kind === 'calendar' && of.day === undefined && of.weekday === undefined;
  return isHere || isWeekday(of) || isOfMonth ? { kind: 'part', mod: c.value('withinWord') as Mod, of } : null;
}

const isWeekday = (of: Meaning): boolean => of.kind === 'calendar' && of.weekday !== undefined && of.day === undefined;

/** About 1850; but about 1100 runners are counted. */
function approximate(c: Captures): Meaning | null {
  const of = meaning(c, 'Base');
  if (of.kind !== 'calendar') return null;
  const isBareYear = c.to('Base') - c.from('Base') === 1 && of.year !== undefined;
  const counts = /^\p{L}/u.test(c.reader.words[c.end] ?? '') && c.reader.sense(c.end, 'functionWord') === undefined;
  return isBareYear && counts ? null : { ...of, approximate: true };
}

function weekOf(c: Captures): Meaning | null {
  const of = meaning(c, 'Cal');
  return of.kind === 'calendar' && of.day !== undefined ? { kind: 'nth', n: 1, unit: 'W', of } : null;
}

/** The nth of something in something else. */
function nth(c: Captures): Meaning | null {
  const n = c.part<number>('Ord') ?? c.number('which');
  const of = meaning(c, 'Base');
  if (of.kind === 'deictic' || (of.kind === 'calendar' && of.day !== undefined)) return null;
  if (c.has('weekday')) return { kind: 'nth', n, unit: 'weekday', weekday: c.number('weekday'), of };
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit)) return null;
  // the first days, the last months: its beginning, its end
  if (isSurelyPlural(c)) return n === 1 || n === -1 ? { kind: 'part', mod: n === 1 ? 'START' : 'END', of } : null;
  return { kind: 'nth', n, unit, of };
}
