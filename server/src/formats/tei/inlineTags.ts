import { type Annotation, attributeValues } from '../annotationDocument';
import type { XmlAttributes } from '../xml/write';
import type { Difference } from './difference';
import { elementFor, inlineLabel, isInlineAttribute } from './elements';
import { OURS, type TeiPart } from './file';
import type { TeiNames } from './names';
import { joinedOverBlocks, type Place, placesIn } from './placement';
import { RangeMap } from './ranges';

/** Something to put into a file before the letter at a place. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Tags around words, and which annotations they are. */
export interface InlineTags {
  /** In the order in which they stand, also at one place. */
  readonly insertions: readonly Insertion[];
  /** Whether the tags say all of an annotation. */
  readonly isWhole: (annotation: Annotation) => boolean;
  /** Pointers to an annotation's inline elements, undefined where it has none of ours. */
  readonly targetOf: (annotation: Annotation) => string | undefined;
}

interface Piece extends Place {
  readonly annotation: Annotation;
  readonly name: string;
  readonly attributes: XmlAttributes;
}

/** Elements that refer to a thing by its name. */
const CANONICAL = new Set(['persName', 'orgName', 'placeName', 'rs', 'date', 'time']);

/** Makes the tags of those annotations that can stand between the words of the file. */
export function inlineTags(
  where: { readonly bare: string; readonly part: TeiPart },
  change: Difference,
  names: TeiNames,
): InlineTags {
  const { layout } = where.part;
  const ranges = new RangeMap(layout);
  const groups = new Map(change.groups.flatMap((group) => group.members.map((member) => [member, group.id] as const)));
  const pieces = change.annotations.flatMap((annotation): readonly Piece[] => {
    if (change.isInFile(annotation)) return [];
    const { spans } = annotation;
    // parts that nothing but the end of a paragraph parts would come back as one
    if (joinedOverBlocks(spans, layout.text).length < spans.length) return [];
    const places = spans.map((span) => placesIn(layout, ranges, span) ?? []);
    return places.some((own) => own.length === 0) ? [] : piecesOf(annotation, places.flat(), names, groups.get(annotation.id));
  });
  const nested = withoutCrossing(pieces);
  const ids = new Map<Annotation, string[]>();
  for (const { annotation, attributes } of nested) {
    const own = ids.get(annotation) ?? [];
    ids.set(annotation, [...own, `#${attributes['xml:id']}`]);
  }
  const prefix =
    /^<([^\s:/>]+:)/.exec(where.bare.slice(layout.nodes[0]?.from ?? 0, (layout.nodes[0]?.from ?? 0) + 100))?.[1] ?? '';
  return {
    insertions: tagsOf(nested, prefix),
    isWhole: (annotation) => ids.has(annotation) && isSaidInline(annotation) && isSimple(groups.get(annotation.id), names),
    targetOf: (annotation) => ids.get(annotation)?.join(' '),
  };
}

const isSimple = (group: string | undefined, names: TeiNames): boolean => group === undefined || names.xmlId(group) === group;

function piecesOf(
  annotation: Annotation,
  places: readonly Place[],
  names: TeiNames,
  group: string | undefined,
): readonly Piece[] {
  const { name, attributes } = elementFor(annotation);
  const id = names.xmlId(annotation.id);
  const idOf = (n: number): string => (n === 0 ? id : `${id}.${n + 1}`);
  const speaker = attributeValues(annotation.attributes.speakerEntity ?? [])[0];
  const refers = group !== undefined && CANONICAL.has(name) && attributes.ref === undefined;
  return places.map((place, i) => ({
    ...place,
    annotation,
    name,
    attributes: {
      'xml:id': idOf(i),
      ...attributes,
      ...(refers && { ref: `#${names.xmlId(group)}` }),
      ...(speaker !== undefined && attributes.who === undefined && { who: `#${names.xmlId(speaker)}` }),
      ...(i + 1 < places.length && { next: `#${idOf(i + 1)}` }),
      ...(i > 0 && { prev: `#${idOf(i - 1)}` }),
      resp: `#${OURS}`,
    },
  }));
}

/** Whether reading the tags gives the whole annotation again. */
function isSaidInline(annotation: Annotation): boolean {
  const { layer, type, attributes, links = [], note, status, source, score } = annotation;
  if (links.length > 0 || [note, status, source, score].some((value) => value !== undefined)) return false;
  const label = inlineLabel(layer, type);
  if (label.layer !== layer || label.type !== type) return false;
  return Object.entries(attributes).every(([name, value]) => {
    const values = attributeValues(value);
    return name !== 'resp' && isInlineAttribute(annotation, name, values) && !/[\t\r\n]/.test(values[0] ?? '');
  });
}

/** Leaves out annotations that cross one before them. */
function withoutCrossing(pieces: readonly Piece[]): readonly Piece[] {
  const ordered = pieces
    .map((piece, i) => ({ piece, i }))
    .sort((a, b) => a.piece.from - b.piece.from || b.piece.to - a.piece.to || a.i - b.i);
  const open: Piece[] = [];
  const crossing = new Set<Annotation>();
  for (const { piece } of ordered) {
    while (open.length > 0 && (open.at(-1) as Piece).to <= piece.from) open.pop();
    if (open.some((above) => piece.to > above.to)) crossing.add(piece.annotation);
    else open.push(piece);
  }
  return ordered.flatMap(({ piece }) => (crossing.has(piece.annotation) ? [] : [piece]));
}

/** Start and end tags in the order of the file; those that end at a place stand before those that begin there. */
function tagsOf(nested: readonly Piece[], prefix: string): readonly Insertion[] {
  const result: Insertion[] = [];
  const open: Piece[] = [];
  const closeUntil = (at: number): void => {
    while (open.length > 0 && (open.at(-1) as Piece).to <= at) {
      const { name, to } = open.pop() as Piece;
      result.push({ at: to, text: `</${prefix}${name}>` });
    }
  };
  for (const piece of nested) {
    closeUntil(piece.from);
    const attributes = Object.entries(piece.attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escaped(String(value))}"`],
    );
    result.push({ at: piece.from, text: `<${prefix}${piece.name}${attributes.join('')}>` });
    open.push(piece);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  return result;
}

const escaped = (value: string): string => value.replace(/[&<>"\t\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
