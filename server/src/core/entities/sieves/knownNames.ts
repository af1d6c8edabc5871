import type { Group } from './groups';
import { NO_GROUPS, type Sieve } from './sieve';

/** Joins names that the language's table gives as names of one thing: Daech, EI, État islamique. */
export const knownNames: Sieve = {
  id: 'known-names',
  appliesTo: (pack) => pack.sameAs.size > 0,
  run(groups, { pack, join }) {
    const seen = new Map<string, Group>();
    for (const group of groups) {
      const set = pack.sameAs.get(group.key);
      if (set === undefined) continue;
      const id = `${group.type} ${set}`;
      const known = seen.get(id);
      if (known === undefined) seen.set(id, group);
      else join(group, known);
    }
    return NO_GROUPS;
  },
};
