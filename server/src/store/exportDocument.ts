import type { ArticleAnalysis } from '../core/analysis';
import type { Annotation, AnnotationDocument, EntityGroup } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import { type Decisions, isRejection, withOutcome } from './decisions';
import { Draft } from './draft';
import { labelValues } from './labels';
import { RELATION } from './relationDifferences';
import { extent, type ReviewItem } from './reviewItem';
import type { CorpusSchema } from './schema';

type Facts = Pick<ArticleAnalysis, 'language' | 'date'>;

const shown = (id: string, { language, date }: Facts) => ({ id, language, ...(date !== null && { date }) });

/** A document with what metadata.csv says of its article, by its columns; the date stands where the document has it. */
export function withMetadata(document: AnnotationDocument, values: ReadonlyMap<string, string>): AnnotationDocument {
  const known = [...values].filter(([name, value]) => value !== '' && !['id', 'date'].includes(name.toLowerCase()));
  const date = document.date ?? [...values].find(([name]) => name.toLowerCase() === 'date')?.[1];
  const metadata = { ...document.metadata, ...Object.fromEntries(known) };
  return {
    ...document,
    ...(date !== undefined && date !== '' && { date }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

/** An article as a document to write: what people have decided. */
export function decidedDocument(id: string, decisions: Decisions, facts: Facts): AnnotationDocument {
  return { ...signedDocument(decisions), ...shown(id, facts) };
}

/** The labels that people gave an article, as a document has them. */
function labelled(decisions: Pick<Decisions, 'labels'>): Pick<AnnotationDocument, 'labels'> {
  return decisions.labels === undefined ? {} : { labels: Object.fromEntries(labelValues(decisions)) };
}

/** Decisions with who made them, and with whether the article is finished or set aside, by whom, when and why. */
export function signedDocument(decisions: Decisions): AnnotationDocument {
  const { outcome } = decisions;
  const said = outcome && { state: outcome.state, by: outcome.by, day: outcome.day, note: outcome.note };
  const review = Object.entries(said ?? {}).flatMap(([name, value]) => (value ? [[REVIEW + name, value] as const] : []));
  return {
    ...decisions.document,
    ...labelled(decisions),
    annotations: withAnnotators(decisions),
    ...(review.length > 0 && { metadata: { ...decisions.document.metadata, ...Object.fromEntries(review) } }),
  };
}

/** What is known of an article's review begins so, among what else is known of it. */
const REVIEW = 'review.';

/** The inverse of {@link signedDocument}: what other people's file says of who decided, and of the article as a whole. */
export function fromSigned(document: AnnotationDocument, decisions: Decisions): Decisions {
  const marks = new Map(decisions.marks);
  const annotations = decisions.document.annotations.map((annotation): Annotation => {
    const { source, ...rest } = annotation;
    const { day, ...attributes } = annotation.attributes;
    if (source === undefined || typeof day !== 'string' || !ISO_DAY.test(day)) return annotation;
    marks.set(annotation.id, { ...marks.get(annotation.id), signed: { by: source, day } });
    return { ...rest, attributes };
  });
  const signed = { ...decisions, document: { ...decisions.document, annotations }, marks };
  const { metadata = {} } = document;
  const state = metadata[`${REVIEW}state`];
  if (state !== 'finished' && state !== 'aside') return signed;
  const [by, day, note] = ['by', 'day', 'note'].map((name) => metadata[REVIEW + name]);
  return withOutcome(signed, {
    state,
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(day !== undefined && ISO_DAY.test(day) && { day }),
  });
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether a name of what is known of an article is of its review. */
export const isOfReview = (name: string): boolean => name.startsWith(REVIEW);

/** What is known of an article but for its review. */
export function factsOf({ date, metadata = {} }: AnnotationDocument): Readonly<Record<string, string>> {
  const known = Object.entries(metadata).filter(([name]) => !isOfReview(name));
  return { ...(date !== undefined && { date }), ...Object.fromEntries(known) };
}

/** Who decided is an annotation's source, in the formats that can say so, and the day an attribute. */
function withAnnotators({ document, marks }: Pick<Decisions, 'document' | 'marks'>): readonly Annotation[] {
  // that a relation was refused is a matter of the gold folder: other tools would read a mark on the words
  const own = document.annotations.filter((annotation) => annotation.layer !== RELATION || !isRejection(annotation));
  return own.map((annotation) => {
    const signed = marks.get(annotation.id)?.signed;
    if (signed === undefined) return annotation;
    const attributes = signed.day === undefined ? annotation.attributes : { ...annotation.attributes, day: signed.day };
    return { ...annotation, source: signed.by, attributes };
  });
}

/**
 * An article as a document to write: decisions, and the suggestions that nobody has decided on with status `suggested`,
 * their source and score. Mentions of one entity are a group.
 */
export function exportDocument(
  id: string,
  decisions: Decisions,
  items: readonly ReviewItem[],
  analysis: ArticleAnalysis,
  schema: CorpusSchema,
): AnnotationDocument {
  const signed = { ...decisions, document: signedDocument(decisions) };
  const draft = new Draft(signed, schema);
  const ids = new Map<string, string>();
  for (const item of items) {
    const at = extent(item);
    const key = `${item.layer} ${at.start}-${at.end}`;
    if (item.annotation) {
      if (item.status !== 'rejected') ids.set(key, item.annotation.id);
      continue;
    }
    const annotation = draft.keep(item);
    ids.set(key, annotation);
    const source = item.sources.join('+');
    draft.change(annotation, (known) => ({ ...known, source, ...(item.score !== undefined && { score: item.score }) }));
  }
  const { document } = draft.finish();
  return {
    ...document,
    ...labelled(decisions),
    ...shown(id, analysis),
    groups: [...document.groups, ...machineGroups(document, analysis, ids)],
  };
}

/** Entities with several mentions that no person has put together. */
function machineGroups(
  document: AnnotationDocument,
  analysis: ArticleAnalysis,
  ids: ReadonlyMap<string, string>,
): readonly EntityGroup[] {
  const grouped = new Set(document.groups.flatMap((group) => group.members));
  const members = new Map<string, string[]>();
  for (const { start, end, entity } of analysis.entities) {
    const id = ids.get(`entity ${start}-${end}`);
    if (id !== undefined && !grouped.has(id)) addTo(members, entity, id);
  }
  return analysis.entityIndex.flatMap((entity): readonly EntityGroup[] => {
    const own = members.get(entity.id) ?? [];
    if (own.length === 0) return [];
    return [{ id: entity.id, type: entity.type, name: entity.name, members: own, attributes: {} }];
  });
}
