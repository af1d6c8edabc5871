import { attribute, XML_URI, type XmlElement } from '../xml/read';
import type { XmlPiece } from '../xml/source';
import { type Flow, Flows, type TextPart } from './flow';
import { breaksAround, isFootnote, isLeftOut, isWord, joinOf, sourceBreak, spacesAreThought } from './prose';

/** An element of the text, where it stands in the file and which stretch of the text it holds. */
export interface PlacedNode {
  readonly element: XmlElement;
  /** Index of the element that it stands in. */
  readonly parent: number | undefined;
  readonly isBlock: boolean;
  /** A note in the line, which stands after the paragraph in the text. */
  readonly isFootnote: boolean;
  /** In the text; an element without text has both at one place. */
  readonly start: number;
  readonly end: number;
  /** In the string value of the whole `text` element, as string-range counts. */
  readonly rawStart: number;
  readonly rawEnd: number;
  /** In the file: before its start tag and after its end tag. */
  readonly from: number;
  readonly to: number;
}

/** The running text of a TEI document, and where all of it stands in the file. */
export interface TeiLayout {
  readonly text: string;
  /** In text order; what has no part (blank lines between paragraphs) is not in the file. */
  readonly parts: readonly TextPart[];
  /** In document order; those in what is left out are not among them. */
  readonly nodes: readonly PlacedNode[];
  /** The string value of the `text` element. */
  readonly raw: string;
  /** Elements with text that is not read, by name. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/**
 * Lays a `text` element out as running text: blocks parted by a blank line or a line break, white space of pretty printing
 * gone, notes after their paragraph. Where `xml:space` is `preserve`, all stays as it is.
 *
 * @param pieces - of the whole file.
 * @param first - the index of the element's start tag among them.
 * @param elements - the element and all in it, in document order.
 */
export function layOut(content: string, pieces: readonly XmlPiece[], first: number, elements: readonly XmlElement[]): TeiLayout {
  const layouter = new Layouter(content, elements);
  let depth = 0;
  for (let i = first; i < pieces.length; i++) {
    const piece = pieces[i] as XmlPiece;
    if (piece.kind === 'text') layouter.text(piece);
    else if (piece.kind === 'open') {
      layouter.open(piece);
      if (piece.isEmpty) layouter.close(piece);
      else depth++;
    } else if (piece.kind === 'close') {
      layouter.close(piece);
      depth--;
    }
    if (depth === 0) break;
  }
  return layouter.finish();
}

/** White space, and words that single spaces part: those stand in the text as they stand in the file. */
const RUNS = /[ \t\r\n]+|[^ \t\r\n]+(?: [^ \t\r\n]+)*/g;

interface Frame {
  readonly element: XmlElement;
  readonly node: number | undefined;
  readonly flow: Flow;
  readonly breaks: number;
  readonly isLeftOut: boolean;
  readonly isPreserved: boolean;
  /** Notes that stand after it. */
  readonly notes: Flow[];
  /** For a note in the line: the block that it stands after. */
  readonly host: Frame | undefined;
}

type Draft = { -readonly [Key in keyof PlacedNode]: PlacedNode[Key] } & { flow: Flow };

class Layouter {
  readonly #content: string;
  readonly #elements: readonly XmlElement[];
  readonly #spacesAreThought: boolean;
  readonly #frames: Frame[] = [];
  readonly #flows = new Flows();
  readonly #main = this.#flows.begin();
  readonly #nodes: Draft[] = [];
  readonly #leftOut = new Map<string, number>();
  readonly #raw: string[] = [];
  #rawLength = 0;
  #next = 0;

  constructor(content: string, elements: readonly XmlElement[]) {
    this.#content = content;
    this.#elements = elements;
    this.#spacesAreThought = spacesAreThought(elements);
  }

