import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { article, count } from './support';

/** The marks of a picture, by what they are called; a picture that is not well formed fails. */
function marksOf(svg: string | undefined) {
  const errors: string[] = [];
  const document = new DOMParser({ onError: (_, message) => errors.push(message) }).parseFromString(svg ?? '', 'image/svg+xml');
  expect(errors).toEqual([]);
  return [...document.getElementsByTagName('g')].map((mark) => {
    const rect = mark.getElementsByTagName('rect')[0];
    const size = (name: string): number => Number(rect?.getAttribute(name));
    return {
      name: mark.getAttribute('aria-label'),
      row: Number(mark.getAttribute('data-row')),
      x: size('x'),
      width: size('width'),
      height: size('height'),
      isLess: rect?.getAttribute('class') === 'less',
    };
  });
}

const times = (word: string, n: number): string => `${word} `.repeat(n);

describe('a picture', () => {
  test('of a list: bars as long as the counts, each with its name and row', () => {
    const marks = marksOf(tablePicture(count([article('port port port port quai quai & <b>')], { kind: 'words' }), 'en'));
    expect(marks.map(({ name, row }) => [name, row])).toEqual([
      ['port: 4', 0],
      ['quai: 2', 1],
      ['b: 1', 2],
    ]);
    expect(marks[0]?.width).toBeCloseTo(2 * (marks[1]?.width ?? 0), 0);
  });

  test('of hundreds of rows: those of the first ones', () => {
    const text = Array.from({ length: 300 }, (_, i) => `mot${i}`).join(' ');
    expect(marksOf(tablePicture(count([article(text)], { kind: 'words' }), 'fr'))).toHaveLength(25);
  });

  test('of keywords: to both sides, without the banal ones', () => {
    const sea = article(`${times('mer', 60)}${times('le', 100)}${times('et', 40)}`, { metadata: { source: 'A' } });
    const land = article(`${times('mer', 5)}${times('le', 255)}${times('et', 60)}`, { metadata: { source: 'B' } });
    const marks = marksOf(tablePicture(count([sea, land], { kind: 'keywords', by: 'source', part: 'A' }), 'en'));
    expect(marks.map(({ name, isLess }) => [name?.split(':')[0], isLess])).toEqual([
      ['mer', false],
      ['le', true],
    ]);
    expect((marks[1]?.x ?? 0) + (marks[1]?.width ?? 0)).toBeCloseTo(marks[0]?.x ?? 0, 0);
  });

  test('over time: months without an article keep their room', () => {
    const articles = [
      article('Le port. Le port.', { date: '2016-01-02' }),
      article('Le port.', { date: '2016-02-02' }),
      article('Le port.', { date: '2016-04-02' }),
    ];
    const marks = marksOf(tablePicture(count(articles, { kind: 'series', by: 'month', queries: ['port'] }), 'en'));
    expect(marks.map(({ name }) => name)).toEqual(['2016-01: 2', '2016-02: 1', '2016-04: 1']);
    expect(marks[0]?.height).toBeCloseTo(2 * (marks[1]?.height ?? 0), 0);
    const [a = 0, b = 0, c = 0] = marks.map(({ x }) => x);
    expect(c - b).toBeCloseTo(2 * (b - a), 0);
  });

  test('a year far off does not take the room of all others', () => {
    const articles = ['0001', '2016', '9999'].map((date) => article('Le port.', { date }));
    const marks = marksOf(tablePicture(count(articles, { kind: 'series', by: 'year', queries: ['port'] }), 'en'));
    expect(marks.every(({ width }) => width > 100)).toBe(true);
  });

  test('of nothing is none', () => {
    expect(tablePicture(count([], { kind: 'words' }), 'en')).toBeUndefined();
    expect(
      tablePicture(count([article('Le port.', { date: '2016' })], { kind: 'series', by: 'year', queries: ['quai'] }), 'en'),
    ).toBeUndefined();
  });
});
