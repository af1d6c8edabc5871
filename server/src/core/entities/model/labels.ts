import type { EntityType } from '../../analysis';

/** The types in the order of their numbers. */
export const TYPES: readonly EntityType[] = ['PER', 'LOC', 'ORG', 'MISC'];

/**
 * Labels of the sequence model, in the BILOU scheme: 0 is outside; then for each type begin, inside, last and unit
 * (a name of one word). Of the schemes it is the one that says most about where a name ends.
 */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * TYPES.length;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

/** The label of a position (BEGIN, INSIDE, LAST, UNIT) in a name of a type. */
export const labelOf = (type: number, position: number): number => 1 + type * 4 + position;
/** The type's number, or -1 for outside. */
export const typeOf = (label: number): number => (label === OUTSIDE ? -1 : (label - 1) >> 2);
/** The position; meaningless for outside. */
export const positionOf = (label: number): number => (label - 1) & 3;

const closes = (label: number): boolean => label === OUTSIDE || positionOf(label) === LAST || positionOf(label) === UNIT;
const opens = (label: number): boolean => label === OUTSIDE || positionOf(label) === BEGIN || positionOf(label) === UNIT;

/** Whether a label may follow another one. */
export function mayFollow(before: number, after: number): boolean {
  if (closes(before)) return opens(after);
  return !opens(after) && typeOf(before) === typeOf(after);
}

/** Whether a sequence may begin or end with a label. */
export const mayStart = opens;
export const mayEnd = closes;

/** For each label those that may stand before it. */
export const PREDECESSORS: readonly (readonly number[])[] = Array.from({ length: LABELS }, (_, after) =>
  Array.from({ length: LABELS }, (_unused, before) => before).filter((before) => mayFollow(before, after)),
);
