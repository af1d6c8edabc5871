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

  it('cuts what is long at the side away from the hit, and no character in two', () => {
    const { text } = layOut([line(`avant ${'😀'.repeat(31)}`, 'port', `${'😀'.repeat(31)} après`)], []);
    expect(text).not.toMatch(/avant|après/);
    expect(encodeURIComponent(text)).not.toBe('');
  });
});
