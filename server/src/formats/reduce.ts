import type { Span } from '../core/span';
import { lossMessages } from '../messages/losses';
import type { Message } from '../messages/message';
import {
  type Annotation,
  type AnnotationDocument,
  type AttributeValue,
  attributeValues,
  type EntityGroup,
  type Relation,
  toAttributeValue,
} from './annotationDocument';
import { type Capabilities, type LossItem, type LossKind, LossReport } from './loss';
import { withoutOverlap } from './overlap';
import { renumber } from './renumber';

/** What of {@link WriteOptions} decides what is written. */
export interface ReduceOptions {
  readonly layers?: readonly string[] | undefined;
  readonly rejected?: 'omit' | 'keep' | undefined;
}

/** A document cut down to what a format can say, and what went. */
export interface Reduction {
  readonly document: AnnotationDocument;
  readonly losses: readonly LossItem[];
}

/**
 * Cuts a document down to what a format can say and reports each thing that goes. The writer then writes the reduced
 * document faithfully, so that reading the file gives the reduced document again: the tests hold every format to it.
 */
export function reduce(document: AnnotationDocument, capabilities: Capabilities, options: ReduceOptions = {}): Reduction {
  const report = new LossReport(document);
  const selected = document.annotations.filter((annotation) =>
    isWritten(annotation, document.text, capabilities, options, report),
  );
  const placed = selected.flatMap((annotation) => place(annotation, capabilities, report));
  const kept = withoutOverlap(placed, capabilities.overlap, report).map((annotation) =>
    describe(annotation, capabilities, report),
  );
  const ids = new Set(kept.map((annotation) => annotation.id));
  const relations = keptRelations(document.relations, ids, capabilities, report);
  const groups = keptGroups(document.groups, ids, capabilities, report);
  const body: AnnotationDocument = { ...document, annotations: kept, relations, groups };
  return { document: renumber(documentFields(body, capabilities, report), capabilities.ids, report), losses: report.items };
}

function isWritten(
  annotation: Annotation,
  text: string,
  capabilities: Capabilities,
  options: ReduceOptions,
  report: LossReport,
): boolean {
  const rejected = options.rejected ?? (capabilities.keepsRejected ? 'keep' : 'omit');
  if (annotation.status === 'rejected' && (rejected === 'omit' || !capabilities.status)) {
    report.add('rejected', lossMessages.rejected, annotation.id);
    return false;
  }
  if (options.layers && !options.layers.includes(annotation.layer)) {
    report.add('layer', lossMessages.layerAsAsked(annotation.layer), annotation.id);
    return false;
  }
  if (capabilities.accepts && !capabilities.accepts(annotation)) {
    report.add('layer', lossMessages.layerNotFor(annotation.layer), annotation.id);
    return false;
  }
  const problem = spanProblem(annotation.spans, text.length, capabilities.emptySpans);
  if (problem) report.add('span', problem, annotation.id);
  return problem === undefined;
}

function spanProblem(spans: readonly Span[], length: number, emptySpans: boolean): Message | undefined {
  if (spans.length === 0) return lossMessages.noPlace;
  let previous = 0;
  for (const { start, end } of spans) {
    if (start > end || end > length || start < previous) return lossMessages.badSpan;
    if (start === end && !emptySpans) return lossMessages.emptySpan;
    previous = end;
  }
  return undefined;
}

function place(annotation: Annotation, capabilities: Capabilities, report: LossReport): Annotation[] {
  let spans = annotation.spans;
  if (capabilities.align) {
    const aligned = mergeTouching(spans.flatMap((span) => asSpans(capabilities.align?.(span.start, span.end))));
    if (aligned.length === 0) {
      report.add('boundary', lossMessages.nothingMarkable, annotation.id);
      return [];
    }
    if (!sameSpans(aligned, spans)) report.add('boundary', lossMessages.boundariesMoved, annotation.id);
    spans = aligned;
  }
  if (spans.length === 1 || capabilities.discontinuous) return [{ ...annotation, spans }];
  report.add('discontinuous', lossMessages.fragments(spans.length), annotation.id);
  return spans.map((span, i) => ({ ...annotation, id: i === 0 ? annotation.id : `${annotation.id}+${i}`, spans: [span] }));
}

