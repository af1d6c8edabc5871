import { dateFromName, readHeader } from '../core/structure/header';
import { type Comparable, DUPLICATE_DEFAULTS, type DuplicateFinder, duplicateFinder } from './duplicates';
import type { Query } from './query/query';

/** The filter that counts an article once that is there several times, exactly or nearly: the earliest of each group. */
export const COPIES_FILTER = 'copies';
/** Its only value. */
export const ONCE = 'once';

/** Whether a query counts copies once: itself, or a sub-corpus that it looks in. */
export const countsOnce = ({ filters, inside = [] }: Query): boolean =>
  filters.some(({ key }) => key === COPIES_FILTER) || inside.some(countsOnce);

/** Finds which of the articles that it is given are copies, as search, tables and exports leave them out. */
export const copyFinder = (): DuplicateFinder => duplicateFinder(DUPLICATE_DEFAULTS);

/**
 * A file's article as it is compared with others: without its header, and with the day that is known of it, else what its header
 * or its file's name says. `id`: the file's path.
 */
export function comparable(
  { id, text, date }: Omit<Comparable, 'date'> & { readonly date: string | null | undefined },
  patterns: Parameters<typeof readHeader>[1],
): Comparable {
  const header = readHeader(text, patterns);
  return { id, text: text.slice(header?.end ?? 0), date: date ?? header?.date ?? dateFromName(id) };
}

/** The ids of all but the first of each group. */
export const copiesOf = (finder: Pick<DuplicateFinder, 'groups'>): ReadonlySet<string> =>
  new Set(finder.groups().flatMap((group) => group.slice(1).map(({ id }) => id)));

/** What is left out where nothing is: no article is a copy, or nobody asked. */
export const NO_COPIES: ReadonlySet<string> = new Set();
