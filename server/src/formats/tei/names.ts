import type { Annotation, AnnotationDocument } from '../annotationDocument';
import { codePointMap } from '../codePoints';
import { attribute, XML_URI } from '../xml/read';
import { OURS, type TeiFile, type TeiPart } from './file';
import type { PlacedNode } from './layout';
import { ancestry, commonAncestor, RangeMap } from './ranges';
import { pathsIn } from './targets';
import { xmlIds } from './xmlIds';

/** How what is put into a file is named and pointed at, without any name that the file has already. */
export interface TeiNames {
  readonly xmlId: (id: string) => string;
  /** Of the standOff of the document with this number. */
  readonly standOff: (number: number) => string;
  /** Of what the standOff says of an inline element. */
  readonly entry: (id: string) => string;
  /** Points at stretches of a document's text. */
  readonly targetsFor: (part: TeiPart) => (annotation: Annotation) => string;
}

/** Names for what one document puts into a file. */
export function teiNames(file: TeiFile, document: AnnotationDocument): TeiNames {
  const taken = new Set([OURS, ...file.elements.flatMap((element) => attribute(element, 'id', XML_URI) ?? [])]);
  const own = xmlIds(document, taken);
  const used = new Set([
    ...taken,
    ...[...document.annotations, ...document.relations, ...document.groups].map(({ id }) => own(id)),
  ]);
  const entries = new Map<string, string>();
  const entry = (id: string): string => {
    let name = entries.get(id);
    for (let i = 0; name === undefined; i++) {
      const candidate = `${own(id)}.about${i > 0 ? i : ''}`;
      if (!used.has(candidate)) name = candidate;
    }
    entries.set(id, name);
    return name;
  };
  return { xmlId: own, standOff: (number) => (number === 0 ? OURS : `${OURS}-${number + 1}`), entry, targetsFor };
}

function targetsFor(part: TeiPart): (annotation: Annotation) => string {
  const { nodes, raw } = part.layout;
  const points = codePointMap(raw);
  const ranges = new RangeMap(part.layout);
  const pathOf = pathsIn(nodes, part.root);
  return (annotation) =>
    annotation.spans
      .map((span) => {
        const parts = ranges.partsOf(span);
        const [first, last] = [parts[0]?.node ?? 0, parts.at(-1)?.node ?? 0];
        const anchor = anchorOf(nodes, commonAncestor(nodes, first, last));
        const node = nodes[anchor] as PlacedNode;
        const base = points.toCodePoint(node.rawStart);
        const found = span.start === span.end ? [pointOf(ranges, span.start)] : ranges.toRaw(span);
        const numbers = found.map(({ start, end }) => {
          const from = points.toCodePoint(start);
          return `${from - base},${points.toCodePoint(end) - from}`;
        });
        return `#string-range(${attribute(node.element, 'id', XML_URI) ?? pathOf(anchor)},${numbers.join(',')})`;
      })
      .join(' ');
}

function pointOf(ranges: RangeMap, at: number): { readonly start: number; readonly end: number } {
  const raw = ranges.rawAt(at);
  return { start: raw, end: raw };
}

/** The innermost element with a name, or block that nothing can be put around: its path stays the same. */
function anchorOf(nodes: readonly PlacedNode[], index: number): number {
  const line = ancestry(nodes, index);
  const outermostNote = line.findLastIndex((above) => nodes[above]?.isFootnote);
  const found = line.find((above, i) => {
    const { element, isBlock } = nodes[above] as PlacedNode;
    return attribute(element, 'id', XML_URI) !== undefined || (isBlock && i > outermostNote);
  });
  return found ?? 0;
}
