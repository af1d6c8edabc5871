/** The filter that counts an article once that is there several times, outside of quotation marks. */
const ONCE = /"[^"]*"?|(?:^|\s)copies:once(?=\s|$)/g;

/** Whether a query counts copies once by its own words. */
export const asksOnce = (query: string): boolean => [...query.matchAll(ONCE)].some(([found]) => !found.startsWith('"'));

/** A query that counts copies once, or each of them; all else of it stays. Filters may follow words and CQL alike. */
export function withCopiesOnce(query: string, once: boolean): string {
  if (once === asksOnce(query)) return query;
  if (once) return `${query.trimEnd()} copies:once`;
  return query.replace(ONCE, (found) => (found.startsWith('"') ? found : '')).trim();
}
