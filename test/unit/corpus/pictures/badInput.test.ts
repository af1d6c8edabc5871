// What a corpus can hold that no picture is for: a bounded picture, or a clear word in its place, never a blank one.
import { describe, expect, test } from 'vitest';
import { tablePicture } from '../../../../server/src/corpus/tables/picture';
import { TABLE_DEFAULTS, type TableRequest } from '../../../../server/src/corpus/tables/table';
import { tableTask } from '../../../../server/src/corpus/tables/task';
import { article, count, notes } from '../tables/support';
import { dated, drawn, objects } from './support';

const KINDS = ['network', 'map', 'barcode', 'timeline', 'progress', 'dashboard'] as const;
const request = (kind: TableRequest['kind']): TableRequest => ({
  ...TABLE_DEFAULTS,
  kind,
  ...(kind === 'barcode' && { queries: ['port'] }),
});

/** Articles of twenty names each, so that all pairs of a crowd of `size` are many. */
const crowd = (size: number) =>
  Array.from({ length: size / 20 }, (_, i) => {
    const names = Array.from({ length: 20 }, (_, j) => `Anne${i * 20 + j}`);
    return article(`${names.join(', ')} dansent.`, {
      id: `${i}.txt`,
      names: Object.fromEntries(names.map((name) => [name, 'PER' as const])),
    });
  });

describe('what no picture is for', () => {
  test('5,000 names in a network: the strongest are drawn, and the picture says of how many', () => {
    const table = count(crowd(5_000), { kind: 'network' });
    const { names, svg, words } = drawn(table);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThanOrEqual(40 + 400);
    expect(svg.length).toBeLessThan(500_000);
    expect(words.at(-1)).toMatch(/^40 of 5,?000 names drawn · \d+ of 47,?500 pairs drawn$/);
  });

  test('no article, or none that holds what is asked for: a word in place of a picture', () => {
    for (const kind of KINDS) {
      const table = count([], request(kind));
      expect(notes(table), kind).toContain('No article was counted');
      expect(tablePicture(table, 'en'), kind).toBeUndefined();
    }
  });

  test('dates without a year: in the table, with why they are in no place of the time line', () => {
    const day = dated(article('Le 4 mars, le quai.'), { 'Le 4 mars': 'XXXX-03-04' });
    const table = count([day], { kind: 'timeline' });
    expect(objects(table)).toMatchObject([{ from: null, to: null, value: 'XXXX-03-04', count: 1 }]);
    expect(notes(table)).toContain('1 value has no place in the calendar');
    expect(tablePicture(table, 'en')).toBeUndefined();
  });
});

test('what is drawn while articles are counted leaves what is drawn in the end as it is', () => {
  const articles = [
    article('Anne Morel quitte Paris. « Le port rouvre », dit Brice.', {
      id: 'c/a.txt',
      date: '2016-03-04',
      names: { 'Anne Morel': 'PER', Paris: 'LOC', Brice: 'PER' },
      quotes: { 'Le port rouvre': { by: 'Brice', cue: 'dit' } },
    }),
    ...crowd(60),
    dated(article('Hier, le port de Paris.', { id: 'c/b.txt', names: { Paris: 'LOC' } }), { Hier: '2016-03-03' }),
  ];
  for (const kind of KINDS) {
    const task = tableTask(request(kind));
    for (const each of articles) {
      task.take(each);
      task.finish();
    }
    expect(task.finish(), kind).toEqual(count(articles, request(kind)));
  }
});
