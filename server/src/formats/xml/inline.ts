import type { Span } from '../../core/span';
import type { XmlElement, XmlNode } from './read';
import type { XmlAttributes, XmlBuilder } from './write';

/** An element around a stretch of text; pieces may nest, never cross. */
export interface InlinePiece extends Span {
  readonly name: string;
  readonly attributes: XmlAttributes;
}

/** Writes a text with elements around stretches of it into the builder's current element. */
export function writeInline(builder: XmlBuilder, text: string, pieces: readonly InlinePiece[]): void {
  const ordered = pieces
    .map((piece, i) => ({ piece, i }))
    .sort((a, b) => a.piece.start - b.piece.start || b.piece.end - a.piece.end || a.i - b.i);
  const open: number[] = [];
  let at = 0;
  const closeUntil = (offset: number, inclusive: boolean): void => {
    for (let end = open.at(-1); end !== undefined && (inclusive ? end <= offset : end < offset); end = open.at(-1)) {
      builder.text(text.slice(at, end)).close();
      at = end;
      open.pop();
    }
  };
  for (const { piece } of ordered) {
    closeUntil(piece.start, true);
    builder.text(text.slice(at, piece.start)).open(piece.name, piece.attributes);
    at = piece.start;
    open.push(piece.end);
  }
  closeUntil(text.length, true);
  builder.text(text.slice(at));
}

/** An element with the stretch of the text that its content is. */
export interface PlacedElement extends Span {
  readonly element: XmlElement;
}

/** The text under an element and where each element in it stands, in document order. Iterative: nesting has no limit. */
export function readInline(root: XmlElement): { readonly text: string; readonly placed: readonly PlacedElement[] } {
  let text = '';
  const placed: { element: XmlElement; start: number; end: number }[] = [];
  const work: (XmlNode | { readonly close: number })[] = [...root.children].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === 'string') text += node;
    else if ('close' in node) (placed[node.close] as { end: number }).end = text.length;
    else {
      placed.push({ element: node, start: text.length, end: text.length });
      work.push({ close: placed.length - 1 });
      for (let i = node.children.length - 1; i >= 0; i--) work.push(node.children[i] as XmlNode);
    }
  }
  return { text, placed };
}
