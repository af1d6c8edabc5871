import type { EntityType } from '../../analysis';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';
import type { NameRule } from '../refiners/refiner';
import type { Group } from './groups';

/** What clustering asks of the text around mentions and of the lists. */
export interface ClusterContext {
  /** What stands between two mentions. */
  between(a: Mention, b: Mention): string;
  /** The gender that the lists know a given name to have. */
  genderOf?(word: string): 'm' | 'f' | undefined;
}

/** What a sieve works with. */
export interface SieveContext extends ClusterContext {
  readonly pack: EntityPack;
  /** Says that two groups name one thing. */
  join(group: Group, into: Group): void;
}

/** One way in which names of one thing are known to be that (a sieve of Stanford's coreference). */
export interface Sieve extends NameRule {
  /** The types whose names it compares with each other; where absent, it is given the names of all types. */
  readonly types?: readonly EntityType[];
  /** Rules of their own that it asks on its way. */
  readonly parts?: readonly NameRule[];
  /** @returns new groups, of mentions that it took out of others since they name something else */
  run(groups: readonly Group[], context: SieveContext): readonly Group[];
}

/** For sieves that take nothing apart. */
export const NO_GROUPS: readonly Group[] = [];
