import type { Meaning, Mod, Unit } from '../expression';
import { unitOf } from './amounts';
import { amountIn, CLOCK_UNITS, isDurationAlone, meaning, nth, shift, standsFree } from './dateParts';
import type { Captures, Rule } from './pattern';

function shiftFrom(sign: 1 | -1) {
  return (c: Captures): Meaning => ({ kind: 'shift', amount: amountIn(c), sign, from: meaning(c, 'Base') });
}

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
  if (c.reader.sense(c.from('unit'), 'units') !== undefined && c.reader.sense(c.from('unit'), 'sameNumber') === undefined)
    return null;
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
  if (c.has('Base')) return isWhole(meaning(c, 'Base')) ? { kind: 'part', mod, of: meaning(c, 'Base') } : null;
  const unit = unitOf(c);
  return ['W', 'M', 'Y', 'CE'].includes(unit)
    ? { kind: 'part', mod, of: { kind: 'unit', unit, offset: 0, from: 'document' } }
    : null;
}

/** What is longer than a day. */
const isWhole = (of: Meaning): boolean =>
  ['decade', 'century', 'partOfYear', 'unit', 'years'].includes(of.kind) ||
  (of.kind === 'calendar' && of.day === undefined && of.weekday === undefined);

function partOfUnit(c: Captures): Meaning | null {
  const unit = unitOf(c);
  if (CLOCK_UNITS.test(unit) || unit === 'D' || unit === 'DE') return null;
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
  const here = (of.kind === 'unit' && of.from === 'document' && of.offset === 0) || (of.kind === 'deictic' && of.days === 0);
  return here ? { kind: 'part', mod: c.value('withinWord') as Mod, of } : null;
}

function approximate(of: Meaning): Meaning | null {
  return of.kind === 'calendar' ? { ...of, approximate: true } : null;
}

function weekOf(c: Captures): Meaning | null {
  const of = meaning(c, 'Cal');
  return of.kind === 'calendar' && of.day !== undefined ? { kind: 'nth', n: 1, unit: 'W', of } : null;
}

const isCounted = (c: Captures): boolean => amountIn(c).parts.every((part) => part.n !== null);

/** The company later said, later revealing: before a verb the adverb stands for a time by itself. */
const verbFollows = (c: Captures): boolean =>
  c.reader.lexicon.pack.verbEnding?.test(c.reader.words[c.end] ?? '') === true ||
  c.reader.sense(c.end, 'verbBehind') !== undefined;

/** The future president: no time. In languages that put such words behind their nouns the question does not arise. */
const qualifiesNoun = (c: Captures): boolean =>
  c.reader.sense(c.from('vagueNoun'), 'alsoAdjective') !== undefined &&
  /^\p{Ll}/u.test(c.reader.words[c.end] ?? '') &&
  c.reader.sense(c.end, 'functionWord') === undefined;

/** L'époque des châteaux, l'époque où: not the one long gone. In English the future of something is one still. */
const isOfSomething = (c: Captures): boolean =>
  c.value('vagueNoun') === 'PAST_REF' &&
  !c.reader.lexicon.pack.capitals &&
  (c.reader.sense(c.end, 'of') !== undefined ||
    c.reader.sense(c.end, 'relative') !== undefined ||
    (c.reader.endingBefore(c.at, 'at') < 0 &&
      /^\p{Ll}/u.test(c.reader.tokens[c.end]?.text ?? '') &&
      c.reader.sense(c.end, 'functionWord') === undefined));

function someUnits(sign: 1 | -1, from: 'document' | 'text') {
  return (c: Captures): Meaning | null =>
    c.reader.sense(c.from('unit'), 'units') === undefined || c.reader.sense(c.from('unit'), 'sameNumber') !== undefined
      ? null
      : { kind: 'shift', amount: { parts: [{ n: null, unit: unitOf(c) }] }, sign, from };
}

function eveOf(c: Captures): Meaning | null {
  const of = meaning(c, 'Base');
  const days = c.number('eve');
  return { kind: 'shift', amount: { parts: [{ n: Math.abs(days), unit: 'D' as Unit }] }, sign: days < 0 ? -1 : 1, from: of };
}

