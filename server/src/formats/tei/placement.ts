import type { Span } from '../../core/span';
import type { TextPart } from './flow';
import type { PlacedNode, TeiLayout } from './layout';
import { ancestry, commonAncestor, type RangeMap } from './ranges';

/** Where in the file an element can be put around a stretch of the text. */
export interface Place {
  /** Its start tag goes before this. */
  readonly from: number;
  /** Its end tag goes before this. */
  readonly to: number;
}

/** Elements that hold no phrases: words of one letter case, lists of readings, and what holds blocks alone. */
const CLOSED = new Set(
  (
    'w|pc|c|g|m|choice|app|subst|list|table|row|lg|sp|div|div1|div2|div3|div4|div5|div6|div7|body|front|back|text|group|' +
    'floatingText|figure|castList|titlePage|docTitle|listBibl'
  ).split('|'),
);

/**
 * The place of an element around a stretch of the text so that the file stays well-formed and nothing else gets into the
 * element but notes in the line; undefined where there is none: the stretch begins or ends within an element that it is not
 * in whole or with white space, which an element does not hold, goes over paragraphs, or stands where TEI has no names.
 */
function placeIn(layout: TeiLayout, ranges: RangeMap, span: Span): Place | undefined {
  const parts = ranges.partsOf(span);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || !isOneLine(layout, parts) || /^[ \t\r\n]|[ \t\r\n]$/.test(layout.text.slice(span.start, span.end)))
    return undefined;
  const parent = parentOf(layout.nodes, commonAncestor(layout.nodes, first.node, last.node), span);
  if (parent === undefined || !isOpen(layout.nodes, parent)) return undefined;
  const from = beginning(layout.nodes, parent, first, span);
  const to = ending(layout.nodes, parent, last, span);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/**
 * The places of the elements around a stretch of the text: one where {@link placeIn} has one, else one in each paragraph or line
 * that it goes over, which {@link joinedOverBlocks} joins again. Undefined where one of them has none.
 */
export function placesIn(layout: TeiLayout, ranges: RangeMap, span: Span): readonly Place[] | undefined {
  const whole = placeIn(layout, ranges, span);
  if (whole) return whole.from < whole.to ? [whole] : undefined;
  const lines = linesOf(layout, ranges.partsOf(span), span);
  if (lines.length < 2 || joinedOverBlocks(lines, layout.text).length > 1) return undefined;
  const places = lines.flatMap((line) => placeIn(layout, ranges, line) ?? []).filter(({ from, to }) => from < to);
  return places.length === lines.length && lines[0]?.start === span.start && lines.at(-1)?.end === span.end ? places : undefined;
}

/** What of a stretch stands in each paragraph or line, without white space around it. */
function linesOf(layout: TeiLayout, parts: readonly TextPart[], span: Span): readonly Span[] {
  const lines: { start: number; end: number }[] = [];
  for (const [i, part] of parts.entries()) {
    const [start, end] = [Math.max(span.start, part.at), Math.min(span.end, part.at + part.length)];
    const last = lines.at(-1);
    if (last && isOneLine(layout, parts.slice(i - 1, i + 1))) last.end = end;
    else lines.push({ start, end });
  }
  return lines.map((line) => trimmed(layout.text, line)).filter(({ start, end }) => start < end);
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Stretches of the text between which nothing stands but the end of a paragraph or line, as one. */
export function joinedOverBlocks(spans: readonly Span[], text: string): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last && /^\s*\n\s*$/.test(text.slice(last.end, start))) last.end = end;
    else result.push({ start, end });
  }
  return result;
}

function isOneLine({ text }: TeiLayout, parts: readonly TextPart[]): boolean {
  return parts.every((part, i) => {
    const before = parts[i - 1];
    if (!before) return true;
    return part.flow === before.flow && !text.slice(before.at + before.length, part.at).includes('\n');
  });
}

/** The innermost element that the new one can stand in; a word is taken whole. */
function parentOf(nodes: readonly PlacedNode[], common: number, span: Span): number | undefined {
  let parent: number | undefined = common;
  while (parent !== undefined) {
    const node = nodes[parent] as PlacedNode;
    if (!CLOSED.has(node.element.local)) return parent;
    if (node.isBlock || node.start < span.start || node.end > span.end) return undefined;
    parent = node.parent;
  }
  return undefined;
}

/** Whether an element is TEI's own, of the namespace and prefix of the text. */
function isOpen(nodes: readonly PlacedNode[], index: number): boolean {
  const text = nodes[0]?.element;
  const { element } = nodes[index] as PlacedNode;
  return element.uri === text?.uri && !ancestry(nodes, index).some((above) => nodes[above]?.element.uri !== text.uri);
}

function childOf(nodes: readonly PlacedNode[], parent: number, node: number): PlacedNode | undefined {
  const line = ancestry(nodes, node);
  const child = line[line.indexOf(parent) - 1];
  return child === undefined ? undefined : nodes[child];
}

function beginning(nodes: readonly PlacedNode[], parent: number, part: TextPart, span: Span): number | undefined {
  const child = childOf(nodes, parent, part.node);
  if (child) return child.start >= span.start && !child.isBlock ? child.from : undefined;
  const inside = Math.max(0, span.start - part.at);
  if (part.isAtomic && inside > 0) return undefined;
  const at = part.start + inside;
  if (!part.section) return at;
  return at === part.section.start + '<![CDATA['.length ? part.section.start : undefined;
}

function ending(nodes: readonly PlacedNode[], parent: number, part: TextPart, span: Span): number | undefined {
  const child = childOf(nodes, parent, part.node);
  if (child) return child.end <= span.end && !child.isBlock ? child.to : undefined;
  const rest = Math.max(0, part.at + part.length - span.end);
  if (part.isAtomic && rest > 0) return undefined;
  const at = part.end - rest;
  if (!part.section) return at;
  return at === part.section.end - ']]>'.length ? part.section.end : undefined;
}
