import type { Entity, EntityMention } from '../../analysis';
import type { DocumentView } from '../../document';
import { bySpan } from '../../span';
import type { Gazetteer, GazetteerEntry } from '../gazetteer';
import type { PhraseLists } from '../lexicon';
import type { Mention } from '../mention';
import { entityId } from '../nameForms';
import type { EntityPack } from '../pack';
import type { Place } from '../places';
import { clusterMentions } from '../sieves';
import type { Cluster } from '../sieves/clusters';
import type { Word } from '../words';
import { describePerson, describeThing, genderOfGivenName, paragraphOf } from './details';
import { containingCountries, placeOf } from './placeOf';
import { readApposition } from './roles';

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
export function linkMentions(document: DocumentView, found: readonly Mention[], sources: LinkSources): LinkedEntities {
  const mentions = [...found].sort(bySpan);
  const clusters = clusterMentions(mentions, sources.pack, {
    between: (a, b) => document.text.slice(a.end, b.start),
    wordBefore: (mention) => wordBefore(document.text, mention.start),
    genderTold: (mention) => readApposition(mention, paragraphOf(document, mention), sources.pack).gender,
    genderOf: (word) => genderOfGivenName(word, sources.phrases),
  });
  const countries = containingCountries(mentions, document.text, sources);
  const entities: Entity[] = [];
  const linked: EntityMention[] = [];
  const taken = new Set<string>();
  for (const cluster of clusters) {
    const entity = describeEntity(cluster, { document, sources, countries, taken });
    entities.push(entity);
    for (const { start, end, text, type, confidence, nested } of cluster.mentions) {
      const mention = { start, end, text, type, entity: entity.id, confidence };
      linked.push(nested ? { start, end, text, type, entity: entity.id, confidence, nested } : mention);
    }
  }
  linked.sort(bySpan);
  return { mentions: linked, entities };
}

const BLANKS = ' \u00a0\u202f';
/** No title, rank or kinsman's word is longer. */
const MAX_TITLE = 14;

/** The word before a place, in small letters and without a full stop after it; only one that may be a title is read. */
function wordBefore(text: string, at: number): string {
  let end = at - 1;
  if (end < 1 || !BLANKS.includes(text[end] as string)) return '';
  if (text[end - 1] === '.') end--;
  let start = end;
  while (start > 0 && end - start <= MAX_TITLE && isLetter(text.charCodeAt(start - 1))) start--;
  return end - start > MAX_TITLE ? '' : text.slice(start, end).toLowerCase();
}

const isLetter = (code: number): boolean => ((code | 32) >= 0x61 && (code | 32) <= 0x7a) || (code >= 0xc0 && code < 0x2000);

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What describing entities draws on. */
interface Describing {
  readonly document: DocumentView;
  readonly sources: LinkSources;
  readonly countries: ReadonlyMap<Mention, string>;
  /** The ids that are taken; each new one is added. */
  readonly taken: Set<string>;
}

/** An entity with all that is said of it. */
function describeEntity(cluster: Cluster, { document, sources, countries, taken }: Describing): Entity {
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
  const { role, gender, number } =
    type === 'PER' ? describePerson(document, cluster, sources) : describeThing(document, cluster, sources.pack);
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
