import type { ReviewAction, ReviewActions } from './actions';

/** The keys of the review mode, as a setting has them. */
export type KeySet = 'ours' | 'prodigy' | 'brat';

/**
 * What each set gives to actions in place of their own keys. A key that a set gives away belongs to that action alone: no
 * type that the built-in schema or a project gives it has it then, and no other action.
 */
export const KEY_SETS: Readonly<Record<KeySet, Readonly<Partial<Record<ReviewAction, readonly string[]>>>>> = {
  ours: {},
  prodigy: {
    confirm: ['a', 'enter'],
    reject: ['x', 'delete'],
    next: ['space'],
    undo: ['backspace', 'z'],
    allMentions: ['shift+a'],
    rejectMentions: ['shift+x'],
  },
  brat: {
    confirm: ['enter'],
    reject: ['delete', 'backspace'],
    next: ['space', 'tab'],
    note: ['n'],
    relate: ['r'],
    relations: ['shift+r'],
  },
};

export const KEY_SET_NAMES = Object.keys(KEY_SETS) as readonly KeySet[];

/** The actions with the keys that they have in a set. */
export function actionsIn(set: KeySet, actions: ReviewActions): ReviewActions {
  const given: Readonly<Partial<Record<string, readonly string[]>>> = KEY_SETS[set];
  const taken = claimedIn(set);
  const left = (keys: readonly string[]): readonly string[] => keys.filter((key) => !taken.has(key));
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => {
      const own = given[name];
      const keys = own ?? left(action.keys);
      return [name, { ...action, keys, quietKeys: own === undefined ? left(action.quietKeys ?? []) : [] }];
    }),
  );
}

/** The keys that a set gives away. */
export function claimedIn(set: KeySet): ReadonlySet<string> {
  return new Set(Object.values(KEY_SETS[set]).flat());
}
