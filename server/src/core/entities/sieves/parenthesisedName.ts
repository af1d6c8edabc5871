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
  const mentions: { readonly group: Group; readonly mention: Mention }[] = [];
  for (const group of groups) for (const mention of group.mentions) mentions.push({ group, mention });
  mentions.sort((a, b) => a.mention.start - b.mention.start);
  for (let i = 0; i + 1 < mentions.length; i++) {
    const { group, mention } = mentions[i] as (typeof mentions)[number];
    const next = mentions[i + 1] as (typeof mentions)[number];
    if (next.group === group || next.group.words.length !== 1) continue;
    if (!isInParentheses(next.mention, mention, between)) continue;
    if (isAccepted(EXCEPT, { name: mention, group, inside: next.mention })) followers.set(mention, next.group);
  }
  return followers;
}

const MAX_GAP = 3;

const isInParentheses = (inside: Mention, name: Mention, between: ClusterContext['between']): boolean =>
  name.end < inside.start && inside.start - name.end <= MAX_GAP && between(name, inside).trim() === '(';
