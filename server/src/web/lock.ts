import type { withLock as onMachine } from '../store/lock';

/*
 * Stands in for `store/lock.ts`. Between looking at a file and replacing it nobody else of this window replaces it, nor, where
 * the browser tells its windows of each other, of another one.
 */

/** The last one who waits for each path. */
const queues = new Map<string, Promise<unknown>>();

/** Runs something while nobody else here does the same for the same path. */
export const withLock: typeof onMachine = (path, run) => {
  const before = queues.get(path) ?? Promise.resolve();
  const mine = before.then(() => amongWindows(path, run));
  const done = mine.catch(() => undefined);
  queues.set(path, done);
  void done.then(() => queues.get(path) === done && queues.delete(path));
  return mine;
};

interface Locks {
  request<T>(name: string, run: () => Promise<T>): Promise<T>;
}

async function amongWindows<T>(path: string, run: () => Promise<T>): Promise<T> {
  const { locks } = (globalThis as { readonly navigator?: { readonly locks?: Locks } }).navigator ?? {};
  if (locks === undefined) return run();
  let begun = false;
  try {
    return await locks.request(`corpus-annotator:${path}`, () => {
      begun = true;
      return run();
    });
  } catch (error) {
    // a page of no origin may not ask for a lock
    if (begun) throw error;
    return run();
  }
}
