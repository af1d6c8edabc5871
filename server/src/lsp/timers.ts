/** Runs something after so many milliseconds, unless the process has ended by then: it is not kept going for that. */
export function later(ms: number, run: () => unknown): NodeJS.Timeout {
  const timer = setTimeout(run, ms);
  // in a browser a timer is a number
  timer.unref?.();
  return timer;
}
