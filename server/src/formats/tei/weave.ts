import { lossMessages } from '../../messages/losses';
import { alignSpans } from '../alignText';
import type { AnnotationDocument } from '../annotationDocument';
import { addAll } from '../collections';
import type { WriteOptions } from '../format';
import { EVERYTHING, type LossItem, type LossReport } from '../loss';
import { reduce } from '../reduce';
import { XmlBuilder, xmlSafe } from '../xml/write';
import { type Difference, difference } from './difference';
import { readTeiFile, type TeiFile, type TeiPart } from './file';
import { type Insertion, inlineTags } from './inlineTags';
import { teiNames } from './names';
import { teiDocumentName } from './read';
import { writeStandOff } from './standOffWrite';
import { spaceBefore, withoutOurs } from './strip';

/** A TEI file that annotations go back into, by its name below the folder. */
export interface TeiOriginal {
  readonly name: string;
  readonly content: string;
}

/** The file with the annotations in it, and what could not be put there. */
export interface Woven {
  readonly content: string;
  readonly losses: readonly LossItem[];
}

/**
 * Puts annotations into the TEI file that their texts came from. Nothing else in the file changes, to the byte: inline elements
 * are put around words where they nest with what is there, and bear `@resp`; all else stands off in a `standOff` of its own,
 * which {@link withoutOurs} finds again. What was put in before is taken out first. What the file says itself is not written
 * again; where people no longer want it, the standOff says so.
 *
 * @param documents - of the file, by its name and their number in it.
 * @param options.variant - `standoff`: nothing is put between the words.
 */
export function weaveTei(original: TeiOriginal, documents: readonly AnnotationDocument[], options: WriteOptions): Woven {
  const bare = withoutOurs(original.content, readTeiFile(original.content));
  const file = readTeiFile(bare);
  const losses: LossItem[] = [];
  const insertions: Insertion[] = [];
  const isAlone = documents.length === 1 && file.parts.length === 1;
  const taken = new Set<AnnotationDocument>();
  for (const [i, part] of file.parts.entries()) {
    const document = isAlone ? documents[0] : documents.find(({ id }) => sameName(id, teiDocumentName(original.name, file, i)));
    if (!document) continue;
    taken.add(document);
    const woven = weavePart({ bare, file, part, number: i }, document, options);
    addAll(insertions, woven.insertions);
    addAll(losses, woven.losses);
  }
  for (const document of documents) {
    if (!taken.has(document)) losses.push({ document: document.id, kind: 'text', detail: lossMessages.otherEdition });
  }
  return { content: inserted(bare, insertions), losses };
}

const sameName = (id: string, name: string): boolean => id.replace(/\.txt$/i, '') === name;

interface Where {
  readonly bare: string;
  readonly file: TeiFile;
  readonly part: TeiPart;
  readonly number: number;
}

function weavePart(
  where: Where,
  document: AnnotationDocument,
  options: WriteOptions,
): { readonly insertions: readonly Insertion[]; readonly losses: readonly LossItem[] } {
  const { document: safe, report } = xmlSafe(document);
  const placed = onto(safe, where.part.layout.text, report);
  const { document: reduced, losses } = reduce(placed, { ...EVERYTHING, metadata: true, labels: true }, options);
  const change = difference(where.part, reduced, options.layers);
  for (const annotation of change.gone) report.add('markup', lossMessages.markupStays(annotation.type), annotation.id);
  for (const relation of change.goneRelations) report.add('markup', lossMessages.markupStays(relation.type), relation.id);
  for (const name of change.goneLabels) report.add('markup', lossMessages.markupStays(name));
  const names = teiNames(where.file, reduced);
  const inline = options.variant === 'standoff' ? undefined : inlineTags(where, change, names);
  const off = standOffOf(where, change, { names, inline });
  return {
    insertions: [...(inline?.insertions ?? []), ...off],
    losses: [...report.items, ...losses],
  };
}

/** The document with its annotations where the file has their words; those whose words it does not have are told of. */
function onto(document: AnnotationDocument, text: string, report: LossReport): AnnotationDocument {
  const { annotations, isOther } = alignSpans(document, text);
  if (isOther) report.add('text', lossMessages.otherEdition);
  const found = new Set(annotations.map(({ id }) => id));
  for (const { id } of document.annotations) if (!found.has(id)) report.add('span', lossMessages.notInEdition, id);
  return { ...document, text, annotations };
}

function standOffOf(
  { bare, part, number }: Where,
  change: Difference,
  { names, inline }: { names: ReturnType<typeof teiNames>; inline: ReturnType<typeof inlineTags> | undefined },
): readonly Insertion[] {
  const annotations = change.annotations.filter((annotation) => !inline?.isWhole(annotation));
  const { relations, groups, gone, facts, labels, goneLabels } = change;
  const isPointedAt = inline !== undefined && inline.insertions.length > 0;
  const count = [annotations, relations, groups, gone, Object.keys(facts), Object.keys(labels), goneLabels].reduce(
    (sum, list) => sum + list.length,
    0,
  );
  if (count === 0 && !isPointedAt) return [];
  const uri = part.text.uri;
  const builder = new XmlBuilder('standOff', uri === '' ? [] : [{ prefix: '', uri }], { 'xml:id': names.standOff(number) });
  const targets = names.targetsFor(part);
  const content = { ...change.document, annotations, relations, groups };
  writeStandOff(builder, content, {
    xmlId: names.xmlId,
    base: names.standOff(number),
    targetOf: (annotation) => inline?.targetOf(annotation) ?? targets(annotation),
    entryOf: (annotation) => (inline?.targetOf(annotation) === undefined ? undefined : names.entry(annotation.id)),
    without: gone,
    asSpans: true,
    facts,
    labels,
    goneLabels,
  });
  const at = (part.layout.nodes[0] as { from: number }).from;
  const end = bare.includes('\r\n') ? '\r\n' : '\n';
  return [{ at, text: `${builder.line(1).fragment().replaceAll('\n', end)}${spaceBefore(bare, at)}` }];
}

/** Insertions at one place stand in their order. */
function inserted(content: string, insertions: readonly Insertion[]): string {
  const ordered = insertions.map((one, i) => ({ ...one, i })).sort((a, b) => a.at - b.at || a.i - b.i);
  const result: string[] = [];
  let at = 0;
  for (const { at: place, text } of ordered) {
    result.push(content.slice(at, place), text);
    at = place;
  }
  return result.join('') + content.slice(at);
}
