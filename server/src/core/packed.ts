const EMPTY: readonly never[] = Object.freeze([]);
/** The engine makes room for so many at the first one that is put into a list. */
const ROOM = 17;

/**
 * A list that stays, as long as it is: one that grew holds room for more, and of most paragraphs' lists that room would be
 * nearly all. Those that are empty are one.
 */
export function packed<T>(list: readonly T[]): readonly T[] {
  if (list.length === 0) return EMPTY;
  return list.length < ROOM ? list.slice() : list;
}
