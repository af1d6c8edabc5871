import type { Meaning } from '../expression';
import type { WrittenYear } from '../grammar/numbers';
import type { Captures, DateRule } from '../grammar/types';
import { directionIn, yearIn } from './captured';

/** Seasons, quarters and halves of years. */
export const PART_OF_YEAR_RULES: readonly DateRule[] = [
  { id: 'season', pattern: 'the? (seasonWord of? the?)? season! (of? the? (yearWord of?)? Year)?', make: partOfYear('SN') },
  { id: 'season', pattern: 'the? season! which', make: partOfYear('SN') },
  { id: 'season', pattern: 'the? which season!', make: partOfYear('SN') },
  { id: 'season', pattern: '(the|this)? season! of? YearRef', make: partOfYear('SN') },
  { id: 'season', pattern: 'this season!', make: partOfYear('SN') },
  { id: 'quarter-of-year', pattern: "the? Ord quarterUnit (','? of? the? (yearWord of?)? Year)?", make: partOfYear('Q') },
  { id: 'quarter-of-year', pattern: "the? Ord '-' quarterUnit", make: partOfYear('Q') },
  { id: 'quarter-of-year', pattern: 'the? Ord quarterUnit of? YearRef', make: partOfYear('Q') },
  { id: 'quarter-of-year', pattern: "quarterCode ('-'? of? Year)?", make: partOfYear('Q') },
  { id: 'quarter-of-year', pattern: "Year '-'? quarterCode", make: partOfYear('Q') },
  { id: 'half-of-year', pattern: 'the? Ord halfUnit (of? the? (yearWord of?)? Year)?', make: partOfYear('S') },
  { id: 'half-of-year', pattern: 'the? Ord halfUnit of? YearRef', make: partOfYear('S') },
  { id: 'half-of-year', pattern: "halfCode ('-'? of? Year)?", make: (c) => (c.has('Year') ? partOfYear('S')(c) : null) },
  { id: 'half-of-year', pattern: 'Year halfCode', make: partOfYear('S') },
];

/** Decades and centuries. */
export const DECADE_RULES: readonly DateRule[] = [
  { id: 'decade', pattern: 'the? decadeWord Num:n', make: decade },
  { id: 'decade', pattern: "the? decadeWord ''' Num:n", make: decade },
  { id: 'decade', pattern: 'the? Num:n ~decadeSuffix decadeTail?', make: decade },
  // a text cut into words: the 1970 s
  {
    id: 'decade',
    pattern: "the Num:n 's'",
    make: (c) => (c.part<number>('n') === undefined || c.part<number>('n')! < 1000 ? null : decade(c)),
  },
  { id: 'decade', pattern: "the? ''' Num:n ~decadeSuffix", make: decade },
  { id: 'decade', pattern: 'the? decadeName', make: decade },
  { id: 'decade', pattern: 'the? decadeUnit of? the? Num:n', make: decade },
  {
    id: 'century',
    pattern: "the? Century '-'? centuryWord era?",
    make: (c) => ({ kind: 'century', n: c.part<number>('Century'), ...(c.value('era') === 'bce' && { bce: true }) }),
  },
  {
    id: 'century',
    pattern: 'the? centuryWord Century era?',
    make: (c) => ({ kind: 'century', n: c.part<number>('Century'), ...(c.value('era') === 'bce' && { bce: true }) }),
  },
];

