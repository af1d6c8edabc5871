import type { EntityType } from '../../analysis';
import type { EntityPack } from '../pack';
import { initials, isAcronym, keyWords, type Mention, nameKey, remembered } from './mention';

/** Mentions of one thing, in text order, with its fullest name and the other forms it bears. */
export interface Cluster {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
}

interface Group {
  readonly type: EntityType;
  readonly key: string;
  readonly words: readonly string[];
  readonly mentions: Mention[];
  readonly first: number;
  /** The group that this one was found to name the same thing as. */
  into: Group | undefined;
}

/** Puts together the mentions of a document that name one thing. Every mention ends up in exactly one cluster. */
export function clusterMentions(
  mentions: readonly Mention[],
  pack: EntityPack,
  between: (a: Mention, b: Mention) => string,
): Cluster[] {
  const list = groupByName(mentions, pack);
  const byType = (type: EntityType) => list.filter((group) => group.type === type);
  joinKnownNames(list, pack);
  joinPersons(byType('PER'));
  for (const type of ['ORG', 'LOC', 'MISC'] as const) {
    joinAcronyms(byType(type), pack, between);
    if (type === 'ORG') joinShortForms(byType(type), pack);
    if (type === 'MISC') joinUndated(byType(type));
  }
  return collect(list);
}

/** What clustering reads off a name's form; kept, since names come again. */
interface NameForm {
  readonly key: string;
  /** The key's words, without an article. */
  readonly words: readonly string[];
  /** What an acronym of it may be, with its small words and without. */
  readonly letters: readonly string[];
}

const formsByPack = new WeakMap<EntityPack, (name: string) => NameForm>();

function formsOf(pack: EntityPack): (name: string) => NameForm {
  let forms = formsByPack.get(pack);
  if (forms === undefined) {
    forms = remembered((name): NameForm => {
      const words = withoutArticle(keyWords(name), pack);
      const letters = words.length > 1 ? [initials(name, pack.particles), initials(name, NO_WORDS)] : [];
      return { key: words.join(' '), words, letters };
    });
    formsByPack.set(pack, forms);
  }
  return forms;
}

function groupByName(mentions: readonly Mention[], pack: EntityPack): Group[] {
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

function withoutArticle(words: readonly string[], pack: EntityPack): readonly string[] {
  const first = words[0] as string;
  if (words.length > 1 && pack.articles.has(first)) return words.slice(1);
  const elided = /^([ld]')(.+)$/.exec(first);
  return elided && pack.articles.has(elided[1] as string) ? [elided[2] as string, ...words.slice(1)] : words;
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.into !== undefined) root = root.into;
  return root;
}

function join(group: Group, into: Group): void {
  const from = rootOf(group);
  const target = rootOf(into);
  if (from !== target) from.into = target;
}

function gather<K>(groups: Map<K, Group[]>, key: K, group: Group): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [group]);
  else known.push(group);
}

/** Joins names that the language's table gives as names of one thing: Daech, EI, État islamique. */
function joinKnownNames(groups: readonly Group[], pack: EntityPack): void {
  const seen = new Map<string, Group>();
  for (const group of groups) {
    const set = pack.sameAs.get(group.key);
    if (set === undefined) continue;
    const id = `${group.type} ${set}`;
    const known = seen.get(id);
    if (known === undefined) seen.set(id, group);
    else join(group, known);
  }
}

/** Family names, given names and shortened names go to the nearest full name that bears them, before them if there is one. */
function joinPersons(persons: readonly Group[]): void {
  const full = persons.filter((group) => group.words.length > 1);
  // whoever bears a shorter name has its last word: only these are compared
  const byWord = new Map<string, Group[]>();
  for (const group of full) {
    for (const word of new Set(group.words)) gather(byWord, word, group);
  }
  for (const group of persons) {
    const alike = byWord.get(group.words.at(-1) as string) ?? [];
    const bearers = alike.filter(
      (other) => other !== group && rootOf(other) !== rootOf(group) && bears(other.words, group.words),
    );
    if (bearers.length === 0) continue;
    const before = bearers.filter((other) => other.first < group.first);
    const choice = (before.length > 0 ? before : bearers).sort((a, b) =>
      before.length > 0 ? lastBefore(b, group.first) - lastBefore(a, group.first) : a.first - b.first,
    )[0] as Group;
    join(group, choice);
  }
}

const lastBefore = (group: Group, at: number): number => {
  let last = -1;
  for (const mention of group.mentions) if (mention.start < at) last = mention.start;
  return last;
};

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

const isLetterOf = (short: string, word: string): boolean =>
  (short.length === 1 || (short.length === 2 && short[1] === '.')) && word.length > 2 && word.startsWith(short[0] as string);

const NO_WORDS: ReadonlySet<string> = new Set();

