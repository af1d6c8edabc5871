import { describe, expect, it } from 'vitest';
import type { Row } from '../../../client/src/views/articleTree';
import { PagedRows } from '../../../client/src/views/pagedRows';

/** Rows 0, 1, … of which so many are at hand. */
function numbered(total: () => number, asked: number[] = []) {
  const page = async (from: number, count: number) => {
    asked.push(from);
    const length = Math.max(0, Math.min(count, total() - from));
    return { rows: Array.from({ length }, (_, i): Row => ({ label: String(from + i) })), total: total() };
  };
  return new PagedRows(page, (left, pages) => ({ label: `${left} more`, more: pages }));
}

describe('rows that come a page at a time', () => {
  it('are few at first, with a row for those that are left, until all are there', async () => {
    const asked: number[] = [];
    const pages = numbered(() => 250, asked);
    expect((await pages.shown()).at(-1)?.label).toBe('150 more');
    expect(await pages.shown()).toHaveLength(101);
    expect(asked).toEqual([0]);
    const more = (await pages.shown()).at(-1)?.more;
    await more?.next();
    await more?.next();
    const all = await pages.shown();
    expect(all.map(({ label }) => label)).toEqual(Array.from({ length: 250 }, (_, i) => String(i)));
    expect(asked).toEqual([0, 100, 200]);
  });

  it('end where rows went meanwhile, and offer none that are not to be had', async () => {
    let total = 250;
    const pages = numbered(() => total);
    await pages.shown();
    total = 100;
    await pages.next();
    expect(await pages.shown()).toHaveLength(100);
    expect(
      await new PagedRows(
        async () => undefined,
        () => ({ label: '' }),
      ).shown(),
    ).toEqual([]);
  });
});
