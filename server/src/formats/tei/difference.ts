import { own } from '../../core/members';
import type { Annotation, AnnotationDocument, EntityGroup, Relation } from '../annotationDocument';
import { type ArticleLabels, otherLabels } from '../articleLabels';
import { groupKeys, placeKey, relationKeys, sorted } from '../sameness';
import type { TeiPart } from './file';
import { readTeiPart } from './read';

/** What a document says that the file does not say itself. */
export interface Difference {
  readonly document: AnnotationDocument;
  /** New ones, and those of the file that say more or something else than it, or that others refer to. */
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly groups: readonly EntityGroup[];
  /** Annotations of the file that the document no longer has. */
  readonly gone: readonly Annotation[];
  readonly goneRelations: readonly Relation[];
  /** What is known of the article and the file does not say so. */
  readonly facts: Readonly<Record<string, string>>;
  /** Labels of the article that the file does not have so. */
  readonly labels: ArticleLabels;
  /** Names of labels that the file has and the article no longer. */
  readonly goneLabels: readonly string[];
  /** Whether the file has an annotation of this place and type. */
  readonly isInFile: (annotation: Annotation) => boolean;
}

/**
 * Compares a document with what the file says of the same text, by place and type.
 *
 * @param layers - what the document is complete in; without it, in all.
 */
export function difference(part: TeiPart, document: AnnotationDocument, layers: readonly string[] | undefined): Difference {
  const before = readTeiPart(part, document.id, []);
  const known = new Map(before.annotations.map((annotation) => [placeKey(annotation), annotation]));
  const [keysBefore, keysNow] = [relationKeys(before), relationKeys(document)];
  const [relationsBefore, relationsNow] = [new Set(keysBefore), new Set(keysNow)];
  const groupsBefore = new Set(groupKeys(before));
  const groupsNow = groupKeys(document);
  const relations = document.relations.filter((_, i) => !relationsBefore.has(keysNow[i] ?? ''));
  const groups = document.groups.filter((_, i) => !groupsBefore.has(groupsNow[i] ?? ''));
  const referred = new Set([
    ...relations.flatMap(({ trigger, args }) => [
      ...(trigger === undefined ? [] : [trigger]),
      ...args.map(({ target }) => target),
    ]),
    ...groups.flatMap(({ members }) => members),
  ]);
  const annotations = document.annotations.filter((annotation) => {
    const same = known.get(placeKey(annotation));
    return same === undefined || referred.has(annotation.id) || !saysNoMore(annotation, same);
  });
  const kept = new Set(document.annotations.map(placeKey));
  const isComplete = ({ layer }: Annotation): boolean => layers === undefined || layers.includes(layer);
  return {
    document,
    annotations,
    relations,
    groups,
    gone: before.annotations.filter((annotation) => isComplete(annotation) && !kept.has(placeKey(annotation))),
    goneRelations: before.relations.filter((_, i) => !relationsNow.has(keysBefore[i] ?? '')),
    facts: Object.fromEntries(
      Object.entries(document.metadata ?? {}).filter(([name, value]) => before.metadata?.[name] !== value),
    ),
    labels: otherLabels(document.labels, before.labels),
    goneLabels: layers === undefined ? Object.keys(otherLabels(before.labels, document.labels)).filter(isGone(document)) : [],
    isInFile: (annotation) => known.has(placeKey(annotation)),
  };
}

const isGone =
  ({ labels = {} }: AnnotationDocument) =>
  (name: string): boolean =>
    own(labels, name) === undefined;

/** Whether all that an annotation says is what the file's own says; a bare confirmation is no more than being there. */
function saysNoMore(annotation: Annotation, own: Annotation): boolean {
  const details = (value: Annotation): string =>
    JSON.stringify([sorted(value.attributes), value.links ?? [], value.note, value.status, value.source, value.score]);
  return details(annotation) === details(own);
}
