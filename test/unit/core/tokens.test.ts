import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../../server/src/core/languages/en/index';
import { french } from '../../../server/src/core/languages/fr/index';
import { neutral } from '../../../server/src/core/languages/und/index';
import { splitSentences } from '../../../server/src/core/text/sentences';
import { tokenize } from '../../../server/src/core/text/tokens';

const words = (text: string, pack = french): string =>
  tokenize(text, pack.text)
    .map((t) => t.text)
    .join('|');

describe('tokens', () => {
  test.each([
    ["l'Assemblée d'Orvanne", "l'|Assemblée|d'|Orvanne"],
    ['l’Assemblée qu’il préside', 'l’|Assemblée|qu’|il|préside'],
    ["aujourd'hui, jusqu'à midi", "aujourd'hui|,|jusqu'|à|midi"],
    ['estime-t-il', 'estime|-|t|-|il'],
    ['l’accord Russie-Iran-Turquie', 'l’|accord|Russie|-|Iran|-|Turquie'],
    ['à 18h30 le 1er mars', 'à|18|h|30|le|1|er|mars'],
    ['le G20 et le vol MH370', 'le|G20|et|le|vol|MH370'],
    ['« non »', '«|non|»'],
    ['M. Le Goff', 'M|.|Le|Goff'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test('English clitics stand apart, names with an apostrophe do not', () => {
    expect(words("O'Brien's team doesn't mind, they're late", english)).toBe("O'Brien|'s|team|doesn't|mind|,|they|'re|late");
    expect(words('Anna’s book', english)).toBe('Anna|’s|book');
  });

  test('a decomposed accent stays in its word, an emoji is one token', () => {
    expect(words('e\u0301te\u0301 👩‍🚀 fini').split('|')[0]).toBe('e\u0301te\u0301');
    expect(words('un 😀 rit')).toBe('un|😀|rit');
  });

  test('tells whether a space stands before, no-break ones too', () => {
    expect(tokenize('«\u00a0oui\u202f»', french.text).map((t) => t.spaceBefore)).toEqual([true, true, true]);
    expect(tokenize('«oui»', french.text).map((t) => t.spaceBefore)).toEqual([true, false, false]);
  });

  test('any text: tokens are in order, apart, address their own words and leave out nothing but space', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
        fc.constantFrom(french, english, neutral),
        (text, pack) => {
          let at = 0;
          for (const token of tokenize(text, pack.text)) {
            expect(token.start).toBeGreaterThanOrEqual(at);
            expect(token.end).toBeGreaterThan(token.start);
            expect(text.slice(token.start, token.end)).toBe(token.text);

            expect(text.slice(at, token.start).replace(/[\s\u200b\ufeff\u0000-\u001f]/gu, '')).toBe('');
            at = token.end;
          }
        },
      ),
    );
  });
});

describe('sentences', () => {
  const sentences = (text: string, pack = french): string[] =>
    splitSentences(tokenize(text, pack.text), pack.text).map((s) => text.slice(s.start, s.end));

  test.each([
    ['Il pleut. Elle sort.', ['Il pleut.', 'Elle sort.']],
    ['M. Dupin et le Dr. Roy sortent. Fin.', ['M. Dupin et le Dr. Roy sortent.', 'Fin.']],
    ['J. Verlin a gagné. Bravo !', ['J. Verlin a gagné.', 'Bravo !']],
    ['« Non ! » dit-il. Puis rien.', ['« Non ! » dit-il.', 'Puis rien.']],
    ['« C’est fini. » Il part.', ['« C’est fini. »', 'Il part.']],
    ['Le taux est de 3.5 points. Voilà.', ['Le taux est de 3.5 points.', 'Voilà.']],
    ['Vraiment ?! Oui…', ['Vraiment ?!', 'Oui…']],
    ['Sans point', ['Sans point']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('every token lies in exactly one sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '»', '«', '"', '3', '\n', 'M') }), (text) => {
        const tokens = tokenize(text, french.text);
        const spans = splitSentences(tokens, french.text);
        for (const token of tokens) expect(spans.filter((s) => s.start <= token.start && token.end <= s.end)).toHaveLength(1);
      }),
    );
  });
});
