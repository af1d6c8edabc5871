import type { SchemaInfo } from '../../../server/src/protocol';

/** What a key does in the review mode, besides setting a type. */
export type ReviewAction =
  | 'confirm'
  | 'reject'
  | 'clear'
  | 'next'
  | 'previous'
  | 'widenEnd'
  | 'narrowEnd'
  | 'widenStart'
  | 'narrowStart'
  | 'split'
  | 'merge'
  | 'setSpeaker'
  | 'setPart'
  | 'setValue'
  | 'note'
  | 'attribute'
  | 'sameEntity'
  | 'differentEntity'
  | 'allMentions'
  | 'rejectMentions'
  | 'nextFile'
  | 'undo'
  | 'redo';

/**
 * The keys of the review mode that are not types'. Letters that the built-in schema gives to types are not among them;
 * a project's own schema may take any: its types come first, and every action has a command too.
 */
export const ACTION_KEYS: Readonly<Record<string, ReviewAction>> = {
  enter: 'confirm',
  y: 'confirm',
  delete: 'reject',
  backspace: 'reject',
  r: 'reject',
  c: 'clear',
  tab: 'next',
  space: 'next',
  n: 'next',
  'shift+tab': 'previous',
  'shift+n': 'previous',
  f: 'widenEnd',
  'shift+f': 'narrowEnd',
  b: 'widenStart',
  'shift+b': 'narrowStart',
  k: 'split',
  g: 'merge',
  'shift+k': 'differentEntity',
  'shift+g': 'sameEntity',
  h: 'setSpeaker',
  'shift+h': 'setPart',
  v: 'setValue',
  j: 'note',
  'shift+j': 'attribute',
  a: 'allMentions',
  'shift+a': 'rejectMentions',
  'shift+d': 'nextFile',
  z: 'undo',
  'shift+z': 'redo',
};

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
