import { durationOf } from '../duration';
import type { Amount, Meaning, Unit } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { isDurationAlone, type Quantity, unitOf, whole } from './captured';

/** Lengths of time. */
export const DURATION_RULES: readonly DateRule[] = [
  { id: 'length-of-time', pattern: 'Amount', make: (c) => whole(c, durationOf(c.part<Amount>('Amount') as Amount)) },
  { id: 'length-of-time', pattern: 'Amount laterAfter|earlierAfter', make: amountAlone },
  // the worst in decades
  { id: 'unnumbered-units', pattern: 'unit', make: (c) => bareUnits(c) },
  { id: 'first-units', pattern: 'the? Ord adjective? Num:n unit', make: (c) => firstOf(c) },
  { id: 'stretch-to-now', pattern: '(the|this|these)? which Qty? unit', make: (c) => whole(c, stretch(c)) },
  { id: 'stretch-to-now', pattern: '(the|this|these)? Qty? which unit', make: (c) => whole(c, stretch(c)) },
  { id: 'stretch-to-now', pattern: '(the|this|these)? Qty? unit which', make: (c) => whole(c, stretch(c)) },
  {
    id: 'stretch-to-now',
    pattern: 'these unit which?',
    make: (c) => (c.reader.sense(c.from('unit'), 'units') && c.has('which') ? whole(c, stretch(c)) : null),
  },
  {
    id: 'whole-unit',
    pattern: "wholeOf '-'? the? unit",
    make: (c) => whole(c, durationOf({ parts: [{ n: 1, unit: unitOf(c) }] })),
  },
  {
    id: 'whole-unit',
    pattern: '(the|one) unit fullAfter',
    make: (c) => whole(c, durationOf({ parts: [{ n: 1, unit: unitOf(c) }] })),
  },
  {
    id: 'over-the-years',
    pattern: 'overYears',
    make: (c) => whole(c, { kind: 'duration', amount: { parts: [{ n: null, unit: c.value('overYears') as Unit }] } }),
  },
];

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

/** Une heure plus tard: the words that count from it stay outside. */
function amountAlone(c: Captures): TimexMatch[] | null {
  const meaning = durationOf(c.part<Amount>('Amount') as Amount);
  return isDurationAlone(c) ? [{ from: c.at, to: c.to('Amount'), meaning }] : null;
}

/** For years, in decades: several without a word for how many. */
function bareUnits(c: Captures): TimexMatch[] | null {
  if (c.reader.sense(c.at, 'units') === undefined) return null;
  const isLong = ['W', 'M', 'Y', 'DE', 'CE'].includes(unitOf(c));
  if (c.reader.endingBefore(c.at, 'bareSpan') < 0 && !(isLong && c.reader.endingBefore(c.at, 'bareLongSpan') >= 0)) return null;
  return c.reader.sense(c.end, 'of') === undefined ? whole(c, durationOf({ parts: [{ n: null, unit: unitOf(c) }] })) : null;
}

/** The first six months. */
function firstOf(c: Captures): TimexMatch[] | null {
  const n = c.part<number>('n') ?? 0;
  if (c.part<number>('Ord') !== 1 || n < 2 || c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  return whole(c, durationOf({ parts: [{ n, unit: unitOf(c) }] }));
}
