import { describe, expect, it } from 'vitest';
import { compareOwed, shrink } from '../../../scripts/check-form.mjs';

const OWED = { complexity: { 'a.ts': 2, 'b.ts': 1 }, lines: { 'b.ts': 1 } };

describe('what is over a limit of form', () => {
  it('is refused where it is new or more', () => {
    const { grown, shrunk } = compareOwed({ complexity: { 'a.ts': 3, 'b.ts': 1, 'c.ts': 1 }, lines: { 'b.ts': 1 } }, OWED);
    expect(grown.map((line) => line.split(':')[0])).toEqual(['a.ts', 'c.ts']);
    expect(shrunk).toEqual([]);
  });

  it('is struck off where it is gone', () => {
    const found = { complexity: { 'a.ts': 1 }, lines: { 'b.ts': 1 } };
    expect(compareOwed(found, OWED).shrunk).toHaveLength(2);
    expect(shrink(found, OWED)).toMatchObject({ complexity: { 'a.ts': 1 }, lines: { 'b.ts': 1 } });
  });

  it('never comes onto the list by striking off', () => {
    expect(shrink({ complexity: { 'a.ts': 9, 'new.ts': 1 } }, OWED)).toMatchObject({ complexity: { 'a.ts': 2 }, lines: {} });
  });
});
