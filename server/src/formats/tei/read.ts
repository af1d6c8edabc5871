import { formatMessages } from '../../messages/formats';
import type { Annotation, AnnotationDocument, DocumentToken, EntityGroup, Relation } from '../annotationDocument';
import { joinedLabels, withoutLabels } from '../articleLabels';
import { documentName, type FormatInput, type FormatProblem, type ReadResult } from '../format';
import { placeKey } from '../sameness';
import { attribute, elements, XML_URI, type XmlElement } from '../xml/read';
import { readTeiFile, type TeiFile, type TeiPart } from './file';
import { readGroups } from './groups';
import { headerFacts, headerLabels } from './header';
import { fromInline, isAnnotation } from './inlineRead';
import type { PlacedNode } from './layout';
import { idsIn, StandOffReader, type StandOffReading, standOffElements } from './standOffRead';
import { isOurStandOff } from './strip';
import { targetsIn } from './targets';

/**
 * Reads TEI P5: the running text of `text`, inline names, dates and quotations, and standOff annotations. Documents are called
 * by their file, those of a corpus by their number in it.
 */
export function readTei(input: FormatInput): ReadResult {
  const file = readTeiFile(input.content);
  const problems: FormatProblem[] = [...file.problems];
  const documents = file.parts.map((part, i) => readTeiPart(part, teiDocumentName(input.name, file, i), problems));
  return { documents, problems };
}

/** What a file's document is called. */
export function teiDocumentName(fileName: string, { parts }: TeiFile, index: number): string {
  const name = documentName(fileName);
  return parts.length > 1 ? `${name}-${index + 1}` : name;
}

/** Reads one document of a file. */
export function readTeiPart(part: TeiPart, id: string, problems: FormatProblem[]): AnnotationDocument {
  const { root, text, layout } = part;
  const [header] = elements(root, 'teiHeader');
  const { date, ...said } = headerFacts(header);
  const language = attribute(text, 'lang', XML_URI) ?? attribute(root, 'lang', XML_URI);
  const standOff = elements(root, 'standOff');
  const groups = standOff.flatMap(readGroups);
  const inline = fromInline(layout, groups, idsIn(elements(root).flatMap(standOffElements)));
  const targets = targetsIn(part);
  const readOff = (roots: readonly XmlElement[], isOurs = false): StandOffReading => {
    const reader = new StandOffReader({ targets, text: layout.text, isOurs }, inline.ids, problems);
    for (const element of roots.flatMap(standOffElements)) reader.read(element);
    return reader.finish();
  };
  const theirs = readOff(elements(root).filter((element) => !isOurStandOff(element)));
  const ours = readOff(standOff.filter(isOurStandOff), true);
  const tokens = framesOf(layout.nodes, ['w', 'pc', 'c']).map(tokenOf);
  const sentences = framesOf(layout.nodes, ['s']).map(({ start, end }) => ({ start, end }));
  const leftOut = [...layout.leftOut].filter(([name]) => name !== 'span' && name !== 'spanGrp');
  if (leftOut.length > 0) {
    const names = leftOut.map(([element, times]) => (times > 1 ? `${element} (${times})` : element));
    problems.push({ severity: 'information', line: text.line, message: formatMessages.teiLeftOut(names.join(', ')) });
  }
  // our own files have no other title than their name
  const { title, ...others } = said;
  const isNamed = title === undefined || title.replace(/\.txt$/i, '') === id.replace(/\.txt$/i, '');
  const metadata = { ...(isNamed ? {} : { title }), ...others, ...theirs.facts, ...ours.facts };
  const all = merged({ ...theirs, annotations: [...inline.annotations, ...theirs.annotations] }, ours);
  return {
    id,
    text: layout.text,
    ...(language !== undefined && { language }),
    ...(date !== undefined && { date }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...joinedLabels(withoutLabels(headerLabels(header).labels, ours.goneLabels), { ...theirs.labels, ...ours.labels }),
    annotations: all.annotations,
    relations: all.relations,
    groups: newest([...groups, ...theirs.groups, ...ours.groups]),
    ...(tokens.length > 0 && { tokens }),
    ...(sentences.length > 0 && { sentences }),
  };
}

function tokenOf({ element, start, end }: PlacedNode): DocumentToken {
  const features = { pos: attribute(element, 'pos') ?? attribute(element, 'type'), lemma: attribute(element, 'lemma') };
  const filled = Object.entries(features).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { start, end, ...(filled.length > 0 && { features: Object.fromEntries(filled) }) };
}

function framesOf(placed: readonly PlacedNode[], names: readonly string[]): PlacedNode[] {
  let end = 0;
  return placed.filter((one) => {
    if (!names.includes(one.element.local) || isAnnotation(one) || one.start < end || one.start === one.end) return false;
    end = one.end;
    return true;
  });
}

/** What was put in says more of an annotation of the file that is the same, or that it is none any more. */
function merged(theirs: StandOffReading, ours: StandOffReading): Pick<AnnotationDocument, 'annotations' | 'relations'> {
  const said = new Map([
    ...ours.without.map((one) => [placeKey(one), undefined] as const),
    ...ours.annotations.map((one) => [placeKey(one), one.id] as const),
  ]);
  const renamed = new Map<string, string>();
  const kept = theirs.annotations.filter((annotation) => {
    const key = placeKey(annotation);
    const id = said.get(key);
    if (id !== undefined) renamed.set(annotation.id, id);
    return !said.has(key);
  });
  const groups = new Set(ours.groups.map((group) => group.id));
  const there = new Set([...kept, ...ours.annotations, ...theirs.relations, ...ours.relations].map(({ id }) => id));
  const relations = theirs.relations.map((relation) => ({
    ...relation,
    ...(relation.trigger !== undefined && { trigger: renamed.get(relation.trigger) ?? relation.trigger }),
    args: relation.args.map((arg) => ({ ...arg, target: renamed.get(arg.target) ?? arg.target })),
  }));
  const isWhole = ({ trigger, args }: Relation): boolean =>
    (trigger === undefined || there.has(trigger)) && args.every(({ target }) => there.has(target));
  return {
    annotations: [...kept.map((annotation) => withoutReference(annotation, groups)), ...ours.annotations],
    relations: [...(ours.without.length > 0 ? relations.filter(isWhole) : relations), ...ours.relations],
  };
}

/** A group names its members itself. */
function withoutReference(annotation: Annotation, groups: ReadonlySet<string>): Annotation {
  const { ref, ...attributes } = annotation.attributes;
  const isMember = typeof ref === 'string' && ref.startsWith('#') && groups.has(ref.slice(1));
  return isMember ? { ...annotation, attributes } : annotation;
}

/** Of groups with one id the last that was said. */
function newest(groups: readonly EntityGroup[]): readonly EntityGroup[] {
  return [...new Map(groups.map((group) => [group.id, group])).values()];
}
