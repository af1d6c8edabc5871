import { noteApplied } from '../../rules/run';
import { isAcronym } from '../nameForms';
import type { EntityPack } from '../pack';
import { formsOf, fullNames, type Group, gather, rootOf } from './groups';
import { parenthesisedName, parenthesisedNames } from './parenthesisedName';
import { NO_GROUPS, type Sieve, type SieveContext } from './sieve';

/** Joins a name with its acronym: what its initials spell, and what stands in parentheses after it. */
export const acronym: Sieve = {
  id: 'acronym',
  types: ['ORG', 'LOC', 'MISC'],
  parts: [parenthesisedName],
  run(groups, context) {
    const full = fullNames(groups);
    if (full.length === 0) return NO_GROUPS;
    const byLetters = acronymsByLetters(groups);
    const followers = parenthesisedNames(groups, context.between);
    for (const group of full) {
      for (const mention of followers.size > 0 ? group.mentions : []) {
        const follower = followers.get(mention);
        if (follower === undefined) continue;
        noteApplied(parenthesisedName.id);
        context.join(follower, group);
      }
      if (byLetters.size > 0) joinSpelt(group, byLetters, context);
    }
    return NO_GROUPS;
  },
};

const MAX_LETTERS = 6;

/** Names of one word that may be acronyms, by their letters. */
function acronymsByLetters(groups: readonly Group[]): ReadonlyMap<string, readonly Group[]> {
  const byLetters = new Map<string, Group[]>();
  for (const group of groups) {
    const { mentions, words, key } = group;
    const isWritten = mentions.some(({ text }) => isAcronym(text));
    if (!isWritten && (words.length !== 1 || !mentions.some(({ text }) => text.length <= MAX_LETTERS))) continue;
    const letters = key.replaceAll('.', '').toUpperCase();
    if (letters.length >= 2) gather(byLetters, letters, group);
  }
  return byLetters;
}

/** Joins a name with the acronyms that its initials spell, with its small words or without. */
function joinSpelt(group: Group, byLetters: ReadonlyMap<string, readonly Group[]>, { pack, join }: SieveContext): void {
  for (const letters of initialsOf(group, pack)) {
    for (const short of byLetters.get(letters) ?? []) {
      if (short !== group && rootOf(short) !== rootOf(group)) join(short, group);
    }
  }
}

function initialsOf({ mentions }: Group, pack: EntityPack): ReadonlySet<string> {
  const formOf = formsOf(pack);
  return new Set(mentions.flatMap(({ text }) => formOf(text).letters));
}
