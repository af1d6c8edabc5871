import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { isContentWord } from './context';

/** "Précédentes deux crues": part of an amount that is read as a whole, or not at all. */
export const partOfAmount: Exception<TimexCandidate> = {
  id: 'part-of-amount',
  holds: ({ reader, match: { to } }) =>
    (reader.sense(to - 1, 'which') ?? reader.sense(to - 1, 'textWhich')) !== undefined &&
    (reader.isNumber(to) || COUNTED.some((cls) => reader.sense(to, cls) !== undefined)),
};

const COUNTED = ['numeral', 'unit', 'some'];

/** "Soon after": it counts from something else. */
export const countsFromElsewhere: Exception<TimexCandidate> = {
  id: 'counts-from-elsewhere',
  holds: ({ reader, match }) => reader.sense(match.to, 'notAfterVague') !== undefined,
};

/** "Cette décision crée un précédent": a noun that stands by itself; un précédent accord is an earlier one. */
export const nounNotTime: Exception<TimexCandidate> = {
  id: 'noun-not-time',
  holds: ({ reader, match: { from, to } }) =>
    reader.endingBefore(from, 'notBeforeVague') >= 0 && !(reader.endingBefore(from, 'one') >= 0 && isContentWord(reader, to)),
};
