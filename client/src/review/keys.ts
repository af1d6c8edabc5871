import type { SchemaInfo } from '../../../server/src/protocol';
import { actionKeys, REVIEW_ACTIONS, type ReviewAction } from './actions';

/** The keys of the review mode that are not types'. */
export const ACTION_KEYS = actionKeys(REVIEW_ACTIONS) as Readonly<Record<string, ReviewAction>>;

/** A layer's type that a key sets. */
export interface KeyedType {
  readonly layer: string;
  readonly type: string;
  readonly title: string;
}

/** What a key is for: a type of the schema, else an action, else nothing. */
export function meaningOf(key: string, schema: SchemaInfo | undefined): KeyedType | ReviewAction | undefined {
  for (const layer of schema?.layers ?? []) {
    const type = layer.types.find((declared) => declared.key?.toLowerCase() === key);
    if (type) return { layer: layer.id, type: type.id, title: type.title };
  }
  return Object.hasOwn(ACTION_KEYS, key) ? ACTION_KEYS[key] : undefined;
}

const WAITING: ReadonlySet<ReviewAction> = new Set([
  'setSpeaker',
  'setPart',
  'setValue',
  'note',
  'attribute',
  'relate',
  'renameEntity',
  'addName',
  'relations',
  'sameEntity',
  'differentEntity',
  'allMentions',
  'rejectMentions',
  'nextFile',
]);

/** Whether an action asks the person, or may take long: the keys after it are not kept until it is done. */
export const waitsForPerson = (action: ReviewAction): boolean => WAITING.has(action);
