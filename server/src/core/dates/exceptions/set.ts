import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { isContentWord } from './context';

/** "Les Jeudis de Brumeval": a festival, in a language that writes weekdays small. */
export const festivalName: Exception<TimexCandidate> = {
  id: 'festival-name',
  holds: ({ reader, match: { from, to } }) =>
    !reader.lexicon.pack.capitals &&
    reader.isCapital(to - 1) &&
    to > 1 &&
    reader.sense(to - 1, 'weekdays') !== undefined &&
    reader.sense(from, 'every') === undefined,
};

/** "Selon Quotidien, …": a programme or a newspaper. */
export const newspaperName: Exception<TimexCandidate> = {
  id: 'newspaper-name',
  holds: ({ reader, match: { from, to } }) =>
    reader.isCapital(from) && to - from === 1 && from > 0 && reader.sense(from, 'often') !== undefined,
};

/** "Un quotidien régional": a newspaper; not on a daily basis. */
export const newspaper: Exception<TimexCandidate> = {
  id: 'newspaper',
  holds: ({ reader, match: { from, to } }) =>
    reader.sense(from, 'often') !== undefined &&
    reader.sense(to, 'afterOften') === undefined &&
    NOUN_BEFORE.some((cls) => reader.endingBefore(from, cls) >= 0),
};

/** "Une fête annuelle", "monthly subsidies": it says of what kind the noun is. */
export const adjectiveOfFrequency: Exception<TimexCandidate> = {
  id: 'adjective-of-frequency',
  holds: ({ reader, match: { from, to } }) =>
    reader.sense(from, 'oftenAdjective') !== undefined &&
    reader.sense(to, 'afterOften') === undefined &&
    (isContentWord(reader, to) || (reader.lexicon.pack.seasonBeforeNoun !== true && isContentWord(reader, from - 1))),
};

const NOUN_BEFORE = ['one', 'the', 'nounBefore'];
