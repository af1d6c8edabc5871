/**
 * Does work on items several at a time and gives the results in the items' order, each as soon as it and those before
 * it are there: it never waits for a further item to give a result that is ready.
 * @param ahead - how many items are under way or wait for their turn to be given, at most; asked before each item.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  ahead: () => number,
): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]();
  const waiting: Promise<R>[] = [];
  let next: Promise<IteratorResult<T>> | undefined;
  let ended = false;
  try {
    while (!ended || waiting.length > 0) {
      if (!ended && waiting.length < ahead()) next ??= source.next();
      const [first] = waiting;
      const item = next && (first ? await Promise.race([next, first.then(() => undefined)]) : await next);
      if (item !== undefined) {
        next = undefined;
        if (item.done) ended = true;
        else waiting.push(marked(work(item.value)));
      } else if (first !== undefined) {
        waiting.shift();
        yield await first;
      }
    }
  } finally {
    await source.return?.();
  }
}

/** A failure is told when its turn comes, not before. */
function marked<R>(promise: Promise<R>): Promise<R> {
  promise.catch(() => undefined);
  return promise;
}
