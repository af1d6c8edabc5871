import type { Meaning, Mod } from '../expression';
import { durationOf, unitOf } from './amounts';
import { CLOCK_UNITS, directionIn, meaning, partOfYear, standsFree, yearIn } from './dateParts';
import type { WrittenYear } from './numbers';
import type { Captures, Rule } from './pattern';

/** Several of a unit, by the form of the word: the coming weeks are no week. */
function isPlural(c: Captures): boolean {
  const at = c.from('unit');
  if (c.reader.sense(at, 'units') === undefined) return false;
  return c.reader.sense(at, 'sameNumber') === undefined || c.reader.sense(c.at, 'these') !== undefined;
}

/** This week, last year, next month: a unit counted from the document. */
function unitFromDocument(c: Captures): Meaning | null {
  const unit = unitOf(c);
  const offset = c.has('which') ? c.number('which') : c.number('this');
  if (CLOCK_UNITS.test(unit) || isPlural(c)) return null;
  if (c.has('which') && c.has('this') && c.number('which') < 0 && c.reader.sense(c.from('this'), 'these')) return null;
  if (unit === 'D') return offset === 0 ? { kind: 'deictic', days: 0 } : null;
  return { kind: 'unit', unit, offset, from: 'document' };
}

/** A text that is nothing else, such as a table's cell. */
const isCell = (c: Captures): boolean =>
  c.at === 0 && c.end === c.reader.tokens.length && (c.reader.words[0] as string).length > 2;

/** Na segunda, o ministro …: no noun follows that an ordinal could belong to. */
function endsPhrase(c: Captures): boolean {
  const next = c.reader.tokens[c.end];
  return next === undefined || next.kind === 'punctuation' || c.reader.sense(c.end, 'functionWord') !== undefined;
}

/** At the time, by that time: with the article alone it is any time (the time is short). */
const isThatTime = (c: Captures): boolean => c.reader.sense(c.at, 'the') === undefined || c.reader.endingBefore(c.at, 'at') >= 0;

/** By the time you read this. */
const opensClause = (c: Captures): boolean =>
  c.reader.endingBefore(c.at, 'bySignal') >= 0 &&
  c.reader.sense(c.at, 'the') !== undefined &&
  (c.reader.sense(c.end, 'subjectAfter') !== undefined || c.reader.isCapital(c.end));

/** That year: in languages that put nothing behind the unit (cette année-là). */
function isSaidAlone(c: Captures): boolean {
  return (c.reader.lexicon.pack.classes.there ?? '') === '' && !isPlural(c) && !CLOCK_UNITS.test(unitOf(c));
}

function unitFromText(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit)) return null;
  // the years that followed: so many of them, from then on
  if (isPlural(c)) return standsFree(c) ? durationOf({ parts: [{ n: null, unit }] }) : null;
  return { kind: 'unit', unit, offset: c.number('textWhich'), from: 'text' };
}

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

const FEAST_WITH_YEAR = 'the? feast (of? (the? yearWord)? Year)?';

function fixedDate(c: Captures): Meaning {
  const [value, mod, edtf] = c.value('fixedDate').split(' ');
  return { kind: 'fixed', value: value as string, ...(mod && mod !== '-' && { mod: mod as Mod }), ...(edtf && { edtf }) };
}

