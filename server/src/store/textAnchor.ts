import type { Span } from '../core/span';

/**
 * What finds an annotation's words again in a text that has changed: the words and what stands around them
 * (the TextQuoteSelector of the W3C Web Annotation model), and where they stood.
 */
export interface TextAnchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Offset at which the words stood when the anchor was made; in UTF-16 where nothing else is said. */
  readonly start: number;
}

/** Characters kept on either side. Hypothesis and Recogito keep 32, too. */
export const CONTEXT = 32;
/** Makes the anchor of a span. */
export function createAnchor(text: string, span: Span): TextAnchor {
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
    start: span.start,
  };
}
