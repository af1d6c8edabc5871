import { describe, expect, it } from 'vitest';
import { layOut } from '../../../client/src/corpus/layout';
import { FIRST_PAGE, Pages } from '../../../client/src/corpus/pages';
import { Shown } from '../../../client/src/corpus/shown';

import type { SearchLine, SearchResult } from '../../../server/src/protocol';

const line = (left: string, node: string, right: string) => ({
  uri: 'file:///a.txt',
  range: [0, 0, 0, 0] as const,
  left,
  node,
  right,
  file: 'a.txt',
});

describe('a concordance as a text', () => {
  it('has its hits under each other, below its head', () => {
    const { text, firstLine, nodes } = layOut([line('Il est allé au ', 'port', ' hier.'), line('', 'Port', '')], ['2 hits']);
    const rows = text.split('\n');
    expect(rows[0]).toBe('2 hits');
    expect(firstLine).toBe(2);
    expect(nodes.map(([start, end], i) => rows[firstLine + i]?.slice(start, end))).toEqual(['port', 'Port']);
    expect(new Set(nodes.map(([start]) => start)).size).toBe(1);
  });

  it('has them under each other, too, where accents are signs of their own', () => {
    const [first, second] = layOut(
      (['NFC', 'NFD'] as const).map((form) => line(`${'été'.normalize(form)} `, 'port', ` ${'là'.normalize(form)}`)),
      [],
    )
      .text.split('\n')
      .slice(1)
      .map((row) => row.normalize('NFC'));
    expect(second).toBe(first);
  });

  it('cuts what is long at the side away from the hit, between two words', () => {
    const long = Array.from({ length: 30 }, (_, i) => `mot${i}`).join(' ');
    const [, row = ''] = layOut([line(`${long} `, 'port', ` ${long}`)], []).text.split('\n');
    const words = row
      .split('  ')
      .flatMap((part) => part.trim().split(' '))
      .filter((word) => /^mot|\dmot|ot\d/.test(word));
    expect(words.every((word) => /^mot\d+$/.test(word))).toBe(true);
    expect(row.indexOf('port')).toBe(62);
    expect(row).toContain('mot29  port  mot0');
  });
});

describe('the pages of a concordance', () => {
  const all = Array.from({ length: 5_300 }, (_, i) => line('', `mot${i}`, ''));
  const result = (lines: SearchLine[], available: number, complete = true): SearchResult => ({
    ...{ total: complete ? `${all.length} hits` : 'about 5000 hits', lines, left: all.length - lines.length, skipped: [] },
    ...{ complete, available },
  });
  /** A server that has found so many lines. */
  function serving(first: SearchResult) {
    const asked: [number, number][] = [];
    const pages = new Pages(
      {
        page: async (from, count) => {
          asked.push([from, count]);
          return result(all.slice(from, from + count), all.length);
        },
        whole: async () => result([], all.length),
      },
      first,
    );
    return { pages, asked };
  }

  it('come when they are asked for, ever larger, each once', async () => {
    const { pages, asked } = serving(result(all.slice(0, FIRST_PAGE), all.length));
    expect(await Promise.all([pages.more(), pages.more()])).toEqual([true, true]);
    expect(asked).toEqual([[1000, 1000]]);
    expect(pages.hasMore).toBe(true);
    await pages.all();
    expect(pages.lines).toEqual(all);
    expect(asked).toEqual([
      [1000, 1000],
      [2000, 2000],
      [4000, 4000],
    ]);
    expect([pages.hasMore, pages.left, await pages.more()]).toEqual([false, 0, false]);
  });

  it('are of a search that may still go on: its count becomes exact', async () => {
    const { pages } = serving(result(all.slice(0, 10), 10, false));
    expect([pages.result.total, pages.hasMore]).toEqual(['about 5000 hits', true]);
    expect(await pages.whole()).toBe(true);
    expect(pages.result.total).toBe('5300 hits');
    expect(await pages.whole()).toBe(false);
    await pages.all();
    expect(pages.lines).toHaveLength(5_300);
  });

  it('end where the server has no more of them, or the person gives up', async () => {
    const none = { page: async () => undefined, whole: async () => undefined };
    const pages = new Pages(none, result(all.slice(0, 10), 10, false));
    expect(await pages.more()).toBe(false);
    expect([pages.hasMore, pages.left, pages.lines.length]).toEqual([false, 5_290, 10]);
    const stopped = new Pages(none, result(all.slice(0, 10), 10, false));
    expect(await stopped.whole()).toBe(true);
    expect(stopped.hasMore).toBe(false);
  });
});

describe('the lines of a concordance', () => {
  const hits = ['un', 'deux', 'trois', 'quatre'].map((word) => line('', word, ''));
  const head = { notes: ['4 hits', 'help'], fileOf: () => 'a.txt', undecided: (shown: number, all: number) => `${shown}/${all}` };
  const shown = () => new Shown({ uri: 'file:///', query: 'x' }, hits, head);

  it('are found by where they stand, and none above or below', () => {
    const all = shown();
    const rows = all.layout.text.split('\n');
    expect(rows).toHaveLength(all.lineCount);
    expect(all.between(0, 100).map((row) => all.at(row)?.node)).toEqual(['un', 'deux', 'trois', 'quatre']);
    for (const row of all.between(0, 100)) expect(rows[row]).toContain(all.at(row)?.node);
    expect(all.at(0)).toBeUndefined();
    expect(all.at(rows.length - 1)).toBeUndefined();
    expect(all.between(0, 1)).toEqual([]);
  });

  it('are those that nobody has confirmed or rejected, if one wants, and are counted', () => {
    const some = shown();
    for (const [i, state] of (['confirmed', null, 'rejected', 'doubtful'] as const).entries())
      some.states.set(hits[i] as (typeof hits)[number], state);
    some.showOnlyUndecided(true);
    expect(some.lines.map(({ node }) => node)).toEqual(['deux', 'quatre']);
    const rows = some.layout.text.split('\n');
    expect(rows.slice(0, 3)).toEqual(['4 hits', '2/4', 'help']);
    expect(some.at(some.layout.firstLine)?.node).toBe('deux');
    // more lines come behind them, and other notes
    some.take([...hits, line('', 'cinq', '')], ['5 hits', 'help']);
    expect(some.lines.map(({ node }) => node)).toEqual(['deux', 'quatre', 'cinq']);
    expect(some.layout.text.split('\n').slice(0, 2)).toEqual(['5 hits', '3/5']);
    some.showOnlyUndecided(false);
    expect(some.lines).toHaveLength(5);
  });
});
