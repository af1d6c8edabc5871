import type { Exception } from '../../rules/rule';
import type { Amount, Unit } from '../expression';
import type { TimexCandidate } from '../timexMatch';

// Minutes, seconds, days and quarters that count something else than time.

/** "A second plane": the ordinal. */
export const ordinalSecond: Exception<TimexCandidate> = {
  id: 'ordinal-second',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (oneOf(candidate) !== 'TS' || reader.isNumber(match.from)) return false;
    const next = reader.tokens[match.to];
    if (next?.kind === 'punctuation') return reader.words[match.to] === '-' && reader.isGlued(match.to);
    return next !== undefined && reader.sense(match.to, 'functionWord') === undefined;
  },
};

/** "A quarter of them": a fourth part. */
export const fourthPart: Exception<TimexCandidate> = {
  id: 'fourth-part',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (isTiedQuarter(candidate)) return true;
    if (oneOf(candidate) !== 'Q') return false;
    return reader.endingBefore(match.from, 'forSignal') < 0 || reader.sense(match.to, 'of') !== undefined;
  },
};

/** The WTA 1000 quarter-final. */
const isTiedQuarter = (candidate: TimexCandidate): boolean => {
  const { reader, match } = candidate;
  const isQuarters = amountOf(candidate)?.parts.at(-1)?.unit === 'Q';
  return isQuarters && reader.words[match.to] === '-' && reader.isGlued(match.to) && reader.isGlued(match.to + 1);
};

/** "Un jour de fête": a day of some kind. */
export const kindOfDay: Exception<TimexCandidate> = {
  id: 'kind-of-day',
  holds: (candidate) => isOneDay(candidate) && candidate.reader.sense(candidate.match.to, 'of') !== undefined,
};

/** "Si un jour il revient": some day; an amount has a word that counts it before or after. */
export const someDay: Exception<TimexCandidate> = {
  id: 'some-day',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (!isOneDay(candidate) || reader.lexicon.pack.classes.dayAlone === undefined || reader.isNumber(match.from)) return false;
    if (reader.endingBefore(match.from, 'dayAlone') >= 0 || reader.isNumber(match.from - 1)) return false;
    return COUNTING.every((cls) => reader.sense(match.to, cls) === undefined);
  },
};

const COUNTING = ['before', 'after', 'earlierAfter', 'laterAfter', 'per'];

/** "Highs in the 80s": degrees, by tens. */
export const degreesByTens: Exception<TimexCandidate> = {
  id: 'degrees-by-tens',
  holds: ({ reader, match: { from, to } }) => {
    for (let i = from - WEATHER_REACH; i < to + WEATHER_REACH; i++) if (reader.sense(i, 'temperature') !== undefined) return true;
    return false;
  },
};

// How far from the number the word stands that says what is measured.
const WEATHER_REACH = 12;

/** "Quarante années lumière": what follows or stands before makes it something else. */
export const namedAmount: Exception<TimexCandidate> = {
  id: 'named-amount',
  holds: ({ reader, match }) =>
    reader.sense(match.to, 'notAfterAmount') !== undefined || reader.endingBefore(match.from, 'notBeforeAmount') >= 0,
};

/** "« 60 Minutes »": a programme's name, in capitals inside a sentence. */
export const programmeName: Exception<TimexCandidate> = {
  id: 'programme-name',
  holds: ({ reader, match: { from, to } }) =>
    reader.isNumber(from) &&
    to - from === 2 &&
    reader.isCapital(from + 1) &&
    OPENING.test(reader.words[from - 1] ?? '') &&
    CLOSING.test(reader.words[to] ?? ''),
};

const OPENING = /^["“«'‘]$/;
const CLOSING = /^["”»'’]$/;

const amountOf = ({ match: { meaning } }: TimexCandidate): Amount | undefined =>
  meaning.kind === 'duration' ? meaning.amount : undefined;

/** The unit, where the amount is one of it. */
function oneOf(candidate: TimexCandidate): Unit | undefined {
  const amount = amountOf(candidate);
  return amount?.parts.length === 1 && amount.parts[0]?.n === 1 ? amount.parts[0].unit : undefined;
}

/** Un jour, in two words. */
const isOneDay = (candidate: TimexCandidate): boolean => {
  const { reader, match } = candidate;
  return (
    amountOf(candidate)?.parts[0]?.unit === 'D' && match.to - match.from === 2 && reader.sense(match.from, 'one') !== undefined
  );
};
