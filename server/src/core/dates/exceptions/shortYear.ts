import type { Exception } from '../../rules/rule';
import type { Reader } from '../lexicon';

/** Two digits that may be a year by themselves: en 98, fin '68. */
export interface ShortYearAlone {
  readonly reader: Reader;
  readonly yy: number;
  readonly from: number;
  readonly to: number;
  /** An apostrophe stands before it. */
  readonly hasApostrophe: boolean;
  /** A word for a part of it stands before it: fin 98. */
  readonly part: string | undefined;
}

/** "Il a gagné en 12": below forty it is a number, unless an apostrophe says otherwise. */
const smallNumber: Exception<ShortYearAlone> = {
  id: 'small-number',
  holds: ({ hasApostrophe, yy }) => !hasApostrophe && yy < 40,
};

/** "Le bus 98": no word before it says that a year comes. */
const unannouncedShortYear: Exception<ShortYearAlone> = {
  id: 'unannounced-short-year',
  holds: ({ reader, from, hasApostrophe, part }) =>
    part === undefined && reader.endingBefore(from, hasApostrophe ? 'beforeYear' : 'beforeShortYear') < 0,
};

/** "Entre 98 % et 99 %": it counts what follows. */
const shortYearCounts: Exception<ShortYearAlone> = {
  id: 'short-year-counts',
  holds: ({ reader, to }) => countsSomething(reader, to),
};

/** "Entre 60 et 80 000": the ends of a range of thousands. */
const endsOfThousands: Exception<ShortYearAlone> = {
  id: 'ends-of-thousands',
  holds: ({ reader, to }) => {
    const next = reader.sense(to, 'and') ?? reader.sense(to, 'rangeTo');
    return next !== undefined && reader.isNumber(next.end) && reader.isNumber(next.end + 1);
  },
};

/** What is no year of two digits. */
export const NO_SHORT_YEAR = [smallNumber, unannouncedShortYear, shortYearCounts, endsOfThousands];

/** Whether a word or sign follows that a number could count. */
export const countsSomething = (reader: Reader, at: number): boolean =>
  /^[\p{L}%€$°]/u.test(reader.words[at] ?? '') && reader.sense(at, 'functionWord') === undefined;
