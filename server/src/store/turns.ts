/** What is worked out a step at a time, so that others get their turns between; gives its result at the end. */
export type InSteps<T> = Generator<void, T, void>;

/** So many things are done between two steps: some tenths of a millisecond. */
const A_STEP = 200;

let done = 0;

/** Goes through a list, handing back control now and then. */
export function* eachInSteps<T>(items: Iterable<T>, run: (item: T) => void): InSteps<void> {
  for (const item of items) {
    run(item);
    // counted over all lists: many short ones are as much work as a long one
    done = (done + 1) % A_STEP;
    if (done === 0) yield;
  }
}

/** The items of a list that pass a test, in their order. */
export function* filterInSteps<T>(items: readonly T[], passes: (item: T) => boolean): InSteps<readonly T[]> {
  const found: T[] = [];
  yield* eachInSteps(items, (item) => {
    if (passes(item)) found.push(item);
  });
  return found;
}

/** What each item of a list becomes; none, one or several. */
export function* flatMapInSteps<T, U>(items: readonly T[], change: (item: T) => readonly U[]): InSteps<readonly U[]> {
  const result: U[] = [];
  yield* eachInSteps(items, (item) => result.push(...change(item)));
  return result;
}

/** Does all that is left at once. */
export function atOnce<T>(steps: InSteps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
