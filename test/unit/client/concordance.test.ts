import { describe, expect, it } from 'vitest';
import { layOut } from '../../../client/src/corpus/layout';

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
