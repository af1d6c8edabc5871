import { lossMessages } from '../messages/losses';
import { type Annotation, type AnnotationDocument, byPosition } from './annotationDocument';
import type { LossReport } from './loss';

/**
 * Gives ids that a format can hold: `false` numbers all again in text order (T1…, R1…, E1…, G1…), `brat` only those
 * that are not of the form brat has, `true` none. References follow.
 */
export function renumber(document: AnnotationDocument, ids: boolean | 'brat', report?: LossReport): AnnotationDocument {
  if (ids === true) return document;
  const annotations = ids === 'brat' ? document.annotations : [...document.annotations].sort(byPosition);
  const names = new Map<string, string>();
  const keeps = (id: string, pattern: RegExp): boolean => ids === 'brat' && pattern.test(id);
  assign(
    annotations.map((a) => a.id),
    'T',
    (id) => keeps(id, /^T[0-9]+$/),
    names,
  );
  const events = document.relations.filter((relation) => relation.trigger !== undefined);
  const relations = document.relations.filter((relation) => relation.trigger === undefined);
  assign(
    events.map((r) => r.id),
    'E',
    (id) => keeps(id, /^E[0-9]+$/),
    names,
  );
  assign(
    relations.map((r) => r.id),
    'R',
    (id) => keeps(id, /^R[0-9]+$/),
    names,
  );
  const changed = [...names].some(([before, after]) => before !== after);
  if (changed) report?.add('id', lossMessages.numberedAnew);
  const name = (id: string): string => names.get(id) ?? id;
  let sets = 0;
  return {
    ...document,
    annotations: annotations.map((annotation) => ({ ...annotation, id: name(annotation.id) })),
    relations: document.relations.map((relation) => ({
      ...relation,
      id: name(relation.id),
      ...(relation.trigger !== undefined && { trigger: name(relation.trigger) }),
      args: relation.args.map((arg) => ({ ...arg, target: name(arg.target) })),
    })),
    groups: document.groups.map((group, i) => ({
      ...group,
      // brat has no ids for bare sets: they count as they stand in the file.
      id: ids === 'brat' ? (group.name === undefined ? `*${++sets}` : group.id) : `G${i + 1}`,
      members: group.members.map(name),
    })),
  };
}

function assign(ids: readonly string[], letter: string, keeps: (id: string) => boolean, names: Map<string, string>): void {
  const taken = new Set<string>();
  for (const id of ids) {
    if (keeps(id) && !taken.has(id)) {
      taken.add(id);
      names.set(id, id);
    }
  }
  let next = 1;
  for (const id of ids) {
    if (names.has(id)) continue;
    while (taken.has(`${letter}${next}`)) next++;
    names.set(id, `${letter}${next}`);
    taken.add(`${letter}${next}`);
  }
}

/** An annotation that a reader has found and that bears no id yet. */
export type Nameless = Omit<Annotation, 'id'>;

/** Puts annotations without ids in text order and calls them T1, T2 …; the counterpart of {@link renumber}. */
export function numberAnnotations(annotations: readonly Nameless[]): readonly Annotation[] {
  return annotations
    .map((annotation): Annotation => ({ ...annotation, id: '' }))
    .sort(byPosition)
    .map((annotation, i) => ({ ...annotation, id: `T${i + 1}` }));
}
