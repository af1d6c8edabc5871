/** Lets what waits have its turn. */
export const pause = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Searches whose first lines somebody waits for. */
const hurried = new Set<object>();

/** As {@link pause}, but until nobody waits for the first lines of another search: those come before counts and analyses. */
export async function turn(own?: object): Promise<void> {
  do await pause();
  while (hurried.size > 0 && (own === undefined || !hurried.has(own)));
}

/** While somebody waits for the first lines of a search; for a short while only, since all else waits. */
export async function hurry<T>(own: object, run: () => Promise<T>): Promise<T> {
  hurried.add(own);
  try {
    return await run();
  } finally {
    hurried.delete(own);
  }
}
