import type { Exception } from '../../rules/rule';
import type { Reader } from '../lexicon';
import type { TimexCandidate } from '../timexMatch';
import { countsPlural, countsSeveral, countsWhatFollows, followsName, isJoinedTo, isQuantity } from './context';

// A number of four digits by itself is a year unless it counts something, or belongs to a name.

/** "Le dossier 2014/17": part of a number with a slash. */
export const slashedNumber: Exception<TimexCandidate> = {
  id: 'slashed-number',
  holds: ({ reader, match: { from, to } }) =>
    (reader.words[to] === '/' && reader.isGlued(to) && reader.isNumber(to + 1)) ||
    (reader.words[from - 1] === '/' && reader.isGlued(from)),
};

/** "La page 1998", "près de 2000": what stands before names or counts by number. */
export const numberedThing: Exception<TimexCandidate> = {
  id: 'numbered-thing',
  holds: ({ reader, match }) => reader.endingBefore(match.from, 'notBeforeYear') >= 0,
};

/** "En 2000 euros": a unit, a currency or a per cent follows. */
export const quantity: Exception<TimexCandidate> = {
  id: 'quantity',
  holds: (candidate) => isQuantity(candidate.reader, candidate.match.to) && !followsClosely(candidate),
};

/** "Il y avait 1200": so far from our time it is a year only after a word that takes one. */
export const farYear: Exception<TimexCandidate> = {
  id: 'far-year',
  holds: (candidate) => settingOf(candidate) === 'far' && !takesYear(candidate, 'beforeYear', 'inYear'),
};

/** "Il en compte 1650": of older centuries it is a year in brackets, or after a word that takes one. */
export const oldYear: Exception<TimexCandidate> = {
  id: 'old-year',
  holds: (candidate) => settingOf(candidate) === 'old' && !isBracketed(candidate),
};

/** "Peugeot 2008": the number of a model, unless the name is an event's (le Trophée de Lyon 2018). */
export const modelNumber: Exception<TimexCandidate> = {
  id: 'model-number',
  holds: (candidate) => settingOf(candidate) === 'bare' && isNamed(candidate) && !isOfEvent(candidate),
};

/** "2000 morts": it counts what follows. How much may follow depends on what announces the year. */
export const countedThings: Exception<TimexCandidate> = {
  id: 'counted-things',
  holds: (candidate) => {
    const { reader, match } = candidate;
    const { from, to } = match;
    switch (settingOf(candidate)) {
      case 'far':
        return countsWhatFollows(reader, to);
      case 'joined':
        // between 2010 and 2012 prices rose: what follows two years is not counted by the second
        if (reader.isGlued(from) || followsClosely(candidate)) return false;
        return isOfOurTime(candidate) ? isQuantity(reader, to) : countsWhatFollows(reader, to);
      case 'adjective':
        // a survey of 1709 schoolchildren, but a list of 2009 laws
        return yearOf(candidate) < 1950 && countsPlural(reader, to) && reader.endingBefore(from, 'the') < 0;
      case 'announced':
        return reader.endingBefore(from, 'inYear') < 0 && countsSeveral(reader, to);
      case 'old':
        return false;
      default:
        return bareYearCounts(candidate);
    }
  },
};

/** "She liked '68": two digits are a year only after a word that takes one. */
export const shortYearUnannounced: Exception<TimexCandidate> = {
  id: 'short-year-unannounced',
  holds: ({ reader, match }) => !reader.isNumber(match.from) && reader.endingBefore(match.from, 'beforeYear') < 0,
};

/** "Le réacteur Lorvane 1990-1995": a model's numbers; of two years that follow each other they are a season's (les Assises 2018-2019). */
export const modelNumbers: Exception<TimexCandidate> = {
  id: 'model-numbers',
  holds: ({ reader, match, previous }) =>
    !(match.meaning.kind === 'years' && match.meaning.to - match.meaning.from === 1) && followsName(reader, match.from, previous),
};

