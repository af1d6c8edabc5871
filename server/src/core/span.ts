/** A half-open stretch of text, `[start, end)`, in UTF-16 code units: what JavaScript, LSP and VS Code count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with the words it covers: `text.slice(start, end) === span.text` in the document it belongs to. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** Whether two spans share at least one code unit. Spans that merely touch do not overlap. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `outer` covers all of `inner`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether an offset lies in the span or at its end, where a caret after the last letter stands. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The span with its words, cut out of the text that its offsets count in. */
export function textSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

/** Document order: by start, the longer first where two start together. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * Index of the first item whose `start` is at or after an offset, in a list sorted by `start`.
 * Returns `items.length` where there is none.
 */
export function lowerBound(items: readonly Span[], offset: number): number {
  return partitionPoint(items, ({ start }) => start < offset);
}

/**
 * Index of the first item that does not come before a place, in a list in which all that do stand first (binary search).
 * Returns `items.length` where all do.
 */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
