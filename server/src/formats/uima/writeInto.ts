import { lossMessages } from '../../messages/losses';
import { alignSpans } from '../alignText';
import type { Annotation, AnnotationDocument, EntityGroup, Relation } from '../annotationDocument';
import { joinedLabels } from '../articleLabels';
import { addAll } from '../collections';
import type { FormatDescriptor, OutputFile, WriteOptions, WriteResult } from '../format';
import { type LossItem, LossReport } from '../loss';
import { groupKeys, placeKey, relationKeys } from '../sameness';

/**
 * Writes documents into the files of somebody's that their texts came from: structures that the model does not read, and
 * annotations that nobody changed, stay what they are. Where nothing changed, so does the file, to the byte.
 */
export function writeInto(
  format: FormatDescriptor,
  documents: readonly AnnotationDocument[],
  options: WriteOptions,
): WriteResult {
  const { into, ...others } = options;
  const files: OutputFile[] = [];
  const losses: LossItem[] = [];
  for (const document of documents) {
    const original = into?.(document.id);
    const before = original && format.read(original).documents[0];
    const report = new LossReport(document);
    const merged = before ? ontoOriginal(before, document, report) : document;
    const written = format.write([merged], others);
    addAll(losses, report.items);
    addAll(losses, written.losses);
    const content = written.files[0]?.content ?? '';
    if (original && before) {
      const isSame = format.write([before], { rejected: 'keep' }).files[0]?.content === content;
      files.push({ name: original.name, content: isSame ? original.content : content });
    } else addAll(files, written.files);
  }
  return { files, losses };
}

/** The file's own document with the annotations of another on the same text; what both say is the file's own. */
function ontoOriginal(before: AnnotationDocument, document: AnnotationDocument, report: LossReport): AnnotationDocument {
  const { annotations: aligned, isOther } = alignSpans(document, before.text);
  if (isOther) report.add('text', lossMessages.otherEdition);
  const placed = { ...document, text: before.text, annotations: aligned };
  const found = new Set(aligned.map(({ id }) => id));
  for (const { id } of document.annotations) if (!found.has(id)) report.add('span', lossMessages.notInEdition, id);
  const own = new Map(before.annotations.map((annotation) => [placeKey(annotation), annotation]));
  const newId = idMaker(before);
  const ids = new Map<string, string>();
  const annotations = aligned.map((annotation): Annotation => {
    const known = own.get(placeKey(annotation));
    const id = known?.id ?? newId('T');
    ids.set(annotation.id, id);
    return known && saysSame(annotation, known) ? known : { ...annotation, id };
  });
  const relationsBefore = new Map(relationKeys(before).map((key, i) => [key, before.relations[i] as Relation]));
  const keys = relationKeys(placed);
  for (const [i, { id }] of document.relations.entries()) ids.set(id, relationsBefore.get(keys[i] ?? '')?.id ?? newId('R'));
  const keyOf = new Map(document.relations.map((relation, i) => [relation, keys[i]]));
  const present = (id: string): boolean => ids.has(id);
  const renamed = (id: string): string => ids.get(id) ?? id;
  const relations = document.relations
    .filter(({ trigger, args }) => (trigger === undefined || present(trigger)) && args.every(({ target }) => present(target)))
    .map((relation): Relation => {
      const known = relationsBefore.get(keyOf.get(relation) ?? '');
      if (known) return known;
      const args = relation.args.map((arg) => ({ ...arg, target: renamed(arg.target) }));
      const trigger = relation.trigger === undefined ? {} : { trigger: renamed(relation.trigger) };
      return { ...relation, id: renamed(relation.id), ...trigger, args };
    });
  const { date = before.date, language = before.language, metadata = before.metadata } = document;
  return {
    ...before,
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(metadata && { metadata }),
    ...joinedLabels(before.labels, document.labels),
    annotations: inOrder(annotations, before.annotations),
    relations: inOrder(relations, before.relations),
    groups: groupsOnto(before, placed, { present, renamed }),
  };
}

/** A confirmation alone, or a note of nobody, is no change. */
function saysSame(annotation: Annotation, known: Annotation): boolean {
  const said = ({ attributes, links = [], note, source, score, status }: Annotation): string =>
    JSON.stringify([Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)), links, note, source, score, status]);
  return said(annotation) === said(known);
}

function groupsOnto(
  before: AnnotationDocument,
  placed: AnnotationDocument,
  { present, renamed }: { present: (id: string) => boolean; renamed: (id: string) => string },
): readonly EntityGroup[] {
  const known = new Map(groupKeys(before).map((key, i) => [key, before.groups[i] as EntityGroup]));
  return groupKeys(placed).flatMap((key, i): readonly EntityGroup[] => {
    const group = placed.groups[i] as EntityGroup;
    return [known.get(key) ?? { ...group, members: group.members.filter(present).map(renamed) }];
  });
}

/** The file's own first and in its order, so that what did not change is not moved. */
function inOrder<T extends { readonly id: string }>(now: readonly T[], before: readonly T[]): readonly T[] {
  const order = new Map(before.map(({ id }, i) => [id, i]));
  return now
    .map((one, i) => ({ one, at: order.get(one.id) ?? before.length + i }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

function idMaker({ annotations, relations }: AnnotationDocument): (letter: string) => string {
  const taken = new Set([...annotations, ...relations].map(({ id }) => id));
  let next = 1;
  return (letter) => {
    while (taken.has(`${letter}${next}`)) next++;
    taken.add(`${letter}${next}`);
    return `${letter}${next}`;
  };
}
