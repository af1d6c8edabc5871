import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_KEYS, meaningOf } from '../../../client/src/review/keys';
import type { SchemaInfo } from '../../../server/src/protocol';
import { DEFAULT_SCHEMA } from '../../../server/src/store/schema';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const inMode: { key: string; args: string; when: string }[] = contributes.keybindings.filter(
  ({ command }: { command: string }) => command === 'corpusAnnotator.review.key',
);

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
    expect(meaningOf('l', schema('l'))).toEqual({ layer: 'entity', type: 'LAW', title: 'Law' });
    expect(meaningOf('enter', schema('l'))).toBe('confirm');
    expect(meaningOf('9', schema('l'))).toBeUndefined();
    expect(meaningOf('constructor', undefined)).toBeUndefined();
  });

  it('a project’s own type comes before an action', () => {
    expect(meaningOf('r', schema('R'))).toMatchObject({ type: 'LAW' });
    expect(meaningOf('r', undefined)).toBe('reject');
  });

  it('are bound, each to itself, in the mode alone; every letter, so that none is typed by mistake', () => {
    for (const { key, args, when } of inMode) {
      expect(args).toBe(key);
      expect(when).toContain('corpusAnnotator.reviewing');
    }
    const bound = inMode.map(({ key }) => key);
    for (const key of Object.keys(ACTION_KEYS)) expect(bound).toContain(key);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(bound).toEqual(expect.arrayContaining([letter, `shift+${letter}`]));
  });
});
