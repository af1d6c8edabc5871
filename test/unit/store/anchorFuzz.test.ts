import { expect, test } from 'vitest';
import { run } from '../../../scripts/fuzz/anchors.mjs';

test('four thousand annotations through a hundred edits of twenty kinds: none is moved to another place in silence', async () => {
  const lines: string[] = [];
  const { annotations, wrong, doubtful, lost, liveLost, examples } = await run({
    seed: 1,
    rounds: 100,
    print: (line) => lines.push(line),
  });
  const told = [...lines, ...examples].join('\n');
  expect(annotations, told).toBeGreaterThan(4_000);
  expect(wrong, told).toBe(0);
  expect(doubtful + lost, told).toBeLessThan(annotations / 170);
  expect(liveLost, told).toBeLessThan(annotations / 170);
});
