import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { isShouted } from './context';

/** "Robinson et Vendredi": a capital inside a sentence, in a language that writes weekdays small, is a name or a title. */
export const capitalisedWeekday: Exception<TimexCandidate> = {
  id: 'capitalised-weekday',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (match.to - match.from > 1 || reader.lexicon.pack.capitals || !reader.isCapital(match.from)) return false;
    if (isShouted(reader, match.from)) return false;
    return reader.isCapital(match.to) || !(opensSentence(candidate) || followsPlainWord(candidate));
  },
};

/** "The Sunday Herald": a newspaper. */
export const weekdayInTitle: Exception<TimexCandidate> = {
  id: 'weekday-in-title',
  holds: ({ reader, match: { from, to } }) =>
    to - from === 1 &&
    reader.isCapital(to) &&
    reader.sense(to, 'newspaperWord') !== undefined &&
    reader.sense(from - 1, 'the') !== undefined,
};

/** "Saturday Night Live": a programme, where the language writes parts of the day small. */
export const dayPartInTitle: Exception<TimexCandidate> = {
  id: 'day-part-in-title',
  holds: ({ reader, match: { from, to } }) => {
    if (to - from !== 2 || !reader.lexicon.pack.capitals || !reader.isCapital(from) || !reader.isCapital(to - 1)) return false;
    if (reader.sense(to - 1, 'dayPart') === undefined || isShouted(reader, to - 1)) return false;
    const isQuoted = QUOTE.test(reader.words[from - 1] ?? '') && QUOTE.test(reader.words[to] ?? '');
    return isQuoted || (/^\p{Ll}/u.test(reader.tokens[from - 1]?.text ?? '') && reader.isCapital(to));
  },
};

const QUOTE = /^["“”‘’'«»]$/;

const opensSentence = ({ reader, match: { from } }: TimexCandidate): boolean =>
  from === 0 || /^[.!?…«“"(:–—-]$/.test(reader.words[from - 1] ?? '');

/** Whether a word in small letters stands before it that does not announce a name. */
const followsPlainWord = ({ reader, match: { from } }: TimexCandidate): boolean =>
  /^\p{Ll}/u.test(reader.tokens[from - 1]?.text ?? '') && reader.endingBefore(from, 'beforeName') < 0;
