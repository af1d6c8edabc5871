import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../../server/src/core/analysis';
import { quotationAtPlace, quoteWithSource } from '../../../server/src/service/quoteSource';

const quote = (more: Partial<Quotation>): Quotation => ({
  spans: [[10, 30]],
  text: 'Les bateaux sont rentrés',
  kind: 'direct',
  confidence: 1,
  ...more,
});
const PLACE = { language: 'fr', date: '2016-03-04', title: 'Le port', source: 'Le Phare', file: 'press/a.txt' };

describe('a quotation with its source', () => {
  it('has the marks of its language, who says it, and where it stands, with a date for the reader', () => {
    const said = quote({ speakerName: 'Anne Morel' });
    expect(quoteWithSource(said, PLACE, 'fr')).toBe(
      '«\u00a0Les bateaux sont rentrés\u00a0» — Anne Morel, Le port, Le Phare, 4 mars 2016, press/a.txt',
    );
    expect(quoteWithSource(said, { ...PLACE, language: 'en' }, 'en')).toContain('“Les bateaux sont rentrés” — Anne Morel, ');
    expect(quoteWithSource(said, { language: 'en', date: '2016', file: 'a.txt' }, 'en')).toMatch(/— Anne Morel, 2016, a\.txt$/);
  });

  it('has no marks where it is reported, and says where an incise is left out', () => {
    expect(quoteWithSource(quote({ kind: 'indirect' }), PLACE, 'fr')).toMatch(/^Les bateaux sont rentrés — Le port/);
    expect(quoteWithSource(quote({ text: 'Les bateaux … sont là' }), PLACE, 'fr')).toContain('Les bateaux […] sont là');
  });

  it('is the innermost one around a place, at its marks too', () => {
    const [outer, inner] = [quote({ spans: [[10, 60]] }), quote({ spans: [[20, 30]] })];
    expect(quotationAtPlace([outer, inner], 25)).toBe(inner);
    expect(quotationAtPlace([outer, inner], 9)).toBe(outer);
    expect(quotationAtPlace([outer, inner], 70)).toBeUndefined();
  });
});
