import type { Exception } from '../../rules/rule';
import type { PlacedSense, Reader } from '../lexicon';

/** A number up to 31 that may be a day of the month by itself (le 16), with what the words around say of it. */
export interface DayAlone {
  readonly reader: Reader;
  readonly day: number;
  /** Where it begins, its article included, and where it ends. */
  readonly from: number;
  readonly to: number;
  readonly hasArticle: boolean;
  readonly inDigits: boolean;
  /** The 16th, in a language whose days are ordinals. */
  readonly isOrdinal: boolean;
  /** Words before it say that a day comes. */
  readonly isAnnounced: boolean;
  /** "Between" stands before it. */
  readonly isBetween: boolean;
  /** An hour follows: le 16 à 18 h. */
  readonly isBeforeClock: boolean;
  /** What joins it to the end of a range. */
  readonly joint: PlacedSense | undefined;
  /** A part of the day that follows: le 17 au soir. */
  readonly part: PlacedSense | undefined;
}

/** "Depuis le 15e": a floor or a district; only the first is a date with its ending in French. */
const floorOrDistrict: Exception<DayAlone> = {
  id: 'floor-or-district',
  holds: ({ reader, day, to }) =>
    !reader.lexicon.pack.capitals && day !== 1 && reader.isNumber(to - 2) && reader.sense(to - 1, 'ordinalSuffix') !== undefined,
};

/** "Arrivée la première à 9 h": a rank. */
const rankInWords: Exception<DayAlone> = {
  id: 'rank-in-words',
  holds: ({ inDigits, part, isBetween, isBeforeClock }) => !inDigits && part === undefined && (isBetween || isBeforeClock),
};

/** "Il préfère le 16": nothing says that the number is a day. */
const unannouncedDay: Exception<DayAlone> = {
  id: 'unannounced-day',
  holds: ({ isAnnounced, isOrdinal, part, hasArticle }) => !isAnnounced && (!hasArticle || (!isOrdinal && part === undefined)),
};

/** "The 4th and youngest", "until the fourth or fifth day": a rank that goes on. */
const rankGoesOn: Exception<DayAlone> = {
  id: 'rank-goes-on',
  holds: ({ reader, isOrdinal, isAnnounced, inDigits, part, to }) =>
    reader.lexicon.pack.capitals && ((isOrdinal && !isAnnounced) || !inDigits) && part === undefined && !endsHere(reader, to),
};

/** "À partir du 16 : réservez": what follows does not end the phrase. */
const numberGoesOn: Exception<DayAlone> = {
  id: 'number-goes-on',
  holds: ({ reader, to }) => !breaksOff(reader, to) || (reader.isGlued(to) && reader.isNumber(to + 1) && reader.isGlued(to + 1)),
};

/** What is no day, whatever else is said. */
export const NO_DAY = [floorOrDistrict, rankInWords];
/** What is no day unless an hour follows, or a word for centuries. */
export const NO_DAY_BY_ITSELF = [unannouncedDay, rankGoesOn];
/** What is no day unless a part of the day or the end of a range follows. */
export const NO_PLAIN_DAY = [numberGoesOn];

/** Whether nothing follows that a number could count. */
export function breaksOff(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  return word === undefined || /^[.,;!?)»]$/.test(word) || reader.sense(at, 'functionWord') !== undefined;
}

function endsHere(reader: Reader, at: number): boolean {
  const word = reader.words[at];
  return word === undefined || /^[.,;:!?)]$/.test(word);
}
