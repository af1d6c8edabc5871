import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';

/** "Depuis bientôt dix ans": the adverb belongs to the amount. */
export const insideAmount: Exception<TimexCandidate> = {
  id: 'inside-amount',
  holds: ({ reader, match: { from, to } }) =>
    reader.endingBefore(from, 'amountOpens') >= 0 &&
    (reader.isNumber(to) || ['numeral', 'one', 'some', 'round', 'bound'].some((cls) => reader.sense(to, cls) !== undefined)),
};

/** "Soon after": it counts from something else. */
export const countsFromElsewhere: Exception<TimexCandidate> = {
  id: 'counts-from-elsewhere',
  holds: ({ reader, match }) => reader.sense(match.to, 'notAfterVague') !== undefined,
};

/** "En maintenant la pression": a verb's form. */
export const verbNotTime: Exception<TimexCandidate> = {
  id: 'verb-not-time',
  holds: ({ reader, match: { from, to } }) => to - from === 1 && reader.endingBefore(from, 'notBeforeVague') >= 0,
};
