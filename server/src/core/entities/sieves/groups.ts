import type { EntityType } from '../../analysis';
import { remembered } from '../../remembered';
import type { Mention } from '../mention';
import { initials, keyWords } from '../nameForms';
import type { EntityPack } from '../pack';

/** The mentions of a document that bear one name, but for accents, articles and titles. */
export interface Group {
  readonly type: EntityType;
  readonly key: string;
  /** The key's words. */
  readonly words: readonly string[];
  readonly mentions: Mention[];
  /** Where the first of them begins. */
  readonly first: number;
  /** Several people of one name: the Brownlee brothers. */
  readonly family?: true;
  /** The group that this one was found to name the same thing as. */
  into: Group | undefined;
}

/** What clustering reads off a name's form; kept, since names come again. */
interface NameForm {
  readonly key: string;
  /** The key's words, without an article. */
  readonly words: readonly string[];
  /** What an acronym of it may be, with its small words and without. */
  readonly letters: readonly string[];
}

const NO_WORDS: ReadonlySet<string> = new Set();
const formsByPack = new WeakMap<EntityPack, (name: string) => NameForm>();

/** Reads the forms of names in a language. */
export function formsOf(pack: EntityPack): (name: string) => NameForm {
  let forms = formsByPack.get(pack);
  if (forms === undefined) {
    forms = remembered((name): NameForm => {
      const words = withoutTitle(withoutArticle(keyWords(name), pack), pack);
      const letters = words.length > 1 ? [initials(name, pack.particles), initials(name, NO_WORDS)] : [];
      return { key: words.join(' '), words, letters };
    });
    formsByPack.set(pack, forms);
  }
  return forms;
}

function withoutArticle(words: readonly string[], pack: EntityPack): readonly string[] {
  const first = words[0] as string;
  if (words.length > 1 && pack.articles.has(first)) return words.slice(1);
  const elided = /^([ld]')(.+)$/.exec(first);
  return elided && pack.articles.has(elided[1] as string) ? [elided[2] as string, ...words.slice(1)] : words;
}

/** Lord Astley is Astley, Dr Lee is Lee. */
function withoutTitle(words: readonly string[], pack: EntityPack): readonly string[] {
  const first = (words[0] as string).replace(/\.$/, '');
  // a single letter may be a given name's
  return words.length > 1 && first.length > 1 && (pack.titles?.has(first) || pack.honorifics.has(first)) ? words.slice(1) : words;
}

/** Groups mentions by type and name, in the order of their first mentions. */
export function groupByName(mentions: readonly Mention[], pack: EntityPack): Group[] {
  const formOf = formsOf(pack);
  const list: Group[] = [];
  const byType = new Map<EntityType, Map<string, Group>>();
  for (const mention of mentions) {
    const { type, start } = mention;
    const { key, words } = formOf(mention.text);
    let groups = byType.get(type);
    if (groups === undefined) {
      groups = new Map();
      byType.set(type, groups);
    }
    const known = groups.get(key);
    if (known !== undefined) {
      known.mentions.push(mention);
      continue;
    }
    const group: Group = { type, key, words, mentions: [mention], first: start, into: undefined };
    groups.set(key, group);
    list.push(group);
  }
  return list;
}

/** The group that stands for all that a group was joined with. */
export function rootOf(group: Group): Group {
  let root = group;
  while (root.into !== undefined) root = root.into;
  return root;
}

/**
 * Joins a group with another one.
 * @returns whether they were not yet one
 */
export function joinGroups(group: Group, into: Group): boolean {
  const from = rootOf(group);
  const target = rootOf(into);
  if (from === target) return false;
  from.into = target;
  return true;
}

/** Adds a group to those that a key has. */
export function gather<K>(groups: Map<K, Group[]>, key: K, group: Group): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [group]);
  else known.push(group);
}

/** Full names by each of their words. */
export function byWord(full: readonly Group[]): Map<string, Group[]> {
  const groups = new Map<string, Group[]>();
  for (const group of full) for (const word of new Set(group.words)) gather(groups, word, group);
  return groups;
}

/** Names of several words. */
export const fullNames = (groups: readonly Group[]): readonly Group[] => groups.filter((group) => group.words.length > 1);

/** Whether groups name one thing, as far as it is known. */
export const areOne = (groups: readonly Group[]): boolean => new Set(groups.map(rootOf)).size === 1;
