import type { EntityType } from '../../analysis';
import { COMPANY_FORM } from '../../languages/nameParts';
import type { EntityPack } from '../pack';
import { initials, isAcronym, keyWords, type Mention, nameKey, remembered } from './mention';
import { isAnotherSpelling, isShortGivenName } from './spellings';

/** Mentions of one thing, in text order, with its fullest name and the other forms it bears. */
export interface Cluster {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly Mention[];
  /** Several people of one name: the Brownlee brothers. */
  readonly family?: true;
}

/** What clustering asks of the text around mentions and of the lists. */
export interface ClusterContext {
  /** What stands between two mentions. */
  between(a: Mention, b: Mention): string;
  /** The word before a mention in small letters, without a full stop behind it; empty where there is none. */
  wordBefore?(mention: Mention): string;
  /** The gender that title, people or role beside a mention tell. */
  genderTold?(mention: Mention): 'm' | 'f' | undefined;
  /** The gender that the lists know a given name to have. */
  genderOf?(word: string): 'm' | 'f' | undefined;
}

interface Group {
  readonly type: EntityType;
  readonly key: string;
  readonly words: readonly string[];
  readonly mentions: Mention[];
  readonly first: number;
  readonly family?: true;
  /** The group that this one was found to name the same thing as. */
  into: Group | undefined;
}