function asSpans(aligned: Span | readonly Span[] | undefined): readonly Span[] {
  if (!aligned) return [];
  return 'start' in aligned ? [aligned] : aligned;
}

function mergeTouching(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end);
}

function describe(annotation: Annotation, capabilities: Capabilities, report: LossReport): Annotation {
  const { note, status, source, score, links, ...rest } = annotation;
  const label = capabilities.label?.(annotation.layer, annotation.type) ?? annotation;
  if (label.layer !== annotation.layer || label.type !== annotation.type) {
    report.add('label', lossMessages.writtenAs(label.layer, label.type), annotation.id);
  }
  const keep = <T>(
    value: T | undefined,
    able: boolean,
    kind: 'note' | 'status' | 'source' | 'score',
    words: Message,
  ): T | undefined => {
    if (value === undefined || able) return value;
    report.add(kind, words, annotation.id);
    return undefined;
  };
  const kept = {
    note: keep(note, capabilities.notes, 'note', lossMessages.note),
    status: keep(status, capabilities.status, 'status', lossMessages.status(status ?? '')),
    source: keep(source, capabilities.source, 'source', lossMessages.source),
    score: keep(score, capabilities.score, 'score', lossMessages.score),
  };
  const keptLinks = (links ?? []).filter((link) => {
    const able = typeof capabilities.links === 'function' ? capabilities.links(link) : capabilities.links;
    if (!able) report.add('link', lossMessages.link(link.resource, link.id), annotation.id, link.type);
    return able;
  });
  return {
    ...rest,
    layer: label.layer,
    type: label.type,
    attributes: keptAttributes(annotation, capabilities, report),
    ...(keptLinks.length > 0 && { links: keptLinks }),
    ...(kept.note !== undefined && { note: kept.note }),
    ...(kept.status !== undefined && { status: kept.status }),
    ...(kept.source !== undefined && { source: kept.source }),
    ...(kept.score !== undefined && { score: kept.score }),
  };
}

function keptAttributes(annotation: Annotation, capabilities: Capabilities, report: LossReport): Record<string, AttributeValue> {
  const able = capabilities.attributes;
  const result: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(annotation.attributes)) {
    const values = attributeValues(value);
    const kept = values.length > 0 && (typeof able === 'boolean' ? able : able(annotation, name, values));
    if (kept) result.push([name, toAttributeValue(values)]);
    else report.add('attribute', lossMessages.attribute(name), annotation.id, name);
  }
  return Object.fromEntries(result);
}

function keptRelations(
  relations: readonly Relation[],
  annotationIds: ReadonlySet<string>,
  capabilities: Capabilities,
  report: LossReport,
): readonly Relation[] {
  const able = relations.filter((relation) => {
    if (sayable(relation, capabilities.relations)) return true;
    report.add('relation', lossMessages.relation(relation.type), relation.id);
    return false;
  });
  // An event may be another's argument, so what one loss takes away may take others with it.
  let kept = able;
  for (;;) {
    const known = new Set([...annotationIds, ...kept.map((relation) => relation.id)]);
    const next = kept.filter(
      (relation) =>
        (!relation.trigger || annotationIds.has(relation.trigger)) && relation.args.every((arg) => known.has(arg.target)),
    );
    if (next.length === kept.length) break;
    const still = new Set(next);
    for (const relation of kept) {
      if (!still.has(relation)) report.add('relation', lossMessages.relationEnd(relation.type), relation.id);
    }
    kept = next;
  }
  const { roles } = capabilities;
  const keepsRoles = (relation: Relation): boolean => (typeof roles === 'function' ? roles(relation) : roles);
  const named = kept.map((relation) => (keepsRoles(relation) ? relation : withoutRoles(relation, report)));
  return capabilities.relationDetails ? named : named.map((relation) => bareRelation(relation, report));
}

