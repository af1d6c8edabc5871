import type { Relation } from '../formats/annotationDocument';
import { freeId } from './decisions';
import { renameEnds } from './lost';
import { isQuotationPart } from './relations';

/** With a relation more, from one annotation to another. */
export function withRelation(relations: readonly Relation[], type: string, from: string, to: string): readonly Relation[] {
  const id = freeId(
    'R',
    relations.map((relation) => relation.id),
  );
  const args = [
    { role: 'Arg1', target: from },
    { role: 'Arg2', target: to },
  ];
  return [...relations, { id, type, args, attributes: {} }];
}

/** Whether two annotations are related so, in this direction. */
export function areRelated(relations: readonly Relation[], type: string, from: string, to: string): boolean {
  return relations.some(
    ({ type: known, trigger, args }) =>
      known === type && trigger === undefined && args[0]?.target === from && args[1]?.target === to,
  );
}

/** Without some relations and events, and those that have one of them for an end. */
export function withoutRelations(relations: readonly Relation[], ids: readonly string[]): readonly Relation[] {
  const gone = new Set(ids);
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const { id, args } of relations) if (args.some(({ target }) => gone.has(target))) gone.add(id);
  }
  return relations.filter(({ id }) => !gone.has(id));
}

/** What holds of an annotation, said of another one; relations that would then lead from a thing to itself go. */
export function takenOver(relations: readonly Relation[], from: string, to: string): readonly Relation[] {
  return relations.flatMap((relation) => {
    const isConcerned = relation.trigger === from || relation.args.some(({ target }) => target === from);
    // a quotation has its own cue and speaker
    if (!isConcerned || (isQuotationPart(relation.type) && relation.args[0]?.target === from)) return [relation];
    const renamed = renameEnds(relation, (id) => (id === from ? to : id));
    return new Set(renamed.args.map(({ target }) => target)).size === renamed.args.length ? [renamed] : [];
  });
}
