import { describe, expect, it } from 'vitest';
import { takeOver } from '../../../client/src/review/differences';

const first = { id: 'T1', type: 'PER', range: [2, 4, 2, 16] } as const;
const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 16 } };

describe('taking over what the other annotator has', () => {
  it('adds what is missing', () => {
    expect(takeOver('entity', first, undefined)).toEqual([{ kind: 'add', layer: 'entity', type: 'PER', ranges: [range] }]);
  });

  it('takes back what the other does not have', () => {
    expect(takeOver('entity', undefined, first)).toEqual([{ kind: 'clear', items: ['T1'] }]);
  });

  it('changes type and boundaries where they differ, and nothing else', () => {
    const other = { id: 'T9', type: 'ORG', range: [2, 9, 2, 16] } as const;
    expect(takeOver('entity', first, other)).toEqual([
      { kind: 'setType', items: ['T9'], layer: 'entity', type: 'PER' },
      { kind: 'setSpans', item: 'T9', ranges: [range] },
    ]);
    expect(takeOver('entity', first, { ...first, id: 'T9' })).toEqual([]);
  });
});