function joinAcronyms(groups: readonly Group[], pack: EntityPack, between: (a: Mention, b: Mention) => string): void {
  const long = groups.filter((group) => group.words.length > 1);
  if (long.length === 0) return;
  const acronyms = groups.filter((group) => group.mentions.some((m) => isAcronym(m.text)) || group.words.length === 1);
  const byLetters = new Map<string, Group[]>();
  for (const acronym of acronyms) {
    const text = acronym.key.replaceAll('.', '').toUpperCase();
    if (text.length < 2 || !acronym.mentions.some((m) => isAcronym(m.text) || m.text.length <= 6)) continue;
    gather(byLetters, text, acronym);
  }
  const followers = parenthesised(groups, between);
  const formOf = formsOf(pack);
  for (const group of long) {
    if (followers.size > 0) {
      for (const mention of group.mentions) {
        const follower = followers.get(mention);
        if (follower !== undefined) join(follower, group);
      }
    }
    if (byLetters.size === 0) continue;
    const letters = new Set<string>();
    for (const { text } of group.mentions) for (const initials of formOf(text).letters) letters.add(initials);
    for (const text of letters) {
      for (const acronym of byLetters.get(text) ?? []) {
        if (acronym !== group && rootOf(acronym) !== rootOf(group)) join(acronym, group);
      }
    }
  }
}

/** Organisation de coopération des ports (OCP): names of one word in parentheses say what stands before them, whatever the letters. */
function parenthesised(groups: readonly Group[], between: (a: Mention, b: Mention) => string): Map<Mention, Group> {
  const followers = new Map<Mention, Group>();
  const mentions: { group: Group; mention: Mention }[] = [];
  for (const group of groups) for (const mention of group.mentions) mentions.push({ group, mention });
  mentions.sort((a, b) => a.mention.start - b.mention.start);
  for (let i = 0; i + 1 < mentions.length; i++) {
    const { group, mention } = mentions[i] as { group: Group; mention: Mention };
    const follower = mentions[i + 1] as { group: Group; mention: Mention };
    if (follower.group === group || follower.group.words.length !== 1) continue;
    // Valence (Drôme) is a place in another
    if (group.type === 'LOC' && !isAcronym(follower.mention.text)) continue;
    if (isParenthesised(between, mention, follower.mention)) followers.set(mention, follower.group);
  }
  return followers;
}

const isParenthesised = (between: (a: Mention, b: Mention) => string, a: Mention, b: Mention): boolean =>
  a.end < b.start && b.start - a.end < 4 && between(a, b).trim() === '(';

/**
 * Commission for Commission européenne, Conseil de sécurité for Conseil de sécurité de la Varnie, where the article has named
 * but one such body before. Of several words only what says whose may be left out: a Parti vert européen is no Parti vert.
 */
function joinShortForms(groups: readonly Group[], pack: EntityPack): void {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const longer = new Map<Group, Group[]>();
  for (const other of groups) {
    for (let length = 1; length < other.words.length; length++) {
      const short = byKey.get(other.words.slice(0, length).join(' '));
      if (short !== undefined && other.first < short.first && mayEndAt(other.words, length, pack)) gather(longer, short, other);
    }
  }
  for (const group of groups) {
    const bearers = longer.get(group);
    if (bearers === undefined || rootOf(group) !== group) continue;
    if (new Set(bearers.map(rootOf)).size === 1) join(group, bearers[0] as Group);
  }
}

const mayEndAt = (words: readonly string[], length: number, pack: EntityPack): boolean =>
  length === 1 || pack.genitives.has((words[length] as string).replace(/'.*/, "'"));

/** Tour du lac and Tour du lac 2016 where the article knows but one year of it. */
function joinUndated(groups: readonly Group[]): void {
  const byUndated = new Map<string, Group[]>();
  for (const group of groups) {
    if (!YEAR.test(group.words.at(-1) as string)) continue;
    gather(byUndated, group.words.slice(0, -1).join(' '), group);
  }
  for (const group of groups) {
    const dated = byUndated.get(group.key);
    if (dated?.length === 1) join(group, dated[0] as Group);
  }
}

const YEAR = /^[12]\d{3}$/;

function collect(groups: readonly Group[]): Cluster[] {
  const byRoot = new Map<Group, Group[]>();
  for (const group of groups) {
    gather(byRoot, rootOf(group), group);
  }
  const clusters: Cluster[] = [];
  for (const members of byRoot.values()) {
    const { type, mentions: own } = members[0] as Group;
    const mentions = members.length === 1 ? own : members.flatMap((group) => group.mentions);
    if (mentions.length === 1) {
      clusters.push({ type, name: (mentions[0] as Mention).text, aliases: [], mentions });
      continue;
    }
    mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    const name = fullest(mentions);
    const aliases = [...new Set(mentions.map((m) => m.text))].filter((text) => text !== name);
    clusters.push({ type, name, aliases, mentions });
  }
  return clusters.sort((a, b) => (a.mentions[0] as Mention).start - (b.mentions[0] as Mention).start);
}

/** The form with most words, acronyms last; of equal ones the longest, then the most frequent, then the first. */
function fullest(mentions: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1);
  const rank = (text: string): number =>
    isAcronym(text) ? 0 : 100 * nameKey(text).split(' ').length + Math.min(99, text.length);
  return [...counts.keys()].reduce((best, text) => {
    const gain = rank(text) - rank(best);
    return gain > 0 || (gain === 0 && (counts.get(text) as number) > (counts.get(best) as number)) ? text : best;
  });
}
