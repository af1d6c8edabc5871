import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { EntityPack } from '../pack';
import { areOne, type Group, gather, rootOf } from './groups';
import { NO_GROUPS, type Sieve } from './sieve';

/** A name that another one begins with. */
interface ShortForm {
  readonly short: Group;
  readonly full: Group;
  readonly pack: EntityPack;
}

/** A body is named in full before it is named in short, but for words for bodies: headlines shorten. */
const namedShortFirst: Exception<ShortForm> = {
  id: 'named-short-first',
  holds: ({ short, full, pack }) => full.first >= short.first && pack.bodyWords?.has(short.key) !== true,
};

/** Of several words only what says whose may be left out: a "Parti vert européen" is not the "Parti vert". */
const notWhose: Exception<ShortForm> = {
  id: 'not-whose',
  holds({ short, full, pack }) {
    const { length } = short.words;
    return length > 1 && !pack.genitives.has((full.words[length] as string).replace(/'.*/, "'"));
  },
};

/** The article names several such bodies. Given: their groups. */
const severalBodies: Exception<readonly Group[]> = { id: 'several-bodies', holds: (bearers) => !areOne(bearers) };

const EXCEPT: readonly Exception<ShortForm>[] = [namedShortFirst, notWhose];

/**
 * Commission for Commission européenne, Conseil de sécurité for Conseil de sécurité de la Varnie, Lanthier for Lanthier
 * Inc.
 */
export const shortForm: Sieve = {
  id: 'short-form',
  types: ['ORG'],
  except: [...EXCEPT, severalBodies],
  run(groups, { pack, join }) {
    const byKey = new Map(groups.map((group) => [group.key, group]));
    const longer = new Map<Group, Group[]>();
    for (const full of groups) {
      for (let length = 1; length < full.words.length; length++) {
        const short = byKey.get(full.words.slice(0, length).join(' '));
        if (short === undefined) continue;
        if (full.words.slice(length).every((word) => pack.companyForms.test(word))) join(short, full);
        else if (isAccepted(EXCEPT, { short, full, pack })) gather(longer, short, full);
      }
    }
    for (const group of groups) {
      const bearers = longer.get(group);
      if (bearers === undefined || rootOf(group) !== group || !isAccepted([severalBodies], bearers)) continue;
      join(group, bearers[0] as Group);
    }
    return NO_GROUPS;
  },
};
