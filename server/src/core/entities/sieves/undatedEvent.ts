import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { type Group, gather } from './groups';
import { NO_GROUPS, type Sieve } from './sieve';

/** The article knows the event of several years. Given: their groups. */
const severalYears: Exception<readonly Group[]> = { id: 'several-years', holds: (dated) => dated.length > 1 };

const EXCEPT: readonly Exception<readonly Group[]>[] = [severalYears];
const YEAR = /^[12]\d{3}$/;

/** Tour du lac and Tour du lac 2016 where the article knows but one year of it. */
export const undatedEvent: Sieve = {
  id: 'undated-event',
  types: ['MISC'],
  except: EXCEPT,
  run(groups, { join }) {
    const byUndated = new Map<string, Group[]>();
    for (const group of groups) {
      if (YEAR.test(group.words.at(-1) as string)) gather(byUndated, group.words.slice(0, -1).join(' '), group);
    }
    for (const group of groups) {
      const dated = byUndated.get(group.key);
      if (dated !== undefined && isAccepted(EXCEPT, dated)) join(group, dated[0] as Group);
    }
    return NO_GROUPS;
  },
};
