import { describe, expect, it } from 'vitest';
import { composeText } from '../../../server/src/core/text/composed';

describe('composed text', () => {
  it('is looked for wherever the normal form would change something', () => {
    const missed: string[] = [];
    for (let unit = 0; unit < 0xd800; unit++) {
      const text = `e${String.fromCharCode(unit)}`;
      if ((composeText(text) === undefined) !== (text.normalize('NFC') === text)) missed.push(unit.toString(16));
    }
    expect(missed).toEqual([]);
  });
});
