import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KEY_SET_NAMES, KEY_SETS } from '../../../client/src/review/keySets';
import { actionKeysIn, meaningOf, takesExactly } from '../../../client/src/review/keys';
import type { SchemaInfo } from '../../../server/src/protocol';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
interface Bound {
  readonly command: string;
  readonly key: string;
  readonly args?: string | { readonly key: string; readonly otherwise: string };
  readonly mac?: string;
  readonly when: string;
}
const inMode: readonly Bound[] = contributes.keybindings.filter(
  ({ args, when }: Bound) => args && when.includes('corpusAnnotator.reviewing'),
);
const ACTION_KEYS = actionKeysIn('ours');

/** What VS Code runs for a key while a set is in force: the last binding that holds. */
const runs = (key: string, set: string): string | undefined =>
  inMode
    .filter((bound) => bound.key === key)
    .filter(({ when }) => {
      const sets = /reviewKeys =~ \/\^\(([^)]*)\)/.exec(when)?.[1];
      return sets === undefined || sets.split('|').includes(set);
    })
    .at(-1)
    ?.command.replace('corpusAnnotator.review.', '');

const schema = (key: string): SchemaInfo => ({
  layers: [{ id: 'entity', title: 'Entities', review: true, attributes: [], types: [{ id: 'LAW', title: 'Law', key }] }],
});

describe('keys of the review mode', () => {
  it('of the built-in types and of the actions are all different', () => {
    const types = DEFAULT_SCHEMA.layers.flatMap((layer) => layer.types.map(({ key }) => key as string));
    expect(new Set(types).size).toBe(types.length);
    expect(types.filter((key) => Object.hasOwn(ACTION_KEYS, key))).toEqual([]);
  });

  it('set a type of the schema, or do an action, or nothing', () => {
    expect(meaningOf('l', schema('l'), 'ours')).toEqual({ layer: 'entity', type: 'LAW', title: 'Law' });
    expect(meaningOf('enter', schema('l'), 'ours')).toBe('confirm');
    expect(meaningOf('9', schema('l'), 'ours')).toBeUndefined();
    expect(meaningOf('constructor', undefined, 'ours')).toBeUndefined();
  });

  it('a project’s own type comes before an action', () => {
    expect(meaningOf('r', schema('R'), 'ours')).toMatchObject({ type: 'LAW' });
    expect(meaningOf('r', undefined, 'ours')).toBe('reject');
  });

  it('are bound, each to itself, in the mode alone; every letter, so that none is typed by mistake', () => {
    for (const { key, args, when } of inMode) {
      expect(typeof args === 'string' ? args : args?.key).toBe(key);
      expect(when).toContain('corpusAnnotator.reviewing');
    }
    const bound = inMode.map(({ key }) => key);
    for (const key of Object.keys(ACTION_KEYS)) expect(bound).toContain(key);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(bound).toEqual(expect.arrayContaining([letter, `shift+${letter}`]));
  });
});

describe('Alt with a letter in the review mode', () => {
  const all: readonly Bound[] = contributes.keybindings;
  const inArticle = (when: string): boolean => when.includes('editorLangId == article');
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];

  it('is ours for every letter, on a Mac too: what VS Code or its menus have on it is nothing there', () => {
    // of bindings that hold the last is taken, and an extension’s come after VS Code’s own, which stand before its menus
    for (const letter of letters) {
      const last = all.filter(({ key, when }) => key === `alt+${letter}` && inArticle(when)).at(-1);
      expect([last?.command, last?.mac], letter).toEqual(['corpusAnnotator.review.key', `ctrl+alt+${letter}`]);
      expect(last?.when).toContain('corpusAnnotator.reviewing');
    }
  });

  it('does what it does elsewhere where it takes nothing exactly', () => {
    const elsewhere = all.filter(
      ({ key, when }) => /^alt\+[a-z]$/.test(key) && inArticle(when) && !when.includes('corpusAnnotator.reviewing'),
    );
    expect(elsewhere.length).toBeGreaterThan(5);
    for (const { key, command } of elsewhere) {
      const bound = inMode.filter((one) => one.key === key && one.command === 'corpusAnnotator.review.key');
      expect(
        bound.map(({ args }) => args),
        key,
      ).toEqual([{ key, otherwise: command }]);
    }
  });

  it('takes exactly for each built-in type, whatever its letter, and for a cut', () => {
    const types = DEFAULT_SCHEMA.layers.flatMap((layer) => layer.types.map(({ key }) => key as string));
    const known = { layers: DEFAULT_SCHEMA.layers.map((layer) => ({ ...layer, review: true, attributes: [] })) } as SchemaInfo;
    for (const key of [...types, 'k']) {
      expect(
        inMode.some((bound) => bound.key === `alt+${key.toLowerCase()}`),
        key,
      ).toBe(true);
      expect(takesExactly(meaningOf(key.toLowerCase(), known, 'ours')), key).toBe(true);
    }
    expect([takesExactly(meaningOf('n', known, 'ours')), takesExactly(undefined)]).toEqual([false, false]);
  });
});

describe('sets of keys', () => {
  it('each give a key to the command that they say, which can be given another one by itself', () => {
    for (const set of KEY_SET_NAMES)
      for (const [key, action] of Object.entries(actionKeysIn(set))) expect(runs(key, set), `${set} ${key}`).toBe(action);
  });

  it('are those of Prodigy: A accepts, X rejects, Space skips', () => {
    expect([runs('a', 'prodigy'), runs('x', 'prodigy'), runs('space', 'prodigy')]).toEqual(['confirm', 'reject', 'next']);
    // also where a type has the key
    expect(meaningOf('x', schema('x'), 'prodigy')).toBe('reject');
    expect(meaningOf('x', schema('x'), 'ours')).toMatchObject({ type: 'LAW' });
    expect([runs('a', 'ours'), runs('x', 'ours')]).toEqual(['allMentions', 'key']);
  });

  it('lose no action: each has a key in every set, and none has one that is another’s', () => {
    for (const set of KEY_SET_NAMES) {
      const keys = actionKeysIn(set);
      expect(new Set(Object.values(keys))).toEqual(new Set(Object.values(ACTION_KEYS)));
      for (const [action, own] of Object.entries(KEY_SETS[set])) for (const key of own) expect(keys[key]).toBe(action);
    }
  });
});
