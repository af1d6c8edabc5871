import type { ArticleAnalysis, Entity, EntityMention, EntityType, Quotation } from '../core/analysis';
import { bySpan, contains, type Span, textSpan } from '../core/span';
import type { EntityGroup } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type Decisions, groupOf } from './decisions';
import { mergeDates, spanKey } from './mergedDates';
import { attribute, extent, type ReviewItem } from './reviewItem';
import { isEntityType, isQuoteKind } from './schema';
import { eachInSteps, filterInSteps, type InSteps } from './turns';

/**
 * The analysis as people have decided: what they rejected is gone, what they added or changed is there with confidence 1,
 * things they said are the same are one entity. Types that our analysis does not know are left to the project's layers.
 */
export function* mergedAnalysis(
  text: string,
  analysis: ArticleAnalysis,
  items: readonly ReviewItem[],
  decisions: Decisions,
): InSteps<ArticleAnalysis> {
  const shown = yield* filterInSteps(items, (item) => item.status !== 'rejected');
  const machine = new Map(analysis.entities.map((mention) => [spanKey(mention), mention]));
  const clusters = yield* clusterGroups(decisions, machine);
  const { mentions, entities } = yield* mergeEntities(text, analysis, shown, decisions, machine, clusters);
  const dates = yield* mergeDates(text, analysis, items);
  const quotes = yield* mergeQuotes(text, analysis, shown, new Speakers(mentions, entities, machine, clusters));
  const used = new Set([...mentions.map((mention) => mention.entity), ...quotes.map((quote) => quote.speakerEntity)]);
  return { ...analysis, entities: mentions, dates, quotes, entityIndex: entities.filter((entity) => used.has(entity.id)) };
}

const confidenceOf = (item: ReviewItem): number => (item.status === 'confirmed' ? 1 : (item.score ?? 0.5));

// ---------------------------------------------------------------------------------------------- entities

function* mergeEntities(
  text: string,
  analysis: ArticleAnalysis,
  items: readonly ReviewItem[],
  decisions: Decisions,
  machine: ReadonlyMap<string, EntityMention>,
  clusters: ReadonlyMap<string, string>,
): InSteps<{ mentions: readonly EntityMention[]; entities: readonly Entity[] }> {
  const index = new EntityIndex(analysis, decisions, clusters);
  const mentions: EntityMention[] = [];
  yield* eachInSteps(items, (item) => {
    if (item.layer !== 'entity' || !isEntityType(item.type)) return;
    const at = extent(item);
    const own = machine.get(spanKey(at));
    const words = text.slice(at.start, at.end);
    const group = item.annotation && groupOf(decisions, item.annotation.id);
    const entity = group ? index.group(group.id, item.type, words) : index.find(own, item.type, words);
    mentions.push({ ...textSpan(text, at.start, at.end), type: item.type, entity, confidence: confidenceOf(item) });
  });
  mentions.sort(bySpan);
  yield;
  const nested = withNesting(mentions);
  yield;
  return { mentions: nested, entities: index.entities(mentions) };
}

/** Which group a machine-made cluster belongs to: that of most of its mentions that were put in one, split-off ones aside. */
function* clusterGroups(decisions: Decisions, machine: ReadonlyMap<string, EntityMention>): InSteps<ReadonlyMap<string, string>> {
  const votes = new Map<string, Map<string, number>>();
  yield* eachInSteps(decisions.document.annotations, (annotation) => {
    const group = groupOf(decisions, annotation.id);
    const own = machine.get(spanKey(extent(annotation)));
    if (group === undefined || own === undefined || decisions.alone.has(group.id)) return;
    const counts = votes.get(own.entity) ?? new Map<string, number>();
    counts.set(group.id, (counts.get(group.id) ?? 0) + 1);
    votes.set(own.entity, counts);
  });
  return new Map([...votes].map(([cluster, counts]) => [cluster, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] as string]));
}

function withNesting(mentions: readonly EntityMention[]): readonly EntityMention[] {
  let outer: EntityMention | undefined;
  return mentions.map(({ nested: _, ...mention }) => {
    const inside = outer !== undefined && contains(outer, mention) && spanKey(outer) !== spanKey(mention);
    if (!inside && (outer === undefined || mention.end > outer.end)) outer = mention;
    return inside ? { ...mention, nested: true as const } : mention;
  });
}

