import type { Span } from '../../core/span';
import type { AnnotationDocument, DocumentToken } from '../annotationDocument';

/**
 * spaCy's tokens cover the text but for one space after each: white space beyond that is a token of its own. Tokens are
 * cut where an annotation begins or ends inside of them, so that no annotation is refused.
 */
export function spacyTokens(document: AnnotationDocument, tokens: readonly DocumentToken[]): Span[] {
  const borders = [
    ...new Set(document.annotations.flatMap((annotation) => annotation.spans.flatMap((span) => [span.start, span.end]))),
  ].sort((a, b) => a - b);
  const words: Span[] = [];
  let b = 0;
  const cut = (start: number, end: number): void => {
    let from = start;
    while (b < borders.length && (borders[b] as number) <= from) b++;
    for (; b < borders.length && (borders[b] as number) < end; b++) {
      words.push({ start: from, end: borders[b] as number });
      from = borders[b] as number;
    }
    if (from < end) words.push({ start: from, end });
  };
  let at = 0;
  const gap = (end: number): void => {
    if (at >= end) return;
    const start = at > 0 && document.text[at] === ' ' ? at + 1 : at;
    const stop = end < document.text.length && end - start > 1 && document.text[end - 1] === ' ' ? end - 1 : end;
    if (start < stop) cut(start, stop);
  };
  for (const token of tokens) {
    gap(token.start);
    cut(token.start, token.end);
    at = token.end;
  }
  gap(document.text.length);
  return words;
}
