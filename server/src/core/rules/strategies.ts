import type { Rule } from './rule';
import { isLeftOut } from './run';

/**
 * One way to answer a question about a place in a text. Where a question has several ways they stand in a list, each by
 * its name and with an example, and are asked in the list's order.
 */
export interface Strategy<Site, Answer> extends Rule {
  /** Pure. Undefined where this way gives no answer: then the next is asked. */
  readonly find: (site: Site, at: number) => Answer | undefined;
}

/** The answer of the first strategy that has one, in the list's order; undefined where none has. */
export function firstAnswer<Site, Answer>(
  strategies: readonly Strategy<Site, Answer>[],
  site: Site,
  at: number,
): Answer | undefined {
  for (const strategy of strategies) {
    const answer = strategy.find(site, at);
    if (answer !== undefined && !isLeftOut(strategy.id)) return answer;
  }
  return undefined;
}
