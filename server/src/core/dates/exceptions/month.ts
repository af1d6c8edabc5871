import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { isContentWord, isJoinedTo, isShouted } from './context';

// A month by itself: written as the language writes it, and not a name, a planet or a verb.

/** "This may derive": a verb, in a language that writes months with a capital. */
export const verbAfterThis: Exception<TimexCandidate> = {
  id: 'verb-after-this',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const last = match.to - 1;
    return (
      reader.lexicon.pack.capitals &&
      last - monthAt(candidate) === 1 &&
      reader.sense(last, 'doubtful') !== undefined &&
      !reader.isCapital(last) &&
      reader.sense(last - 1, 'this') !== undefined
    );
  },
};

/** "She saw October Lawson": a name goes on. */
export const monthInName: Exception<TimexCandidate> = {
  id: 'month-in-name',
  holds: (candidate) =>
    isAlone(candidate) &&
    candidate.reader.isCapital(candidate.match.to) &&
    (!isAnnounced(candidate) || isWeak(candidate) || isJoinedToOther(candidate)),
};

/** "Le numéro de Sept": the abbreviation is a number too. */
export const numberNotMonth: Exception<TimexCandidate> = {
  id: 'number-not-month',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const at = monthAt(candidate);
    return match.to - at === 1 && isWeak(candidate) && reader.sense(at, 'numeral') !== undefined;
  },
};

/** "Le paquet contient oct. vides": an abbreviation that nothing announces. */
export const abbreviationAlone: Exception<TimexCandidate> = {
  id: 'abbreviation-alone',
  holds: (candidate) => isAlone(candidate) && isWeak(candidate) && !isAnnounced(candidate),
};

/** "La sonde observe mars": a word that means other things too, which nothing announces. */
export const doubtfulMonth: Exception<TimexCandidate> = {
  id: 'doubtful-month',
  holds: (candidate) => isDoubtful(candidate) && !isAnnounced(candidate),
};

/** "Un voyage vers Mars": a name, in a language that writes months small. */
export const planetNotMonth: Exception<TimexCandidate> = {
  id: 'planet-not-month',
  holds: (candidate) =>
    isDoubtful(candidate) && !candidate.reader.lexicon.pack.capitals && candidate.reader.isCapital(monthAt(candidate)),
};

/** "To march troops home": in small letters, with a word after it that it can govern. */
export const verbNotMonth: Exception<TimexCandidate> = {
  id: 'verb-not-month',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      isDoubtful(candidate) &&
      reader.lexicon.pack.capitals &&
      !reader.isCapital(monthAt(candidate)) &&
      isContentWord(reader, match.to)
    );
  },
};

/** "Le film Octobre": with a capital in a language that writes it small, only after a word that takes no name. */
export const capitalisedMonth: Exception<TimexCandidate> = {
  id: 'capitalised-month',
  holds: (candidate) => {
    const { reader } = candidate;
    const at = monthAt(candidate);
    if (!isPlain(candidate) || reader.lexicon.pack.capitals || !reader.isCapital(at)) return false;
    // Juillet fut sec: it opens the sentence, and a verb of being follows
    if (reader.sense(candidate.match.to, 'monthVerb') !== undefined && (at === 0 || /^[.!?…]$/.test(reader.words[at - 1] ?? '')))
      return false;
    const isShouting = isShouted(reader, at) && (reader.tokens[at]?.text.length ?? 0) > 2;
    return !(isAnnounced(candidate) && (isShouting || at === 0 || reader.endingBefore(at, 'inMonth') >= 0));
  },
};

/** "A december morning": small in a language that writes it with a capital, and nothing announces it. */
export const smallMonth: Exception<TimexCandidate> = {
  id: 'small-month',
  holds: (candidate) =>
    isPlain(candidate) &&
    candidate.reader.lexicon.pack.capitals &&
    !candidate.reader.isCapital(monthAt(candidate)) &&
    !isAnnounced(candidate),
};

/** June Hill and August Wilson: "and" joins it to something that is not a date. */
const isJoinedToOther = ({ reader, match: { from }, previous }: TimexCandidate): boolean =>
  reader.endingBefore(from, 'and') >= 0 && !isJoinedTo(reader, from, previous);

/** Where the month stands: what makes it approximate does not make it a month (un voyage vers Mars). */
function monthAt({ reader, match: { from, to, meaning } }: TimexCandidate): number {
  const isApproximate = meaning.kind === 'calendar' && meaning.approximate === true;
  return isApproximate && reader.sense(to - 1, 'month') !== undefined ? to - 1 : from;
}

/** Whether the month is a word or an abbreviation with its stop, without an article or anything else. */
const isAlone = (candidate: TimexCandidate): boolean =>
  candidate.match.to - monthAt(candidate) <= 1 || candidate.reader.words[candidate.match.to - 1] === '.';

const isWeak = (candidate: TimexCandidate): boolean => candidate.reader.sense(monthAt(candidate), 'month')?.weak === true;

const isDoubtful = (candidate: TimexCandidate): boolean =>
  isAlone(candidate) && !isWeak(candidate) && candidate.reader.sense(monthAt(candidate), 'doubtful') !== undefined;

/** Whether it is written out and means nothing else. */
const isPlain = (candidate: TimexCandidate): boolean =>
  isAlone(candidate) && !isWeak(candidate) && candidate.reader.sense(monthAt(candidate), 'doubtful') === undefined;

function isAnnounced(candidate: TimexCandidate): boolean {
  const at = monthAt(candidate);
  return candidate.reader.endingBefore(at, 'beforeMonth') >= 0 || isJoinedTo(candidate.reader, at, candidate.previous);
}
