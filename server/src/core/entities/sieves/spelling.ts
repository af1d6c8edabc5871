import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { byWord, fullNames, type Group, rootOf } from './groups';
import { NO_GROUPS, type Sieve, type SieveContext } from './sieve';
import { isAnotherSpelling, isShortGivenName } from './spellings';

/** Two given names that may be one's forms. */
interface GivenNames {
  readonly names: readonly [string, string];
  readonly context: SieveContext;
}

/** "Daniel" and "Daniela", "Mario" and "Maria": a man's name and a woman's. */
const differentGenders: Exception<GivenNames> = {
  id: 'different-genders',
  holds({ names: [a, b], context: { genderOf } }) {
    const [x, y] = [genderOf?.(a), genderOf?.(b)];
    return x !== undefined && y !== undefined && x !== y;
  },
};

const EXCEPT: readonly Exception<GivenNames>[] = [differentGenders];
/** How many names with a common word are compared with each other. */
const MAX_ALIKE = 12;

/** Joins full names that differ in one word, and there as one name's spellings or forms do: Tim Reed, Timothy Reed. */
export const spelling: Sieve = {
  id: 'spelling',
  types: ['PER'],
  except: EXCEPT,
  run(groups, context) {
    const full = fullNames(groups);
    if (full.length < 2) return NO_GROUPS;
    for (const [word, alike] of byWord(full)) {
      const most = Math.min(alike.length, MAX_ALIKE);
      for (let i = 1; i < most; i++) {
        for (let k = 0; k < i; k++) joinIfOneName(alike[i] as Group, alike[k] as Group, word, context);
      }
    }
    return NO_GROUPS;
  },
};

/** @param word - that both names have; each pair is met once for every word it shares: the family name, or else the given one, decides */
function joinIfOneName(a: Group, b: Group, word: string, context: SieveContext): void {
  if (a.into !== undefined && rootOf(a) === rootOf(b)) return;
  const at = onlyDifference(a.words, b.words);
  if (at < 0) return;
  const [x, y] = [a.words[at] as string, b.words[at] as string];
  const isOne =
    at === 0 ? word === a.words.at(-1) && isOneGivenName(x, y, context) : word === a.words[0] && isAnotherSpelling(x, y);
  if (isOne) context.join(a, b);
}

/** Index of the first or last word in which alone two names differ; -1 where they differ in more or in number. */
function onlyDifference(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return -1;
  const last = a.length - 1;
  const at = a[0] === b[0] ? last : 0;
  return a.every((word, i) => i === at || word === b[i]) ? at : -1;
}

function isOneGivenName(a: string, b: string, context: SieveContext): boolean {
  const isForm = isShortGivenName(a, b, context.pack.nicknames) || (isAnotherSpelling(a, b) && a.at(-1) === b.at(-1));
  return isForm && isAccepted(EXCEPT, { names: [a, b], context });
}

const MIN_MISSPELT = 7;

/** Full names whose family name a lonely name is another spelling of; none where these are several people. */
export function misspeltBearers(group: Group, full: readonly Group[]): readonly Group[] {
  if (group.words.length > 1 || group.key.length < MIN_MISSPELT || full.length > 50 * MAX_ALIKE) return [];
  const alike = full.filter((other) => {
    const family = other.words.at(-1) as string;
    // the Tolvanes are no other spelling, but several people
    return isAnotherSpelling(family, group.key) && group.key !== `${family}s`;
  });
  return new Set(alike.map(rootOf)).size === 1 ? alike : [];
}
