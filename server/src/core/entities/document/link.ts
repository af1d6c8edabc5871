import type { Entity, EntityMention, EntityType } from '../../analysis';
import type { DocumentView, PlacedParagraph } from '../../document';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import type { EntityPack } from '../pack';
import type { Place } from '../places';
import type { Word } from '../words';
import { type Cluster, clusterMentions } from './cluster';
import { entityId, initials, isAcronym, keyWords, type Mention, nameKey } from './mention';
import type { GazetteerEntry, ProjectNames } from './names';
import { nestedMentions } from './nested';
import { type Apposition, readApposition, readArticle } from './roles';

/** What the document pass gives. */
export interface LinkedEntities {
  readonly mentions: EntityMention[];
  readonly entities: Entity[];
}

/** What linking draws on besides the document. */
export interface LinkSources {
  readonly pack: EntityPack;
  readonly names: ProjectNames;
  /** What is known of the place of a name. */
  readonly places: (name: string) => Place | undefined;
  readonly phrases: PhraseLists;
  readonly wordsOf: (text: string) => readonly Word[];
}

// Below this about every second mention is wrong (docs/entities-report.md, confidence).
const DOUBT = 0.6;

/** A doubtful single word that is the family name of a person whom the document names in full is that person. */
function withFamilyNames(mentions: readonly Mention[]): readonly Mention[] {
  const families = new Set<string>();
  for (const { type, text, confidence } of mentions) {
    const words = type === 'PER' && confidence >= DOUBT ? keyWords(text) : [];
    if (words.length > 1) families.add(words.at(-1) as string);
  }
  if (families.size === 0) return mentions;
  return mentions.map((mention) =>
    mention.type !== 'PER' && mention.confidence < DOUBT && families.has(nameKey(mention.text))
      ? { ...mention, type: 'PER' }
      : mention,
  );
}

/** As short as titles are, with or without their full stop; the pack says which of them are. */
const TITLE = /^M\p{Ll}{0,3}\.?[ \u00a0\u202f]+(?=\p{Lu})/u;

/** A title that the model took into a person's name is no part of it: Mme Kermadec. */
function withoutTitles(mentions: readonly Mention[], { honorifics }: EntityPack): readonly Mention[] {
  const mayBe = ({ type, text }: Mention): boolean => type === 'PER' && text.charCodeAt(0) === 0x4d && TITLE.test(text);
  if (!mentions.some(mayBe)) return mentions;
  return mentions.map((mention) => {
    const title = mayBe(mention) ? TITLE.exec(mention.text)?.[0] : undefined;
    if (title === undefined || !honorifics.has(foldWord(title.replace(/\P{L}/gu, '')))) return mention;
    return { ...mention, start: mention.start + title.length, text: mention.text.slice(title.length) };
  });
}

const UNCERTAIN = 0.8;
const PLACED =
  (1 << KIND.country) | (1 << KIND.city) | (1 << KIND.town) | (1 << KIND.region) | (1 << KIND.site) | (1 << KIND.organisation);

/** An uncertain single word that is a given name, and nothing else by the lists, is a person. */
function withGivenNames(mentions: readonly Mention[], { phrases }: LinkSources): readonly Mention[] {
  return mentions.map((mention) => {
    if (mention.type === 'PER' || mention.confidence >= UNCERTAIN || !/^\p{Lu}\p{Ll}+$/u.test(mention.text)) return mention;
    const bits = phrases.bits([hashString(foldWord(mention.text))]);
    const given = (bits & (MALE | FEMALE)) !== 0 && (bits & (PLACED | FAMILY)) === 0;
    return given ? { ...mention, type: 'PER' } : mention;
  });
}

/**
 * One name of several words has one type in an article, the one that speaks for itself most; so has the acronym that
 * an article gives a name in parentheses.
 */
