import { durationOf } from '../duration';
import type { Amount, Meaning, Unit } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { isDurationAlone, meaning, type Quantity, unitOf, whole } from './captured';

/** Lengths of time. */
export const DURATION_RULES: readonly DateRule[] = [
  { id: 'two-amounts', pattern: 'Num rangeTo Num:second unit', make: (c) => twoAmounts(c) },
  { id: 'two-amounts', pattern: 'Num and:joint Num:second unit', make: (c) => twoAmounts(c) },
  { id: 'length-of-time', pattern: 'Amount', make: (c) => whole(c, durationOf(c.part<Amount>('Amount') as Amount)) },
  { id: 'length-of-time', pattern: 'theseAmount Amount', make: (c) => whole(c, durationOf(c.part<Amount>('Amount') as Amount)) },
  { id: 'length-of-time', pattern: 'Amount laterAfter|earlierAfter', make: amountAlone },
  // the worst in decades
  { id: 'unnumbered-units', pattern: 'unit', make: (c) => bareUnits(c) },
  { id: 'unnumbered-units', pattern: 'bareSome? unit and bareSome? unit:second', make: (c) => bareUnitsOfSomething(c) },
  { id: 'units-around-event', pattern: 'the unit (and the? unit:second)?', make: (c) => aroundEvent(c) },
  // the year to August, the week ending September 21; in the decade since the war
  { id: 'unit-until', pattern: 'the unit unitUntil the? Base', make: (c) => unitUntil(c) },
  {
    id: 'unit-until',
    pattern: 'the unit',
    make: (c) => (isSinceThen(c) ? whole(c, durationOf({ parts: [{ n: 1, unit: unitOf(c) }] })) : null),
  },
  { id: 'first-units', pattern: 'the? Ord adjective? Num:n unit', make: (c) => firstOf(c) },
  // the first half hour, la dernière demi-heure
  { id: 'first-units', pattern: "the (ordinal|which) half '-'? unit", make: (c) => halfAtEnd(c) },
  // a year-long inquiry, a months-long siege, a two-hour-long film
  { id: 'long-compound', pattern: "one? unit ~'-' ~compoundLong", make: (c) => asLong(c) },
  { id: 'long-compound', pattern: "Num '-' unit ~'-' ~compoundLong", make: (c) => asLong(c) },
  // the first nine months of 2018, les trois derniers mois de l'année: whole, with what they are of
  ...['ordinal|which:order adjective? Num:n unit', 'Num:n ordinal|which:order unit'].flatMap((units): readonly DateRule[] => [
    { id: 'first-units', pattern: `(the|these)? ${units} of the? Base`, make: (c) => unitsOf(c) },
    { id: 'first-units', pattern: `(the|these)? ${units} of the unit:whole`, make: (c) => unitsOf(c) },
  ]),
  { id: 'stretch-to-now', pattern: '(the|this|these)? which Qty? unit', make: (c) => whole(c, stretch(c)) },
  { id: 'stretch-to-now', pattern: '(the|this|these)? Qty? which unit', make: (c) => whole(c, stretch(c)) },
  { id: 'stretch-to-now', pattern: '(the|this|these)? Qty? unit which', make: (c) => whole(c, stretch(c)) },
  // the weeks ahead, the years to come
  {
    id: 'stretch-to-now',
    pattern: '(the|these)? unit aheadAfter',
    make: (c) =>
      c.reader.sense(c.from('unit'), 'units') !== undefined && c.reader.sense(c.end, 'of') === undefined
        ? whole(c, durationOf({ parts: [{ n: null, unit: unitOf(c) }] }, 'begins'))
        : null,
  },
  {
    id: 'stretch-to-now',
    pattern: 'these unit which?',
    make: (c) => (c.reader.sense(c.from('unit'), 'units') && c.has('which') ? whole(c, stretch(c)) : null),
  },
  {
    id: 'whole-unit',
    pattern: "wholeOf '-'? the? unit",
    // a whole day is so long; a whole week-end is the one of the text
    make: (c) =>
      whole(
        c,
        unitOf(c) === 'WE'
          ? { kind: 'unit', unit: 'WE', offset: 0, from: 'document' }
          : durationOf({ parts: [{ n: 1, unit: unitOf(c) }] }),
      ),
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
  // she turns 50 next month: no fifty of them
  if ((n === null || n > 1 || !c.has('Qty')) && c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  if (n === 1) return null;
  // après huit ans passés dans l'usine: spent there
  if (isSpentIn(c)) return null;
  return durationOf({ parts: [{ n, unit }] }, c.number('which') < 0 ? 'document' : 'begins');
}

const isSpentIn = (c: Captures): boolean =>
  c.to('which') === c.end &&
  c.reader.sense(c.from('which'), 'behindOnly') !== undefined &&
  c.reader.sense(c.end, 'in') !== undefined;

/** Une heure plus tard: the words that count from it stay outside. */
function amountAlone(c: Captures): TimexMatch[] | null {
  const meaning = durationOf(c.part<Amount>('Amount') as Amount);
  return isDurationAlone(c) ? [{ from: c.at, to: c.to('Amount'), meaning }] : null;
}

/** For years, in decades, weeks after the crash: several without a word for how many. */
function bareUnits(c: Captures): TimexMatch[] | null {
  if (c.reader.sense(c.at, 'units') === undefined) return null;
  const several = whole(c, severalOf(unitOf(c)));
  const isOpening =
    c.at === 0 ||
    /^[\p{P}]$/u.test(c.reader.words[c.at - 1] ?? '') ||
    c.reader.endingBefore(c.at, 'justBefore') >= 0 ||
    isBehindVerb(c);
  if (isOpening && c.reader.sense(c.end, 'besideEvent') !== undefined) return several;
  const isLong = LONG.has(unitOf(c));
  if (isOfToil(c, isLong && (isOpening || c.reader.endingBefore(c.at, 'longSpanBefore') >= 0))) return several;
  if (c.reader.endingBefore(c.at, 'bareSpan') < 0 && !(isLong && c.reader.endingBefore(c.at, 'bareLongSpan') >= 0)) return null;
  if (c.reader.sense(c.end, 'of') === undefined || c.reader.sense(c.end, 'in') !== undefined) return several;
  return isLong && c.reader.endingBefore(c.at, 'bareSpanOf') >= 0 ? several : null;
}

/** He died hours after the attack: behind a verb of the past. */
function isBehindVerb({ reader, at }: Captures): boolean {
  const { verbEnding, forms } = reader.lexicon.pack;
  const word = reader.words[at - 1] ?? '';
  return (
    (verbEnding?.test(word) === true && forms?.gerund?.test(word) !== true) || reader.sense(at - 1, 'verbBehind') !== undefined
  );
}

/** Years of drought have emptied it, it took months of work: several of a long unit, spent in something. */
const isOfToil = ({ reader, end }: Captures, isSpan: boolean): boolean => {
  const of = reader.sense(end, 'toilOf');
  return (
    isSpan && of !== undefined && /^\p{Ll}/u.test(reader.tokens[of.end]?.text ?? '') && reader.sense(of.end, 'the') === undefined
  );
};

/** De 3 à 5 semaines, between 20 and 45 days: two lengths, where a preposition says so. */
function twoAmounts(c: Captures): TimexMatch[] | null {
  const [n, second] = [c.part<number>('Num') ?? 0, c.part<number>('second') ?? 0];
  const unit = unitOf(c);
  const isRange = c.reader.endingBefore(c.at, c.has('joint') ? 'betweenBoth' : 'betweenSignal') >= 0;
  // years are ages as often
  if (!isRange || n >= second || unit === 'Y' || (unit === 'TH' && !c.reader.isNumber(c.at))) return null;
  const lengthOf = (count: number): Meaning => durationOf({ parts: [{ n: count, unit }] });
  return [
    { from: c.at, to: c.to('Num'), meaning: lengthOf(n) },
    { from: c.from('second'), to: c.end, meaning: lengthOf(second) },
  ];
}

const LONG: ReadonlySet<string> = new Set(['W', 'M', 'Y', 'DE', 'CE']);

const severalOf = (unit: Unit): Meaning => durationOf({ parts: [{ n: null, unit }] });

/** Months and years of toil. */
function bareUnitsOfSomething(c: Captures): TimexMatch[] | null {
  const { reader } = c;
  const isLong = LONG.has(unitOf(c)) && LONG.has(unitOf(c, 'second'));
  const areSeveral = [c.from('unit'), c.from('second')].every((at) => reader.sense(at, 'units') !== undefined);
  // des mois: without its article the plural is part of something else
  if (!c.has('bareSome') && c.reader.lexicon.pack.classes.bareSome !== undefined) return null;
  if (!isLong || !areSeveral || reader.sense(c.end, 'of') === undefined) return null;
  return severalEach(c);
}

const severalEach = (c: Captures): TimexMatch[] => [
  { from: c.at, to: c.to('unit'), meaning: severalOf(unitOf(c)) },
  ...(c.has('second') ? [{ from: secondFrom(c), to: c.end, meaning: severalOf(unitOf(c, 'second')) }] : []),
];

const secondFrom = (c: Captures): number => {
  const at = c.from('second');
  return c.reader.sense(at - 1, 'the') === undefined && c.reader.sense(at - 1, 'bareSome') === undefined ? at : at - 1;
};

/** The hours after the crash, les jours et les mois qui ont suivi: so many from or to what is said of them. */
function aroundEvent(c: Captures): TimexMatch[] | null {
  const { reader } = c;
  if (reader.sense(c.from('unit'), 'units') === undefined) return null;
  if (c.has('second') && reader.sense(c.from('second'), 'units') === undefined) return null;
  return reader.sense(c.end, 'besideEvent') !== undefined || isFollowed(c) ? severalEach(c) : null;
}

// How far after its noun the clause may begin that says what followed: les années de guerre qui suivirent.
const CLAUSE_REACH = 4;

/** The years of toil that followed. */
function isFollowed(c: Captures): boolean {
  if (c.reader.sense(c.end, 'of') === undefined) return false;
  for (let i = c.end + 1; i <= c.end + CLAUSE_REACH; i++) if (c.reader.sense(i, 'thatFollowed') !== undefined) return true;
  return false;
}

/** The year to August: so long, up to a date of its own. */
function unitUntil(c: Captures): TimexMatch[] | null {
  if (!isOne(c) || !isDated(meaning(c, 'Base'))) return null;
  return [
    { from: c.at, to: c.to('unit'), meaning: durationOf({ parts: [{ n: 1, unit: unitOf(c) }] }) },
    { from: dateFrom(c), to: c.end, meaning: meaning(c, 'Base') },
  ];
}

const isDated = (of: Meaning): boolean => of.kind === 'calendar' || of.kind === 'part';

const dateFrom = (c: Captures): number =>
  c.reader.sense(c.from('Base') - 1, 'the') === undefined ? c.from('Base') : c.from('Base') - 1;

const isOne = (c: Captures): boolean => LONG.has(unitOf(c)) && c.reader.sense(c.from('unit'), 'units') === undefined;

/** The decade since the war, la décennie qui a suivi la guerre. */
const isSinceThen = (c: Captures): boolean =>
  isOne(c) &&
  (c.reader.sense(c.end, 'thatFollowed') !== undefined ||
    (c.reader.sense(c.end, 'unitUntil') !== undefined && c.reader.sense(c.end, 'sinceSignal') !== undefined));

/** The first nine months of 2018: as many of something longer. */
function unitsOf(c: Captures): TimexMatch[] | null {
  const n = c.part<number>('n') ?? 0;
  if (Math.abs(c.number('order')) !== 1 || n < 2 || c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  if (c.has('whole') ? !LONG.has(unitOf(c, 'whole')) || unitOf(c, 'whole') === unitOf(c) : !isLonger(c)) return null;
  return whole(c, durationOf({ parts: [{ n, unit: unitOf(c) }] }));
}

/** Whether what the units are of is more than a day. */
function isLonger(c: Captures): boolean {
  const of = c.part<Meaning>('Base');
  if (of?.kind === 'calendar') return of.weekday === undefined && of.day === undefined;
  return of !== undefined && ['unit', 'partOfYear', 'years', 'fiscal', 'decade', 'century'].includes(of.kind);
}

/** A year-long inquiry: the article is the noun's. */
function asLong(c: Captures): TimexMatch[] {
  const n = c.part<number>('Num') ?? (c.reader.sense(c.from('unit'), 'units') === undefined ? 1 : null);
  const from = c.has('Num') ? c.at : c.from('unit');
  return [{ from, to: c.end, meaning: durationOf({ parts: [{ n, unit: unitOf(c) }] }) }];
}

/** The first half hour. */
function halfAtEnd(c: Captures): TimexMatch[] | null {
  const minutes = unitOf(c) === 'TH' ? 30 : null;
  return minutes === null ? null : whole(c, durationOf({ parts: [{ n: minutes, unit: 'TM' }] }));
}

/** The first six months. */
function firstOf(c: Captures): TimexMatch[] | null {
  const n = c.part<number>('n') ?? 0;
  if (c.part<number>('Ord') !== 1 || n < 2 || c.reader.sense(c.from('unit'), 'units') === undefined) return null;
  return whole(c, durationOf({ parts: [{ n, unit: unitOf(c) }] }));
}
