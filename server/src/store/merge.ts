import { own } from '../core/members';
import { type Annotation, compareText, type EntityGroup, type Relation } from '../formats/annotationDocument';
import { type Decisions, freeId, isRejection, type LostDecision, type Mark } from './decisions';
import { mergeLabels } from './labels';
import { renameEnds } from './lost';
import { byId, same, standsElsewhere, withoutIdleLosses, withoutIdleMoves } from './mergeIdle';
import { mergeList } from './mergeList';
import { lostAsNumbered, mergeLost } from './mergeLost';
import { mergeOutcome } from './mergeOutcome';

/** One decision that two sides changed differently since they parted. */
export interface MergeConflict {
  /** The annotation's id. */
  readonly id: string;
  /** Undefined: deleted on that side. */
  readonly ours: Annotation | undefined;
  readonly theirs: Annotation | undefined;
}

/** What a three-way merge gives: all that does not clash, and for what does, ours until a person has chosen. */
export interface MergeResult {
  readonly merged: Decisions;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges what two windows (or a person and a version control system) made of the same decisions, annotation by
 * annotation. All three must be of the same text. New annotations that got the same id on both sides are kept both,
 * ours under a new id; a rejection is the same where its words, layer and type are, whatever its id. What one side has no
 * words for any more and the other has decided on is as that one decided.
 *
 * @param asReadBefore - where `theirs` is read from files and `base` was carried through edits: what these files said before,
 *   read as `theirs` is. What says the same in both is no change of theirs, wherever the reader had to place it.
 */
export function mergeDecisions(
  base: Decisions,
  oursAsNumbered: Decisions,
  theirsAsPlaced: Decisions,
  asReadBefore?: Decisions,
): MergeResult {
  const theirsAsRead =
    asReadBefore === undefined ? theirsAsPlaced : withoutIdleMoves(theirsAsPlaced, { asReadBefore, base, other: oursAsNumbered });
  const ours = { ...oursAsNumbered, lost: lostAsNumbered(oursAsNumbered.lost, base.lost, theirsAsRead.lost) };
  const numberedAnew = renumber(base, ours, theirsAsRead);
  const theirs = withoutIdleLosses(base, theirsAsRead, numberedAnew);
  const mine = withoutIdleLosses(base, numberedAnew, theirsAsRead);
  const conflicts: MergeConflict[] = [];
  const [b, o, t] = [annotationsById(base), annotationsById(mine), annotationsById(theirs)];
  const annotations: Annotation[] = [];
  const fromTheirs = new Set<string>();
  // theirs is what stands in the file: its order makes the smallest change
  for (const id of new Set([...t.keys(), ...o.keys()])) {
    const [was, our, their] = [b.get(id), o.get(id), t.get(id)];
    if (same(our, was)) {
      if (their) annotations.push(their);
      fromTheirs.add(id);
    } else if (same(their, was) || same(our, their)) {
      if (our) annotations.push(our);
    } else {
      conflicts.push({ id, ours: our, theirs: their });
      if (our) annotations.push(our);
      else if (their) annotations.push(their);
    }
  }
  const numbered = renumberRejections(annotations, [...mine.lost, ...theirs.lost]);
  const marks = new Map<string, Mark>();
  const [ourMarks, theirMarks] = [marksByKey(mine), marksByKey(theirs)];
  for (const [before, after] of numbered.ids) {
    const [first, second] = fromTheirs.has(before) ? [theirMarks, ourMarks] : [ourMarks, theirMarks];
    const mark = first.get(before) ?? (fromTheirs.has(before) ? undefined : second.get(before));
    if (mark) marks.set(after, mark);
  }
  const present = new Set(numbered.annotations.map((annotation) => annotation.id));
  const [labels, outcome] = [mergeLabels(base, ours, theirs), mergeOutcome(base, ours, theirs)];
  return {
    merged: {
      document: {
        ...theirs.document,
        annotations: numbered.annotations,
        relations: mergeList(base.document.relations, mine.document.relations, theirs.document.relations).filter((relation) =>
          relation.args.every((arg) => present.has(arg.target) || isEventId(arg.target)),
        ),
        groups: mergeGroups(base.document.groups, mine.document.groups, theirs.document.groups, present),
      },
      marks,
      lost: mergeLost(base.lost, mine.lost, theirs.lost, { text: theirs.document.text, annotations: numbered.annotations }),
      alone: new Set([...mergeList(ids(base.alone), ids(mine.alone), ids(theirs.alone))].map(({ id }) => id)),
      ...(outcome && { outcome }),
      ...(labels.length > 0 && { labels }),
    },
    conflicts,
  };
}

const isEventId = (id: string): boolean => id.startsWith('E');
const ids = (values: ReadonlySet<string>): readonly { id: string }[] => [...values].sort(compareText).map((id) => ({ id }));

/** A rejection's identity; of anything else, its id. */
function keyOf(annotation: Annotation): string {
  if (!isRejection(annotation)) return annotation.id;
  return `X${annotation.layer}/${annotation.type}@${annotation.spans.map((span) => `${span.start}-${span.end}`).join(',')}`;
}

function annotationsById(decisions: Decisions): Map<string, Annotation> {
  return new Map(
    decisions.document.annotations.map((annotation) => [keyOf(annotation), { ...annotation, id: keyOf(annotation) }]),
  );
}

function marksByKey(decisions: Decisions): ReadonlyMap<string, Mark> {
  return new Map(
    decisions.document.annotations.flatMap((annotation) => {
      const mark = decisions.marks.get(annotation.id);
      return mark ? [[keyOf(annotation), mark] as const] : [];
    }),
  );
}

/**
 * Gives new ids to what is new on our side under an id that is new, with another content, on theirs; and to what stands
 * elsewhere, under an id that theirs has changed: the number of what was taken away was given again.
 */
function renumber(base: Decisions, ours: Decisions, theirs: Decisions): Decisions {
  const before = byId(base);
  const known = new Set(before.keys());
  const other = byId(theirs);
  const taken = new Set([...other.keys(), ...known, ...ours.document.annotations.map((annotation) => annotation.id)]);
  for (const item of [...theirs.lost, ...ours.lost]) taken.add(item.annotation.id);
  const renamed = new Map<string, string>();
  for (const annotation of ours.document.annotations) {
    const their = other.get(annotation.id);
    if (isRejection(annotation) || isKnown(annotation, before.get(annotation.id), their)) continue;
    const twin = twinOf(annotation, theirs, known);
    const isFree = same(their, annotation) || (their === undefined && !known.has(annotation.id));
    const id = twin?.id ?? (isFree ? annotation.id : freeId('T', taken));
    taken.add(id);
    if (id !== annotation.id) renamed.set(annotation.id, id);
  }
  const relations = renumberRelations(base, ours, theirs);
  return renamed.size === 0 && relations === ours.document.relations ? ours : rename(ours, renamed, relations);
}

/** The same thing, made on both sides under different ids: one of the two is enough. */
const twinOf = (annotation: Annotation, { document }: Decisions, known: ReadonlySet<string>): Annotation | undefined =>
  document.annotations.find((one) => !known.has(one.id) && same({ ...one, id: annotation.id }, annotation));

/** Whether an annotation was there before; not one under the number of what was taken away. */
const isKnown = (annotation: Annotation, was: Annotation | undefined, their: Annotation | undefined): boolean =>
  was !== undefined && (same(their, was) || !standsElsewhere(annotation, was));

function renumberRelations(base: Decisions, ours: Decisions, theirs: Decisions): readonly Relation[] {
  const known = new Set(base.document.relations.map((relation) => relation.id));
  const other = new Map(theirs.document.relations.map((relation) => [relation.id, relation]));
  const taken = new Set([...other.keys(), ...known, ...ours.document.relations.map((relation) => relation.id)]);
  let changed = false;
  const result = ours.document.relations.map((relation) => {
    const their = other.get(relation.id);
    if (known.has(relation.id) || their === undefined || JSON.stringify(their) === JSON.stringify(relation)) return relation;
    changed = true;
    const id = freeId('R', taken);
    taken.add(id);
    return { ...relation, id };
  });
  return changed ? result : ours.document.relations;
}

function rename(decisions: Decisions, renamed: ReadonlyMap<string, string>, relations: readonly Relation[]): Decisions {
  const to = (id: string): string => renamed.get(id) ?? id;
  return {
    ...decisions,
    marks: new Map([...decisions.marks].map(([id, mark]) => [to(id), mark])),
    lost: decisions.lost.map((item) => ({ ...item, relations: item.relations.map((relation) => renameEnds(relation, to)) })),
    document: {
      ...decisions.document,
      annotations: decisions.document.annotations.map((annotation) => ({ ...annotation, id: to(annotation.id) })),
      relations: relations.map((relation) => renameEnds(relation, to)),
      groups: decisions.document.groups.map((group) => ({ ...group, members: group.members.map(to) })),
    },
  };
}

/** Rejections go by their content while merging; here they get numbers again. `ids`: from the key to the id. */
function renumberRejections(
  annotations: readonly Annotation[],
  lost: readonly LostDecision[],
): { annotations: readonly Annotation[]; ids: ReadonlyMap<string, string> } {
  const taken = new Set(lost.map((item) => item.annotation.id));
  const names = new Map<string, string>();
  let number = 0;
  const result = annotations.map((annotation) => {
    if (annotation.status !== 'rejected' || !annotation.id.startsWith('X')) {
      names.set(annotation.id, annotation.id);
      return annotation;
    }
    do number++;
    while (taken.has(`X${number}`));
    names.set(annotation.id, `X${number}`);
    return { ...annotation, id: `X${number}` };
  });
  return { annotations: result, ids: names };
}

/** Merges groups member by member. */
function mergeGroups(
  base: readonly EntityGroup[],
  ours: readonly EntityGroup[],
  theirs: readonly EntityGroup[],
  present: ReadonlySet<string>,
): readonly EntityGroup[] {
  const result: EntityGroup[] = [];
  for (const { id, ...rest } of mergeList(base, ours, theirs)) {
    const members = (side: readonly EntityGroup[]): ReadonlySet<string> =>
      new Set(side.find((group) => group.id === id)?.members);
    const [b, o, t] = [members(base), members(ours), members(theirs)];
    const kept = [...new Set([...t, ...o])].filter(
      (member) => present.has(member) && (b.has(member) ? o.has(member) && t.has(member) : true),
    );
    if (kept.length > 0) result.push({ ...rest, id, members: kept });
  }
  return result;
}

/** Carries out what a person chose for each conflict; what was not chosen stays as ours. */
export function resolveConflicts(
  merged: Decisions,
  conflicts: readonly MergeConflict[],
  choices: Readonly<Record<string, 'ours' | 'theirs' | 'both'>>,
): Decisions {
  let annotations = [...merged.document.annotations];
  for (const { id, ours, theirs } of conflicts) {
    const choice = own(choices, id) ?? 'ours';
    if (choice === 'ours') {
      if (ours === undefined) annotations = annotations.filter((annotation) => annotation.id !== id);
      continue;
    }
    if (choice === 'theirs') {
      annotations = annotations.filter((annotation) => annotation.id !== id);
      if (theirs) annotations.push(theirs);
    } else if (theirs && ours)
      annotations.push({ ...theirs, id: freeId('T', [...annotations.map((annotation) => annotation.id)]) });
  }
  const present = new Set(annotations.map((annotation) => annotation.id));
  return {
    ...merged,
    document: {
      ...merged.document,
      annotations,
      relations: merged.document.relations.filter((relation) =>
        relation.args.every((arg) => present.has(arg.target) || isEventId(arg.target)),
      ),
      groups: merged.document.groups
        .map((group) => ({ ...group, members: group.members.filter((member) => present.has(member)) }))
        .filter((group) => group.members.length > 0),
    },
  };
}
