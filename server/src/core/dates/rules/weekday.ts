import type { Captures, DateRule } from '../grammar/types';
import { meaning } from './captured';

/** A day by its weekday. */
export const WEEKDAY_RULES: readonly DateRule[] = [
  {
    id: 'weekday-by-direction',
    pattern: 'the? weekday! which',
    make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: c.number('which') }),
  },
  {
    id: 'weekday-by-direction',
    pattern: 'the? which weekday!',
    make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: c.number('which') }),
  },
  {
    id: 'weekday-by-direction',
    pattern: 'this weekday!',
    make: (c) => ({ kind: 'calendar', weekday: c.number('weekday'), direction: 0 }),
  },
  { id: 'weekday-alone', pattern: 'weekday!', make: (c) => ({ kind: 'calendar', weekday: c.number('weekday') }) },
  {
    id: 'weekday-abbreviated',
    pattern: 'weekday',
    make: (c) =>
      isCell(c) || (c.reader.endingBefore(c.at, 'beforeWeekday') >= 0 && endsPhrase(c))
        ? { kind: 'calendar', weekday: c.number('weekday') }
        : null,
  },
  {
    id: 'weekday-abbreviated',
    pattern: "weekday ~'.'",
    make: (c) => (c.end === c.reader.tokens.length && c.at === 0 ? { kind: 'calendar', weekday: c.number('weekday') } : null),
  },
  {
    id: 'weekday-in-eight',
    pattern: 'the? weekday! inEight',
    make: (c) => ({
      kind: 'shift',
      amount: { parts: [{ n: c.number('inEight'), unit: 'W' }] },
      sign: 1,
      from: { kind: 'calendar', weekday: c.number('weekday'), direction: 1 },
    }),
  },
  {
    id: 'weekday-of-week',
    pattern: "weekday! ','? of? WeekRef",
    make: (c) => ({ kind: 'nth', n: 1, unit: 'weekday', weekday: c.number('weekday'), of: meaning(c, 'WeekRef') }),
  },
  {
    id: 'weekday-of-week',
    pattern: "WeekRef ','? weekday!",
    make: (c) => ({ kind: 'nth', n: 1, unit: 'weekday', weekday: c.number('weekday'), of: meaning(c, 'WeekRef') }),
  },
  {
    id: 'weekday-from-text',
    pattern: 'the? weekday! textWhich',
    // on Monday following a trial: the word goes on with what followed
    make: (c) =>
      c.has('the') || !goesOn(c)
        ? {
            kind: 'calendar',
            weekday: c.number('weekday'),
            direction: c.number('textWhich') < 0 ? -1 : 1,
            fromText: true,
          }
        : null,
  },
  {
    id: 'weekday-from-text',
    pattern: 'the? textWhich weekday!',
    make: (c) => ({
      kind: 'calendar',
      weekday: c.number('weekday'),
      direction: c.number('textWhich') < 0 ? -1 : 1,
      fromText: true,
    }),
  },
];

/** The week that a weekday lies in. */
export const WEEK_REFERENCE_RULES: readonly DateRule[] = [
  {
    id: 'weekday-of-week',
    pattern: 'the? unit=W which',
    make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('which'), from: 'document' }),
  },
  {
    id: 'weekday-of-week',
    pattern: 'the? which unit=W',
    make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('which'), from: 'document' }),
  },
  { id: 'weekday-of-week', pattern: 'this unit=W', make: () => ({ kind: 'unit', unit: 'W', offset: 0, from: 'document' }) },
  {
    id: 'weekday-of-week',
    pattern: 'the? unit=W textWhich',
    make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('textWhich'), from: 'text' }),
  },
  {
    id: 'weekday-of-week',
    pattern: 'the? textWhich unit=W',
    make: (c) => ({ kind: 'unit', unit: 'W', offset: c.number('textWhich'), from: 'text' }),
  },
  {
    id: 'weekday-of-week',
    pattern: 'the? unit=W of? the? Cal',
    make: (c) => ({ kind: 'nth', n: 1, unit: 'W', of: meaning(c, 'Cal') }),
  },
];

/** On Monday following a trial: that is after it; the Monday following the trial is the next one. */
function goesOn({ reader, end }: Captures): boolean {
  if (['after', 'before'].every((cls) => reader.sense(end - 1, cls) === undefined)) return false;
  const isName = reader.lexicon.pack.capitals && reader.isCapital(end);
  return isName || NOUN_OPENS.some((cls) => reader.sense(end, cls) !== undefined);
}

const NOUN_OPENS = ['the', 'one', 'possessive', 'this'];

/** A text that is nothing else, such as a table's cell. */
const isCell = (c: Captures): boolean =>
  c.at === 0 && c.end === c.reader.tokens.length && (c.reader.words[0] as string).length > 2;

/** Na segunda, o ministro …: no noun follows that an ordinal could belong to. */
function endsPhrase(c: Captures): boolean {
  const next = c.reader.tokens[c.end];
  return next === undefined || next.kind === 'punctuation' || c.reader.sense(c.end, 'functionWord') !== undefined;
}