/** Dates that are no plain calendar dates: relative, deictic, anaphoric, feasts, decades, parts of others. */
export const DATE_PARTS: Readonly<Record<string, readonly Rule[]>> = {
  // What another date can be built on.
  Base: [
    { pattern: 'Cal', make: (c) => meaning(c, 'Cal') },
    {
      pattern: 'the? weekday! which',
      make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: c.number('which') }),
    },
    {
      pattern: 'the? which weekday!',
      make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: c.number('which') }),
    },
    { pattern: 'this weekday!', make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: 0 }) },
    { pattern: 'weekday!', make: (c) => ({ kind: 'calendar', weekday: c.number('weekday') }) },
    {
      pattern: 'weekday',
      make: (c) =>
        isCell(c) || (c.reader.endingBefore(c.at, 'beforeWeekday') >= 0 && endsPhrase(c))
          ? { kind: 'calendar', weekday: c.number('weekday') }
          : null,
    },
    {
      pattern: "weekday ~'.'",
      make: (c) => (c.end === c.reader.tokens.length && c.at === 0 ? { kind: 'calendar', weekday: c.number('weekday') } : null),
    },
    {
      pattern: 'the? weekday! inEight',
      make: (c) => ({
        kind: 'shift',
        amount: { parts: [{ n: c.number('inEight'), unit: 'W' }] },
        sign: 1,
        from: { kind: 'calendar', weekday: c.number('weekday'), direction: 1 },
      }),
    },
    {
      pattern: "weekday! ','? of? WeekRef",
      make: (c) => ({ kind: 'nth', n: 1, unit: 'weekday', weekday: c.number('weekday'), of: meaning(c, 'WeekRef') }),
    },
    {
      pattern: "WeekRef ','? weekday!",
      make: (c) => ({ kind: 'nth', n: 1, unit: 'weekday', weekday: c.number('weekday'), of: meaning(c, 'WeekRef') }),
    },
    {
      pattern: 'the? weekday! textWhich',
      make: (c) => ({
        kind: 'calendar',
        weekday: c.number('weekday'),
        direction: c.number('textWhich') < 0 ? -1 : 1,
        fromText: true,
      }),
    },
    {
      pattern: 'the? textWhich weekday!',
      make: (c) => ({
        kind: 'calendar',
        weekday: c.number('weekday'),
        direction: c.number('textWhich') < 0 ? -1 : 1,
        fromText: true,
      }),
    },
    {
      pattern: 'the? Day of the? MonthRef',
      make: (c) => ({ kind: 'nth', n: c.part<number>('Day') as number, unit: 'D', of: meaning(c, 'MonthRef') }),
    },
    {
      pattern: 'the unit',
      make: (c) =>
        ['Y', 'M', 'W'].includes(unitOf(c)) && !isPlural(c) && c.reader.endingBefore(c.at, 'inCourse') >= 0
          ? { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' }
          : null,
    },
    {
      pattern: 'unit',
      make: (c) =>
        c.reader.endingBefore(c.at, 'inCourseOfThe') >= 0 && !isPlural(c) && unitOf(c) !== 'D' && !CLOCK_UNITS.test(unitOf(c))
          ? { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' }
          : null,
    },
    // aujourd'hui samedi
    { pattern: 'day weekday!', make: (c) => ({ kind: 'deictic', days: c.number('day') }) },
    { pattern: 'the unit=D same', make: () => ({ kind: 'same', unit: 'D' }) },
    { pattern: 'day', make: (c) => ({ kind: 'deictic', days: c.number('day') }) },
    { pattern: 'the? unit which', make: unitFromDocument },
    { pattern: 'the? which unit', make: unitFromDocument },
    { pattern: 'this which? unit here?', make: unitFromDocument },
    {
      pattern: 'unit=WE',
      make: (c) =>
        c.reader.endingBefore(c.at, 'weekendBefore') >= 0 ? { kind: 'unit', unit: 'WE', offset: 0, from: 'document' } : null,
    },
    { pattern: 'the unit=WE', make: () => ({ kind: 'unit', unit: 'WE', offset: 0, from: 'document' }) },
    { pattern: 'the? textWhich unit', make: unitFromText },
    { pattern: 'the? unit textWhich', make: unitFromText },
    {
      pattern: 'the? eve',
      make: (c) => ({
        kind: 'shift',
        amount: { parts: [{ n: Math.abs(c.number('eve')), unit: 'D' }] },
        sign: c.number('eve') < 0 ? -1 : 1,
        from: 'text',
      }),
    },
    { pattern: 'same unit', make: (c) => ({ kind: 'same', unit: unitOf(c) }) },
    {
      pattern: "that unit ('-'? there)?",
      make: (c) => (c.has('there') || isSaidAlone(c) ? { kind: 'same', unit: unitOf(c) } : null),
    },
    { pattern: "(that|the)? same unit ('-'? there)?", make: (c) => ({ kind: 'same', unit: unitOf(c) }) },
    { pattern: '(the|this)? same weekday!', make: (c) => ({ kind: 'same', unit: 'D', weekday: c.number('weekday') }) },
    {
      pattern: 'thatTime',
      make: (c) =>
        c.reader.sense(c.end, 'notAfterThatTime') === undefined && isThatTime(c) && !opensClause(c)
          ? { kind: 'same', unit: 'time' }
          : null,
    },
    { pattern: 'samePeriod', make: () => ({ kind: 'same', unit: 'season' }) },
    { pattern: 'the? (seasonWord of? the?)? season! (of? the? (yearWord of?)? Year)?', make: partOfYear('SN') },
    { pattern: 'the? season! which', make: partOfYear('SN') },
    { pattern: 'the? which season!', make: partOfYear('SN') },
    { pattern: '(the|this)? season! of? YearRef', make: partOfYear('SN') },
    { pattern: 'this season!', make: partOfYear('SN') },
    { pattern: "the? Ord quarterUnit (','? of? the? (yearWord of?)? Year)?", make: partOfYear('Q') },
    { pattern: "the? Ord '-' quarterUnit", make: partOfYear('Q') },
    { pattern: 'the? Ord quarterUnit of? YearRef', make: partOfYear('Q') },
    { pattern: "quarterCode ('-'? of? Year)?", make: partOfYear('Q') },
    { pattern: "Year '-'? quarterCode", make: partOfYear('Q') },
    { pattern: 'the? Ord halfUnit (of? the? (yearWord of?)? Year)?', make: partOfYear('S') },
    { pattern: 'the? Ord halfUnit of? YearRef', make: partOfYear('S') },
    { pattern: "halfCode ('-'? of? Year)?", make: (c) => (c.has('Year') ? partOfYear('S')(c) : null) },
    { pattern: 'Year halfCode', make: partOfYear('S') },
    { pattern: 'the? decadeWord Num:n', make: decade },
    { pattern: "the? decadeWord ''' Num:n", make: decade },
    { pattern: 'the? Num:n ~decadeSuffix decadeTail?', make: decade },
    // a text cut into words: the 1970 s
    {
      pattern: "the Num:n 's'",
      make: (c) => (c.part<number>('n') === undefined || c.part<number>('n')! < 1000 ? null : decade(c)),
    },
    { pattern: "the? ''' Num:n ~decadeSuffix", make: decade },
    { pattern: 'the? decadeName', make: decade },
    { pattern: 'the? decadeUnit of? the? Num:n', make: decade },
    {
      pattern: 'the? Century centuryWord era?',
      make: (c) => ({ kind: 'century', n: c.part<number>('Century'), ...(c.value('era') === 'bce' && { bce: true }) }),
    },
    {
      pattern: 'the? centuryWord Century era?',
      make: (c) => ({ kind: 'century', n: c.part<number>('Century'), ...(c.value('era') === 'bce' && { bce: true }) }),
    },
    { pattern: FEAST_WITH_YEAR, make: (c) => ({ kind: 'feast', id: c.value('feast'), ...yearIn(c) }) },
    { pattern: 'the? feast of? the? which', make: (c) => ({ kind: 'feast', id: c.value('feast'), ...directionIn(c) }) },
    { pattern: '(the|this)? which? feast', make: (c) => ({ kind: 'feast', id: c.value('feast'), ...directionIn(c) }) },
    {
      pattern: 'the? feast of? YearRef',
      make: (c) => ({ kind: 'feast', id: c.value('feast'), yearsAway: c.part<number>('YearRef') ?? 0 }),
    },
    { pattern: "the? yearSpan Year ~'-|/|–' ~ShortYear", make: (c) => years(c) },
    { pattern: "the? yearSpan Year ~'-|/|–' ~Year:to", make: (c) => years(c) },
    { pattern: "the? seasonYears Year ~'-|/|–' ~ShortYear", make: (c) => years(c, 'season') },
    { pattern: "the? seasonYears Year ~'-|/|–' ~Year:to", make: (c) => years(c, 'season') },
    { pattern: "the? schoolYears Year ~'-|/|–' ~Year:to", make: (c) => years(c, 'school') },
    { pattern: "the? schoolYears Year ~'-|/|–' ~ShortYear", make: (c) => years(c, 'school') },
    { pattern: "the Year ~'-|/|–' ~ShortYear seasonYears", make: (c) => years(c) },
    { pattern: "the Year ~'-|/|–' ~Year:to seasonYears", make: (c) => years(c, 'season') },
    { pattern: "the Year ~'-|/|–' ~ShortYear schoolYears", make: (c) => years(c, 'school') },
    { pattern: "the Year ~'-|/|–' ~Year:to schoolYears", make: (c) => years(c, 'school') },
    // this time last year
    {
      pattern: "'this' 'time' YearRef",
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
    { pattern: "Year ~'-|–' ~Year:to", make: (c) => (c.reader.endingBefore(c.at, 'periodBefore') >= 0 ? null : years(c)) },
    { pattern: "Year ~'/' ~Year:to", make: (c) => years(c) },
    { pattern: "Year ~'-|–|/' ~ShortYear", make: (c) => ((c.part<WrittenYear>('ShortYear')?.year ?? 0) > 12 ? years(c) : null) },
    // la guerre de 14-18
    {
      pattern: "Num:n ~'-|–' ~Num:to",
      make: (c) => (c.reader.endingBefore(c.at, 'warBefore') < 0 ? null : worldWar(c.part<number>('n'), c.part<number>('to'))),
    },
    { pattern: 'the? fiscalYear Year', make: (c) => ({ kind: 'fiscal', year: c.part<WrittenYear>('Year')?.year }) },
    {
      pattern: 'the? (schoolStart|schoolWord) (of? Year)?',
      make: (c) =>
        c.has('Year') || c.reader.endingBefore(c.end, 'schoolStart') >= 0
          ? { kind: 'feast', id: 'schoolStart', ...yearIn(c) }
          : null,
    },
    {
      pattern: 'the? isoWeekWord Num:n (of? Year)?',
      make: (c) => ((c.part<number>('n') ?? 99) <= 53 ? { kind: 'isoWeek', week: c.part<number>('n'), ...yearIn(c) } : null),
    },
    { pattern: 'fixedDate', make: (c) => fixedDate(c) },
    { pattern: 'the? fixedDate', make: (c) => fixedDate(c) },
    {
      pattern: 'Day republicanMonth (of? the? yearWord)? Century',
      make: (c) => ({
        kind: 'calendar',
        day: c.part<number>('Day'),
        month: 100 + c.number('republicanMonth'),
        year: c.part<number>('Century'),
      }),
    },
    {
      pattern: 'the? Day republicanMonth (of? the? yearWord)? Century',
      make: (c) => ({
        kind: 'calendar',
        day: c.part<number>('Day'),
        month: 100 + c.number('republicanMonth'),
        year: c.part<number>('Century'),
      }),
    },
    {
      pattern: 'the? (Day republicanMonth)',
      make: (c) => (c.reader.isNumber(c.from('Day')) ? { kind: 'fixed', value: 'XXXX-XX-XX' } : null),
    },
  ],
  MonthRef: [
    { pattern: 'this unit=M', make: () => ({ kind: 'unit', unit: 'M', offset: 0, from: 'document' }) },
    { pattern: 'the? unit=M which', make: (c) => ({ kind: 'unit', unit: 'M', offset: c.number('which'), from: 'document' }) },
    { pattern: 'the? which unit=M', make: (c) => ({ kind: 'unit', unit: 'M', offset: c.number('which'), from: 'document' }) },
  ],
  WeekRef: [
    { pattern: 'the? unit=W which', make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('which'), from: 'document' }) },
    { pattern: 'the? which unit=W', make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('which'), from: 'document' }) },
    { pattern: 'this unit=W', make: () => ({ kind: 'unit', unit: 'W', offset: 0, from: 'document' }) },
    { pattern: 'the? unit=W textWhich', make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('textWhich'), from: 'text' }) },
    { pattern: 'the? textWhich unit=W', make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('textWhich'), from: 'text' }) },
    { pattern: 'the? unit=W of? the? Cal', make: (c) => ({ kind: 'nth', n: 1, unit: 'W', of: meaning(c, 'Cal') }) },
  ],
};
