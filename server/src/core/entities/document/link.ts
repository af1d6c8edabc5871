import type { Entity, EntityMention } from '../../analysis';
import type { DocumentView } from '../../document';
import type { Gazetteer, GazetteerEntry } from '../gazetteer';
import type { PhraseLists } from '../lexicon';
import type { Mention } from '../mention';
import { entityId } from '../nameForms';
import type { EntityPack } from '../pack';
import type { Place } from '../places';
import { clusterMentions } from '../sieves';
import type { Cluster } from '../sieves/clusters';
import type { Word } from '../words';
import { describePerson, describeThing, genderOfGivenName } from './details';
import type { DocumentNames } from './paragraphNames';
import { placeNames } from './placedName';
import { containingCountries, placeOf } from './placeOf';

/** What the document pass gives. */
export interface LinkedEntities {
  readonly mentions: EntityMention[];
  readonly entities: Entity[];
}

/** What linking draws on besides the document. */
export interface LinkSources {
  readonly pack: EntityPack;
  readonly gazetteer: Gazetteer;
  /** What is known of the place of a name. */
  readonly places: (name: string) => Place | undefined;
  readonly phrases: PhraseLists;
  readonly wordsOf: (text: string) => readonly Word[];
}

/** Clusters mentions to entities and says what the text says of each. */
export function linkMentions(document: DocumentView, names: DocumentNames, sources: LinkSources): LinkedEntities {
  const mentions = placeNames(document, names, sources.pack);
  const clusters = clusterMentions(mentions, sources.pack, {
    between: (a, b) => document.text.slice(a.end, b.start),
    genderOf: (word) => genderOfGivenName(word, sources),
  });
  const countries = containingCountries(mentions, document.text, sources);
  const entities: Entity[] = [];
  const taken = new Set<string>();
  for (const cluster of clusters) {
    const entity = describeEntity(cluster, { sources, countries, taken });
    entities.push(entity);
    for (const mention of cluster.mentions) mention.entity = entity.id;
  }
  return { mentions: mentions.map(({ given }) => given), entities };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What describing entities draws on. */
interface Describing {
  readonly sources: LinkSources;
  readonly countries: ReadonlyMap<Mention, string>;
  /** The ids that are taken; each new one is added. */
  readonly taken: Set<string>;
}

/** An entity with all that is said of it. */
function describeEntity(cluster: Cluster, { sources, countries, taken }: Describing): Entity {
  const { type, mentions } = cluster;
  const entry = entryOf(cluster, sources.gazetteer);
  const name = entry?.name ?? cluster.name;
  const entity: Mutable<Entity> = {
    id: unused(entityId(type, name), taken),
    type,
    name,
    aliases: aliasesBeside(name, cluster),
    mentions: mentions.length,
  };
  const { role, gender, number } = type === 'PER' ? describePerson(cluster, sources) : describeThing(cluster);
  if (role !== undefined) entity.role = role;
  if (gender !== undefined) entity.gender = gender;
  if (number !== undefined) entity.number = number;
  if (entry?.identifier !== undefined) entity.identifier = entry.identifier;
  if (entry?.note !== undefined) entity.note = entry.note;
  if (entry?.properties !== undefined) entity.properties = entry.properties;
  const place = type === 'LOC' ? placeOf(cluster, sources, countries) : undefined;
  if (place !== undefined) entity.place = place;
  return entity;
}

/** All names but the canonical one. */
function aliasesBeside(name: string, cluster: Cluster): readonly string[] {
  if (name === cluster.name) return cluster.aliases;
  return [...new Set([...cluster.aliases, cluster.name])].filter((alias) => alias !== name);
}

function entryOf({ name, aliases }: Cluster, gazetteer: Gazetteer): GazetteerEntry | undefined {
  const entry = gazetteer.entryOf(name);
  if (entry !== undefined) return entry;
  for (const alias of aliases) {
    const known = gazetteer.entryOf(alias);
    if (known !== undefined) return known;
  }
  return undefined;
}

function unused(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
