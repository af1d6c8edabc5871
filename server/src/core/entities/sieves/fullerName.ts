import type { Mention } from '../mention';
import { bearerOf } from './bearers';
import { byWord, fullNames, type Group, rootOf } from './groups';
import { honorific } from './honorific';
import type { Sieve, SieveContext } from './sieve';
import { misspeltBearers } from './spelling';
import { isAnotherSpelling } from './spellings';

/**
 * Gives family names, given names and shortened names to a full name that bears them: of several to the one named most
 * often, else to the nearest, before them if there is one.
 */
export const fullerName: Sieve = {
  id: 'fuller-name',
  types: ['PER'],
  parts: [honorific],
  run(persons, context) {
    const full = fullNames(persons);
    // whoever bears a shorter name has its last word: only these are compared
    const alike = byWord(full);
    for (const groups of alike.values()) groups.sort((a, b) => b.words.length - a.words.length || a.first - b.first);
    return persons.flatMap((group) => giveToBearer(group, bearersOf(group, full, alike), context));
  },
};

/** The full names that a name may be short for. */
function bearersOf(group: Group, full: readonly Group[], alike: ReadonlyMap<string, readonly Group[]>): readonly Group[] {
  const namesakes = namesakesOf(group, alike) ?? misspeltBearers(group, full);
  const isSingle = group.words.length === 1;
  const bearers = mayBear(namesakes, group).filter(
    (other) =>
      other !== group &&
      rootOf(other) !== rootOf(group) &&
      (bears(other.words, group.words) || (isSingle && isAnotherSpelling(other.words.at(-1) as string, group.key))),
  );
  if (!isSingle) return bearers;
  // "Roux" is Jean Roux before it is half of Anne Roux-Morel
  const family = bearers.filter(({ words }) => words.at(-1) === group.key);
  return family.length > 0 && family.length < bearers.length ? bearers.filter((other) => !isDoubleName(other)) : bearers;
}

/** A double family name that stands alone: Roux-Morel. */
const isDoubleName = ({ mentions }: Group): boolean => mentions.every(({ text }) => !/\s/u.test(text.trim()));

/** @returns the groups of those mentions that are somebody else's */
function giveToBearer(group: Group, bearers: readonly Group[], context: SieveContext): readonly Group[] {
  if (bearers.length === 0) return [];
  const apart = group.words.length === 1 ? honorific.takeApart(group, bearers, context) : [];
  if (group.mentions.length > 0) context.join(group, bearerOf(group.mentions[0] as Mention, bearers));
  return apart;
}

/** Names that share a name's last word or, where those are fewer, its first one: a fuller form has both, but for a letter. */
function namesakesOf({ words }: Group, alike: ReadonlyMap<string, readonly Group[]>): readonly Group[] | undefined {
  const [first = ''] = words;
  const byLast = alike.get(words.at(-1) as string);
  if (byLast === undefined || isLetter(first)) return byLast;
  const byFirst = alike.get(first);
  return byFirst !== undefined && byFirst.length < byLast.length ? byFirst : byLast;
}

/** With how many names one of several words is compared: more of one family stand in no article but in lists. */
const MAX_COMPARED = 600;

/**
 * Of names with a common word, longest first, those that may be the fuller form of a name: a full name without letters for
 * given names is short for longer ones alone, so that a list of people of one family is not compared pair by pair.
 */
function mayBear(alike: readonly Group[], { words }: Group): readonly Group[] {
  if (words.length === 1) return alike;
  const most = Math.min(alike.length, MAX_COMPARED);
  let end = words.some(isLetter) ? most : 0;
  while (end < most && (alike[end] as Group).words.length > words.length) end++;
  return alike.slice(0, end);
}

/**
 * Whether a full name may be shortened to a name: its end (family name), its beginning (given name, first of two family
 * names), its first and last word, or the same with letters for given names (J.-L. Roy).
 */
function bears(full: readonly string[], short: readonly string[]): boolean {
  if (short.length > full.length) return false;
  if (short.length === full.length) return short.every((word, i) => word === full[i] || isLetterOf(word, full[i] as string));
  const end = full.slice(-short.length);
  if (short.every((word, i) => word === end[i]) || short.every((word, i) => word === full[i])) return true;
  const [first, last] = [short[0] as string, short.at(-1)];
  return short.length > 1 && last === full.at(-1) && (first === full[0] || isLetterOf(first, full[0] as string));
}

const isLetter = (word: string): boolean => word.length === 1 || (word.length === 2 && word[1] === '.');

const isLetterOf = (short: string, word: string): boolean =>
  isLetter(short) && word.length > 2 && word.startsWith(short[0] as string);