function sayable(relation: Relation, able: Capabilities['relations']): boolean {
  if (typeof able === 'function') return able(relation);
  return able === 'all' || (able === 'binary' && isBinary(relation));
}

/** Whether a relation has a from and a to and nothing else. */
export function isBinary(relation: Relation): boolean {
  return relation.trigger === undefined && relation.args.length === 2;
}

function withoutRoles(relation: Relation, report: LossReport): Relation {
  const args = relation.args.map((arg, i) => ({ role: `Arg${i + 1}`, target: arg.target }));
  if (relation.args.some((arg, i) => arg.role !== args[i]?.role)) {
    report.add('relation', lossMessages.roles, relation.id, 'role');
  }
  return { ...relation, args };
}

function bareRelation(relation: Relation, report: LossReport): Relation {
  const { note, ...rest } = relation;
  if (note !== undefined) report.add('note', lossMessages.relationNote, relation.id);
  for (const name of Object.keys(relation.attributes)) {
    report.add('attribute', lossMessages.relationAttribute(name), relation.id, name);
  }
  return { ...rest, attributes: {} };
}

function keptGroups(
  groups: readonly EntityGroup[],
  annotationIds: ReadonlySet<string>,
  capabilities: Capabilities,
  report: LossReport,
): readonly EntityGroup[] {
  const result: EntityGroup[] = [];
  for (const group of groups) {
    const present = { ...group, members: group.members.filter((member) => annotationIds.has(member)) };
    const able = capabilities.groups;
    const kept = typeof able === 'function' ? able(present) : able ? present : undefined;
    if (!kept) {
      report.add('group', lossMessages.entity(group.name ?? group.id), group.id);
      continue;
    }
    result.push(kept);
    if (kept === present) continue;
    if (group.type !== kept.type) report.add('group', lossMessages.entityType, group.id, 'type');
    if (group.name !== kept.name) report.add('group', lossMessages.entityName, group.id, 'name');
    for (const name of Object.keys(group.attributes)) {
      if (!Object.hasOwn(kept.attributes, name)) report.add('attribute', lossMessages.entityAttribute(name), group.id, name);
    }
  }
  return result;
}

/** What is told of each of a document's fields that a format does not hold. */
const DOCUMENT_LOSSES: Readonly<Record<DocumentField, readonly [LossKind, (document: AnnotationDocument) => Message]>> = {
  language: ['document', () => lossMessages.language],
  date: ['document', () => lossMessages.documentDate],
  labels: ['document', () => lossMessages.labels],
  metadata: ['document', ({ metadata = {} }) => lossMessages.metadata(Object.keys(metadata).join(', '))],
  tokens: ['token', () => lossMessages.tokens],
  sentences: ['sentence', () => lossMessages.sentences],
};
type DocumentField = 'language' | 'date' | 'labels' | 'metadata' | 'tokens' | 'sentences';

function documentFields(document: AnnotationDocument, capabilities: Capabilities, report: LossReport): AnnotationDocument {
  const reduced: Partial<Record<DocumentField, unknown>> & Omit<AnnotationDocument, DocumentField> = { ...document };
  for (const [field, [kind, told]] of Object.entries(DOCUMENT_LOSSES) as [DocumentField, (typeof DOCUMENT_LOSSES)['date']][]) {
    const value = document[field];
    if (value !== undefined && capabilities[field]) continue;
    delete reduced[field];
    const isEmpty = value === undefined || (field === 'metadata' && Object.keys(value).length === 0);
    if (!isEmpty) report.add(kind, told(document), undefined, kind === 'document' ? field : undefined);
  }
  return reduced as AnnotationDocument;
}