function withOneType(mentions: readonly Mention[], text: string, { sameAs }: EntityPack): readonly Mention[] {
  const votes = new Map<string, number[]>();
  let doubtful = false;
  const keyOf = (name: string): string | undefined => {
    const several = name.includes(' ');
    if (!several && !isAcronym(name)) return undefined;
    const key = nameKey(name);
    return sameAs.get(key) ?? (several ? key : undefined);
  };
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    const key = mention.type === 'PER' ? undefined : keyOf(mention.text);
    if (key === undefined) continue;
    let vote = votes.get(key);
    if (vote === undefined) {
      vote = [0, 0, 0, 0];
      votes.set(key, vote);
    }
    const at = TYPES.indexOf(mention.type);
    vote[at] = (vote[at] as number) + mention.confidence;
    if (vote.some((other, type) => other > 0 && type !== at)) doubtful = true;
    const next = mentions[i + 1];
    if (next === undefined || next.start - mention.end > 3 || next.type === 'PER' || !isAcronym(next.text)) continue;
    if (text.slice(mention.end, next.start).trim() !== '(' || !abbreviates(next.text, mention.text)) continue;
    votes.set(nameKey(next.text), vote);
    doubtful = true;
  }
  if (!doubtful) return mentions;
  return mentions.map((mention) => {
    if (mention.type === 'PER' || !(mention.text.includes(' ') || isAcronym(mention.text))) return mention;
    const vote = votes.get(nameKey(mention.text)) ?? votes.get(keyOf(mention.text) ?? '');
    const type = vote && TYPES[vote.indexOf(Math.max(...vote))];
    const sure = vote !== undefined && (vote[TYPES.indexOf(mention.type)] as number) > Math.max(...vote) - CLEARLY;
    return type === undefined || type === mention.type || sure ? mention : { ...mention, type };
  });
}

/** By how much of a certain mention one type must have more than another. */
const CLEARLY = 0.4;
const TYPES: readonly EntityType[] = ['PER', 'ORG', 'LOC', 'MISC'];
const NONE: ReadonlySet<string> = new Set();

const abbreviates = (acronym: string, name: string): boolean =>
  initials(name, NONE).startsWith(acronym[0] as string) && initials(name, NONE).includes(acronym[1] as string);