  open(piece: XmlPiece): void {
    const element = this.#elements[this.#next++] as XmlElement;
    const above = this.#frames.at(-1);
    if (above?.isLeftOut === true || isLeftOut(element, above?.element)) {
      this.#pass(element, above);
      return;
    }
    const space = attribute(element, 'space', XML_URI);
    const host = this.#hostOf(element, above);
    const flow = host ? this.#flows.begin() : (above?.flow ?? this.#main);
    const isInLine = element.local === 'note' && /^in(?:line|space)$/.test(attribute(element, 'place') ?? '');
    const breaks = isInLine ? 0 : breaksAround(element, above?.element);
    this.#before(element, above, flow, breaks);
    const node = this.#nodes.length;
    this.#nodes.push({
      element,
      parent: above?.node,
      isBlock: breaks > 0,
      isFootnote: host !== undefined,
      start: -1,
      end: -1,
      rawStart: this.#rawLength,
      rawEnd: this.#rawLength,
      from: piece.start,
      to: piece.end,
      flow,
    });
    const isPreserved = space === undefined ? (above?.isPreserved ?? false) : space === 'preserve';
    this.#frames.push({ element, node, flow, breaks, isLeftOut: false, isPreserved, notes: [], host });
  }

  /** What an element holds is not read. */
  #pass(element: XmlElement, above: Frame | undefined): void {
    if (!above?.isLeftOut && element.children.length > 0)
      this.#leftOut.set(element.local, (this.#leftOut.get(element.local) ?? 0) + 1);
    const bare = { node: undefined, breaks: 0, isLeftOut: true, isPreserved: false, notes: [], host: undefined };
    this.#frames.push({ element, flow: above?.flow ?? this.#main, ...bare });
  }

  /** The block that a note in the line stands after. */
  #hostOf(element: XmlElement, above: Frame | undefined): Frame | undefined {
    if (element.local !== 'note') return undefined;
    const block = this.#frames.findLast((frame) => frame.breaks > 0 && frame.flow === above?.flow);
    return isFootnote(element, block?.element) ? block : undefined;
  }

  #before(element: XmlElement, above: Frame | undefined, flow: Flow, breaks: number): void {
    if (breaks > 0) flow.part(breaks);
    const kind = above?.isPreserved ? undefined : sourceBreak(element);
    if (kind === 'none') flow.join();
    else if (kind === 'word' || element.local === 's') flow.space();
    if (joinOf(element).left) flow.join();
    else if (this.#spacesAreThought && element.local === 'w') flow.space();
  }

  close(piece: XmlPiece): void {
    const frame = this.#frames.pop();
    if (!frame || frame.node === undefined) return;
    const { element, flow } = frame;
    const node = this.#nodes[frame.node] as Draft;
    node.end = flow.length;
    if (node.start < 0) node.start = flow.length;
    node.rawEnd = this.#rawLength;
    node.to = piece.end;
    if (frame.breaks > 0) flow.part(frame.breaks);
    for (const note of frame.notes) flow.append(note);
    if (frame.host) frame.host.notes.push(flow);
    else if (element.local === 's') flow.space();
    if (isWord(element) && joinOf(element).right) flow.join();
  }

  text(piece: XmlPiece): void {
    const value = piece.value ?? this.#content.slice(piece.start, piece.end);
    const frame = this.#frames.at(-1);
    if (frame && !frame.isLeftOut && frame.node !== undefined) {
      if (frame.isPreserved) this.#put(frame, piece, value, 0);
      else
        for (const { 0: run, index } of value.matchAll(RUNS)) {
          if (/^[ \t\r\n]/.test(run)) frame.flow.space(this.#part(frame, piece, run, index));
          else this.#put(frame, piece, run, index);
        }
    }
    this.#raw.push(value);
    this.#rawLength += value.length;
  }

  #put(frame: Frame, piece: XmlPiece, run: string, index: number): void {
    const at = frame.flow.put(run, this.#part(frame, piece, run, index));
    for (let i = this.#frames.length - 1; i >= 0; i--) {
      const { flow, node } = this.#frames[i] as Frame;
      const draft = node === undefined ? undefined : this.#nodes[node];
      if (flow !== frame.flow || draft === undefined || draft.start >= 0) break;
      draft.start = at;
    }
  }

  #part(frame: Frame, piece: XmlPiece, run: string, index: number): Omit<TextPart, 'at' | 'length'> {
    const isWhole = piece.value !== undefined;
    return {
      start: isWhole ? piece.start : piece.start + index,
      end: isWhole ? piece.end : piece.start + index + run.length,
      raw: this.#rawLength + index,
      rawLength: run.length,
      isAtomic: isWhole,
      node: frame.node as number,
      flow: frame.flow.number,
      ...(piece.section && { section: piece.section }),
    };
  }

  finish(): TeiLayout {
    const nodes = this.#nodes.map(({ flow, ...node }): PlacedNode => {
      const base = flow.base();
      return { ...node, start: node.start + base, end: node.end + base };
    });
    return { text: this.#main.text(), parts: this.#main.parts, nodes, raw: this.#raw.join(''), leftOut: this.#leftOut };
  }
}
