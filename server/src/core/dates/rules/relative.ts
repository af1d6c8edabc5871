import { durationOf } from '../duration';
import type { Amount, Meaning, Unit } from '../expression';
import type { Captures, DateRule } from '../grammar/types';
import type { TimexMatch } from '../timexMatch';
import { amountIn, isDurationAlone, isSurelyPlural, meaning, shift, standsFree, unitOf } from './captured';

/** Distances from the document, the text or another date; times that are not in the calendar. */
export const RELATIVE_RULES: readonly DateRule[] = [
  { id: 'ago', pattern: 'agoBefore Amount', make: (c) => (saysHowLong(c) ? null : shift(-1, 'document')(c)) },
  { id: 'ago', pattern: 'Amount agoAfter', make: shift(-1, 'document') },
  { id: 'ago', pattern: 'Amount agoAfter day=0', make: toTheDay },
  { id: 'ago', pattern: 'agoBefore Amount day=0', make: toTheDay },
  { id: 'ago', pattern: 'one? unit agoAfter', make: (c) => (c.has('one') ? shift(-1, 'document')(c) : null) },
  // years ago, months later: of several, how many is not said
  { id: 'ago', pattern: 'unit agoAfter', make: someUnits(-1, 'document') },
  { id: 'later-than-text', pattern: 'bareSome? unit laterAfter', make: (c) => (standsFree(c) ? someUnits(1, 'text')(c) : null) },
  {
    id: 'earlier-than-text',
    pattern: 'bareSome? unit earlierAfter',
    make: (c) => (standsFree(c) ? someUnits(-1, 'text')(c) : null),
  },
  { id: 'from-now', pattern: 'Amount fromNow', make: shift(1, 'document') },
  {
    id: 'later-than-text',
    pattern: 'Amount laterAfter',
    make: (c) => (standsFree(c) && !isDurationAlone(c) ? shift(1, 'text')(c) : null),
  },
  {
    id: 'earlier-than-text',
    pattern: 'Amount earlierAfter',
    make: (c) => (standsFree(c) && !isDurationAlone(c) ? shift(-1, 'text')(c) : null),
  },
  { id: 'later-than-text', pattern: 'laterBefore Amount', make: shift(1, 'text') },
  { id: 'distance-from-date', pattern: 'Amount (after|afterFrom) Base', make: shiftFrom(1) },
  { id: 'distance-from-date', pattern: 'Amount before Base', make: shiftFrom(-1) },
  {
    id: 'distance-from-date',
    pattern: 'the? unit after Base',
    make: (c) => (unitOf(c) === 'D' || unitOf(c) === 'W' ? shiftFrom(1)(c) : null),
  },
  {
    id: 'distance-from-date',
    pattern: 'the? unit before Base',
    make: (c) => (unitOf(c) === 'D' || unitOf(c) === 'W' ? shiftFrom(-1)(c) : null),
  },
  { id: 'eve-of-date', pattern: 'the? eve of the? Base', make: (c) => eveOf(c) },
  { id: 'eve-of-date', pattern: 'the? eve of the? Ord? Num', make: () => null },
  { id: 'vague-time', pattern: 'vague', make: (c) => ({ kind: 'vague', ref: c.value('vague') }) },
  {
    id: 'vague-before-verb',
    pattern: 'vagueBeforeVerb',
    make: (c) => (verbFollows(c) ? { kind: 'vague', ref: c.value('vagueBeforeVerb') } : null),
  },
  {
    id: 'vague-noun',
    pattern: 'the vagueNoun',
    make: (c) => (qualifiesNoun(c) || isOfSomething(c) ? null : { kind: 'vague', ref: c.value('vagueNoun') }),
  },
];

function shiftFrom(sign: 1 | -1) {
  return (c: Captures): Meaning => ({ kind: 'shift', amount: amountIn(c), sign, from: meaning(c, 'Base') });
}

/** Voilà dix ans qu'il attend: how long; but c'est il y a dix ans qu'il est parti. */
const saysHowLong = (c: Captures): boolean =>
  c.reader.sense(c.end, 'agoThat') !== undefined && c.reader.endingBefore(c.at, 'cleft') < 0;

/** The company later said, later revealing: before a verb the adverb stands for a time by itself. */
const verbFollows = (c: Captures): boolean =>
  c.reader.lexicon.pack.verbEnding?.test(c.reader.words[c.end] ?? '') === true ||
  c.reader.sense(c.end, 'verbBehind') !== undefined;