/** Clusters mentions to entities and tells what the text says of each. */
export function linkMentions(document: DocumentView, found: readonly Mention[], sources: LinkSources): LinkedEntities {
  const untitled = withoutTitles(found, sources.pack);
  const outer = withOneType(withFamilyNames(withGivenNames(untitled, sources)), document.text, sources.pack);
  const mentions = [...outer];
  for (const mention of outer) {
    if (mention.type !== 'ORG') continue;
    mentions.push(...nestedMentions(mention, paragraphOf(document, mention), sources.phrases, sources.pack, sources.wordsOf));
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const clusters = clusterMentions(mentions, sources.pack, {
    between: (a, b) => document.text.slice(a.end, b.start),
    wordBefore: (mention) => wordBefore(document.text, mention.start),
    genderTold: (mention) => readApposition(mention, paragraphOf(document, mention), sources.pack).gender,
    genderOf: (word) => genderOfGiven(word, sources.phrases),
  });
  const lying = containers(mentions, document.text, sources);
  const entities: Entity[] = [];
  const linked: EntityMention[] = [];
  const taken = new Set<string>();
  for (const cluster of clusters) {
    const entity = describeEntity(document, cluster, sources, taken, lying);
    entities.push(entity);
    for (const { start, end, text, type, confidence, nested: inside } of cluster.mentions) {
      const mention = { start, end, text, type, entity: entity.id, confidence };
      linked.push(inside ? { ...mention, nested: inside } : mention);
    }
  }
  linked.sort((a, b) => a.start - b.start || b.end - a.end);
  return { mentions: linked, entities };
}

const BLANKS = ' \u00a0\u202f';
/** No title, rank or kinsman's word is longer. */
const LONGEST_WORD = 14;

/** The word before a place, in small letters and without a full stop behind it; only one that may be a title is read. */
function wordBefore(text: string, at: number): string {
  let end = at - 1;
  if (end < 1 || !BLANKS.includes(text[end] as string)) return '';
  if (text[end - 1] === '.') end--;
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  return end - start > LONGEST_WORD ? '' : text.slice(start, end).toLowerCase();
}

const isLetter = (code: number): boolean => ((code | 32) >= 0x61 && (code | 32) <= 0x7a) || (code >= 0xc0 && code < 0x2000);

const paragraphOf = (document: DocumentView, mention: Mention): PlacedParagraph =>
  document.paragraphs[mention.paragraph] as PlacedParagraph;

function describeEntity(
  document: DocumentView,
  cluster: Cluster,
  sources: LinkSources,
  taken: Set<string>,
  lying: ReadonlyMap<Mention, string>,
): Entity {
  const entry = entryOf(cluster, sources.names);
  const name = entry?.name ?? cluster.name;
  const entity: Mutable<Entity> = {
    id: unused(entityId(cluster.type, name), taken),
    type: cluster.type,
    name,
    aliases:
      name === cluster.name
        ? cluster.aliases
        : [...new Set([...cluster.aliases, cluster.name])].filter((alias) => alias !== name),
    mentions: cluster.mentions.length,
  };
  const { role, gender, number } =
    cluster.type === 'PER' ? describePerson(document, cluster, sources) : describeThing(document, cluster, sources);
  if (role !== undefined) entity.role = role;
  if (gender !== undefined) entity.gender = gender;
  if (number !== undefined) entity.number = number;
  if (entry?.identifier !== undefined) entity.identifier = entry.identifier;
  if (entry?.note !== undefined) entity.note = entry.note;
  const place = cluster.type === 'LOC' ? placeOf(cluster, sources, lying) : undefined;
  if (place !== undefined) entity.place = place;
  return entity;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function entryOf({ name, aliases }: Cluster, names: ProjectNames): GazetteerEntry | undefined {
  const entry = names.entryOf(name);
  if (entry !== undefined) return entry;
  for (const alias of aliases) {
    const known = names.entryOf(alias);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** What the table knows of a place; nothing where the article puts it into another country: Paris, Texas. */
function placeOf(
  { name, aliases, mentions }: Cluster,
  sources: LinkSources,
  lying: ReadonlyMap<Mention, string>,
): Entity['place'] {
  let place = placeNamed(name, sources);
  for (const alias of aliases) place ??= placeNamed(alias, sources);
  if (place === undefined || isWholeCountry(place)) return place;
  const elsewhere = mentions.some((mention) => {
    const country = lying.get(mention);
    return country !== undefined && country !== place.country;
  });
  return elsewhere ? undefined : place;
}

/** A state's name hardly ever means the small town that is called so too. */
const LEAST_BESIDE_STATE = 300_000;

function placeNamed(name: string, { places, pack }: LinkSources): Place | undefined {
  const key = nameKey(name);
  if (pack.placesMeant?.has(key)) return pack.placesMeant.get(key);
  const place = places(name);
  const small = place !== undefined && !isWholeCountry(place) && (place.population ?? 0) < LEAST_BESIDE_STATE;
  return small && pack.states?.has(key) ? undefined : place;
}

const isWholeCountry = (place: Place): boolean => place.latitude === undefined;

/** For places with a country or one of its states right behind them (Valence, Espagne; Paris (Texas)) that country's code. */
function containers(mentions: readonly Mention[], text: string, { places, pack }: LinkSources): ReadonlyMap<Mention, string> {
  const lying = new Map<Mention, string>();
  for (let i = 0; i + 1 < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    const outer = mentions[i + 1] as Mention;
    if (mention.type !== 'LOC' || outer.type !== 'LOC' || outer.start - mention.end > 3 || outer.start < mention.end) continue;
    if (!CONTAINED.test(text.slice(mention.end, outer.start))) continue;
    const place = places(outer.text);
    const country = pack.states?.get(nameKey(outer.text)) ?? (place && isWholeCountry(place) ? place.country : undefined);
    if (country !== undefined) lying.set(mention, country);
  }
  return lying;
}

const CONTAINED = /^(?: ?, | ?\( ?)$/u;

interface Described {
  readonly role?: Entity['role'] | undefined;
  readonly gender: Entity['gender'] | undefined;
  readonly number: Entity['number'] | undefined;
}

/** A person's role is the first one said, in the fullest form that the article gives it; its gender what titles tell, else roles and the given name where they do not contradict. */
function describePerson(document: DocumentView, cluster: Cluster, sources: LinkSources): Described {
  const said: Apposition[] = cluster.mentions.map((mention) =>
    readApposition(mention, paragraphOf(document, mention), sources.pack),
  );
  const role = fullestRole(said.flatMap((apposition) => apposition.role ?? []));
  const most = (list: readonly Apposition[]): 'm' | 'f' | undefined => {
    let masculine = 0;
    for (const { gender } of list) masculine += gender === 'm' ? 1 : gender === 'f' ? -1 : 0;
    return masculine > 0 ? 'm' : masculine < 0 ? 'f' : undefined;
  };
  const told = most(said);
  const given = givenNameGender(cluster, sources);
  // lists of given names know one bearer of many a name that men and women have; la ministre Claude X is a woman all the same
  const agreed = told === undefined || given === undefined || told === given || told === 'f' ? (told ?? given) : undefined;
  const gender = most(said.filter((apposition) => apposition.titled)) ?? agreed;
  return cluster.family ? { gender: undefined, number: 'pl' } : { role, gender, number: 'sg' };
}

/** The first role, or a later one that goes on from its words (ministre, ministre des Ports) or says more than its single one. */
function fullestRole(roles: readonly string[]): string | undefined {
  return roles.reduce<string | undefined>((best, role) => (best === undefined || saysMore(role, best) ? role : best), undefined);
}

const saysMore = (role: string, known: string): boolean =>
  role.length > known.length &&
  (foldWord(role).startsWith(`${foldWord(known)} `) || (!known.includes(' ') && role.includes(' ')));

const MALE = 1 << KIND.givenMale;
const FEMALE = 1 << KIND.givenFemale;
const FAMILY = 1 << KIND.familyName;

function givenNameGender({ name }: Cluster, { phrases, wordsOf }: LinkSources): 'm' | 'f' | undefined {
  const words = wordsOf(name);
  if (words.length === 0) return undefined;
  const first = foldWord((words[0] as Word).text);
  // a name that stands alone may be a family name
  return genderOfGiven(first, phrases, words.length === 1);
}

/** The gender that lists know a given name to have (small letters), or else its first part (Anne-Lise). */
function genderOfGiven(name: string, phrases: PhraseLists, alone = false): 'm' | 'f' | undefined {
  for (const part of [name, name.split(/[-‐‑]/)[0] as string]) {
    const bits = phrases.bits([hashString(part)]);
    if (alone && (bits & FAMILY) !== 0) return undefined;
    const male = (bits & MALE) !== 0;
    const female = (bits & FEMALE) !== 0;
    if (male !== female) return male ? 'm' : 'f';
  }
  return undefined;
}

function describeThing(document: DocumentView, cluster: Cluster, sources: LinkSources): Described {
  let masculine = 0;
  let plural = 0;
  let told = 0;
  for (const mention of cluster.mentions) {
    if (mention.nested) continue;
    const { gender, number } = readArticle(mention, paragraphOf(document, mention), sources.pack);
    masculine += gender === 'm' ? 1 : gender === 'f' ? -1 : 0;
    if (number !== undefined) told++;
    if (number === 'pl') plural++;
  }
  const gender = masculine > 0 ? 'm' : masculine < 0 ? 'f' : undefined;
  const number = plural * 2 > told ? 'pl' : told > 0 || isAcronym(cluster.name) ? 'sg' : undefined;
  return { gender, number };
}

function unused(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
