import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CorpusNameUse, NameFinder } from '../../../server/src/store/nameFinder';
import { wordOccurrences } from '../../../server/src/store/words';

describe('many names in one pass', () => {
  test('are found where each by itself is found', () => {
    const piece = fc.constantFrom(
      'Vell',
      'Vella',
      'de Vell',
      'l’',
      '«',
      ' ',
      '-',
      'é',
      'e\u0301',
      '😀',
      'Anne',
      '2017',
      '.',
      '\n',
    );
    const words = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('').trim());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.uniqueArray(words, { maxLength: 8 }), (text, names) => {
        const found = new NameFinder(names).find(text.join(''));
        for (const name of names) expect(found.get(name) ?? []).toEqual(wordOccurrences(text.join(''), name));
        expect(new NameFinder(names).isIn(text.join(''))).toBe(found.size > 0);
      }),
    );
  });

  test('ten thousand names cost a text no more than ten', () => {
    const text = 'Anne Corbin est venue à Vell. '.repeat(2_000);
    const time = (names: readonly string[]): number => {
      const finder = new NameFinder(names);
      const runs = Array.from({ length: 5 }, () => {
        const start = performance.now();
        finder.find(text);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    const few = ['Anne Corbin', 'Vell'];
    const many = [...few, ...Array.from({ length: 10_000 }, (_, i) => `Nom${i} Prénom`)];
    expect(time(many)).toBeLessThan(time(few) * 5 + 20);
  });
});

describe('the names of a corpus', () => {
  const use = (entries: Record<string, Record<string, number>>) =>
    new Map(Object.entries(entries).map(([name, types]) => [name, new Map(Object.entries(types))]));
  const names = new CorpusNameUse(
    new Map([
      ['a', use({ Vell: { LOC: 2 }, Corbin: { PER: 1 } })],
      ['b', use({ Vell: { LOC: 1, ORG: 1 } })],
    ]),
  );

  test('are counted without the article that is looked at', () => {
    expect([...names.without('a').types('Vell')]).toEqual([
      ['LOC', 1],
      ['ORG', 1],
    ]);
    expect([...names.without('b').types('Vell')]).toEqual([['LOC', 2]]);
    expect(names.without('a').types('Corbin').size).toBe(0);
    expect([...names.without('a').find('Corbin à Vell')]).toEqual([['Vell', [{ start: 9, end: 13 }]]]);
    expect([...names.without('c').find('Corbin à Vell').keys()].sort()).toEqual(['Corbin', 'Vell']);
  });
});
