import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { OutlineMemory } from '../../../server/src/lsp/outlineMemory';
import { messagesFor } from '../../../server/src/messages/reading';
import { createArticle } from '../../../server/src/service/article';

const TEXT = ` date 2017-01 Le port attend ses bateaux

« Il faut signer avant le 15 mars 2017 », a déclaré Jeanne Morvan, ministre de la Pêche, à Port-Clair.

Un quai vide

Selon Yann Kervella, « rien n'est prêt

« et personne ne vient ». La veille, rien.

Un hiver long

Deux jours plus tard, Morvan l'a redit : « Nous attendrons. » Elle a ajouté que le port était sûr.
`;

const PIECES = [
  '',
  ' ',
  '\n',
  '\n\n',
  '« ',
  ' »',
  'Jeanne Morvan',
  'le 3 mai 2016',
  ' date 2015-06 ',
  ', a dit Paul Le Goff, ',
  'e',
];
const change = fc.record({ at: fc.nat(600), remove: fc.nat(30), insert: fc.constantFrom(...PIECES) });

describe('the outline of an article that is edited', () => {
  const messages = messagesFor('fr');
  const analyser = createAnalyser();
  const outlined = (memory: OutlineMemory, text: string) =>
    memory.symbols(createArticle(text, analyser.analyse({ id: 'x', text })), messages, []);

  it('is the one of an article that was never seen before', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const memory = new OutlineMemory();
        let text = TEXT;
        outlined(memory, text);
        for (const { at, remove, insert } of changes) {
          text = text.slice(0, at) + insert + text.slice(at + remove);
          expect(outlined(memory, text)).toEqual(outlined(new OutlineMemory(), text));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the blocks that an edit leaves as they were', () => {
    const memory = new OutlineMemory();
    const [, , lead] = outlined(memory, TEXT);
    const edited = outlined(memory, TEXT.replace('rien n', 'vraiment rien n'));
    expect(lead?.children?.length).toBeGreaterThan(0);
    expect(edited[2]).toBe(lead);
    expect(JSON.stringify(edited)).toContain('vraiment rien');
  });
});
