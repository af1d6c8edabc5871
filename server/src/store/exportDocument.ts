import type { ArticleAnalysis } from '../core/analysis';
import type { Annotation, AnnotationDocument, EntityGroup } from '../formats/annotationDocument';
import { addTo } from '../formats/collections';
import type { Decisions } from './decisions';
import { Draft } from './draft';
import { extent, type ReviewItem } from './reviewItem';
import type { CorpusSchema } from './schema';

type Facts = Pick<ArticleAnalysis, 'language' | 'date'>;

const shown = (id: string, { language, date }: Facts) => ({ id, language, ...(date !== null && { date }) });

/** An article as a document to write: what people have decided. */
export function decidedDocument(id: string, decisions: Decisions, facts: Facts): AnnotationDocument {
  return { ...decisions.document, annotations: withAnnotators(decisions), ...shown(id, facts) };
}

/** Who decided is an annotation's source, in the formats that can say so, and the day an attribute. */
export function withAnnotators({ document, marks }: Pick<Decisions, 'document' | 'marks'>): readonly Annotation[] {
  return document.annotations.map((annotation) => {
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
  const signed = { ...decisions, document: { ...decisions.document, annotations: withAnnotators(decisions) } };
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
  return { ...document, ...shown(id, analysis), groups: [...document.groups, ...machineGroups(document, analysis, ids)] };
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