/** Among what a year stands, from the surest that it is not one to the least sure. */
type Setting = 'far' | 'joined' | 'adjective' | 'announced' | 'old' | 'bare';

function settingOf(candidate: TimexCandidate): Setting {
  const { reader, match, previous } = candidate;
  const year = yearOf(candidate);
  if (year < 1400 || year > 2150) return 'far';
  if (previous?.meaning.kind === 'calendar' && isJoinedTo(reader, match.from, previous)) return 'joined';
  const isOurs = year >= 1700 && year <= 2060;
  if (isOurs && takesYear(candidate, 'adjectiveYear')) return 'adjective';
  if (takesYear(candidate, 'beforeYear')) return 'announced';
  return isOurs ? 'bare' : 'old';
}

/** Whether it and the year before it are years of our time, in their order. */
function isOfOurTime(candidate: TimexCandidate): boolean {
  const { meaning } = candidate.previous ?? {};
  const first = meaning?.kind === 'calendar' && meaning.month === undefined ? meaning.year : undefined;
  const second = yearOf(candidate);
  return first !== undefined && first >= 1900 && first < second && second <= 2060;
}

/** By 2021 and 2022 people had left: hardly ever are people counted by a number so close to the year before it. */
function followsClosely(candidate: TimexCandidate): boolean {
  const { reader, match, previous } = candidate;
  if (previous?.meaning.kind !== 'calendar' || !isJoinedTo(reader, match.from, previous)) return false;
  return isOfOurTime(candidate) && yearOf(candidate) - (previous.meaning.year ?? Number.NaN) <= MOST_APART;
}

const MOST_APART = 15;

const takesYear = ({ reader, match }: TimexCandidate, ...classes: readonly string[]): boolean =>
  classes.every((cls) => reader.endingBefore(match.from, cls) >= 0);

const yearOf = ({ match: { meaning } }: TimexCandidate): number =>
  (meaning.kind === 'calendar' ? meaning.year : undefined) ?? Number.NaN;

const isBracketed = ({ reader, match }: TimexCandidate): boolean =>
  reader.words[match.from - 1] === '(' && /^[-–—),]$/.test(reader.words[match.to] ?? '');

const isNamed = ({ reader, match, previous }: TimexCandidate): boolean => followsName(reader, match.from, previous);

function bareYearCounts(candidate: TimexCandidate): boolean {
  const { reader, match } = candidate;
  if (isNamed(candidate)) return false;
  if (isOfEvent(candidate) && !countsSeveral(reader, match.to)) return false;
  return countsWhatFollows(reader, match.to) && reader.endingBefore(match.from, 'the') < 0;
}

/** Le bac 2016 sera, la COP 2015: an event and its year. */
const isOfEvent = (candidate: TimexCandidate): boolean =>
  followsEvent(candidate.reader, candidate.match.from) || followsAcronym(candidate) || precedesEvent(candidate);

/** The Oslo 2022 Games. */
const precedesEvent = ({ reader, match: { to } }: TimexCandidate): boolean => reader.sense(to, 'eventAfter') !== undefined;

/** An event among the few words before: Trophée de Lyon 2018. */
function followsEvent(reader: Reader, from: number): boolean {
  for (let i = from - 1; i >= 0 && i >= from - 5; i--) {
    if (/^[,.;:!?]$/.test(reader.words[i] as string)) return false;
    if (reader.sense(i, 'eventBefore') !== undefined) return true;
  }
  return false;
}

/** Three capitals or more before a year of our time: competitions and bills are called so, cars and planes by fewer. */
function followsAcronym(candidate: TimexCandidate): boolean {
  const { reader, match } = candidate;
  const year = yearOf(candidate);
  const text = reader.tokens[match.from - 1]?.text ?? '';
  return year >= 1995 && year <= 2035 && /^\p{Lu}{3,}$/u.test(text) && reader.sense(match.from - 1, 'functionWord') === undefined;
}
