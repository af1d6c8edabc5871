import { describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '../../../server/src/core/entities/index';
import { analyse, makeAnalyser, mentionsOf } from './helpers';

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
  it('are left whole where they name two persons of the document', () => {
    const text = 'Odile Sarna et Gilles Kermadec ont couru à Lyon. Le duo Sarna-Kermadec est troisième.';
    const types = (names: readonly GazetteerEntry[]) =>
      check(text, names).entities.map((mention) => `${mention.type} ${mention.text}`);
    expect(types([])).toContain('PER Kermadec');
    expect(types([entry('Sarna-Kermadec', 'ORG')])).toContain('ORG Sarna-Kermadec');
  });
  it('do not match an acronym in small letters', () => {
    expect(check('Il ose partir.', [entry('OSE', 'ORG')]).entities).toEqual([]);
  });
  it('are found in languages without a model', () => {
    const { entities } = check('Vandaag sprak Meridiaan Groep over de plannen.', [entry('Meridiaan Groep', 'ORG')], 'nl');
    expect(entities.map((mention) => mention.text)).toEqual(['Meridiaan Groep']);
  });
});

describe("a person's name", () => {
  const persons = (text: string, language = 'fr'): string[] =>
    analyse(text, language)
      .entities.filter((mention) => mention.type === 'PER')
      .map((mention) => mention.text);
  const before = 'Odile Sarna est maire de Tolvanne depuis dix ans.\n\n';

  it.each([
    'Suivez',
    'Écoutez',
    'Relisez',
    'Soutenons',
    'Interrogée',
    'Libérez',
    'Regardez',
    'Voici',
    'Vive',
    'Bonjour',
    'Mais',
    'Ni',
    'Demain',
    'Certes',
    'Pauvre',
    'Cher',
    'Surtout',
    'Combien',
  ])('does not begin with the word that a sentence begins with: %s', (head) => {
    const { entities } = analyse(`${before}${head} Sarna, la maire de Tolvanne.`);
    expect(entities.map((mention) => mention.text).filter((text) => text.endsWith('Sarna'))).toEqual(['Odile Sarna', 'Sarna']);
  });
  it.each(['Follow', 'Read', 'But', 'Meet', 'Poor', 'Even', 'Hello', 'Born', 'Bless', 'Listen'])(
    'does not begin with the word that an English sentence begins with: %s',
    (head) => {
      const found = persons(`Odile Sarna has been mayor of Tolvane for ten years.\n\n${head} Sarna on social media.`, 'en');
      expect(found.filter((name) => name.startsWith(head))).toEqual([]);
    },
  );
  it('keeps a given name that a sentence begins with', () => {
    for (const name of ['Rose Sarna', 'Aimé Sarna', 'Jean-Marcel Sarna', 'Raheel Sharif', 'Désiré Sarna'])
      expect(persons(`${name} a ouvert le port de Tolvanne.`)).toEqual([name]);
  });
  it('does not begin with what somebody is addressed by', () => {
    for (const address of ['Mme', 'M.', 'Mlle'])
      expect(persons(`Selon l'avocat de ${address} Dubois, le maire, tout va bien. ${address} Dubois est d'accord.`)).toEqual([
        'Dubois',
        'Dubois',
      ]);
    expect(persons('The harbour belongs to Mr. Sarna. Mrs Sarna agreed.', 'en')).toEqual(['Sarna', 'Sarna']);
  });
  it('ends before a verb and a mark', () => {
    const text =
      'Gaspard balbutia une excuse. Gaspard sortit.\n\nOmbeline reconnut Gaspard. — Gaspard ! dit-elle. Elle vit Gaspard retomber.';
    for (const name of persons(text)) expect(name).toMatch(/^(?:Gaspard|Ombeline)$/);
  });
});

describe('names that the lists know', () => {
  it('have the type that the lists know for just these words, where it is in doubt', () => {
    expect(mentionsOf('He works for Smith Barney.', 'en')).toEqual(['ORG Smith Barney']);
  });
});
