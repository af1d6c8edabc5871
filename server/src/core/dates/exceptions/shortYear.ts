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

/** "En 12 mots": below forty it is a number, unless an apostrophe says otherwise. */
export const smallNumber: Exception<ShortYearAlone> = {
  id: 'small-number',
  holds: ({ hasApostrophe, yy }) => !hasApostrophe && yy < 40,
};

/** "Le 98 passe": no word before it says that a year comes. */
export const unannouncedShortYear: Exception<ShortYearAlone> = {
  id: 'unannounced-short-year',
  holds: ({ reader, from, hasApostrophe, part }) =>
    part === undefined && reader.endingBefore(from, hasApostrophe ? 'beforeYear' : 'beforeShortYear') < 0,
};

/** "En 98 jours": it counts what follows. */
export const shortYearCounts: Exception<ShortYearAlone> = {
  id: 'short-year-counts',
  holds: ({ reader, to }) => countsSomething(reader, to),
};

/** "Entre 60 et 80 000": the ends of a range of thousands. */
export const endsOfThousands: Exception<ShortYearAlone> = {
  id: 'ends-of-thousands',
  holds: ({ reader, to }) => {
    const next = reader.sense(to, 'and') ?? reader.sense(to, 'rangeTo');
    return next !== undefined && reader.isNumber(next.end) && reader.isNumber(next.end + 1);
  },
};

/** Whether a word or sign follows that a number could count. */
export const countsSomething = (reader: Reader, at: number): boolean =>
  /^[\p{L}%€$°]/u.test(reader.words[at] ?? '') && reader.sense(at, 'functionWord') === undefined;
