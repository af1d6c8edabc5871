import { type Annotation, type AnnotationDocument, type Attributes, attributeValues } from './annotationDocument';

/*
 * What makes annotations, relations and groups of two documents on one text the same, whatever their ids.
 */

/** What two annotations have in common that are one. */
export function placeKey({ layer, type, spans }: Pick<Annotation, 'layer' | 'type' | 'spans'>): string {
  return JSON.stringify([layer, type, spans.map(({ start, end }) => [start, end])]);
}

/** For each relation what it says. */
export function relationKeys(document: AnnotationDocument): readonly string[] {
  const places = placesOf(document);
  const place = (id: string): string => places.get(id) ?? id;
  return document.relations.map(({ type, trigger, args, attributes, note }) =>
    JSON.stringify([
      type,
      trigger === undefined ? null : place(trigger),
      args.map(({ role, target }) => [role, place(target)]),
      sorted(attributes),
      note,
    ]),
  );
}

/** For each group what it says. */
export function groupKeys(document: AnnotationDocument): readonly string[] {
  const places = placesOf(document);
  return document.groups.map(({ type, name, members, attributes }) =>
    JSON.stringify([type, name, members.map((member) => places.get(member) ?? member).sort(), sorted(attributes)]),
  );
}

const placesOf = ({ annotations }: AnnotationDocument): ReadonlyMap<string, string> =>
  new Map(annotations.map((annotation) => [annotation.id, placeKey(annotation)]));

/** Attributes in one order. */
export const sorted = (attributes: Attributes): unknown =>
  Object.entries(attributes)
    .map(([name, value]) => [name, attributeValues(value)])
    .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1));
