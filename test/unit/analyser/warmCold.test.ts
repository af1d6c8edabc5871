import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyserOptions, createAnalyser } from '../../../server/src/core/analyser';

const TEXT = ` date 2017-01 La Valdorie veut un accord de pêche

« Il faut signer avant le 15 mars 2017 », a déclaré Jeanne Morvan, ministre de la Pêche de Valdorie, à Port-Clair. Elle a rencontré Yann Kervella le 30 septembre 2016.

Selon lui, « les bateaux de Lorient sont prêts

« et les équipages aussi ». En mars dernier, l'Otan avait déjà envoyé un navire. La veille, rien.

Un port calme

© Photo Le Phare/ Maël Jaouen Le quai vide de Port-Clair.

– Nous n'attendrons pas, a ajouté la ministre. Deux ans plus tard, Morvan l'a redit.
`;

const PIECES = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '« ',
  ' »',
  '"',
  '’',
  '.',
  ', a dit Paul Le Goff, ',
  'Jeanne Morvan',
  'hier',
  'le 3 mai 2016',
  'Selon elle, ',
  ' date 2015-06 ',
  '🎣',
  '\ud83d',
  '\u0000',
  '\u00a0',
  'e\u0301',
  '— ',
];

const edit = fc.record({ at: fc.nat(1_000), remove: fc.oneof(fc.nat(8), fc.nat(300)), insert: fc.constantFrom(...PIECES) });

// the trained models are a build's product: the property holds with them and without
const model = (language: string): Uint8Array | undefined => {
  const file = fileURLToPath(new URL(`../../../server/models/${language}.bin`, import.meta.url));
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
};
const models = new Map(['fr', 'en'].map((language) => [language, model(language)]));

describe('an analyser that has seen earlier versions', () => {
  const errors: unknown[] = [];
  const options: AnalyserOptions = { model: (language) => models.get(language), onError: (_layer, error) => errors.push(error) };

  it('gives what one that sees the text for the first time gives, after any edits', () => {
    const cold = createAnalyser({ ...options, reuse: false });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const warm = createAnalyser(options);
        let text = TEXT;
        warm.analyse({ id: 'x', text });
        for (const { at, remove, insert } of edits) {
          const start = Math.min(at, text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          expect(warm.analyse({ id: 'x', text })).toEqual(cold.analyse({ id: 'x', text }));
        }
      }),
      { numRuns: 30 },
    );
    expect(errors).toEqual([]);
  });

  it('does not let one article speak in another', () => {
    const warm = createAnalyser(options);
    const other = `${TEXT.replaceAll('Jeanne Morvan', 'Léna Quéré').replaceAll('2017', '2012')}`;
    for (const text of [TEXT, other, TEXT, other]) {
      expect(warm.analyse({ id: 'x', text })).toEqual(createAnalyser({ ...options, reuse: false }).analyse({ id: 'x', text }));
    }
  });

  it('gives spans that address their words, whatever the edits', () => {
    const analyser = createAnalyser(options);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = TEXT;
        for (const { at, remove, insert } of edits) {
          const start = Math.min(at, text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
        }
        const { entities, dates, quotes, structure } = analyser.analyse({ id: 'x', text });
        const speech = quotes.flatMap((quote) => [quote.cue, quote.speaker].filter((span) => span !== undefined));
        for (const span of [...entities, ...dates, ...speech]) expect(text.slice(span.start, span.end)).toBe(span.text);
        for (const quote of quotes) {
          expect(quote.spans.map(([start, end]) => text.slice(start, end)).join(' … ')).toBe(quote.text);
        }
        for (const [i, block] of structure.entries()) {
          expect(block.end).toBeGreaterThan(block.start);
          expect(block.start).toBeGreaterThanOrEqual(structure[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
