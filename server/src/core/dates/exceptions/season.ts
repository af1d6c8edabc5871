import type { Exception } from '../../rules/rule';
import type { TimexCandidate } from '../timexMatch';
import { isContentWord } from './context';

// A season, or half of a year, by itself: without its year or which one it is.

/** "The Summer Olympics": part of a name. */
export const seasonInName: Exception<TimexCandidate> = {
  id: 'season-in-name',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      isSeasonAlone(candidate) &&
      reader.lexicon.pack.seasonBeforeNoun === true &&
      reader.isCapital(match.to) &&
      reader.isCapital(match.to - 1)
    );
  },
};

/** "Winter wheat": it says what kind of thing the next word is. */
export const kindOfThing: Exception<TimexCandidate> = {
  id: 'kind-of-thing',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      isSeasonAlone(candidate) &&
      reader.lexicon.pack.seasonBeforeNoun === true &&
      match.to - match.from === 1 &&
      !reader.isCapital(match.from) &&
      isContentWord(reader, match.to)
    );
  },
};

/** "Jan Winter Smit": a name goes on, in a language that writes seasons small. */
export const seasonBeforeName: Exception<TimexCandidate> = {
  id: 'season-before-name',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      isSeasonAlone(candidate) &&
      !isDoubtful(candidate) &&
      isCapitalInside(candidate) &&
      !reader.lexicon.pack.capitals &&
      reader.isCapital(match.to)
    );
  },
};

/** "Elle achète tout au Printemps": a name, of a season that means other things too. */
export const capitalisedSeason: Exception<TimexCandidate> = {
  id: 'capitalised-season',
  holds: (candidate) =>
    isSeasonAlone(candidate) &&
    isDoubtful(candidate) &&
    isCapitalInside(candidate) &&
    candidate.reader.words[candidate.match.to - 2] !== '.',
};

/** "Il avait été rasé": a verb, which nothing announces as a season. */
export const doubtfulSeason: Exception<TimexCandidate> = {
  id: 'doubtful-season',
  holds: (candidate) => {
    const { reader, match } = candidate;
    if (!isSeasonAlone(candidate) || !isDoubtful(candidate)) return false;
    const isAnnounced = match.to - match.from > 1 || reader.endingBefore(match.from, 'beforeSeason') >= 0;
    return !isAnnounced || (match.to - match.from === 1 && isContentWord(reader, match.to));
  },
};

/** "The fall of Kabul", "the fall in prices": a verb's noun, where no year or part of it is named. */
export const fallOfSomething: Exception<TimexCandidate> = {
  id: 'fall-of-something',
  holds: (candidate) => {
    const { reader, match } = candidate;
    return (
      isSeasonAlone(candidate) &&
      reader.sense(match.to - 1, 'fallWord') !== undefined &&
      reader.sense(match.to, 'fallOf') !== undefined &&
      !reader.isNumber(match.to + 1)
    );
  },
};

/** "Le printemps des poètes": an event that is named so. */
export const seasonOfNoun: Exception<TimexCandidate> = {
  id: 'season-of-noun',
  holds: (candidate) =>
    isSeasonAlone(candidate) &&
    candidate.reader.sense(candidate.match.to, 'seasonNamed') !== undefined &&
    isContentWord(candidate.reader, candidate.match.to + 1),
};

/** "In the second half": of a match, where no year is named. */
export const halfOfMatch: Exception<TimexCandidate> = {
  id: 'half-of-match',
  holds: (candidate) => isWithoutYear(candidate) && candidate.reader.sense(candidate.match.to - 1, 'halfOf') !== undefined,
};

const isWithoutYear = ({ match: { meaning } }: TimexCandidate): boolean =>
  meaning.kind === 'partOfYear' && meaning.year === undefined && meaning.direction === undefined && meaning.yearOf === undefined;

/** Whether a season stands without anything that says which: cet été says it. */
const isSeasonAlone = (candidate: TimexCandidate): boolean =>
  isWithoutYear(candidate) &&
  !(candidate.match.to - candidate.match.from > 1 && candidate.reader.sense(candidate.match.from, 'this') !== undefined);

const isDoubtful = ({ reader, match }: TimexCandidate): boolean => reader.sense(match.to - 1, 'doubtful') !== undefined;

const isCapitalInside = ({ reader, match }: TimexCandidate): boolean => match.to > 1 && reader.isCapital(match.to - 1);
