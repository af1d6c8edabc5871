import type { Entity, EntityMention } from '../../analysis';
import type { DocumentView, PlacedParagraph } from '../../document';
import { foldWord, KIND, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import type { EntityPack } from '../pack';
import type { Place } from '../places';
import type { Word } from '../words';
import { type Cluster, clusterMentions } from './cluster';
import { entityId, isAcronym, keyWords, type Mention, nameKey } from './mention';
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

/** Clusters mentions to entities and tells what the text says of each. */
export function linkMentions(document: DocumentView, found: readonly Mention[], sources: LinkSources): LinkedEntities {
  const outer = withFamilyNames(withGivenNames(found, sources));
  const mentions = [...outer];
  for (const mention of outer) {
    if (mention.type !== 'ORG') continue;
    mentions.push(...nestedMentions(mention, paragraphOf(document, mention), sources.phrases, sources.pack, sources.wordsOf));
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const clusters = clusterMentions(mentions, sources.pack, (a, b) => document.text.slice(a.end, b.start));
  const entities: Entity[] = [];
  const linked: EntityMention[] = [];
  const taken = new Set<string>();
  for (const cluster of clusters) {
    const entity = describeEntity(document, cluster, sources, taken);
    entities.push(entity);
    for (const { start, end, text, type, confidence, nested: inside } of cluster.mentions) {
      const mention = { start, end, text, type, entity: entity.id, confidence };
      linked.push(inside ? { ...mention, nested: inside } : mention);
    }
  }
  linked.sort((a, b) => a.start - b.start || b.end - a.end);
  return { mentions: linked, entities };
}

const paragraphOf = (document: DocumentView, mention: Mention): PlacedParagraph =>
  document.paragraphs[mention.paragraph] as PlacedParagraph;

function describeEntity(document: DocumentView, cluster: Cluster, sources: LinkSources, taken: Set<string>): Entity {
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
  const place = cluster.type === 'LOC' ? placeOf(cluster, sources) : undefined;
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

function placeOf({ name, aliases }: Cluster, { places }: LinkSources): Entity['place'] {
  const place = places(name);
  if (place !== undefined) return place;
  for (const alias of aliases) {
    const known = places(alias);
    if (known !== undefined) return known;
  }
  return undefined;
}

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
  return { role, gender, number: 'sg' };
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
  for (const part of [first, first.split(/[-‐‑]/)[0] as string]) {
    const bits = phrases.bits([hashString(part)]);
    // a name that stands alone may be a family name
    if (words.length === 1 && (bits & FAMILY) !== 0) return undefined;
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