/** Puts together the mentions of a document that name one thing. Every mention ends up in exactly one cluster. */
export function clusterMentions(mentions: readonly Mention[], pack: EntityPack, context: ClusterContext): Cluster[] {
  const list = groupByName(mentions, pack);
  const byType = (type: EntityType) => list.filter((group) => group.type === type);
  joinKnownNames(list, pack);
  for (const group of joinPersons(byType('PER'), pack, context)) list.push(group);
  for (const type of ['ORG', 'LOC', 'MISC'] as const) {
    joinAcronyms(byType(type), pack, context);
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
      const words = withoutTitle(withoutArticle(keyWords(name), pack), pack);
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

/** Lord Astley is Astley, Dr Lee is Lee. */
function withoutTitle(words: readonly string[], pack: EntityPack): readonly string[] {
  const first = (words[0] as string).replace(/\.$/, '');
  // a single letter may be a given name's
  return words.length > 1 && first.length > 1 && (pack.titles?.has(first) || pack.honorifics.has(first)) ? words.slice(1) : words;
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

/**
 * Family names, given names and shortened names go to a full name that bears them: of several to the one named most often,
 * else to the nearest, before them if there is one. What stands before a mention may say that it is somebody else: the new
 * groups of such mentions are returned.
 */
function joinPersons(persons: readonly Group[], pack: EntityPack, context: ClusterContext): Group[] {
  const full = persons.filter((group) => group.words.length > 1);
  // whoever bears a shorter name has its last word: only these are compared
  const byWord = new Map<string, Group[]>();
  for (const group of full) {
    for (const word of new Set(group.words)) gather(byWord, word, group);
  }
  joinSpellings(byWord, context);
  for (const alike of byWord.values()) alike.sort((a, b) => b.words.length - a.words.length || a.first - b.first);
  const apart: Group[] = [];
  for (const group of persons) {
    const single = group.words.length === 1;
    const alike = namesake(group, byWord) ?? misspeltBearers(group, full);
    const bearers = mayBear(alike, group).filter(
      (other) =>
        other !== group &&
        rootOf(other) !== rootOf(group) &&
        (bears(other.words, group.words) || (single && isAnotherSpelling(other.words.at(-1) as string, group.key))),
    );
    if (bearers.length === 0) continue;
    if (single) apart.push(...partByTitles(group, bearers, pack, context));
    if (group.mentions.length > 0) join(group, bearerOf(group.mentions[0] as Mention, bearers));
  }
  return apart;
}

/** Names that share a name's last word or, where those are fewer, its first one: a fuller form has both, but for a letter. */
function namesake({ words }: Group, byWord: ReadonlyMap<string, readonly Group[]>): readonly Group[] | undefined {
  const [first = ''] = words;
  const byLast = byWord.get(words.at(-1) as string);
  if (byLast === undefined || isLetter(first)) return byLast;
  const byFirst = byWord.get(first);
  return byFirst !== undefined && byFirst.length < byLast.length ? byFirst : byLast;
}

/** With how many names one of several words is compared: more of one family stand in no article but in lists. */
const MOST_COMPARED = 600;

/**
 * Of names with a common word, longest first, those that may be the fuller form of a name: a full name without letters for
 * given names is short for longer ones alone, so that a list of people of one family is not compared pair by pair.
 */
function mayBear(alike: readonly Group[], { words }: Group): readonly Group[] {
  if (words.length === 1) return alike;
  const most = Math.min(alike.length, MOST_COMPARED);
  let end = words.some(isLetter) ? most : 0;
  while (end < most && (alike[end] as Group).words.length > words.length) end++;
  return end === 0 ? NO_GROUPS : alike.slice(0, end);
}

const NO_GROUPS: readonly Group[] = [];

function bearerOf(first: Mention, bearers: readonly Group[]): Group {
  const before = bearers.filter((other) => other.first < first.start);
  if (before.length === 0) return bearers.reduce((best, other) => (other.first < best.first ? other : best));
  return before.reduce((best, other) => {
    const more = other.mentions.length - best.mentions.length;
    return more > 0 || (more === 0 && lastBefore(other, first.start) > lastBefore(best, first.start)) ? other : best;
  });
}

/**
 * Takes those mentions out of a one-word name's group that a title, a plural or a rank gives to somebody else: Mme Roux is
 * no Jean Roux, the Roux brothers are no one of them, pope Francis bears no family name.
 */
function partByTitles(group: Group, bearers: readonly Group[], pack: EntityPack, context: ClusterContext): Group[] {
  const { wordBefore } = context;
  if (wordBefore === undefined) return [];
  if (!group.mentions.some((mention) => mayTell(wordBefore(mention), pack))) return [];
  const isFamilyName = bearers.some((bearer) => bearer.words.at(-1) === group.key);
  const byWord = new Map<string, Mention[]>();
  for (const mention of group.mentions) {
    const word = wordBefore(mention);
    if (!mayTell(word, pack) || (pack.families?.has(word) && !isFamilyName)) continue;
    const known = byWord.get(word);
    if (known === undefined) byWord.set(word, [mention]);
    else known.push(mention);
  }
  const apart: Group[] = [];
  for (const [word, mentions] of byWord) {
    const gender = pack.honorifics.get(word);
    const fitting = gender && bearers.filter((bearer) => fits(bearer, gender, context));
    // "king Hugo" may be Hugo Brandt, as long as Brandt is what he is called
    const ranked = pack.regnal?.has(word) && !isFamilyName;
    if (fitting === undefined && !ranked && !pack.families?.has(word)) continue;
    if (fitting?.length === bearers.length) continue;
    takeOut(group.mentions, new Set(mentions));
    const made: Group = {
      ...group,
      mentions,
      first: (mentions[0] as Mention).start,
      into: undefined,
      ...(pack.families?.has(word) && { family: true as const }),
    };
    apart.push(made);
    if (fitting !== undefined && fitting.length > 0) join(made, bearerOf(mentions[0] as Mention, fitting));
  }
  return joinedByKind(apart, pack, context);
}

function takeOut(from: Mention[], gone: ReadonlySet<Mention>): void {
  let kept = 0;
  for (const mention of from) if (!gone.has(mention)) from[kept++] = mention;
  from.length = kept;
}

const mayTell = (word: string, pack: EntityPack): boolean =>
  word !== '' && (pack.honorifics.has(word) || pack.families?.has(word) === true || pack.regnal?.has(word) === true);

/** "M. Roux" and "monsieur Roux" whom nobody bears are one. */
function joinedByKind(groups: readonly Group[], pack: EntityPack, { wordBefore }: ClusterContext): Group[] {
  const free = groups.filter((group) => group.into === undefined);
  const kinds = new Map<string | undefined, Group>();
  for (const group of free) {
    const kind = group.family ? 'family' : pack.honorifics.get(wordBefore?.(group.mentions[0] as Mention) ?? '');
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, group);
    else join(group, known);
  }
  return [...groups];
}

/** Whether a person may have a gender: nothing that is said of it, nor else its given name, tells the other one. */
function fits(bearer: Group, gender: 'm' | 'f', { genderTold, genderOf }: ClusterContext): boolean {
  for (const mention of bearer.mentions) {
    const told = genderTold?.(mention);
    if (told !== undefined) return told === gender;
  }
  const given = genderOf?.(bearer.words[0] as string);
  return given === undefined || given === gender;
}

const MOST_ALIKE = 12;

/** Joins full names that differ in one word, and there as one name's spellings or forms do: Tim Reed, Timothy Reed. */
function joinSpellings(byWord: ReadonlyMap<string, readonly Group[]>, { genderOf }: ClusterContext): void {
  for (const [word, groups] of byWord) {
    const most = Math.min(groups.length, MOST_ALIKE);
    for (let i = 1; i < most; i++) {
      const a = groups[i] as Group;
      for (let k = 0; k < i; k++) {
        const b = groups[k] as Group;
        if (a.into !== undefined && rootOf(a) === rootOf(b)) continue;
        const at = onlyDifference(a.words, b.words);
        if (at < 0) continue;
        const [x, y] = [a.words[at] as string, b.words[at] as string];
        // each pair is met once for every word it shares: the family name, or else the given one, decides
        if (at === 0 ? word === a.words.at(-1) && isOneGivenName(x, y, genderOf) : word === a.words[0] && isAnotherSpelling(x, y))
          join(a, b);
      }
    }
  }
}

/** Index of the first or last word in which alone two names differ; -1 where they differ in more or in number. */
function onlyDifference(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return -1;
  const last = a.length - 1;
  const at = a[0] === b[0] ? last : 0;
  for (let i = at === 0 ? 1 : 0; i <= (at === 0 ? last : last - 1); i++) if (a[i] !== b[i]) return -1;
  return at;
}

/** Whether two given names are one's forms; Daniel and Daniela, Mario and Maria are not. */
function isOneGivenName(a: string, b: string, genderOf: ClusterContext['genderOf']): boolean {
  if (!isShortGivenName(a, b) && !(isAnotherSpelling(a, b) && a.at(-1) === b.at(-1))) return false;
  const [x, y] = [genderOf?.(a), genderOf?.(b)];
  return x === undefined || y === undefined || x === y;
}

const LEAST_MISSPELT = 7;

/** Full names whose family name a lonely name is another spelling of. */
function misspeltBearers(group: Group, full: readonly Group[]): readonly Group[] {
  if (group.words.length > 1 || group.key.length < LEAST_MISSPELT || full.length > 50 * MOST_ALIKE) return [];
  const alike = full.filter((other) => isAnotherSpelling(other.words.at(-1) as string, group.key));
  return new Set(alike.map(rootOf)).size === 1 ? alike : [];
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

const isLetter = (word: string): boolean => word.length === 1 || (word.length === 2 && word[1] === '.');

const isLetterOf = (short: string, word: string): boolean =>
  isLetter(short) && word.length > 2 && word.startsWith(short[0] as string);

const NO_WORDS: ReadonlySet<string> = new Set();

function joinAcronyms(groups: readonly Group[], pack: EntityPack, { between }: ClusterContext): void {
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
function parenthesised(groups: readonly Group[], between: ClusterContext['between']): Map<Mention, Group> {
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
    if (!isParenthesised(between, mention, follower.mention)) continue;
    // Ligue des ports (LDP), Service de sécurité (FSB); but a party in parentheses may be the alliance that the other is in
    if (group.type !== 'ORG' || !isAcronym(follower.mention.text) || sharesLetter(mention.text, follower.mention.text))
      followers.set(mention, follower.group);
  }
  return followers;
}

const sharesLetter = (name: string, acronym: string): boolean =>
  [...initials(name, NO_WORDS)].some((letter) => acronym.toUpperCase().includes(letter));

const isParenthesised = (between: ClusterContext['between'], a: Mention, b: Mention): boolean =>
  a.end < b.start && b.start - a.end < 4 && between(a, b).trim() === '(';

/**
 * Commission for Commission européenne, Conseil de sécurité for Conseil de sécurité de la Varnie, where the article has named
 * but one such body, before it or, with a word for bodies (headlines shorten), anywhere. Of several words only what says whose may be left out: a Parti vert européen is no Parti vert.
 */
function joinShortForms(groups: readonly Group[], pack: EntityPack): void {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const longer = new Map<Group, Group[]>();
  for (const other of groups) {
    for (let length = 1; length < other.words.length; length++) {
      const short = byKey.get(other.words.slice(0, length).join(' '));
      if (short === undefined) continue;
      const rest = other.words.slice(length);
      if (rest.every((word) => COMPANY_FORM.test(word))) join(short, other);
      else if ((other.first < short.first || pack.bodyWords?.has(short.key)) && mayEndAt(other.words, length, pack))
        gather(longer, short, other);
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
  for (const group of groups) if (group.mentions.length > 0) gather(byRoot, rootOf(group), group);
  const clusters: Cluster[] = [];
  for (const members of byRoot.values()) {
    const { type, mentions: own, family } = members[0] as Group;
    const mentions = members.length === 1 ? own : members.flatMap((group) => group.mentions);
    if (mentions.length === 1) {
      clusters.push({ type, name: (mentions[0] as Mention).text, aliases: [], mentions, ...(family && { family }) });
      continue;
    }
    mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    const name = fullest(mentions);
    const aliases = [...new Set(mentions.map((m) => m.text))].filter((text) => text !== name);
    clusters.push({ type, name, aliases, mentions, ...(family && { family }) });
  }
  return clusters.sort((a, b) => (a.mentions[0] as Mention).start - (b.mentions[0] as Mention).start);
}

/**
 * The form with most words, acronyms last; of equal ones the longest, of one name's spellings the most frequent, of those
 * that differ in capitals and accents alone the most careful, then the first.
 */
function fullest(mentions: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const mention of mentions) counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1);
  if (counts.size === 1) return (mentions[0] as Mention).text;
  const words = (text: string): number => (isAcronym(text) ? 0 : nameKey(text).split(' ').length);
  return [...counts.keys()].reduce((best, text) => {
    const gain = words(text) - words(best);
    if (gain !== 0) return gain > 0 ? text : best;
    const careful = nameKey(text) === nameKey(best) ? care(text) - care(best) : 0;
    if (careful !== 0) return careful > 0 ? text : best;
    const longer = text.length - best.length;
    if (longer !== 0 && !isAcronym(text) && !isMisspelling(text, best)) return longer > 0 ? text : best;
    return (counts.get(text) as number) > (counts.get(best) as number) ? text : best;
  });
}

function isMisspelling(a: string, b: string): boolean {
  const [x, y] = [keyWords(a), keyWords(b)];
  return x.length === y.length && x.every((word, i) => word === y[i] || isAnotherSpelling(word, y[i] as string));
}

/** How carefully a name is written: capital and small letters, accents. A first capital may be the sentence's. */
const care = (text: string): number =>
  (/\p{Ll}/u.test(text) ? 100 : 0) + (/^\p{Lu}\S*$/u.test(text) ? 10 : 0) + text.normalize('NFD').length - text.length;
