import { expect, test } from 'vitest';
import { WaitingList } from '../../../server/src/lsp/index/looked';

const waiting = (paths: string): { path: string; key: string }[] => [...paths].map((path) => ({ path, key: '' }));

function rest(list: WaitingList): string {
  const paths: string[] = [];
  for (let next = list.next(); next !== undefined; next = list.next()) paths.push(next.path);
  return paths.join('');
}

test('articles are analysed in their order, those that somebody looks at before all others', () => {
  const list = new WaitingList();
  list.fill(waiting('abcdef'));
  expect(list.next()?.path).toBe('a');
  list.first(['e', 'd', 'no article']);
  expect(rest(list)).toBe('debcf');
});

test('an article that is opened before it is known what waits is first too, once', () => {
  const list = new WaitingList();
  list.first(['c']);
  list.fill(waiting('abc'));
  expect(list.next()?.path).toBe('c');
  list.fill(waiting('abc'));
  expect(rest(list)).toBe('abc');
  list.fill(waiting('abc'));
  list.clear();
  expect(list.next()).toBeUndefined();
});
