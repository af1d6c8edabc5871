import type { Span } from '../core/span';

// A word with what belongs to it, or one mark: the steps in which boundaries move.
const UNIT = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
/** How far around a boundary words are looked for. */
const REACH = 400;

function units(text: string, offset: number): readonly Span[] {
  const from = Math.max(0, offset - REACH);
  const found: Span[] = [];
  for (const match of text.slice(from, offset + REACH).matchAll(UNIT))
    found.push({ start: from + match.index, end: from + match.index + match[0].length });
  return found;
}

/** A boundary that a person moves. */
export type Edge = 'start' | 'end';

/**
 * Moves one boundary of a span by a word (or mark) outwards or inwards. Undefined where there is none to move over, or
 * where nothing would be left; line breaks that end a paragraph are not crossed.
 */
export function moveEdge(text: string, span: Span, edge: Edge, direction: 'widen' | 'narrow'): Span | undefined {
  const outwards = direction === 'widen';
  if (edge === 'start') {
    const around = units(text, span.start);
    const start = outwards
      ? around.findLast((unit) => unit.start < span.start)?.start
      : around.find((unit) => unit.start > span.start)?.start;
    if (start === undefined || start >= span.end || (outwards && /\n\s*\n/.test(text.slice(start, span.start)))) return undefined;
    return { start, end: span.end };
  }
  const around = units(text, span.end);
  const end = outwards ? around.find((unit) => unit.end > span.end)?.end : around.findLast((unit) => unit.end < span.end)?.end;
  if (end === undefined || end <= span.start || (outwards && /\n\s*\n/.test(text.slice(span.end, end)))) return undefined;
  return { start: span.start, end };
}

/** A selection without the white space at its ends; where it is empty, the word that the caret touches. Undefined: nothing there. */
export function trimSelection(text: string, selection: Span): Span | undefined {
  let { start, end } = selection;
  while (start < end && /\s/u.test(text[start] as string)) start++;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  if (start < end) return { start, end };
  const at = selection.start;
  return units(text, at).find(
    (unit) => unit.start <= at && at <= unit.end && /[\p{L}\p{N}]/u.test(text.slice(unit.start, unit.end)),
  );
}

/** All places where words stand as words: not within longer ones, and in the same letters. In text order, not overlapping. */
export function wordOccurrences(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!joins(text, at) && !joins(text, end)) found.push({ start: at, end });
  }
  return found;
}

/** Whether an offset lies inside of a word. */
export function joins(text: string, offset: number): boolean {
  const letter = /[\p{L}\p{M}\p{N}]/u;
  // by code point: half of a surrogate pair is not a letter
  const before = String.fromCodePoint(
    text.codePointAt(Math.max(0, offset - (/[\udc00-\udfff]/.test(text[offset - 1] ?? '') ? 2 : 1))) ?? 32,
  );
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  return offset > 0 && offset < text.length && letter.test(before) && letter.test(after);
}
