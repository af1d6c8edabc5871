import { describe, expect, test } from 'vitest';
import { entityPack as english } from '../../../server/src/core/languages/en/entities';
import { entityPack as french } from '../../../server/src/core/languages/fr/entities';
import { analyse } from './helpers';

const PACKS = { fr: french, en: english };
const LAST = { fr: 'et Quelmar ferment', en: 'and Quelmar are closing' };

/** Each noun that says what its examples are, and each word that leads to examples: a list whose members all count. */
describe.each(['fr', 'en'] as const)('what is named as an example (%s)', (language) => {
  const { classNouns = new Map(), exampleLeads = new Set() } = PACKS[language];
  const typesOf = (noun: string, lead: string): readonly unknown[] =>
    ['Velprix', 'Quelmar'].map((name) => {
      const text = `${language === 'fr' ? 'Plusieurs' : 'Some'} ${noun}, ${lead} Velprix ${LAST[language]}.`;
      const at = text.indexOf(name);
      return analyse(text, language).entities.find(({ start, end }) => start === at && end === at + name.length)?.type;
    });

  test.each([...classNouns])('of %s is %s', (noun, type) => {
    expect(typesOf(noun, [...exampleLeads][0] as string)).toEqual([type, type]);
  });
  test.each([...exampleLeads])('behind %s', (lead) => {
    const [noun, type] = [...classNouns][0] as [string, string];
    expect(typesOf(noun, lead)).toEqual([type, type]);
  });
});
