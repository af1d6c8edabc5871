import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analyser';
import { isMarkdown } from '../../../server/src/core/recognise/names';
import { proseOfMarkdown } from '../../../server/src/core/text/markdown';

const prose = (text: string): string => proseOfMarkdown(text).text;

describe('the prose of Markdown', () => {
  it.each([
    ['headings', '# Le barrage\n\nLa vallée\n=====\n\n### Suite ###\n', 'Le barrage\n\nLa vallée\n\n\nSuite\n'],
    ['emphasis', 'Un **grand** jour pour l’*Humanité* et `ls -l` aussi.', 'Un grand jour pour l’Humanité et  aussi.'],
    ['links by their words', 'Voir [le rapport](https://example.org "titre") de Marie.', 'Voir le rapport de Marie.'],
    ['pictures and HTML left out', '![Un pont](pont.png)Le pont<!-- à revoir --> tient.', 'Le pont tient.'],
    ['quotations line by line', '> Il a dit non.\n> Elle aussi.\n', 'Il a dit non.\nElle aussi.\n'],
    ['lists', '- Paul\n- Marie\n\n1. Un\n2. Deux\n', 'Paul\nMarie\n\nUn\nDeux\n'],
    ['code', 'Avant.\n\n```js\nconst x = 1;\n```\n\nAprès.', 'Avant.\n\n\n\n\n\nAprès.'],
    ['front matter', '---\ntitle: Rapport\nlang: fr\n---\n\nLe texte.', '\n\n\n\n\nLe texte.'],
    ['signs that are none', 'Il vaut 3\\*4, dit-il.', 'Il vaut 3*4, dit-il.'],
    ['Windows line ends', '# A\r\n\r\nB *c*\r\n', 'A\r\n\r\nB c\r\n'],
    ['nothing', '', ''],
  ])('%s', (_, markdown, expected) => {
    expect(prose(markdown)).toBe(expected);
  });

  it('leads each letter back to where it stands', () => {
    const pieces = fc.constantFrom(
      'a',
      'é',
      '*',
      '**',
      '_',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '`',
      '[x](y)',
      '\\*',
      ' ',
      '😀',
      '---\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const found = proseOfMarkdown(text);
        let last = 0;
        for (let i = 0; i < found.text.length; i++) {
          const [start, end] = [found.toOriginal(i), found.toOriginalEnd?.(i + 1) ?? -1];
          expect(text.slice(start, end)).toBe(found.text[i]);
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
        }
      }),
    );
  });

  it('is for files that are called so', () => {
    expect(['a.md', 'b.MARKDOWN', 'c.txt', 'md', undefined].map(isMarkdown)).toEqual([true, true, false, false, false]);
  });
});

describe('an article in Markdown', () => {
  const text =
    '# Une crue en Valdorie\n\n« Nous **partons** demain », a déclaré *Paul Verdier* à [Jean Martin](https://example.org/Lyon), le 3 mars 2017.\n\n```\nMarie Curie\n```\n';

  it('is read without its marks, and what is found stands where its words do', () => {
    const analysis = createAnalyser().analyse({ id: 'a', file: 'a.md', text, language: 'fr' });
    for (const date of analysis.dates) expect(text.slice(date.start, date.end)).toBe(date.text);
    expect(analysis.dates.map((date) => date.text)).toContain('le 3 mars 2017');
    expect(analysis.quotes.map((quote) => quote.text)).toEqual(['Nous **partons** demain']);
    expect(analysis.quotes[0]?.speaker?.text).toBe('Paul Verdier');
    expect(analysis.entities.every((mention) => !/Curie|example/.test(mention.text))).toBe(true);
    expect(
      analysis.structure.every((block) => !/[#`]/.test(text.slice(block.start, block.end).replace('#', '').slice(0, 1))),
    ).toBe(true);
  });

  it('the same text under another name keeps its marks', () => {
    const analysis = createAnalyser().analyse({ id: 'a', file: 'a.txt', text, language: 'fr' });
    expect(analysis.structure.some((block) => text.slice(block.start, block.end).startsWith('#'))).toBe(true);
  });
});
