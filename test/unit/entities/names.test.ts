import { describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '../../../server/src/core/entities/index';
import { makeAnalyser, mentionsOf } from './helpers';

const entry = (name: string, type: GazetteerEntry['type'], more: Partial<GazetteerEntry> = {}): GazetteerEntry => ({
  name,
  type,
  aliases: [],
  ...more,
});

const check = (text: string, names: readonly GazetteerEntry[], language = 'fr') =>
  makeAnalyser(names).analyse({ id: 'test', text, language });

describe("the project's own names", () => {
  it('are found where the model would find nothing, with full confidence', () => {
    const text = 'Hier soir, le dossier lichen gris a été refermé sans suite.';
    expect(mentionsOf(text)).not.toContain('ORG lichen gris');
    const { entities } = check(text, [entry('lichen gris', 'ORG')]);
    expect(entities.map(({ type, text, confidence }) => ({ type, text, confidence }))).toContainEqual({
      type: 'ORG',
      text: 'lichen gris',
      confidence: 1,
    });
  });
  it('win over what the model says', () => {
    const { entities } = check('Il habite à Paris depuis un an.', [entry('Paris', 'MISC')]);
    expect(entities.map((mention) => mention.type)).toEqual(['MISC']);
  });
  it('bring identifier, note and canonical name to the entity, through an alias too', () => {
    const names = [entry('Orlanda Vestier', 'PER', { aliases: ['la Vestier'], identifier: 'Q0', note: 'invented' })];
    const { entities, entityIndex } = check('Hier, la Vestier a chanté à Lyon.', names);
    const entity = entityIndex.find((candidate) => candidate.name === 'Orlanda Vestier');
    expect(entity).toMatchObject({ type: 'PER', identifier: 'Q0', note: 'invented', aliases: ['la Vestier'] });
    expect(entities.some((mention) => mention.text === 'la Vestier' && mention.entity === entity?.id)).toBe(true);
  });
  it('do not match an acronym in small letters', () => {
    expect(check('Il ose partir.', [entry('OSE', 'ORG')]).entities).toEqual([]);
  });
  it('are found in languages without a model', () => {
    const { entities } = check('Vandaag sprak Meridiaan Groep over de plannen.', [entry('Meridiaan Groep', 'ORG')], 'nl');
    expect(entities.map((mention) => mention.text)).toEqual(['Meridiaan Groep']);
  });
});
