import type { Span } from '../core/span';
import type { Operation } from './operations';
import { joins } from './words';

/** An operation on whole words, where it asks for that: letters left out at an end of what is selected come to it, and a word is not split. */
export function snapped(text: string, operation: Operation): Operation {
  if (!('snap' in operation) || operation.snap !== true) return operation;
  switch (operation.kind) {
    case 'add':
    case 'setSpans':
      return { ...operation, spans: operation.spans.map((span) => wholeWords(text, span)) };
    case 'split':
      return { ...operation, at: nearestBoundary(text, operation.at) };
    default:
      return operation.span === undefined ? operation : { ...operation, span: wholeWords(text, operation.span) };
  }
}

/** A selection with the words at its ends whole; a caret, and what begins or ends between words, stays as it is. */
export function wholeWords(text: string, { start, end }: Span): Span {
  if (start === end) return { start, end };
  return { start: edgeOfWord(text, start, -1), end: edgeOfWord(text, end, 1) };
}

/** Where a word that an offset lies in begins or ends. */
function edgeOfWord(text: string, offset: number, step: -1 | 1): number {
  let at = offset;
  while (joins(text, at) || isWithinCharacter(text, at)) at += step;
  return at;
}

/** Between the two halves of a character outside of the first plane. */
const isWithinCharacter = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

function nearestBoundary(text: string, at: number): number {
  const [before, after] = [edgeOfWord(text, at, -1), edgeOfWord(text, at, 1)];
  return at - before <= after - at ? before : after;
}
