import type { Span } from '../../core/span';
import { codePointMap } from '../codePoints';
import { attribute, XML_URI, type XmlElement } from '../xml/read';
import type { TeiPart } from './file';
import type { PlacedNode } from './layout';
import { RangeMap } from './ranges';

/** Finds in the text what a pointer of a standOff is about. */
export interface Targets {
  /** The stretches of the text; `outside` where it counts too far, undefined where it is no such pointer. */
  readonly find: (target: string) => readonly Span[] | 'outside' | undefined;
  /** Code points of the text's string value. */
  readonly length: number;
  readonly ranges: RangeMap;
}

const RANGE = /^#string-range\((.+?)((?:,\s*\d{1,12},\s*\d{1,12})+)\)$/;
const LONGEST_TARGET = 10_000;

/**
 * Reads pointers into a TEI document: `#id`, and `#string-range(id,0,9)` or `#string-range(/TEI/text[1]/body[1]/p[2],0,9)`,
 * which count characters (code points) of an element's string value; several pairs of offset and length are one stretch.
 */
export function targetsIn(part: TeiPart): Targets {
  const { nodes, raw } = part.layout;
  const points = codePointMap(raw);
  const ranges = new RangeMap(part.layout);
  const byId = new Map<string, PlacedNode>();
  const byElement = new Map<XmlElement, PlacedNode>();
  for (const node of nodes) {
    const id = attribute(node.element, 'id', XML_URI);
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    byElement.set(node.element, node);
  }
  const paths = new PathFinder(part.root);
  const nodeOf = (pointer: string): PlacedNode | undefined => {
    if (!pointer.startsWith('/')) return byId.get(pointer);
    const element = paths.find(pointer);
    return element && byElement.get(element);
  };
  const inRange = (anchor: string, numbers: string): readonly Span[] | 'outside' | undefined => {
    const node = nodeOf(anchor);
    if (!node) return undefined;
    const base = points.toCodePoint(node.rawStart);
    const size = points.toCodePoint(node.rawEnd) - base;
    const counts = (numbers.match(/\d+/g) ?? []).map(Number);
    const spans: Span[] = [];
    for (let i = 0; i + 1 < counts.length; i += 2) {
      const [offset, length] = [counts[i] as number, counts[i + 1] as number];
      if (offset + length > size) return 'outside';
      spans.push({ start: points.toUtf16(base + offset), end: points.toUtf16(base + offset + length) });
    }
    if (spans.length === 1 && spans[0]?.start === spans[0]?.end) return [ranges.pointAt(spans[0]?.start ?? 0)];
    return ranges.toText(spans);
  };
  const find = (target: string): readonly Span[] | 'outside' | undefined => {
    const match = target.length <= LONGEST_TARGET ? RANGE.exec(target) : null;
    if (match) return inRange(match[1] ?? '', match[2] ?? '');
    const node = target.startsWith('#') ? byId.get(target.slice(1)) : undefined;
    return node && [{ start: node.start, end: node.end }];
  };
  return { find, length: points.length, ranges };
}

/** Finds elements by paths of names and numbers from the TEI element on, each step in O(1) after the first. */
class PathFinder {
  readonly #root: XmlElement;
  readonly #children = new Map<XmlElement, Map<string, XmlElement[]>>();

  constructor(root: XmlElement) {
    this.#root = root;
  }

  find(path: string): XmlElement | undefined {
    const [first, ...steps] = path.slice(1).split('/');
    if (first?.replace(/\[1\]$/, '') !== this.#root.local) return undefined;
    let at: XmlElement | undefined = this.#root;
    for (const step of steps) {
      const match = /^([^[\]]+)(?:\[(\d{1,9})\])?$/.exec(step);
      at = at && match ? this.#named(at, match[1] ?? '')[Number(match[2] ?? 1) - 1] : undefined;
    }
    return at;
  }

  #named(parent: XmlElement, local: string): readonly XmlElement[] {
    let known = this.#children.get(parent);
    if (!known) {
      known = new Map();
      for (const child of parent.children) {
        if (typeof child === 'string') continue;
        const same = known.get(child.local);
        if (same) same.push(child);
        else known.set(child.local, [child]);
      }
      this.#children.set(parent, known);
    }
    return known.get(local) ?? [];
  }
}

/** The path of an element, as {@link targetsIn} reads it. */
export function pathsIn(nodes: readonly PlacedNode[], root: XmlElement): (index: number) => string {
  const numbers = new Map<XmlElement, string>();
  const number = (element: XmlElement, parent: XmlElement): string => {
    if (!numbers.has(element)) {
      const counts = new Map<string, number>();
      for (const child of parent.children) {
        if (typeof child === 'string') continue;
        const count = (counts.get(child.local) ?? 0) + 1;
        counts.set(child.local, count);
        numbers.set(child, `${child.local}[${count}]`);
      }
    }
    return numbers.get(element) ?? element.local;
  };
  return (index) => {
    const steps: string[] = [];
    for (let at: number | undefined = index; at !== undefined; ) {
      const node: PlacedNode = nodes[at] as PlacedNode;
      steps.push(number(node.element, node.parent === undefined ? root : (nodes[node.parent] as PlacedNode).element));
      at = node.parent;
    }
    return `/${root.local}/${steps.reverse().join('/')}`;
  };
}
