/** What pairing a left item with a right one is worth; pairs that are not listed, or worth nothing, are not made. */
export interface Worth {
  readonly right: number;
  readonly worth: number;
}

/**
 * The pairing of left items with right ones that is worth most, each in one pair at most: successive shortest augmenting
 * paths with potentials (Kuhn 1955; Edmonds and Karp 1972), each searched no further than it goes, so that pairs that lie
 * near to each other cost near to nothing however long the lists are.
 *
 * @param options - for each left item what it can be paired with.
 * @returns for each left item its right one, or -1.
 */
export function bestPairing(options: readonly (readonly Worth[])[]): readonly number[] {
  const pairing = new Pairing(options);
  for (let left = 0; left < options.length; left++) pairing.insert(left);
  return pairing.result;
}

/** Where a search has come: a right item, how dear the way is, and from which left one. */
interface Step {
  readonly cost: number;
  readonly from: number;
}

class Pairing {
  readonly #options: readonly (readonly Worth[])[];
  readonly #rightOf: number[];
  readonly #leftOf = new Map<number, number>();
  /** Costs are what is lost of the best that a left item could have; potentials keep those of ways back from being negative. */
  readonly #leftPotential: number[];
  readonly #rightPotential = new Map<number, number>();
  /** From which left item the last search came to a right one. */
  readonly #from = new Map<number, number>();

  constructor(options: readonly (readonly Worth[])[]) {
    this.#options = options.map((own) => own.filter(({ worth }) => worth > 0));
    this.#rightOf = options.map(() => -1);
    this.#leftPotential = this.#options.map((own) => -Math.max(0, ...own.map(({ worth }) => worth)));
  }

  get result(): readonly number[] {
    return this.#rightOf;
  }

  insert(root: number): void {
    const best = new Map<number, Step>();
    const done = new Map<number, number>();
    const lefts = new Map<number, number>([[root, 0]]);
    let end = { left: root, cost: this.#aloneCost(root, 0), right: -1 };
    for (let left = root, cost = 0; ; ) {
      this.#relax(left, cost, best, done);
      const alone = this.#aloneCost(left, cost);
      if (alone < end.cost) end = { left, cost: alone, right: -1 };
      const next = cheapest(best);
      if (next === undefined || next[1].cost >= end.cost) break;
      const [right, step] = next;
      best.delete(right);
      done.set(right, step.cost);
      this.#from.set(right, step.from);
      const holder = this.#leftOf.get(right);
      if (holder === undefined) {
        end = { left: step.from, cost: step.cost, right };
        break;
      }
      lefts.set(holder, step.cost);
      [left, cost] = [holder, step.cost];
    }
    this.#shift(lefts, done, end.cost);
    this.#flip(root, end);
  }

  /** What it costs to leave a left item without a partner, at the end of a way. */
  #aloneCost(left: number, cost: number): number {
    return cost - (this.#leftPotential[left] as number);
  }

  #relax(left: number, cost: number, best: Map<number, Step>, done: ReadonlyMap<number, number>): void {
    for (const { right, worth } of this.#options[left] as readonly Worth[]) {
      if (done.has(right) || this.#rightOf[left] === right) continue;
      const way = cost - worth - (this.#leftPotential[left] as number) - (this.#rightPotential.get(right) ?? 0);
      if (way < (best.get(right)?.cost ?? Number.POSITIVE_INFINITY)) best.set(right, { cost: way, from: left });
    }
  }

  #shift(lefts: ReadonlyMap<number, number>, done: ReadonlyMap<number, number>, end: number): void {
    for (const [left, cost] of lefts)
      if (cost < end) this.#leftPotential[left] = (this.#leftPotential[left] as number) + (end - cost);
    for (const [right, cost] of done)
      if (cost < end) this.#rightPotential.set(right, (this.#rightPotential.get(right) ?? 0) - (end - cost));
  }

  /** Makes the pairs of the way that was found, from its end back to where it began. */
  #flip(root: number, { left, right }: { readonly left: number; readonly right: number }): void {
    for (let [at, to] = [left, right]; ; ) {
      const before = this.#rightOf[at] as number;
      this.#rightOf[at] = to;
      if (to >= 0) this.#leftOf.set(to, at);
      if (at === root) return;
      to = before;
      at = this.#from.get(before) as number;
    }
  }
}

function cheapest(best: ReadonlyMap<number, Step>): readonly [number, Step] | undefined {
  let found: readonly [number, Step] | undefined;
  for (const entry of best) if (found === undefined || entry[1].cost < found[1].cost) found = entry;
  return found;
}
