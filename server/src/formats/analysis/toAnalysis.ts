import type {
  ArticleAnalysis,
  Block,
  Entity,
  EntityMention,
  EntityType,
  Quotation,
  TemporalExpression,
  TimexType,
} from '../../core/analysis';
import { own } from '../../core/members';
import { textSpan } from '../../core/span';
import {
  type Annotation,
  type AnnotationDocument,
  type Attributes,
  attributeValues,
  byPosition,
  type EntityGroup,
  groupByMember,
  hull,
} from '../annotationDocument';
import { type Capabilities, EVERYTHING, type LossItem } from '../loss';
import { isBinary, type ReduceOptions, reduce } from '../reduce';

const ENTITY_TYPES: ReadonlySet<string> = new Set(['PER', 'ORG', 'LOC', 'MISC']);
const TIMEX_TYPES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET']);
const KINDS: ReadonlySet<string> = new Set(['direct', 'mixed', 'indirect', 'scare', 'title']);
const PARTS: ReadonlySet<string> = new Set(['cue', 'speaker']);
const ROLES: ReadonlySet<string> = new Set([
  'header',
  'title',
  'byline',
  'lead',
  'paragraph',
  'caption',
  'teaser',
  'heading',
  'credit',
  'photographer',
]);
const DATE_ATTRIBUTES = ['value', 'mod', 'quant', 'freq', 'edtf', 'earliest', 'latest', 'anchor', 'anchorStart'] as const;
const QUOTE_ATTRIBUTES = ['speakerEntity', 'speakerName', 'problem'] as const;
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  entity: ['nested'],
  date: DATE_ATTRIBUTES,
  quote: QUOTE_ATTRIBUTES,
  structure: [],
};

/** All attributes that annotations made of an analysis can have. */
export const ANALYSIS_ATTRIBUTES: readonly string[] = Object.values(ATTRIBUTES).flat();

const CAPABILITIES: Capabilities = {
  ...EVERYTHING,
  labels: true,
  ids: false,
  emptySpans: false,
  accepts: (annotation) => isSayable(annotation),
  attributes: (annotation, name, values) => values.length === 1 && (own(ATTRIBUTES, annotation.layer)?.includes(name) ?? false),
  links: false,
  notes: false,
  status: false,
  source: false,
  relations: (relation) => isBinary(relation) && ['cue', 'speaker', 'parent'].includes(relation.type),
  relationDetails: false,
  tokens: false,
  sentences: false,
};

function isSayable(annotation: Annotation): boolean {
  const { layer, type, spans } = annotation;
  if (layer === 'quote') return KINDS.has(type) || (PARTS.has(type) && spans.length === 1);
  const types = layer === 'entity' ? ENTITY_TYPES : layer === 'date' ? TIMEX_TYPES : layer === 'structure' ? ROLES : undefined;
  return spans.length === 1 && (types?.has(type) ?? false);
}

/** An analysis and what of the document it does not say. */
export interface AnalysisConversion {
  readonly analysis: ArticleAnalysis;
  readonly losses: readonly LossItem[];
}

/**
 * The document as an analysis of the contract: the inverse of `fromAnalysis`. What a person has confirmed has
 * confidence 1, what has neither score nor verdict too; mentions in no group make an entity of their own.
 */
export function toAnalysis(document: AnnotationDocument, options: ReduceOptions = {}): AnalysisConversion {
  const { document: reduced, losses } = reduce(withConfidence(document), CAPABILITIES, options);
  const annotations = [...reduced.annotations].sort(byPosition);
  const mentions = annotations.filter((annotation) => annotation.layer === 'entity');
  const groups = [...document.groups.map((group, i) => ({ ...(reduced.groups[i] as EntityGroup), id: group.id }))];
  const grouped = groupByMember({ ...reduced, groups });
  const lonely = mentions.filter((mention) => !grouped.has(mention.id)).map((mention) => loneEntity(mention, document.text));
  const entityOf = (id: string): string => grouped.get(id)?.id ?? `mention-${id}`;
  return {
    analysis: {
      id: document.id,
      language: document.language ?? 'und',
      date: document.date ?? null,
      entities: mentions.map((mention) => toMention(mention, entityOf(mention.id), document.text)),
      dates: annotations.filter((annotation) => annotation.layer === 'date').map((date) => toDate(date, document.text)),
      quotes: toQuotes(annotations, reduced),
      entityIndex: [...groups.map((group) => toEntity(group, mentions)), ...lonely],
      structure: toBlocks(annotations),
    },
    losses,
  };
}

/** A verdict becomes a confidence, so that it is not wholly lost. */
function withConfidence(document: AnnotationDocument): AnnotationDocument {
  return {
    ...document,
    annotations: document.annotations.map((annotation) =>
      annotation.status === 'confirmed' ? { ...annotation, score: 1 } : annotation,
    ),
  };
}

function toMention(annotation: Annotation, entity: string, text: string): EntityMention {
  const { start, end } = hull(annotation);
  return {
    ...textSpan(text, start, end),
    type: annotation.type as EntityType,
    entity,
    confidence: annotation.score ?? 1,
    ...('nested' in annotation.attributes && { nested: true as const }),
  };
}

