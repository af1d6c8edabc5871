import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotesOf } from './quote';

const PIECES = [
  ...[
    '« ',
    ' »',
    '«',
    '»',
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '„',
    '‹',
    '›',
    '— ',
    '– ',
    '- ',
    ', ',
    '. ',
    ' : ',
    ' ; ',
    '! ',
    '? ',
    '…',
    '(',
    ')',
    '\n',
    '\n\n',
    '\r\n',
    '\u00a0',
  ],
  ...[
    'dit',
    'a déclaré',
    ' a-t-il dit',
    ' selon ',
    "d'après ",
    'pour ',
    'Paul ',
    'Morel',
    'le ministre ',
    'il ',
    'que ',
    "qu'il ",
    'et ',
    'avoir ',
    'estimant ',
    'la digue ',
    'tient ',
    'said ',
    'Reed ',
    'the ',
  ],
  ...['😀', '\ud83d', '\ude00', 'e\u0301', '𝐀', '中文', '\u0000', '12', '5,5', 'É', ' '],
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

const splits = (words: string, offset: number): boolean => {
  const before = words.charCodeAt(offset - 1);
  const after = words.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};

describe('any text', () => {
  it.each(['fr', 'en', 'de'] as const)('gives quotations within its bounds, in order, with their own words (%s)', (language) => {
    fc.assert(
      fc.property(text, (words) => {
        const quotes = quotesOf(words, language);
        let last = 0;
        quotes.forEach((quotation, index) => {
          expect(quotation.spans.length).toBeGreaterThan(0);
          const spans = [
            ...quotation.spans,
            ...[quotation.cue, quotation.speaker].flatMap((s) => (s ? [[s.start, s.end] as const] : [])),
          ];
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(words.length);
            expect(splits(words, start) || splits(words, end)).toBe(false);
          }
          expect(quotation.text).toBe(quotation.spans.map(([start, end]) => words.slice(start, end)).join(' … '));
          for (const part of [quotation.cue, quotation.speaker])
            if (part) expect(part.text).toBe(words.slice(part.start, part.end));
          expect(quotation.spans[0]?.[0]).toBeGreaterThanOrEqual(last);
          last = quotation.spans[0]?.[0] ?? 0;
          if (quotation.parent !== undefined) expect(quotation.parent).toBeLessThan(index);
          expect(quotation.confidence).toBeGreaterThan(0);
          expect(quotation.confidence).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('spans of one quotation follow each other', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const { spans } of quotesOf(words)) {
          for (let k = 1; k < spans.length; k++) expect(spans[k]?.[0]).toBeGreaterThanOrEqual(spans[k - 1]?.[1] ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('time', () => {
  const units = [
    '« ',
    '"',
    '« a »',
    'dit-il, ',
    'a dit Paul, ',
    'selon ',
    'Selon Paul, ',
    'que ',
    'et ajoute que ',
    'le ministre, ',
    'Paul Morel ',
    'il dit que ',
    '(',
    '— a\n',
    '« a\n\n',
    'de ',
    ', ',
    'a ',
    'Le maire dit « a » et ',
    '“a,” Reed said. ',
  ];

  it.each(units.map((unit) => ({ unit })))('grows as the text does: $unit', ({ unit }) => {
    const cost = (length: number): number => {
      const words = unit.repeat(Math.ceil(length / unit.length));
      const began = process.cpuUsage();
      quotesOf(words);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    cost(10_000);
    const small = Math.min(cost(40_000), cost(40_000));
    const large = Math.min(cost(160_000), cost(160_000));
    // four times the text: four times the work, with room for the collector; a square would take sixteen times
    expect(large).toBeLessThan(Math.max(8 * small, 150));
  });
});
