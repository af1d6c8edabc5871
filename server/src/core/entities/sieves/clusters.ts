import type { EntityType } from '../../analysis';
import type { Mention } from '../mention';
import { isAcronym, keyWords, nameKey } from '../nameForms';
import { type Group, gather, rootOf } from './groups';
import { isAnotherSpelling } from './spellings';

/** Mentions of one thing, in text order, with its fullest name and the other forms it bears. */
export interface Cluster {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
  /** Several people of one name: the Brownlee brothers. */
  readonly family?: true;
}

/** The clusters of groups that were joined, in the order of their first mentions. */
export function clustersOf(groups: readonly Group[]): Cluster[] {
  const byRoot = new Map<Group, Group[]>();
  for (const group of groups) if (group.mentions.length > 0) gather(byRoot, rootOf(group), group);
  const clusters = Array.from(byRoot.values(), clusterOf);
  return clusters.sort((a, b) => (a.mentions[0] as Mention).start - (b.mentions[0] as Mention).start);
}

function clusterOf(members: readonly Group[]): Cluster {
  const { type, mentions: own, family } = members[0] as Group;
  const mentions = members.length === 1 ? own : members.flatMap((group) => group.mentions);
  // those of one group are in text order
  if (members.length > 1) mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const counts = countsOf(mentions);
  const name = fullestName(counts);
  const aliases = counts.size === 1 ? [] : [...counts.keys()].filter((text) => text !== name);
  return { type, name, aliases, mentions, ...(family && { family }) };
}

/** How often each form occurs, in the order of their first mentions. */
function countsOf(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of mentions) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/**
 * The form with most words, acronyms last; of equal ones the longest, of one name's spellings the most frequent, of those
 * that differ in capitals and accents alone the most careful, then the first.
 */
function fullestName(counts: ReadonlyMap<string, number>): string {
  const count = (text: string): number => counts.get(text) as number;
  return [...counts.keys()].reduce((best, text) => (isFuller(text, best, count) ? text : best));
}

function isFuller(name: string, than: string, count: (name: string) => number): boolean {
  const words = numberOfWords(name) - numberOfWords(than);
  if (words !== 0) return words > 0;
  const careful = nameKey(name) === nameKey(than) ? care(name) - care(than) : 0;
  if (careful !== 0) return careful > 0;
  const longer = name.length - than.length;
  if (longer !== 0 && !isAcronym(name) && !isMisspelling(name, than)) return longer > 0;
  return count(name) > count(than);
}

const numberOfWords = (name: string): number => (isAcronym(name) ? 0 : keyWords(name).length);

function isMisspelling(a: string, b: string): boolean {
  const [x, y] = [keyWords(a), keyWords(b)];
  return x.length === y.length && x.every((word, i) => word === y[i] || isAnotherSpelling(word, y[i] as string));
}

/** How carefully a name is written: capital and small letters, accents. A first capital may be the sentence's. */
const care = (text: string): number =>
  (/\p{Ll}/u.test(text) ? 100 : 0) + (/^\p{Lu}\S*$/u.test(text) ? 10 : 0) + text.normalize('NFD').length - text.length;
