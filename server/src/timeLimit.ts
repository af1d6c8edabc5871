import functionTimeout, { isTimeoutError } from 'function-timeout';
import type { Limited } from './core/structure/header';

/*
 * Header patterns and globs are people's own, and some expressions take longer than a life on some texts, as (a+)+b does.
 * Of the ways to keep one from blocking the editor for good, a time limit is the one that leaves people the whole of
 * JavaScript's expressions (the default pattern looks ahead, as RE2's language cannot) and that no expression gets past
 * (safe-regex2 knows of nested repetition alone; recheck tells surely, at 2.9 MB in each bundle). function-timeout lets
 * V8 end the search in place, in this thread, for 0.06 ms a search. What no limit ever touched is as it was.
 */

/** For one search, in milliseconds; an honest one takes less than one. */
const SEARCH_TIME = 500;

/**
 * Searches with people's own patterns, each search for a limited time (in milliseconds). A pattern that took longer counts as not found, is
 * told once and is not tried again.
 */
export function limitedSearch(tell: (pattern: string) => void, timeout = SEARCH_TIME): Limited {
  const givenUp = new Set<string>();
  return (pattern, search, otherwise) => {
    if (givenUp.has(pattern)) return otherwise;
    try {
      return functionTimeout(search, { timeout })();
    } catch (error) {
      if (!isTimeoutError(error)) throw error;
      givenUp.add(pattern);
      tell(pattern);
      return otherwise;
    }
  };
}
