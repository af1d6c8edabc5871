import type { Exception } from '../../rules/rule';
import { isAccepted, isLeftOut } from '../../rules/run';
import type { Mention } from '../mention';
import { initials, isAcronym } from '../nameForms';
import type { NameRule } from '../refiners/refiner';
import type { Group } from './groups';
import type { ClusterContext } from './sieve';

/** A name in parentheses, and the one right before them. */
interface Parenthesised {
  readonly name: Mention;
  readonly group: Group;
  readonly inside: Mention;
}

/** "Valence (Drôme)": a place in another one. */
const containingPlace: Exception<Parenthesised> = {
  id: 'containing-place',
  holds: ({ group, inside }) => group.type === 'LOC' && !isAcronym(inside.text),
};

/** "Union des ports (FLNKS)": a party in parentheses may be the alliance that the other one is in. */
const otherLetters: Exception<Parenthesised> = {
  id: 'other-letters',
  holds: ({ name, group, inside }) => group.type === 'ORG' && isAcronym(inside.text) && !sharesLetter(name.text, inside.text),
};

const NO_WORDS: ReadonlySet<string> = new Set();

const sharesLetter = (name: string, acronym: string): boolean =>
  [...initials(name, NO_WORDS)].some((letter) => acronym.toUpperCase().includes(letter));

const EXCEPT: readonly Exception<Parenthesised>[] = [containingPlace, otherLetters];

/** Organisation de coopération des ports (OCP): names of one word in parentheses say what stands before them, whatever the letters. */
export const parenthesisedName: NameRule = { id: 'parenthesised-name', except: EXCEPT };

/** For mentions that a name of one word in parentheses stands after, its group. */
export function parenthesisedNames(groups: readonly Group[], between: ClusterContext['between']): ReadonlyMap<Mention, Group> {
  const followers = new Map<Mention, Group>();
  if (isLeftOut(parenthesisedName.id)) return followers;
  for (const [inside, name] of namesBefore(groups)) {
    if (name.group === inside.group || !isInParentheses(inside.mention, name.mention, between)) continue;
    if (isAccepted(EXCEPT, { name: name.mention, group: name.group, inside: inside.mention }))
      followers.set(name.mention, inside.group);
  }
  return followers;
}

const MAX_GAP = 3;

interface GroupMention {
  readonly group: Group;
  readonly mention: Mention;
}

/** For names of one word that may stand in parentheses, the last one that ends closely before. */
function namesBefore(groups: readonly Group[]): ReadonlyMap<GroupMention, GroupMention> {
  const byEnd = openedNames(groups);
  const before = new Map<GroupMention, GroupMention>();
  if (byEnd.size === 0) return before;
  for (const group of groups) {
    for (const mention of group.mentions) {
      const inside = byEnd.get(mention.end);
      if (inside === undefined) continue;
      const last = before.get(inside)?.mention.start ?? -1;
      if (mention.start > last && mention.start < inside.mention.start) before.set(inside, { group, mention });
    }
  }
  return before;
}

/** Where a name closely before may end. */
const endsBefore = ({ start }: Mention): readonly number[] => Array.from({ length: MAX_GAP }, (_, i) => start - 1 - i);

/** Names of one word that may stand in parentheses, by where a name closely before them may end. */
function openedNames(groups: readonly Group[]): ReadonlyMap<number, GroupMention> {
  const byEnd = new Map<number, GroupMention>();
  for (const group of groups.filter(({ words }) => words.length === 1)) {
    for (const mention of group.mentions) {
      if (mention.isOpened === false) continue;
      const inside = { group, mention };
      for (const end of endsBefore(mention)) if (!byEnd.has(end)) byEnd.set(end, inside);
    }
  }
  return byEnd;
}

const isInParentheses = (inside: Mention, name: Mention, between: ClusterContext['between']): boolean =>
  name.end < inside.start && inside.start - name.end <= MAX_GAP && between(name, inside).trim() === '(';
