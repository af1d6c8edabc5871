import { describe, expect, test } from 'vitest';
import { randomiser } from '../../../server/src/core/random';
import {
  type Comparable,
  DUPLICATE_DEFAULTS,
  type DuplicateOptions,
  duplicateFinder,
} from '../../../server/src/corpus/duplicates';

const STORY =
  'Le bac a repris ses rotations lundi matin entre les deux rives du chenal après trois semaines de travaux au chantier du port ' +
  'et la mairie promet un second bateau pour la belle saison tandis que le café de l’embarcadère a rouvert ses portes le même jour';
const OTHER =
  'Une pluie d’étoiles filantes a surpris les habitants de la vallée dans la nuit de samedi à dimanche selon les gendarmes';

const article = (id: string, text: string, date: string | null = '2016-03-04'): Comparable => ({ id, text, date });

function groups(articles: readonly Comparable[], options: Partial<DuplicateOptions> = {}) {
  const finder = duplicateFinder({ ...DUPLICATE_DEFAULTS, ...options });
  for (const each of articles) finder.add(each);
  return finder.groups();
}

const ids = (articles: readonly Comparable[], options: Partial<DuplicateOptions> = {}): string[][] =>
  groups(articles, options).map((group) => group.map(({ id, kind }) => `${id} ${kind}`));

describe('duplicates', () => {
  test('are the same words, whatever their case, marks and white space', () => {
    expect(ids([article('a', STORY), article('b', `${STORY.toUpperCase().replace(/ /g, '\n')} !`), article('c', OTHER)])).toEqual(
      [['a first', 'b exact']],
    );
  });

  test('are agency copy with words put before it and cut off behind: the earliest is the first', () => {
    const words = STORY.split(' ');
    const cut = `${OTHER.slice(0, 60)} ${words.slice(0, Math.round(words.length * 0.75)).join(' ')}`;
    const [group] = groups([article('print', cut, '2016-03-05'), article('agency', STORY, '2016-03-04'), article('c', OTHER)]);
    expect(group?.map(({ id, kind, like }) => [id, kind, like])).toEqual([
      ['agency', 'first', undefined],
      ['print', 'near', 'agency'],
    ]);
    expect(group?.[1]?.share).toBeGreaterThan(0.6);
    expect(group?.[1]?.share).toBeLessThan(0.9);
  });

  test('are a short piece that stands whole in a long one', () => {
    const long = `${Array.from({ length: 60 }, (_, i) => `phrase ${i} sur un tout autre sujet que celui-là`).join(' ')} ${STORY}`;
    expect(ids([article('long', long), article('short', STORY, '2016-03-05')])).toEqual([['long first', 'short near']]);
  });

  test('go by the share that is asked for', () => {
    const half = `${STORY.split(' ').slice(0, 22).join(' ')} ${OTHER}`;
    const both = [article('a', STORY), article('b', half)];
    expect(ids(both, { share: 0.3 })).toHaveLength(1);
    expect(ids(both, { share: 0.9 })).toEqual([]);
  });

  test('lie within the days that are asked for; without a date they may', () => {
    const at = (date: string | null) => [article('a', STORY, '2016-03-04'), article('b', STORY, date)];
    expect(ids(at('2016-03-11'))).toHaveLength(1);
    expect(ids(at('2016-03-12'))).toEqual([]);
    expect(ids(at('2016-03-12'), { days: 8 })).toHaveLength(1);
    expect(ids(at('2019-01-01'), { days: null })).toHaveLength(1);
    expect(ids(at('2016-03'))).toHaveLength(1);
    expect(ids(at('2016-05'))).toEqual([]);
    expect(ids(at(null))).toEqual([['a first', 'b exact']]);
  });

  test('are led by one with a date, though another without it may be older', () => {
    expect(ids([article('undated', STORY, null), article('late', STORY, '2016-03-06'), article('early', STORY)])).toEqual([
      ['early first', 'late exact', 'undated exact'],
    ]);
  });

  test('are one group where each is like the next, however many there are', () => {
    const many = Array.from({ length: 300 }, (_, i) => article(`n${String(i).padStart(3, '0')}`, `${STORY} ${i}`, '2016-03-04'));
    const [group, ...others] = groups([...many, article('x', OTHER)]);
    expect(others).toEqual([]);
    expect(group).toHaveLength(300);
    expect(group?.[0]?.id).toBe('n000');
  });

  test('do not depend on the order in which articles come', () => {
    const articles = [
      article('a', STORY),
      article('b', `${STORY} fin`, '2016-03-05'),
      article('c', OTHER),
      article('d', OTHER, '2016-03-06'),
    ];
    expect(ids([...articles].reverse())).toEqual(ids(articles));
  });

  test('are none among empty texts, and texts of a word are the same where the word is', () => {
    expect(ids([article('a', ''), article('b', ' … ')])).toEqual([]);
    expect(ids([article('a', 'Non.'), article('b', 'non'), article('c', 'oui')])).toEqual([['a first', 'b exact']]);
  });

  test('are found by a comparison of all with all too', () => {
    const random = randomiser(7);
    const word = (): string => `mot${Math.floor(random() * 500)}`;
    const texts = Array.from({ length: 60 }, () => Array.from({ length: 40 + Math.floor(random() * 300) }, word));
    // a third of them are edited copies of others
    const copies = texts.slice(0, 20).map((words) => words.map((each) => (random() < 0.06 ? word() : each)));
    const articles = [...texts, ...copies].map((words, i) => article(`t${i}`, words.join(' ')));
    const shingles = (text: string): Set<string> => {
      const words = text.split(' ');
      return new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')));
    };
    const sets = articles.map(({ text }) => shingles(text));
    const expected = new Set<string>();
    for (const [i, a] of sets.entries())
      for (const [j, b] of sets.entries()) {
        const common = [...a].filter((each) => b.has(each)).length;
        if (i < j && common / Math.min(a.size, b.size) >= 0.6) expected.add(`t${i} t${j}`);
      }
    expect(expected.size).toBeGreaterThan(10);
    const found = groups(articles).map((group) =>
      group
        .map(({ id }) => id)
        .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
        .join(' '),
    );
    expect(new Set(found)).toEqual(expected);
  });
});