class EntityIndex {
  readonly #groupOfCluster: ReadonlyMap<string, string>;
  /** By group: what people have said of it, and the machine's clusters that belong to it. */
  readonly #declared: ReadonlyMap<string, EntityGroup>;
  readonly #clusters = new Map<string, Entity[]>();
  readonly #entities = new Map<string, Entity>();
  readonly #byName = new Map<string, string>();

  constructor(analysis: ArticleAnalysis, decisions: Decisions, groupOfCluster: ReadonlyMap<string, string>) {
    this.#groupOfCluster = groupOfCluster;
    // of two of one id the first holds
    this.#declared = new Map([...decisions.document.groups].reverse().map((group) => [group.id, group]));
    for (const entity of analysis.entityIndex) {
      const group = groupOfCluster.get(entity.id);
      if (group !== undefined) {
        addTo(this.#clusters, group, entity);
        continue;
      }
      this.#entities.set(entity.id, entity);
      for (const name of [entity.name, ...entity.aliases]) this.#name(entity.type, name, entity.id);
    }
  }

  #name(type: EntityType, name: string, id: string): void {
    const key = `${type} ${name}`;
    if (!this.#byName.has(key)) this.#byName.set(key, id);
  }

  /** The entity of a group; made at the first question out of the clusters that belong to it. */
  group(id: string, type: EntityType, words: string): string {
    const key = `group:${id}`;
    if (this.#entities.has(key)) return key;
    const clusters = this.#clusters.get(id) ?? [];
    const first = clusters[0];
    const declared = this.#declared.get(id);
    const name = declared?.name ?? first?.name ?? words;
    const aliases = new Set(clusters.flatMap((entity) => [entity.name, ...entity.aliases]));
    aliases.delete(name);
    this.#entities.set(key, { ...first, id: key, type, name, aliases: [...aliases], mentions: 0 });
    return key;
  }

  /** The entity of a mention that no person has put in a group: the machine's, one of the same name, or a new one. */
  find(own: EntityMention | undefined, type: EntityType, words: string): string {
    const cluster = own?.entity;
    if (cluster !== undefined && own?.type === type) {
      const group = this.#groupOfCluster.get(cluster);
      if (group !== undefined) return this.group(group, type, words);
      if (this.#entities.has(cluster)) return cluster;
    }
    const named = this.#byName.get(`${type} ${words}`);
    if (named !== undefined) return named;
    const id = `decided:${type}:${words}`;
    if (!this.#entities.has(id)) this.#entities.set(id, { id, type, name: words, aliases: [], mentions: 0 });
    this.#name(type, words, id);
    return id;
  }

  /** All entities with the number of their mentions; a cluster of another type than its mentions takes on theirs. */
  entities(mentions: readonly EntityMention[]): readonly Entity[] {
    const counts = new Map<string, number>();
    for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    return [...this.#entities.values()].map((entity) => ({ ...entity, mentions: counts.get(entity.id) ?? 0 }));
  }
}

// ---------------------------------------------------------------------------------------------- quotations

function* mergeQuotes(
  text: string,
  analysis: ArticleAnalysis,
  items: readonly ReviewItem[],
  speakers: Speakers,
): InSteps<readonly Quotation[]> {
  const drafts: { readonly quote: Quotation; readonly at: Span }[] = [];
  const machine = new Map(analysis.quotes.map((quote) => [`${quote.spans[0]?.[0]}-${quote.spans.at(-1)?.[1]}`, quote]));
  yield* eachInSteps(items, (item) => {
    if (item.layer !== 'quote' || !isQuoteKind(item.type)) return;
    const origin = item.suggestion?.origin;
    const own = origin?.list === 'quotes' ? analysis.quotes[origin.index] : undefined;
    const at = extent(item);
    const same = own ?? machine.get(spanKey(at));
    const agreed = own ?? (same && sameSpeaker(same, item) ? same : undefined);
    const { parent: _, ...plain } = own ?? decidedQuote(text, item, same, agreed);
    drafts.push({ quote: speakers.of(plain, item, agreed !== undefined), at });
  });
  drafts.sort((a, b) => bySpan(a.at, b.at));
  const open: number[] = [];
  return drafts.map(({ quote, at }, i) => {
    while (open.length > 0 && !contains((drafts[open.at(-1) as number] as { at: Span }).at, at)) open.pop();
    const parent = open.at(-1);
    open.push(i);
    return parent === undefined ? quote : { ...quote, parent };
  });
}

function decidedQuote(text: string, item: ReviewItem, same: Quotation | undefined, agreed: Quotation | undefined): Quotation {
  return {
    spans: item.spans.map(({ start, end }) => [start, end] as const),
    text: item.spans.map(({ start, end }) => text.slice(start, end)).join(' … '),
    kind: item.type as Quotation['kind'],
    ...(item.cue && { cue: textSpan(text, item.cue.start, item.cue.end) }),
    ...(item.speaker && { speaker: textSpan(text, item.speaker.start, item.speaker.end) }),
    ...(agreed && pick(agreed)),
    confidence: confidenceOf(item),
    ...(same?.problem && { problem: same.problem }),
  };
}

/** Whether a decision has the words for the speaker that the machine has; without such words a name must agree. */
function sameSpeaker(quote: Quotation, item: ReviewItem): boolean {
  const chosen = attribute(item.attributes, 'speakerName');
  if (chosen !== undefined && chosen !== quote.speakerName) return false;
  if (item.speaker === undefined) return quote.speaker === undefined && chosen !== undefined;
  return quote.speaker?.start === item.speaker.start && quote.speaker.end === item.speaker.end;
}

type Speaker = Partial<Pick<Quotation, 'speakerEntity' | 'speakerName' | 'speakerReasons'>>;

const pick = ({ speakerEntity, speakerName, speakerReasons }: Quotation): Speaker => ({
  ...(speakerEntity !== undefined && { speakerEntity }),
  ...(speakerName !== undefined && { speakerName }),
  ...(speakerReasons !== undefined && { speakerReasons }),
});

const RANK: Readonly<Record<EntityType, number>> = { PER: 0, ORG: 1, LOC: 2, MISC: 3 };

/** Finds who speaks, once entities are as people have decided. */
class Speakers {
  readonly #mentions: readonly EntityMention[];
  readonly #machine: ReadonlyMap<string, EntityMention>;
  readonly #clusters: ReadonlyMap<string, string>;
  readonly #byId: ReadonlyMap<string, Entity>;
  readonly #byName = new Map<string, Entity>();

  constructor(
    mentions: readonly EntityMention[],
    entities: readonly Entity[],
    machine: ReadonlyMap<string, EntityMention>,
    clusters: ReadonlyMap<string, string>,
  ) {
    this.#mentions = mentions;
    this.#machine = machine;
    this.#clusters = clusters;
    this.#byId = new Map(entities.map((entity) => [entity.id, entity]));
    for (const entity of entities)
      for (const name of [entity.name, ...entity.aliases]) if (!this.#byName.has(name)) this.#byName.set(name, entity);
  }

  /** The quotation with its speaker: as a person named it, as the machine found it, or the name within the words that a person marked. */
  of(quote: Omit<Quotation, 'parent'>, item: ReviewItem, asMachine: boolean): Quotation {
    const { speakerEntity, speakerName, ...rest } = quote;
    const chosen = item.annotation && attribute(item.attributes, 'speakerName');
    // what the machine had for these very words still holds, whatever has become of its entity
    const entity = asMachine
      ? this.#now(speakerEntity, rest.speaker)
      : chosen !== undefined
        ? this.#byName.get(chosen)
        : this.#within(rest.speaker);
    const renamed = entity !== undefined && speakerEntity !== undefined && entity.id !== speakerEntity;
    const name = renamed ? entity.name : (chosen ?? speakerName ?? entity?.name);
    return { ...rest, ...(entity && { speakerEntity: entity.id }), ...(name !== undefined && { speakerName: name }) };
  }

  /** What has become of the entity that the machine took for the speaker. */
  #now(id: string | undefined, speaker: Span | undefined): Entity | undefined {
    if (id === undefined) return undefined;
    const named =
      speaker &&
      this.#mentions.find((mention) => contains(speaker, mention) && this.#machine.get(spanKey(mention))?.entity === id);
    const group = this.#clusters.get(id);
    return this.#byId.get(named?.entity ?? (group === undefined ? id : `group:${group}`));
  }

  /** "la maire de Vell, Anne Corbin": a person, or else a body; a place only where there is nothing but its name. */
  #within(speaker: Span | undefined): Entity | undefined {
    if (speaker === undefined) return undefined;
    const inside = this.#mentions.filter(
      (mention) => contains(speaker, mention) && (RANK[mention.type] < 2 || spanKey(mention) === spanKey(speaker)),
    );
    inside.sort((a, b) => RANK[a.type] - RANK[b.type] || b.end - b.start - (a.end - a.start));
    return this.#byId.get(inside[0]?.entity ?? '');
  }
}
