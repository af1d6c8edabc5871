import type { Meaning, Mod } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import { directionIn, yearIn } from './captured';

const FEAST_WITH_YEAR = 'the? feast (of? (the? yearWord)? Year)?';
/** Feasts and holidays. */
export const FEAST_RULES: readonly DateRule[] = [
  { id: 'feast', pattern: FEAST_WITH_YEAR, make: (c) => ({ kind: 'feast', id: c.value('feast'), ...yearIn(c) }) },
  {
    id: 'feast',
    pattern: 'the? feast of? the? which',
    make: (c) => ({ kind: 'feast', id: c.value('feast'), ...directionIn(c) }),
  },
  {
    id: 'feast',
    pattern: '(the|this)? which? feast',
    make: (c) => ({ kind: 'feast', id: c.value('feast'), ...directionIn(c) }),
  },
  {
    id: 'feast',
    pattern: 'the? feast of? YearRef',
    make: (c) => ({ kind: 'feast', id: c.value('feast'), yearsAway: c.part<number>('YearRef') ?? 0 }),
  },
];

/** Dates that have a name or another calendar. */
export const NAMED_DATE_RULES: readonly DateRule[] = [
  { id: 'named-period', pattern: 'fixedDate', make: (c) => fixedDate(c) },
  // the 9/11 attacks: no article is its own
  { id: 'named-period', pattern: 'the? fixedDate', make: (c) => (c.reader.isNumber(c.from('fixedDate')) ? null : fixedDate(c)) },
  {
    id: 'republican-date',
    pattern: 'Day republicanMonth (of? the? yearWord)? Century',
    make: (c) => ({
      kind: 'calendar',
      day: c.part<number>('Day'),
      month: 100 + c.number('republicanMonth'),
      year: c.part<number>('Century'),
    }),
  },
  {
    id: 'republican-date',
    pattern: 'the? Day republicanMonth (of? the? yearWord)? Century',
    make: (c) => ({
      kind: 'calendar',
      day: c.part<number>('Day'),
      month: 100 + c.number('republicanMonth'),
      year: c.part<number>('Century'),
    }),
  },
  {
    id: 'republican-date',
    pattern: 'the? (Day republicanMonth)',
    make: (c) => (c.reader.isNumber(c.from('Day')) ? { kind: 'fixed', value: 'XXXX-XX-XX' } : null),
  },
];

function fixedDate(c: Captures): Meaning {
  const [value, mod, edtf] = c.value('fixedDate').split(' ');
  return { kind: 'fixed', value: value as string, ...(mod && mod !== '-' && { mod: mod as Mod }), ...(edtf && { edtf }) };
}
