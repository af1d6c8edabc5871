/** The messages about relations and events between annotations. */
import { type FlatRange, requestOnDocument } from './message';

/** One end of a relation, or an argument of an event. */
export interface RelationEndInfo {
  /** Absent for the two ends of a relation that have no names. */
  readonly role?: string;
  readonly words: string;
  /** The type in words; of an event, the event's. */
  readonly title: string;
  readonly range: FlatRange;
  /** The item's id; of an event, that of the words that tell it. */
  readonly item: string;
}

/** A relation or an event on the text. */
export interface RelationInfo {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  /** The words that an event is told with; absent for a relation between two. */
  readonly trigger?: RelationEndInfo;
  readonly ends: readonly RelationEndInfo[];
}

/** Client → server: the relations of an item, or without one all of the article. */
export const RelationsRequest = requestOnDocument<{ readonly uri: string; readonly item?: string }, readonly RelationInfo[]>(
  'review/relations',
);
