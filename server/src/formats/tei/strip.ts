import type { Span } from '../../core/span';
import { addAll } from '../collections';
import { attribute, XML_URI, type XmlElement } from '../xml/read';
import type { XmlPiece } from '../xml/source';
import { OURS, type TeiFile } from './file';
import { isOurs } from './inlineRead';

/** Takes out of a TEI file all that this program has put into it; what is left is the file that it was put into, to the byte. */
export function withoutOurs(content: string, file: TeiFile): string {
  const cuts = cutsOf(content, file);
  if (cuts.length === 0) return content;
  let result = '';
  let at = 0;
  for (const { start, end } of cuts) {
    if (start < at) continue;
    result += content.slice(at, start);
    at = end;
  }
  return result + content.slice(at);
}

function cutsOf(content: string, { pieces, elements }: TeiFile): readonly Span[] {
  const cuts: Span[] = [];
  const open: { readonly element: XmlElement; readonly piece: XmlPiece }[] = [];
  let next = 0;
  for (const piece of pieces) {
    if (piece.kind === 'open') {
      const begun = { element: elements[next++] as XmlElement, piece };
      if (piece.isEmpty) addAll(cuts, cutsFor(content, begun, piece));
      else open.push(begun);
    } else if (piece.kind === 'close') {
      const ended = open.pop();
      if (ended) addAll(cuts, cutsFor(content, ended, piece));
    }
  }
  return cuts.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Of one element: its tags, all of it, or nothing. */
function cutsFor(
  content: string,
  { element, piece }: { readonly element: XmlElement; readonly piece: XmlPiece },
  last: XmlPiece,
): readonly Span[] {
  if (isOurs(element)) return [piece, last].map(({ start, end }) => ({ start, end }));
  return isOurStandOff(element) ? [{ start: piece.start, end: withSpace(content, piece.start, last.end) }] : [];
}

/** Whether a standOff is the one that this program has put into a file. */
export function isOurStandOff(element: XmlElement): boolean {
  return element.local === 'standOff' && attribute(element, 'id', XML_URI)?.replace(/-\d+$/, '') === OURS;
}

/** White space after it goes too where it is the same as before: it was put in with it. */
function withSpace(content: string, start: number, end: number): number {
  const before = spaceBefore(content, start);
  return content.startsWith(before, end) ? end + before.length : end;
}

const LONGEST_INDENT = 200;

/** The white space before a place, as {@link withoutOurs} takes it out again. */
export function spaceBefore(content: string, at: number): string {
  return /\s*$/.exec(content.slice(Math.max(0, at - LONGEST_INDENT), at))?.[0] ?? '';
}
