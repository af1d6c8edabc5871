import { expect, test } from 'vitest';
import { Pages } from '../../../client/src/corpus/pages';
import type { SearchLine, SearchResult } from '../../../server/src/protocol';

const LINES = Array.from(
  { length: 5 },
  (_, i): SearchLine => ({
    uri: `file:///a${i}.txt`,
    range: [0, 0, 0, 3],
    left: '',
    node: 'mer',
    right: '',
  }),
);

const answer = (lines: readonly SearchLine[], complete: boolean): SearchResult => ({
  total: complete ? '5 hits' : 'about 5 hits',
  lines,
  left: LINES.length - lines.length,
  skipped: [],
  complete,
  available: complete ? LINES.length : lines.length,
});

test('a search that had no lines yet when it was shown has them once all is searched', async () => {
  const source = {
    page: async (from: number, count: number) => answer(LINES.slice(from, from + count), true),
    whole: async () => answer([], true),
  };
  const pages = new Pages(source, answer([], false));
  expect(pages.lines).toHaveLength(0);
  expect(await pages.whole()).toBe(true);
  expect(pages.lines).toEqual(LINES);
  expect([pages.result.total, pages.hasMore, pages.left]).toEqual(['5 hits', false, 0]);
});

test('lines that were sorted before all was searched are asked for anew, as many as there are', async () => {
  const sorted = LINES.toReversed();
  const source = {
    page: async (from: number, count: number) => answer(sorted.slice(from, from + count), true),
    whole: async () => answer([], true),
  };
  const pages = new Pages(source, { ...answer(LINES.slice(0, 2), false), provisional: true });
  expect(pages.lines).toEqual(LINES.slice(0, 2));
  expect(await pages.whole()).toBe(true);
  expect(pages.lines).toEqual(sorted);
  expect([pages.result.total, pages.hasMore, pages.left]).toEqual(['5 hits', false, 0]);
});
