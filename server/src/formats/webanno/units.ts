import type { Span } from '../../core/span';
import type { Annotation } from '../annotationDocument';

/** A line of the file: a word or a part of one. */
export interface Unit extends Span {
  readonly id: string;
  readonly annotations: Annotation[];
}

/** A word, with the parts of it that have lines of their own. */
export interface TokenUnit extends Unit {
  readonly parts: Unit[];
}

/** The whole word where it is covered, else the part of it that is. */
export function unitFor(token: TokenUnit, span: Span): Unit {
  const [start, end] = [Math.max(token.start, span.start), Math.min(token.end, span.end)];
  if (start === token.start && end === token.end) return token;
  const known = token.parts.find((part) => part.start === start && part.end === end);
  if (known) return known;
  const part: Unit = { id: `${token.id}.${token.parts.length + 1}`, start, end, annotations: [] };
  token.parts.push(part);
  return part;
}
