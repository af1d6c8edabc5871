import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleAnalysis } from '../../../server/src/core/analysis';
import { analyse, makeAnalyser } from './helpers';

const PIECES = [
  'Jean Martin',
  'Martin',
  'Mme Durand',
  'le président du Sénat,',
  'Paris',
  'Russie-Iran',
  "l'ONU",
  'Organisation mondiale de la santé',
  '(OMS)',
  'OMS',
  'Conseil de sécurité des Nations unies',
  '© AFP Photo/ Ada Roy Le',
  'a déclaré',
  'anti-',
  '«',
  '»',
  ',',
  '.',
  '\n\n',
  '\r\n',
  'le',
  'de la',
  '😀',
  'É́',
  'ÉTATS-UNIS',
  '2016',
  'J.-C.',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
);
const language = fc.constantFrom('fr', 'en', 'de');

function checkShape(source: string, { entities, entityIndex }: ArticleAnalysis): void {
  const counts = new Map<string, number>();
  let last = -1;
  let outerEnd = 0;
  for (const mention of entities) {
    expect(mention.start).toBeGreaterThanOrEqual(0);
    expect(mention.end).toBeGreaterThan(mention.start);
    expect(mention.end).toBeLessThanOrEqual(source.length);
    expect(source.slice(mention.start, mention.end)).toBe(mention.text);
    expect(mention.start).toBeGreaterThanOrEqual(last);
    expect(mention.confidence).toBeGreaterThanOrEqual(0);
    expect(mention.confidence).toBeLessThanOrEqual(1);
    if (mention.nested) expect(mention.end).toBeLessThanOrEqual(outerEnd);
    else {
      expect(mention.start).toBeGreaterThanOrEqual(outerEnd);
      outerEnd = mention.end;
    }
    last = mention.start;
    counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1);
  }
  expect(new Set(entityIndex.map((entity) => entity.id)).size).toBe(entityIndex.length);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(entityIndex.map((entity) => [entity.id, entity.mentions])));
  for (const entity of entityIndex) {
    expect(entity.aliases).not.toContain(entity.name);
    const types = entities.filter((mention) => mention.entity === entity.id).map((mention) => mention.type);
    expect(types.every((type) => type === entity.type)).toBe(true);
  }
}

describe('entities of any text', () => {
  it('have sound spans, ids and counts', () => {
    fc.assert(
      fc.property(text, language, (source, tag) => checkShape(source, analyse(source, tag))),
      { numRuns: 150 },
    );
  });
  it("have them with the project's names too", () => {
    const analyser = makeAnalyser([
      { name: 'Martin Paris', type: 'ORG', aliases: ['Paris', 'OMS', '«'] },
      { name: 'le', type: 'MISC', aliases: [''] },
    ]);
    fc.assert(
      fc.property(text, (source) => checkShape(source, analyser.analyse({ id: 'x', text: source, language: 'fr' }))),
      { numRuns: 80 },
    );
  });
  it('do not depend on what was analysed before', () => {
    const source = 'Jean Martin a rencontré Ada Roy à Lyon. Martin est reparti.';
    const before = makeAnalyser().analyse({ id: 'x', text: source, language: 'fr' });
    const analyser = makeAnalyser();
    for (const other of ['Martin (Manche)', 'ROY MARTIN LYON', source.slice(0, 30)])
      analyser.analyse({ id: 'y', text: other, language: 'fr' });
    expect(analyser.analyse({ id: 'x', text: source, language: 'fr' })).toEqual(before);
  });
  it('take a time that grows no faster than the text', () => {
    const hard = [
      'Jean Martin, ',
      'A-B-C-',
      "l'l'l'",
      'président du ',
      '« (',
      'A.B.',
      'Paris Paris ',
      '© Mira/ Ada Roy Le port\n',
    ];
    for (const piece of hard) {
      const time = (n: number): number => {
        const source = piece.repeat(n);
        const started = performance.now();
        makeAnalyser().analyse({ id: 'x', text: source, language: 'fr' });
        return performance.now() - started;
      };
      time(200);
      // eight times the text may take sixteen times as long, and a grace for the machine
      expect(time(8000)).toBeLessThan(16 * time(1000) + 500);
    }
  });
});
