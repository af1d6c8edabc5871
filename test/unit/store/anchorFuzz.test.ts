import { expect, test } from 'vitest';
import { run } from '../../../scripts/fuzz/anchors.mjs';
import * as decisions from '../../../server/src/store/decisions';
import * as rebasing from '../../../server/src/store/rebaseDecisions';
import * as sidecars from '../../../server/src/store/sidecars';

test('four thousand annotations through a hundred edits of twenty kinds: none is moved to another place in silence', async () => {
  const lines: string[] = [];
  const { annotations, wrong, doubtful, lost, liveLost, examples } = await run({
    seed: 1,
    rounds: 100,
    print: (line) => lines.push(line),
    store: { ...decisions, ...rebasing, ...sidecars },
  });
  const told = [...lines, ...examples].join('\n');
  expect(annotations, told).toBeGreaterThan(4_000);
  expect(wrong, told).toBe(0);
  expect(doubtful + lost, told).toBeLessThan(annotations / 170);
  expect(liveLost, told).toBeLessThan(annotations / 170);
});