/** Several years said as one, and years that begin elsewhere than in January. */
export const YEAR_SPAN_RULES: readonly DateRule[] = [
  { id: 'season-of-sport', pattern: 'the? which seasonYears', make: seasonAway },
  { id: 'season-of-sport', pattern: 'the? seasonYears which', make: seasonAway },
  { id: 'season-of-sport', pattern: 'this seasonYears', make: seasonAway },
  { id: 'named-span-of-years', pattern: "the? yearSpan Year ~'-|/|–' ~ShortYear", make: (c) => years(c) },
  { id: 'named-span-of-years', pattern: "the? yearSpan Year ~'-|/|–' ~Year:to", make: (c) => years(c) },
  { id: 'named-span-of-years', pattern: "the? seasonYears Year ~'-|/|–' ~ShortYear", make: (c) => years(c, 'season') },
  { id: 'named-span-of-years', pattern: "the? seasonYears Year ~'-|/|–' ~Year:to", make: (c) => years(c, 'season') },
  { id: 'named-span-of-years', pattern: "the? schoolYears Year ~'-|/|–' ~Year:to", make: (c) => years(c, 'school') },
  { id: 'named-span-of-years', pattern: "the? schoolYears Year ~'-|/|–' ~ShortYear", make: (c) => years(c, 'school') },
  { id: 'named-span-of-years', pattern: "the Year ~'-|/|–' ~ShortYear seasonYears", make: (c) => years(c) },
  { id: 'named-span-of-years', pattern: "the Year ~'-|/|–' ~Year:to seasonYears", make: (c) => years(c, 'season') },
  { id: 'named-span-of-years', pattern: "the? Year ~'-|/|–' ~ShortYear fiscalYear", make: (c) => years(c) },
  { id: 'named-span-of-years', pattern: "the Year ~'-|/|–' ~ShortYear schoolYears", make: (c) => years(c, 'school') },
  { id: 'named-span-of-years', pattern: "the Year ~'-|/|–' ~Year:to schoolYears", make: (c) => years(c, 'school') },
  // this time last year
  {
    id: 'this-time-in-a-year',
    pattern: 'thisTime YearRef',
    make: (c) => {
      const years = c.part<number>('YearRef') ?? 0;
      return {
        kind: 'shift',
        amount: { parts: [{ n: Math.abs(years) * 12, unit: 'M' }] },
        sign: years < 0 ? -1 : 1,
        from: 'document',
      };
    },
  },
  {
    id: 'years-joined',
    pattern: "Year ~'-|–' ~Year:to",
    make: (c) => (c.reader.endingBefore(c.at, 'periodBefore') >= 0 ? null : years(c)),
  },
  { id: 'years-joined', pattern: "Year ~'/' ~Year:to", make: (c) => years(c) },
  {
    id: 'years-joined',
    pattern: "Year ~'-|–|/' ~ShortYear",
    make: (c) => ((c.part<WrittenYear>('ShortYear')?.year ?? 0) > 12 ? years(c) : null),
  },
  // la guerre de 14-18
  {
    id: 'world-war',
    pattern: "Num:n ~'-|–' ~Num:to",
    make: (c) => (c.reader.endingBefore(c.at, 'warBefore') < 0 ? null : worldWar(c.part<number>('n'), c.part<number>('to'))),
  },
  {
    id: 'fiscal-year',
    pattern: 'the? fiscalYear Year',
    make: (c) => ({ kind: 'fiscal', year: c.part<WrittenYear>('Year')?.year }),
  },
  {
    id: 'school-start',
    pattern: 'the? (schoolStart|schoolWord) (of? Year)?',
    make: (c) =>
      c.has('Year') || c.reader.endingBefore(c.end, 'schoolStart') >= 0
        ? { kind: 'feast', id: 'schoolStart', ...yearIn(c) }
        : null,
  },
  {
    id: 'week-number',
    pattern: 'the? isoWeekWord Num:n (of? Year)?',
    make: (c) => ((c.part<number>('n') ?? 99) <= 53 ? { kind: 'isoWeek', week: c.part<number>('n'), ...yearIn(c) } : null),
  },
];

function decade(c: Captures): Meaning | null {
  const first = c.part<number>('n') ?? c.part<WrittenYear>('Year')?.year ?? c.number('decadeName');
  if (first === undefined || Number.isNaN(first) || first % 10 !== 0 || first > 2990 || (first > 90 && first < 1000)) return null;
  return { kind: 'decade', first };
}

/** Several years said as one: 2016-2017, 1914-18. */
function years(c: Captures, use?: 'season' | 'school'): Meaning | null {
  const from = c.part<WrittenYear>('Year')?.year ?? 0;
  const end = c.part<WrittenYear>('to') ?? c.part<WrittenYear>('ShortYear');
  if (end === undefined || c.part<WrittenYear>('Year')?.short) return null;
  const to = end.short ? Math.floor(from / 100) * 100 + end.year : end.year;
  return to > from && to - from < 150 ? { kind: 'years', from, to, ...(use && { use }) } : null;
}

function worldWar(from: number | undefined, to: number | undefined): Meaning | null {
  const isOne = (from === 14 && to === 18) || (from === 39 && to === 45);
  return isOne ? { kind: 'years', from: 1900 + from, to: 1900 + to } : null;
}

/** A season, quarter or half of a year. */
function partOfYear(unit: 'SN' | 'Q' | 'S') {
  const most = unit === 'S' ? 2 : 4;
  return (c: Captures): Meaning | null => {
    const n = whichPart(c, unit);
    if (Number.isNaN(n) || n > most || n === 0) return null;
    const reference = c.part<number>('YearRef');
    return {
      kind: 'partOfYear',
      unit,
      n: n < 0 ? most : n,
      ...yearIn(c),
      ...directionIn(c),
      ...(reference !== undefined && { yearOf: { kind: 'unit', unit: 'Y', offset: reference, from: 'document' } }),
      ...(c.has('textYear') && { yearOf: { kind: 'unit', unit: 'Y', offset: 0, from: 'text' } }),
    };
  };
}

/** Which season, quarter or half; -1 for the last. */
function whichPart(c: Captures, unit: 'SN' | 'Q' | 'S'): number {
  if (unit === 'SN') return c.number('season');
  return c.part<number>('Ord') ?? (c.has('quarterCode') ? c.number('quarterCode') : c.number('halfCode'));
}

/** Last season: of sport, and so of the year that it began in. */
function seasonAway(c: Captures): Meaning | null {
  const isOfSomething = c.reader.sense(c.end, 'of') !== undefined;
  return isOfSomething ? null : { kind: 'unit', unit: 'Y', offset: c.has('which') ? c.number('which') : 0, from: 'document' };
}
