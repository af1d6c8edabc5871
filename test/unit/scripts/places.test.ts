import { expect, test } from 'vitest';
import { isStale } from '../../../scripts/gen-places.mjs';

test('the list of places is what its sources give: else run node scripts/gen-places.mjs', () => {
  expect(isStale()).toBe(false);
});
