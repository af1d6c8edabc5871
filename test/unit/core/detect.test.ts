import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../server/src/core/languages/detect';

describe('the language of a text', () => {
  test.each([
    ['Le port de Vell a rouvert hier, a annoncé Anna Berg.', 'fr'],
    ['Une fuite a fermé le port mardi.', 'fr'],
    ['The harbour of Vell reopened yesterday, Anna Berg said.', 'en'],
    ['The port reopened.', 'en'],
    ['Der Hafen wurde gestern geöffnet.', 'de'],
    ['El puerto reabrió ayer, anunció Anna Berg.', 'es'],
    ['Il porto ha riaperto ieri, ha annunciato Anna Berg.', 'it'],
    ['O porto reabriu ontem.', 'pt'],
    ['De haven is gisteren geopend.', 'nl'],
  ])('is told by the small words of one sentence: %s', (text, language) => {
    for (const fallback of ['fr', 'en']) expect(detectLanguage(text, fallback)).toBe(language);
  });

  test.each([
    ['Amazing drinks, friendly staff!', 'en'],
    ['Best bakery around', 'en'],
    ['You must love lamps', 'en'],
    ['Très bon accueil, merci beaucoup', 'fr'],
    ['Petite cuisine, grande salle', 'fr'],
  ])('is told by the common words of a line that has no small ones: %s', (text, language) => {
    for (const fallback of ['fr', 'en']) expect(detectLanguage(text, fallback)).toBe(language);
  });

  test.each(['Vell', 'Anna Berg, maire', '2017', ''])('is the usual one where nothing tells: %j', (text) => {
    expect(detectLanguage(text, 'en')).toBe('en');
    expect(detectLanguage(text, 'fr')).toBe('fr');
  });

  test('small words that look alike make no Spanish of Swedish', () => {
    const text = 'Polisen i Vell har gripit en man som misstänks för branden, och de säger att han nekar till brott i går kväll.';
    expect(detectLanguage(text, 'fr')).toBe('sv');
  });
});
