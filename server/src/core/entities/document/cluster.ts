import type { EntityType } from '../../analysis';
import type { EntityPack } from '../pack';
import { initials, isAcronym, keyWords, type Mention, nameKey } from './mention';

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
  into?: Group;
}

/** Puts together the mentions of a document that name one thing. Every mention ends up in exactly one cluster. */
export function clusterMentions(
  mentions: readonly Mention[],
  pack: EntityPack,
  between: (a: Mention, b: Mention) => string,
): Cluster[] {
  const groups = groupByName(mentions, pack);
  const list = [...groups.values()];
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

function groupByName(mentions: readonly Mention[], pack: EntityPack): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const words = withoutArticle(keyWords(mention.text), pack);
    const key = words.join(' ');
    const known = groups.get(`${mention.type} ${key}`);
    if (known === undefined) {
      groups.set(`${mention.type} ${key}`, { type: mention.type, key, words, mentions: [mention], first: mention.start });
    } else known.mentions.push(mention);
  }
  return groups;
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
  const mentions = groups.flatMap((group) => group.mentions.map((mention) => ({ group, mention })));
  mentions.sort((a, b) => a.mention.start - b.mention.start);
  const next = new Map(mentions.map((entry, i) => [entry.mention, mentions[i + 1]]));
  for (const group of long) {
    // Organisation de coopération des ports (OCP): the parenthesis says it, whatever the letters
    for (const mention of group.mentions) {
      const follower = next.get(mention);
      if (
        follower !== undefined &&
        follower.group !== group &&
        follower.group.words.length === 1 &&
        // Valence (Drôme) is a place in another
        (group.type !== 'LOC' || isAcronym(follower.mention.text)) &&
        isParenthesised(between, mention, follower.mention)
      ) {
        join(follower.group, group);
      }
    }
    if (byLetters.size === 0) continue;
    const texts = new Set(group.mentions.map((m) => m.text));
    const letters = new Set([...texts].flatMap((text) => [initials(text, pack.particles), initials(text, NO_WORDS)]));
    for (const text of letters) {
      for (const acronym of byLetters.get(text) ?? []) {
        if (acronym !== group && rootOf(acronym) !== rootOf(group)) join(acronym, group);
      }
    }
  }
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
  return [...byRoot.values()]
    .map((members) => {
      const mentions = members.flatMap((group) => group.mentions).sort((a, b) => a.start - b.start || b.end - a.end);
      const name = fullest(mentions);
      const aliases = [...new Set(mentions.map((m) => m.text))].filter((text) => text !== name);
      return { type: (members[0] as Group).type, name, aliases, mentions };
    })
    .sort((a, b) => (a.mentions[0] as Mention).start - (b.mentions[0] as Mention).start);
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
