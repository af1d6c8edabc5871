import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';

// What a name or a word holds, and days that no calendar has.

/** "Le 30 février": such a day there is not, and none of its parts is a date. */
export const impossibleDay: Exception<TimexCandidate> = {
  id: 'impossible-day',
  holds: ({ match: { meaning } }) => meaning.kind === 'calendar' && meaning.impossible === true,
};

/** "Le 32 août": what is left of it is not a date either. */
export const restOfImpossibleDay: Exception<TimexCandidate> = {
  id: 'rest-of-impossible-day',
  holds: ({ reader, match: { from, meaning } }) =>
    meaning.kind === 'calendar' &&
    meaning.day === undefined &&
    reader.sense(from, 'month') !== undefined &&
    /^[3-9]\d$/.test(reader.words[from - 1] ?? ''),
};

/** "Rue du 8 mai 1945": a date that a street or a mission bears as its name. */
export const streetName: Exception<TimexCandidate> = {
  id: 'street-named-by-date',
  holds: ({ reader, match: { from, meaning, opensRange } }) =>
    // sur place du 16 au 31 octobre: a range is no name
    !opensRange && meaning.kind === 'calendar' && meaning.month !== undefined && reader.endingBefore(from, 'streetBefore') >= 0,
};

/** "Le Plan-2015": a hyphen ties it to a word before it that makes it something else. */
export const tiedToWordBefore: Exception<TimexCandidate> = {
  id: 'tied-to-word-before',
  holds: (candidate) => {
    const { reader, match, previous } = candidate;
    if (!isTiedBefore(candidate)) return false;
    // 18 h-19 h
    if (previous !== undefined && previous.to === match.from - 1) return false;
    return reader.endingBefore(match.from - 1, 'hyphenable') < 0 && reader.sense(match.from - 2, 'month') === undefined;
  },
};

/** A number and a month in two cells of a table. */
export const acrossCells: Exception<TimexCandidate> = {
  id: 'across-cells',
  holds: ({ reader, match: { from, to } }) => {
    for (let i = from + 1; i < to; i++) if (!reader.isGlued(i) && reader.isNewCell(i)) return true;
    return false;
  },
};

/** "@2015": a sign makes it something else. */
export const tiedToSign: Exception<TimexCandidate> = {
  id: 'tied-to-sign',
  holds: ({ reader, match: { from } }) => reader.isGlued(from) && /^[@#_&$€£]$/.test(reader.words[from - 1] ?? ''),
};

/** "En 2015-bis": a hyphen ties it to a word after it that is not of time. */
export const tiedToWordAfter: Exception<TimexCandidate> = {
  id: 'tied-to-word-after',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const { to, meaning } = match;
    return (
      CAN_BE_TIED.has(meaning.kind) &&
      !isTiedBefore(candidate) &&
      reader.words[to] === '-' &&
      reader.isGlued(to) &&
      reader.isGlued(to + 1) &&
      /^\p{Ll}/u.test(reader.tokens[to + 1]?.text ?? '') &&
      !MAY_FOLLOW.some((cls) => reader.sense(to + 1, cls) !== undefined)
    );
  },
};

const CAN_BE_TIED = new Set(['calendar', 'set', 'vague']);
const MAY_FOLLOW = ['month', 'there', 'partWord', 'afterHyphen'];

const isTiedBefore = ({ reader, match: { from } }: TimexCandidate): boolean =>
  reader.isGlued(from) &&
  reader.words[from - 1] === '-' &&
  reader.isGlued(from - 1) &&
  /^\p{L}/u.test(reader.words[from - 2] ?? '');

/** "A pris fin hier": the end of something, not of the day. */
export const endOfSomething: Exception<TimexCandidate> = {
  id: 'end-of-something',
  holds: ({ reader, match: { from } }) =>
    reader.sense(from, 'partWord') !== undefined && reader.endingBefore(from, 'notBeforePart') >= 0,
};

/** "They want to end 2015 well": a verb. As a noun it has "of" after it, or an article or preposition before a month. */
export const verbOfEnding: Exception<TimexCandidate> = {
  id: 'verb-of-ending',
  holds: ({ reader, match: { from } }) => {
    const at = reader.sense(from, 'the')?.end ?? from;
    if (reader.sense(at, 'nounPart') === undefined || reader.sense(at + 1, 'afterNounPart') !== undefined) return false;
    const isBeforeDate = DATED.some((cls) => reader.sense(at + 1, cls) !== undefined) || reader.isNumber(at + 1);
    return !isBeforeDate || (at === from && reader.endingBefore(from, 'beforePart') < 0);
  },
};

const DATED = ['month', 'season', 'yearWord'];

/** "À 4 h de route": no time of the day. */
export const otherHour: Exception<TimexCandidate> = {
  id: 'other-hour',
  holds: ({ reader, match }) => reader.sense(match.to, 'notAfterClock') !== undefined,
};

/** "Les fêtes de fin d'année": of every year. */
export const everyYear: Exception<TimexCandidate> = {
  id: 'every-year',
  holds: ({ reader, match: { from, to, meaning } }) =>
    meaning.kind === 'part' &&
    meaning.of.kind === 'unit' &&
    meaning.of.from === 'document' &&
    meaning.of.offset === 0 &&
    !reader.lexicon.pack.capitals &&
    reader.endingBefore(from, 'of') >= 0 &&
    reader.sense(to - 2, 'the') === undefined,
};
