/**
 * How a number of equal cases was judged: one label an annotator, in their order; undefined where an annotator did not
 * see the case. {@link UNMARKED} is a label like any other.
 */
export interface Coded {
  readonly labels: readonly (string | undefined)[];
  /** How many cases were judged so. */
  readonly times: number;
}

/** The label of what an annotator saw and marked with nothing. */
export const UNMARKED = '';

/** Counts cases that were judged alike: a corpus has millions of words and few ways in which they are judged. */
export class CodedCounter {
  readonly #counts = new Map<string, { readonly labels: readonly (string | undefined)[]; times: number }>();

  add(labels: readonly (string | undefined)[], times = 1): void {
    const key = JSON.stringify(labels.map((label) => label ?? null));
    const known = this.#counts.get(key);
    if (known) known.times += times;
    else this.#counts.set(key, { labels: [...labels], times });
  }

  addAll(coded: readonly Coded[]): void {
    for (const { labels, times } of coded) this.add(labels, times);
  }

  get coded(): readonly Coded[] {
    return [...this.#counts.values()];
  }
}

/** The cases without those that nobody marked: what most words of a text are, and what lets agreement look high. */
export function withoutUnmarked(coded: readonly Coded[]): readonly Coded[] {
  return coded.filter(({ labels }) => labels.some((label) => label !== undefined && label !== UNMARKED));
}

/** One label against all others. */
export function against(coded: readonly Coded[], label: string): readonly Coded[] {
  const counter = new CodedCounter();
  for (const { labels, times } of coded)
    counter.add(
      labels.map((own) => (own === undefined || own === label ? own : UNMARKED)),
      times,
    );
  return counter.coded;
}
