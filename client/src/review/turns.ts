/** Does one thing after the other, in the order in which they were asked for, each as soon as the one before is done. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves, or fails, with what the work does; what comes later is done in either case. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
