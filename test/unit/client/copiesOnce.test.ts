import { describe, expect, test } from 'vitest';
import { asksOnce, withCopiesOnce } from '../../../client/src/corpus/copiesOnce';

describe('the switch that counts copies once', () => {
  test.each([
    ['le port', 'le port copies:once'],
    ['[word="port"] within s', '[word="port"] within s copies:once'],
    ['"copies:once" port', '"copies:once" port copies:once'],
    ['title:"a copies:once b"', 'title:"a copies:once b" copies:once'],
  ])('%s goes on and off again', (query, once) => {
    expect(asksOnce(query)).toBe(false);
    expect(withCopiesOnce(query, true)).toBe(once);
    expect(asksOnce(once)).toBe(true);
    expect(withCopiesOnce(once, true)).toBe(once);
    expect(withCopiesOnce(once, false)).toBe(query);
  });

  test('it is found wherever it stands in the query', () => {
    expect(withCopiesOnce('copies:once le port date:2016', false)).toBe('le port date:2016');
    expect(asksOnce('copies:onceagain')).toBe(false);
  });
});
