import { describe, expect, it } from 'vitest';
import { layOut } from '../../../client/src/corpus/layout';
import { Shown } from '../../../client/src/corpus/shown';

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
    some.showOnlyUndecided(false);
    expect(some.lines).toHaveLength(4);
  });
});