function loneEntity(annotation: Annotation, text: string): Entity {
  const { start, end } = hull(annotation);
  return {
    id: `mention-${annotation.id}`,
    type: annotation.type as EntityType,
    name: text.slice(start, end),
    aliases: [],
    mentions: 1,
  };
}

function toEntity(group: EntityGroup, mentions: readonly Annotation[]): Entity {
  const members = new Set(group.members);
  const type = group.type ?? mentions.find((mention) => members.has(mention.id))?.type ?? 'MISC';
  const attribute = (name: string): string | undefined => single(group.attributes, name);
  const gender = attribute('gender');
  const number = attribute('number');
  const place = {
    country: attribute('country'),
    latitude: numeric(attribute('latitude')),
    longitude: numeric(attribute('longitude')),
    population: numeric(attribute('population')),
  };
  return {
    id: group.id,
    type: (ENTITY_TYPES.has(type) ? type : 'MISC') as EntityType,
    name: group.name ?? group.id,
    aliases: attributeValues(group.attributes.aliases ?? []),
    mentions: numeric(attribute('mentions')) ?? group.members.length,
    ...defined({ role: attribute('role'), identifier: attribute('identifier'), note: attribute('note') }),
    ...propertiesOf(group),
    ...((gender === 'm' || gender === 'f') && { gender }),
    ...((number === 'sg' || number === 'pl') && { number }),
    ...(Object.values(place).some((value) => value !== undefined) && { place: defined(place) }),
  };
}

/** What a group's attributes mean to us; all others are what the project says of its entities. */
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'aliases',
  'mentions',
  'role',
  'gender',
  'number',
  'identifier',
  'note',
  'country',
  'latitude',
  'longitude',
  'population',
]);

function propertiesOf({ attributes }: EntityGroup): Pick<Entity, 'properties'> {
  const others = Object.entries(attributes).filter(([name]) => !OWN_ATTRIBUTES.has(name));
  if (others.length === 0) return {};
  return { properties: Object.fromEntries(others.map(([name, value]) => [name, attributeValues(value).join(', ')])) };
}

function toDate(annotation: Annotation, text: string): TemporalExpression {
  const { start, end } = hull(annotation);
  const { value, anchorStart, ...rest } = Object.fromEntries(
    DATE_ATTRIBUTES.map((name) => [name, single(annotation.attributes, name)]),
  );
  const offset = numeric(anchorStart);
  return {
    ...textSpan(text, start, end),
    type: annotation.type as TimexType,
    value: value ?? '',
    ...defined(rest),
    ...(offset !== undefined && { anchorStart: offset }),
  };
}

function toQuotes(annotations: readonly Annotation[], document: AnnotationDocument): Quotation[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const quotes = annotations.filter((annotation) => annotation.layer === 'quote' && KINDS.has(annotation.type));
  const indices = new Map(quotes.map((quote, i) => [quote.id, i]));
  const related = new Map<string, string>();
  for (const relation of document.relations)
    related.set(`${relation.type} ${relation.args[0]?.target}`, relation.args[1]?.target ?? '');
  const part = (type: string, id: string): Annotation | undefined => byId.get(related.get(`${type} ${id}`) ?? '');
  return quotes.map((quote): Quotation => {
    const cue = part('cue', quote.id);
    const speaker = part('speaker', quote.id);
    const parent = indices.get(related.get(`parent ${quote.id}`) ?? '');
    const problem = single(quote.attributes, 'problem');
    return {
      spans: quote.spans.map(({ start, end }) => [start, end] as const),
      text: quote.spans.map(({ start, end }) => document.text.slice(start, end)).join(' … '),
      kind: quote.type as Quotation['kind'],
      ...(cue && { cue: textSpan(document.text, hull(cue).start, hull(cue).end) }),
      ...(speaker && { speaker: textSpan(document.text, hull(speaker).start, hull(speaker).end) }),
      ...defined({
        speakerEntity: single(quote.attributes, 'speakerEntity'),
        speakerName: single(quote.attributes, 'speakerName'),
      }),
      confidence: quote.score ?? 1,
      ...(parent !== undefined && { parent }),
      ...((problem === 'unclosed' || problem === 'unopened') && { problem }),
    };
  });
}

function toBlocks(annotations: readonly Annotation[]): Block[] {
  const blocks: {
    role: Block['role'];
    start: number;
    end: number;
    credit?: { start: number; end: number };
    photographer?: { start: number; end: number };
  }[] = [];
  for (const annotation of annotations) {
    if (annotation.layer !== 'structure') continue;
    const { start, end } = hull(annotation);
    const { type } = annotation;
    if (type !== 'credit' && type !== 'photographer') blocks.push({ role: type as Block['role'], start, end });
    else {
      const caption = blocks.findLast((block) => block.start <= start && end <= block.end);
      if (caption) caption[type] = { start, end };
    }
  }
  return blocks;
}

function single(attributes: Attributes, name: string): string | undefined {
  const value = own(attributes, name);
  return value === undefined ? undefined : attributeValues(value)[0];
}

function numeric(value: string | undefined): number | undefined {
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
