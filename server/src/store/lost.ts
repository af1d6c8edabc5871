import type { AnnotationDocument, Relation } from '../formats/annotationDocument';
import { type Decisions, freeId, type LostDecision } from './decisions';

/** Whether one of some annotations (or events) has a part in a relation. */
function isPartOf(relation: Relation, ids: ReadonlySet<string>): boolean {
  return (relation.trigger !== undefined && ids.has(relation.trigger)) || relation.args.some((arg) => ids.has(arg.target));
}

/** All relations that some annotations have a part in, and those that these have a part in: events may be ends themselves. */
export function relationsWith(relations: readonly Relation[], ids: ReadonlySet<string>): readonly Relation[] {
  const all = new Set(ids);
  const found = new Set<Relation>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const relation of relations) {
      if (found.has(relation) || !isPartOf(relation, all)) continue;
      found.add(relation);
      all.add(relation.id);
    }
  }
  return relations.filter((relation) => found.has(relation));
}

/** A relation with other ids at its ends. */
export function renameEnds(relation: Relation, to: (id: string) => string): Relation {
  return {
    ...relation,
    ...(relation.trigger !== undefined && { trigger: to(relation.trigger) }),
    args: relation.args.map((arg) => ({ ...arg, target: to(arg.target) })),
  };
}

/**
 * The relations of a document once some lost decisions are back in it, and those that are still lost: a relation whose
 * other end is lost, too, waits with that one.
 */
export function rejoin(
  document: Pick<AnnotationDocument, 'annotations' | 'relations'>,
  back: readonly LostDecision[],
  lost: readonly LostDecision[],
): { readonly relations: readonly Relation[]; readonly lost: readonly LostDecision[] } {
  const relations = [...document.relations];
  const known = new Set([...document.annotations, ...relations].map(({ id }) => id));
  let waiting = dedupe(back.flatMap((item) => item.relations)).filter(
    (relation) => !relations.some((own) => isSame(own, relation)),
  );
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    waiting = waiting.filter((relation) => {
      const ends = [...relation.args.map((arg) => arg.target), ...(relation.trigger === undefined ? [] : [relation.trigger])];
      if (!ends.every((end) => known.has(end))) return true;
      const taken = relations.some((own) => own.id === relation.id);
      const id = taken
        ? freeId(
            relation.trigger === undefined ? 'R' : 'E',
            relations.map((own) => own.id),
          )
        : relation.id;
      relations.push({ ...relation, id });
      known.add(relation.id);
      known.add(id);
      return false;
    });
  }
  if (waiting.length === 0) return { relations, lost };
  return {
    relations,
    lost: lost.map((item) => {
      const own = relationsWith(waiting, new Set([item.annotation.id])).filter(
        (relation) => !item.relations.some((one) => isSame(one, relation)),
      );
      return own.length === 0 ? item : { ...item, relations: [...item.relations, ...own] };
    }),
  };
}

const isSame = (a: Relation, b: Relation): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const dedupe = (relations: readonly Relation[]): readonly Relation[] =>
  relations.filter((relation, i) => relations.findIndex((other) => isSame(other, relation)) === i);

/** Adds lost decisions, whose annotations are out of the document already, and takes what refers to them out of it. */
export function withLost(decisions: Decisions, lost: readonly LostDecision[]): Decisions {
  if (lost.length === 0) return decisions;
  const gone = new Set(lost.map((item) => item.annotation.id));
  const away = new Set(relationsWith(decisions.document.relations, gone));
  return {
    ...decisions,
    marks: new Map([...decisions.marks].filter(([id]) => !gone.has(id))),
    lost: [...decisions.lost, ...lost],
    document: { ...decisions.document, relations: decisions.document.relations.filter((relation) => !away.has(relation)) },
  };
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
    const fresh = !present.has(id) && !given.has(id) ? id : freeId(id.startsWith('X') ? 'X' : 'T', taken);
    taken.add(fresh);
    given.add(fresh);
    if (fresh === id) return item;
    const to = (target: string): string => (target === id ? fresh : target);
    return {
      ...item,
      annotation: { ...item.annotation, id: fresh },
      relations: item.relations.map((relation) => renameEnds(relation, to)),
    };
  });
}
