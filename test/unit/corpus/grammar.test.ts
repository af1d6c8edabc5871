import { expect, it } from 'vitest';
import { isStale } from '../../../scripts/gen-query.mjs';

it('the parser of the query language is made from its grammar', () => {
  expect(isStale(), 'run node scripts/gen-query.mjs').toBe(false);
});
