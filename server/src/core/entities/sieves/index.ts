import type { EntityType } from '../../analysis';
import { isLeftOut, noteApplied } from '../../rules/run';
import type { Mention } from '../mention';
import type { EntityPack } from '../pack';
import { acronym } from './acronym';
import { type Cluster, clustersOf } from './clusters';
import { fullerName } from './fullerName';
import { type Group, groupByName, joinGroups } from './groups';
import { knownNames } from './knownNames';
import { shortForm } from './shortForm';
import type { ClusterContext, Sieve, SieveContext } from './sieve';
import { spelling } from './spelling';
import { undatedEvent } from './undatedEvent';

/** How names of one thing are known to be that, in this order. */
export const SIEVES: readonly Sieve[] = [knownNames, spelling, fullerName, acronym, shortForm, undatedEvent];

/** Puts together the mentions of a document that name one thing. Every mention ends up in exactly one cluster. */
export function clusterMentions(mentions: readonly Mention[], pack: EntityPack, context: ClusterContext): Cluster[] {
  const groups = groupByName(mentions, pack);
  const named = [...groups];
  const byType = new Map<EntityType, readonly Group[]>();
  for (const sieve of SIEVES) {
    if (isLeftOut(sieve.id) || sieve.appliesTo?.(pack) === false) continue;
    const sieving: SieveContext = {
      pack,
      join: (group, into) => {
        if (joinGroups(group, into)) noteApplied(sieve.id);
      },
      ...context,
    };
    if (sieve.types === undefined) sieve.run(named, sieving);
    for (const type of sieve.types ?? []) {
      const own = byType.get(type) ?? named.filter((group) => group.type === type);
      byType.set(type, own);
      groups.push(...sieve.run(own, sieving));
    }
  }
  return clustersOf(groups);
}
