import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import type { EntityPack } from '../pack';
import { areOne, type Group, gather, rootOf } from './groups';
import { NO_GROUPS, type Sieve, type SieveContext } from './sieve';

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
  run(groups, context) {
    const bearers = fullNamesOf(groups, context);
    for (const group of groups) {
      const full = bearers.get(group);
      if (full === undefined || rootOf(group) !== group || !isAccepted([severalBodies], full)) continue;
      context.join(group, full[0] as Group);
    }
    return NO_GROUPS;
  },
};

/** For short forms the names that begin with them; a firm's name without its ending is joined with it at once. */
function fullNamesOf(groups: readonly Group[], { pack, join }: SieveContext): ReadonlyMap<Group, readonly Group[]> {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const bearers = new Map<Group, Group[]>();
  for (const full of groups) {
    for (let length = 1; length < full.words.length; length++) {
      const short = byKey.get(full.words.slice(0, length).join(' '));
      if (short === undefined) continue;
      if (full.words.slice(length).every((word) => pack.companyForms.test(word))) join(short, full);
      else if (isAccepted(EXCEPT, { short, full, pack })) gather(bearers, short, full);
    }
  }
  return bearers;
}
