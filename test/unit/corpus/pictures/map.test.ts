import { describe, expect, test } from 'vitest';
import { pointOf, writtenPoint } from '../../../../server/src/corpus/pictures/points';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { article, count, notes } from '../tables/support';
import { drawn, objects } from './support';

const at = (lat: string, lon: string) => ({ type: 'LOC' as const, properties: { lat, lon } });

const ARTICLES = [
  article('De Paris à Otrane, puis à Brême-sur-Rien.', {
    names: { Paris: 'LOC', Otrane: at('45,5', '-4.25'), 'Brême-sur-Rien': 'LOC' },
  }),
  article('Paris dort. Londres aussi. Le Phare veille.', { names: { Paris: 'LOC', Londres: 'LOC', 'Le Phare': 'ORG' } }),
];

describe('a map of places', () => {
  const table = count(ARTICLES, { kind: 'map' });

  test('has the project’s own point before the list’s, and leaves what has none without', () => {
    expect(objects(table)).toMatchObject([
      {
        place: 'Paris',
        count: 2,
        articles: 2,
        latitude: 48.9,
        longitude: 2.3,
        source: 'list',
        query: 'entity:"Paris" type:"LOC"',
      },
      { place: 'Brême-sur-Rien', count: 1, latitude: null, longitude: null, source: '' },
      { place: 'Londres', count: 1, latitude: 51.5, source: 'list' },
      { place: 'Otrane', count: 1, latitude: 45.5, longitude: -4.25, source: 'gazetteer' },
    ]);
    expect(notes(table)).toContain('1 place without coordinates: listed, not drawn.');
  });

  test('draws what has a point, larger what is named more, and says what it left out', () => {
    const { names, rows, words, elements } = drawn(table);
    expect(names).toEqual(['Paris: 2', 'Londres: 1', 'Otrane: 1']);
    expect(rows).toEqual([0, 2, 3]);
    expect(words).toEqual(expect.arrayContaining(['Paris', 'Londres', '3 of 4 places drawn']));
    const [paris, london] = elements('circle', 'place').map(({ r }) => Number(r));
    expect(paris).toBeGreaterThan(london ?? 0);
  });

  test('puts the west to the left and the north above', () => {
    const [paris, london, otrane] = drawn(table).elements('circle', 'place');
    expect(Number(london?.cx)).toBeLessThan(Number(paris?.cx));
    expect(Number(london?.cy)).toBeLessThan(Number(paris?.cy));
    expect(Number(otrane?.cx)).toBeLessThan(Number(london?.cx));
  });

  test('shows the world where places are far apart, and every disc within its frame', () => {
    const names = { Tokyo: 'LOC', Lima: 'LOC', Oslo: 'LOC', Pôle: at('-90', '0') } as const;
    const discs = drawn(count([article('De Tokyo à Lima, Oslo et au Pôle.', { names })], { kind: 'map' })).elements(
      'circle',
      'place',
    );
    expect(discs).toHaveLength(4);
    for (const { cx, cy } of discs) {
      expect(Number(cx)).toBeGreaterThanOrEqual(0);
      expect(Number(cx)).toBeLessThanOrEqual(900);
      expect(Number(cy)).toBeLessThanOrEqual(480);
    }
  });

  test('names places whose coordinates are none', () => {
    const odd = count([article('Otrane dort.', { names: { Otrane: at('145', 'est') } })], { kind: 'map' });
    expect(objects(odd)).toMatchObject([{ place: 'Otrane', latitude: null }]);
    expect(notes(odd)).toContain('no point of the earth for Otrane');
  });

  test('without places is not drawn, and says so', () => {
    const none = count([article('Rien.')], { kind: 'map' });
    expect(tablePicture(none, 'en')).toBeUndefined();
    expect(notes(none)).toContain('No place is named.');
  });

  test('of ten thousand places stays bounded', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `Lieu${i}`);
    const names = Object.fromEntries(many.map((name, i) => [name, at(String((i % 160) - 80), String((i % 350) - 175))]));
    const { words, elements } = drawn(count([article(many.join(' '), { names })], { kind: 'map', limit: 10_000 }));
    expect(elements('circle', 'place')).toHaveLength(500);
    expect(words).toContain('500 of 10000 places drawn');
  });
});

describe('points', () => {
  test('are known by English and French names, capitals and accents apart', () => {
    for (const name of ['États-Unis', 'Etats-Unis', 'United States', 'Pékin', 'Beijing', 'Montréal', 'GENÈVE', 'Geneva'])
      expect(pointOf(name), name).toBeDefined();
    expect(pointOf('Otrane')).toBeUndefined();
  });

  test('of France and of its towns lie there, also of one that is larger elsewhere', () => {
    for (const name of ['France', 'Paris', 'Marseille', 'Brest']) {
      expect(Math.abs((pointOf(name)?.longitude ?? 99) - 1), name).toBeLessThan(7);
      expect(pointOf(name)?.latitude, name).toBeCloseTo(46, -1);
    }
  });

  test('are read as people write them', () => {
    expect(writtenPoint({ Latitude: ' 48.5 ', Lng: '−2,5' })).toEqual({ latitude: 48.5, longitude: -2.5 });
    expect(writtenPoint({ party: 'x', lat: '', lon: '' })).toBeUndefined();
    expect(writtenPoint({ lat: '48.5', lon: '' })).toBeNull();
    expect(writtenPoint({ lat: '48.5', lon: '181' })).toBeNull();
  });
});
