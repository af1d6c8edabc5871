/** Says how often something may be started again: so many times within a while, counted back from now. */
export class Restarts {
  readonly #most: number;
  readonly #within: number;
  #times: number[] = [];

  /** `within` in milliseconds. */
  constructor(most: number, within: number) {
    this.#most = most;
    this.#within = within;
  }

  /** Whether one more is in order at this time (milliseconds); if so, it is counted. */
  allow(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < this.#within);
    if (this.#times.length >= this.#most) return false;
    this.#times.push(now);
    return true;
  }
}
