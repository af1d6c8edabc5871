import type { SchemaInfo } from '../../../server/src/protocol';
import { actionKeys, REVIEW_ACTIONS, type ReviewAction } from './actions';
import { actionsIn, claimedIn, KEY_SET_NAMES, type KeySet } from './keySets';

/** The keys of the review mode that are not types', in a set. */
export const actionKeysIn = (set: KeySet): Readonly<Record<string, ReviewAction>> => ACTION_KEYS[set];

const ACTION_KEYS = Object.fromEntries(
  KEY_SET_NAMES.map((set) => [set, actionKeys(actionsIn(set, REVIEW_ACTIONS)) as Readonly<Record<string, ReviewAction>>]),
) as Readonly<Record<KeySet, Readonly<Record<string, ReviewAction>>>>;

/** A layer's type that a key sets. */
export interface KeyedType {
  readonly layer: string;
  readonly type: string;
  readonly title: string;
}

/** What a key is for: what the set in force gives it to, else a type of the schema, else an action, else nothing. */
export function meaningOf(key: string, schema: SchemaInfo | undefined, set: KeySet): KeyedType | ReviewAction | undefined {
  const keys = actionKeysIn(set);
  if (claimedIn(set).has(key)) return keys[key];
  for (const layer of schema?.layers ?? []) {
    const type = layer.types.find((declared) => declared.key?.toLowerCase() === key);
    if (type) return { layer: layer.id, type: type.id, title: type.title };
  }
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** Whether it makes a difference that a key takes exactly what is selected, or where the cursor is: types, boundaries, cuts. */
export const takesExactly = (meaning: KeyedType | ReviewAction | undefined): boolean =>
  typeof meaning === 'object' || (meaning !== undefined && EXACT.has(meaning));

const EXACT: ReadonlySet<ReviewAction> = new Set(['split', 'setPart', 'event']);

const WAITING: ReadonlySet<ReviewAction> = new Set([
  'setSpeaker',
  'setPart',
  'setValue',
  'note',
  'attribute',
  'relate',
  'event',
  'renameEntity',
  'addName',
  'relations',
  'sameEntity',
  'differentEntity',
  'allMentions',
  'rejectMentions',
  'nextFile',
  'labels',
]);

/** Whether an action asks the person, or may take long: the keys after it are not kept until it is done. */
export const waitsForPerson = (action: ReviewAction): boolean => WAITING.has(action);