/** The future president: no time. In languages that put such words after their nouns the question does not arise. */
const qualifiesNoun = (c: Captures): boolean =>
  c.reader.sense(c.from('vagueNoun'), 'alsoAdjective') !== undefined &&
  c.reader.sense(c.end, 'verbOfTime') === undefined &&
  /^\p{Ll}/u.test(c.reader.words[c.end] ?? '') &&
  c.reader.sense(c.end, 'functionWord') === undefined;

/** The future of the court, l'avenir du pays: what becomes of it. */
const isFutureOf = (c: Captures): boolean =>
  c.value('vagueNoun') === 'FUTURE_REF' && c.reader.sense(c.end, 'futureOf') !== undefined;

/** L'époque des châteaux, l'époque où: not the one long gone. */
const isOfSomething = (c: Captures): boolean =>
  isFutureOf(c) ||
  (c.value('vagueNoun') === 'PAST_REF' &&
    !c.reader.lexicon.pack.capitals &&
    (c.reader.sense(c.end, 'of') !== undefined ||
      c.reader.sense(c.end, 'relative') !== undefined ||
      (c.reader.endingBefore(c.at, 'at') < 0 &&
        /^\p{Ll}/u.test(c.reader.tokens[c.end]?.text ?? '') &&
        c.reader.sense(c.end, 'functionWord') === undefined)));

/** A week ago today, il y a cent ans aujourd'hui: to the day. */
function toTheDay(c: Captures): Meaning {
  const { parts } = amountIn(c);
  return { kind: 'shift', amount: { parts: [...parts, { n: 0, unit: 'D' }] }, sign: -1, from: 'document' };
}

function someUnits(sign: 1 | -1, from: 'document' | 'text') {
  return (c: Captures): Meaning | null =>
    isSurelyPlural(c) || c.has('bareSome')
      ? { kind: 'shift', amount: { parts: [{ n: null, unit: unitOf(c) }] }, sign, from }
      : null;
}

function eveOf(c: Captures): Meaning | null {
  const of = meaning(c, 'Base');
  const days = c.number('eve');
  return { kind: 'shift', amount: { parts: [{ n: Math.abs(days), unit: 'D' as Unit }] }, sign: days < 0 ? -1 : 1, from: of };
}

/** In the past month, in the past two years, in the past five elections: the words say which of them. */
const isOfAmount = (c: Captures): boolean =>
  COUNTED.some((cls) => c.reader.sense(c.end, cls) !== undefined) ||
  c.reader.isNumber(c.end) ||
  (c.reader.sense(c.end, 'numeral') !== undefined && c.reader.sense(c.end, 'one') === undefined);

const COUNTED = ['unit', 'some', 'dozens', 'round'];

/** À ce jour, in the past: the preposition stays outside. */
export const VAGUE_OUTSIDE_RULES: readonly DateRule[] = [
  {
    id: 'vague-after-preposition',
    pattern: 'vagueOutside',
    make: (c) =>
      isOfAmount(c)
        ? null
        : [
            {
              from: c.reader.sense(c.at, 'vaguePreposition')?.end ?? c.at,
              to: c.end,
              meaning: { kind: 'vague', ref: c.value('vagueOutside') } as Meaning,
            },
          ],
  },
];

/** Dans trois mois: from the document on. */
export const IN_AMOUNT_RULES: readonly DateRule[] = [
  { id: 'in-amount', pattern: 'inAmount Amount', make: (c) => inAmount(c) },
  // in six weeks' time
  {
    id: 'from-now',
    pattern: 'inAmount Amount fromNow',
    make: (c) => [{ from: c.at, to: c.end, meaning: shift(1, 'document')(c) }],
  },
];

/** In three months: from the document on. An amount without a number dates nothing. */
function inAmount(c: Captures): TimexMatch[] | null {
  const amount = c.part<Amount>('Amount') as Amount;
  if (amount.parts.some((p) => p.n === null) || c.reader.sense(c.end, 'of') !== undefined) return null;
  const inPast: TimexMatch = { from: c.from('Amount'), to: c.end, meaning: durationOf(amount) };
  return [{ from: c.at, to: c.end, meaning: { kind: 'shift', amount, sign: 1, from: 'document' }, inPast }];
}
