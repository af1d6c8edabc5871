import functionTimeout, { isTimeoutError } from 'function-timeout';
import type { Limited } from './core/structure/header';

/*
 * Header patterns and globs are people's own, and some expressions take longer than a life on some texts, as (a+)+b does.
 * Of the ways to keep one from blocking the editor for good, a time limit is the one that leaves people the whole of
 * JavaScript's expressions (the default pattern looks ahead, as RE2's language cannot) and that no expression gets past
 * (safe-regex2 knows of nested repetition alone; recheck tells surely, at 2.9 MB in each bundle). function-timeout lets
 * V8 end the search in place, in this thread, for 0.06 ms a search. What no limit ever touched is as it was. It makes a
 * context for each search unless it is given one, which takes ten times as long as all else: all searches share one here.
 */

/** For one search, in milliseconds; an honest one takes less than one. Where the machine did other things: anew, for longer. */
const SEARCH_TIMES = [500, 1000, 2000];
/** A search that ran for so many milliseconds is no honest one; one that ran for less did not get to run. */
const WORK = 50;

/**
 * Searches with people's own patterns, each search for a limited time. A pattern that took longer counts as not found, is
 * told once and is not tried again. A search that had no processor meanwhile is no slow one: it is begun anew.
 *
 * @param timeout - in milliseconds, for what is no mere search: it counts while it goes, and is never begun anew.
 */
export function limitedSearch(tell: (pattern: string) => void, timeout?: number): Limited {
  const givenUp = new Set<string>();
  const times = timeout === undefined ? SEARCH_TIMES : [timeout];
  return (pattern, search, otherwise) => {
    if (givenUp.has(pattern)) return otherwise;
    for (const time of times) {
      const worked = processorTime();
      try {
        return inTime(search, time);
      } catch (error) {
        if (!isTimeoutError(error)) throw error;
        // without a clock of processors (NaN) it had its time, too
        if (!(processorTime() - worked < WORK)) break;
      }
    }
    givenUp.add(pattern);
    tell(pattern);
    return otherwise;
  };
}

/** What searches run in; whichever runs within another has returned before that one does. */
const CONTEXT: { functionToRun?: unknown; returnValue?: unknown } = {};

function inTime<T>(search: () => T, timeout: number): T {
  // of `context` its types say nothing; where there are no contexts, as in a browser, it is passed over
  const options: { timeout: number; context: object } = { timeout, context: CONTEXT };
  try {
    return functionTimeout(search, options)();
  } finally {
    // an article need not stay in memory for it
    CONTEXT.functionToRun = undefined;
    CONTEXT.returnValue = undefined;
  }
}

/** What this process has used of processors, in milliseconds; without end where nobody tells. */
function processorTime(): number {
  const used = globalThis.process?.cpuUsage?.();
  return used === undefined ? Number.POSITIVE_INFINITY : (used.user + used.system) / 1000;
}
