import type { AnnotationDocument, Relation } from '../formats/annotationDocument';
import { freeId, type LostDecision } from './decisions';

/** Whether one of some annotations has a part in a relation. */
export function isPartOf(relation: Relation, ids: ReadonlySet<string>): boolean {
  return (relation.trigger !== undefined && ids.has(relation.trigger)) || relation.args.some((arg) => ids.has(arg.target));
}

/**
 * Gives lost decisions ids that nothing else has: neither another of them nor what stands in the document, where
 * somebody else may have used the number meanwhile. Their relations go with them.
 */
export function renumberLost(
  lost: readonly LostDecision[],
  document: Pick<AnnotationDocument, 'annotations'>,
): readonly LostDecision[] {
  const present = new Set(document.annotations.map((annotation) => annotation.id));
  const taken = new Set([...present, ...lost.map((item) => item.annotation.id)]);
  const given = new Set<string>();
  return lost.map((item) => {
    const { id } = item.annotation;
    if (!present.has(id) && !given.has(id)) {
      given.add(id);
      return item;
    }
    const fresh = freeId(id.startsWith('X') ? 'X' : 'T', taken);
    taken.add(fresh);
    given.add(fresh);
    return withId(item, fresh);
  });
}

function withId(item: LostDecision, id: string): LostDecision {
  const to = (target: string): string => (target === item.annotation.id ? id : target);
  return {
    ...item,
    annotation: { ...item.annotation, id },
    relations: item.relations.map((relation) => ({
      ...relation,
      ...(relation.trigger !== undefined && { trigger: to(relation.trigger) }),
      args: relation.args.map((arg) => ({ ...arg, target: to(arg.target) })),
    })),
  };
}
