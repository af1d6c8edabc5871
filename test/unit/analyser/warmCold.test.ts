import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyserOptions, createAnalyser } from '../../../server/src/core/analyser';
import type { ArticleSketch } from '../../../server/src/core/sketch';
import { paintCodes } from '../../../server/src/service/semanticTokens';

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

/** Paragraphs in which names are full, short or acronyms, dates count from dates, and people speak in turn. */
const LONG = `${TEXT}
Mme Morvan a rappelé que l'Union des pêcheurs de Valdorie (UPV) l'avait demandé la veille.

« Nous verrons », a répondu l'UPV. Le patron du chantier, Yann Kervella, en doute : « Rien n'est signé. »

Kervella n'a pas voulu en dire plus. Selon le ministère de la Pêche, les travaux ont commencé le lundi 16 janvier 2017.

Trois jours plus tard, à 18 heures, la ministre est revenue au port. Elle a dit qu'elle y croyait.

Rose Lorient, maire de Port-Clair, attend aussi. « Qu'ils viennent », dit-elle.

L'élue a reçu Arden Foods Inc. mardi. Arden a promis dix bateaux d'ici à 2019.
`;

const NAMES = ['Jeanne Morvan', 'Morvan', 'Yann Kervella', 'Rose Lorient', 'UPV', 'Otan', 'Port-Clair'];

/** A change by what it does to a text. */
const change = fc.oneof(
  // the only full mention of a name goes, or comes somewhere else
  fc.constantFrom(...NAMES).map((name) => (text: string) => text.replace(name, 'On')),
  fc.tuple(fc.constantFrom(...NAMES), fc.nat(3_000)).map(
    ([name, at]) =>
      (text: string) =>
        insert(text, at, ` ${name} `),
  ),
  fc.constantFrom('2015-06', '2017-01-19', '').map((date) => (text: string) => text.replace(/date [\d-]*/, `date ${date}`)),
  fc.nat(3_000).map((at) => (text: string) => insert(text, at, '« ')),
  // paragraphs are joined, cut, moved, doubled
  fc.nat(20).map((n) => (text: string) => paragraphs(text, (list) => list.splice(n, 2, list.slice(n, n + 2).join(' ')))),
  fc.nat(3_000).map((at) => (text: string) => insert(text, at, '\n\n')),
  fc.tuple(fc.nat(20), fc.nat(20)).map(
    ([from, to]) =>
      (text: string) =>
        paragraphs(text, (list) => list.splice(to, 0, ...list.splice(from, 1))),
  ),
  fc.nat(20).map((n) => (text: string) => paragraphs(text, (list) => list.splice(n, 0, ...list.slice(n, n + 1)))),
  fc.record({ at: fc.nat(3_000), remove: fc.nat(40), words: fc.constantFrom(...PIECES) }).map(({ at, remove, words }) => {
    return (text: string) => insert(text.slice(0, at) + text.slice(at + remove), at, words);
  }),
);

const insert = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at);

function paragraphs(text: string, edit: (list: string[]) => void): string {
  const list = text.split('\n\n');
  edit(list);
  return list.join('\n\n');
}

// the trained models are a build's product: the property holds with them and without
const model = (language: string): Uint8Array | undefined => {
  const file = fileURLToPath(new URL(`../../../server/models/${language}.bin`, import.meta.url));
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
};
const models = new Map(['fr', 'en'].map((language) => [language, model(language)]));

/** What is painted where, in numbers. */
function coloursOf(analysis: ArticleSketch): readonly number[] {
  const { starts, ends, codes, length } = paintCodes({ analysis });
  return [starts, ends, codes].flatMap((list) => [...list.subarray(0, length)]);
}

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

  it('gives it in a long article too, where names, dates and marks come and go', () => {
    const cold = createAnalyser({ ...options, reuse: false });
    fc.assert(
      fc.property(fc.array(change, { minLength: 8, maxLength: 24 }), (changes) => {
        const warm = createAnalyser(options);
        let text = LONG;
        warm.analyse({ id: 'x', text });
        for (const apply of changes) {
          text = apply(text);
          expect(warm.analyse({ id: 'x', text })).toEqual(cold.analyse({ id: 'x', text }));
        }
      }),
      { numRuns: 12 },
    );
    expect(errors).toEqual([]);
  });

  it('gives it after a version that was given up halfway', () => {
    const warm = createAnalyser(options);
    const cold = createAnalyser({ ...options, reuse: false });
    warm.analyse({ id: 'x', text: LONG });
    const steps = warm.analyseStepwise({ id: 'x', text: LONG.replaceAll('Jeanne Morvan', 'Anne Quéré') });
    for (let i = 0; i < 6; i++) steps.next();
    const text = LONG.replace('2017-01', '2015-03');
    expect(warm.analyse({ id: 'x', text })).toEqual(cold.analyse({ id: 'x', text }));
  });

  it('gives it after versions that were given up once their colours were known, anywhere in the article', () => {
    const warm = createAnalyser(options);
    const cold = createAnalyser({ ...options, reuse: false });
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.nat(4)), { minLength: 4, maxLength: 12 }), (changes) => {
        let text = LONG;
        warm.analyse({ id: 'x', text });
        for (const [apply, further] of changes) {
          text = apply(text);
          const steps = warm.analyseStepwise({ id: 'x', text });
          let step = steps.next();
          while (!step.done && step.value === undefined) step = steps.next();
          for (let i = 0; i < further && !step.done; i++) step = steps.next();
        }
        expect(warm.analyse({ id: 'x', text })).toEqual(cold.analyse({ id: 'x', text }));
      }),
      { numRuns: 12 },
    );
    expect(errors).toEqual([]);
  });

  it('gives the colours before it is known who speaks, and never others than in the end', () => {
    const warm = createAnalyser(options);
    let early = 0;
    fc.assert(
      // what holds for a place is no quotation of it: that is known last, and the colours with it
      fc.property(fc.array(change, { maxLength: 4 }), fc.boolean(), (changes, concernsPlace) => {
        const last = concernsPlace ? '\n\nPour la Valdorie, le port est sûr.\n' : '';
        const text = changes.reduce((before, apply) => apply(before), LONG + last);
        const steps = warm.analyseStepwise({ id: 'x', text });
        let sketch: ArticleSketch | undefined;
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.value === undefined) continue;
          if (!step.done) {
            sketch = step.value();
            continue;
          }
          if (sketch === undefined) return;
          early++;
          expect(coloursOf(sketch)).toEqual(coloursOf(step.value));
          return;
        }
      }),
      { numRuns: 40 },
    );
    expect(early).toBeGreaterThan(0);
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