/** Dates with what stands around them: parts of them, distances from them, what is counted in them. */
export const RELATIVE_PARTS: Readonly<Record<string, readonly Rule[]>> = {
  // Base, with what can stand around it.
  Date: [
    { pattern: 'Base', make: (c) => meaning(c, 'Base') },
    {
      pattern: 'the? partWord of? the? Base',
      make: (c) => ({ kind: 'part', mod: c.value('partWord') as Mod, of: meaning(c, 'Base') }),
    },
    {
      pattern: "(the|this)? partWord '-'? Base",
      make: (c) => ({ kind: 'part', mod: c.value('partWord') as Mod, of: meaning(c, 'Base') }),
    },
    { pattern: 'the? partWord of? the unit', make: partOfUnit },
    { pattern: 'the? partWord of the? unit', make: partOfUnit },
    { pattern: 'partWord unit', make: (c) => partOfUnit(c) },
    { pattern: 'withinWord Base', make: (c) => within(c) },
    {
      pattern: 'withinWord in the unit',
      make: (c) =>
        ['Y', 'Q', 'M', 'W'].includes(unitOf(c))
          ? {
              kind: 'part',
              mod: c.value('withinWord') as Mod,
              of: { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' },
            }
          : null,
    },
    { pattern: 'the? Ord unit of the? unit:whole', make: nthOfWhole },
    {
      pattern: 'the? feast unit=WE',
      make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: { kind: 'feast', id: c.value('feast') } }),
    },
    {
      pattern: 'during Base',
      make: (c) => (['calendar', 'partOfYear'].includes(meaning(c, 'Base').kind) ? meaning(c, 'Base') : null),
    },
    { pattern: 'approximately Base', make: (c) => approximate(meaning(c, 'Base')) },
    { pattern: 'the? Ord weekday! (of|in)? the? Base', make: nth },
    { pattern: 'the? Ord weekday! (of|in) the? unit', make: nthOfUnit },
    { pattern: 'the? which weekday! (of|in) the? unit', make: nthOfUnit },
    {
      pattern: 'the? restOf of? (the|this)? unit',
      make: (c) =>
        CLOCK_UNITS.test(unitOf(c))
          ? null
          : { kind: 'part', mod: 'END', rest: true, of: { kind: 'unit', unit: unitOf(c), offset: 0, from: 'document' } },
    },
    { pattern: 'the? Ord halfMonth of? the? Base', make: (c) => halfMonth(c) },
    { pattern: 'the? Ord halfOf of? the? Base', make: (c) => halfOf(c) },
    { pattern: 'the? Ord halfOf of the? unit', make: (c) => halfOf(c) },
    { pattern: 'the? which weekday! (of|in) the? Base', make: nth },
    { pattern: 'the? Ord unit (of|in)? the? Base', make: nth },
    { pattern: 'the? which unit (of|in) the? Base', make: nth },
    { pattern: 'the? unit=W (of|from) the? Cal', make: (c) => weekOf(c) },
    {
      pattern: 'the? unit=WE (of|from) the? feast',
      make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: { kind: 'feast', id: c.value('feast') } }),
    },
    {
      pattern: 'the unit=D',
      make: (c) => (c.reader.endingBefore(c.at, 'closingBefore') >= 0 ? { kind: 'same', unit: 'D' } : null),
    },
    { pattern: 'the? unit=WE (of|from) the? Cal', make: (c) => ({ kind: 'nth', n: 1, unit: 'WE', of: meaning(c, 'Cal') }) },
    { pattern: 'agoBefore Amount', make: (c) => (isCounted(c) ? shift(-1, 'document')(c) : null) },
    { pattern: 'Amount agoAfter', make: shift(-1, 'document') },
    { pattern: 'one? unit agoAfter', make: (c) => (c.has('one') ? shift(-1, 'document')(c) : null) },
    // years ago, months later: of several, how many is not said
    { pattern: 'unit agoAfter', make: someUnits(-1, 'document') },
    { pattern: 'unit laterAfter', make: (c) => (standsFree(c) ? someUnits(1, 'text')(c) : null) },
    { pattern: 'Amount fromNow', make: shift(1, 'document') },
    { pattern: 'Amount laterAfter', make: (c) => (standsFree(c) && !isDurationAlone(c) ? shift(1, 'text')(c) : null) },
    { pattern: 'Amount earlierAfter', make: (c) => (standsFree(c) && !isDurationAlone(c) ? shift(-1, 'text')(c) : null) },
    { pattern: 'laterBefore Amount', make: shift(1, 'text') },
    { pattern: 'Amount (after|afterFrom) Base', make: shiftFrom(1) },
    { pattern: 'Amount before Base', make: shiftFrom(-1) },
    { pattern: 'the? unit after Base', make: (c) => (unitOf(c) === 'D' || unitOf(c) === 'W' ? shiftFrom(1)(c) : null) },
    { pattern: 'the? unit before Base', make: (c) => (unitOf(c) === 'D' || unitOf(c) === 'W' ? shiftFrom(-1)(c) : null) },
    { pattern: 'the? eve of the? Base', make: (c) => eveOf(c) },
    { pattern: 'the? eve of the? Ord? Num', make: () => null },
    { pattern: 'vague', make: (c) => ({ kind: 'vague', ref: c.value('vague') }) },
    {
      pattern: 'vagueBeforeVerb',
      make: (c) => (verbFollows(c) ? { kind: 'vague', ref: c.value('vagueBeforeVerb') } : null),
    },
    {
      pattern: 'the vagueNoun',
      make: (c) => (qualifiesNoun(c) || isOfSomething(c) ? null : { kind: 'vague', ref: c.value('vagueNoun') }),
    },
  ],
};
