import type { Span } from '../core/span';
import { lossMessages } from '../messages/losses';
import { type Annotation, byPosition, hull } from './annotationDocument';
import type { Capabilities, LossReport } from './loss';

/** Keeps the longer of two that overlap (or cross, where nesting is allowed); of equal ones the first in text order. */
export function withoutOverlap(
  annotations: readonly Annotation[],
  overlap: Capabilities['overlap'],
  report: LossReport,
): readonly Annotation[] {
  if (overlap === 'any') return annotations;
  const length = (annotation: Annotation): number => hull(annotation).end - hull(annotation).start;
  const longestFirst = [...annotations].sort((a, b) => length(b) - length(a) || byPosition(a, b));
  const clashes = overlap === 'none' ? flatClash() : crossing();
  const dropped = new Set<Annotation>();
  for (const annotation of longestFirst) {
    const clash = clashes(annotation);
    if (!clash) continue;
    dropped.add(annotation);
    report.add('overlap', lossMessages.overlaps(clash), annotation.id);
  }
  return annotations.filter((annotation) => !dropped.has(annotation));
}

type ClashFinder = (annotation: Annotation) => string | undefined;

/** Sorted disjoint spans: each look-up and insertion is a binary search (and one array splice). */
function flatClash(): ClashFinder {
  const taken: { readonly start: number; readonly end: number; readonly id: string }[] = [];
  return (annotation) => {
    const places: { index: number; span: Span }[] = [];
    for (const span of annotation.spans) {
      let low = 0;
      let high = taken.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const other = taken[middle];
        if (other && other.end <= span.start) low = middle + 1;
        else high = middle;
      }
      const next = taken[low];
      if (next && next.start < span.end) return next.id;
      places.push({ index: low, span });
    }
    for (const { index, span } of places.reverse()) taken.splice(index, 0, { ...span, id: annotation.id });
    return undefined;
  };
}

/**
 * Two spans cross where each has an end strictly inside the other. Longer ones come first, so a newcomer crosses a kept
 * one exactly if a kept boundary's partner lies across one of its own ends: only kept spans holding its start or its
 * end strictly inside matter, and those are found through the kept boundaries inside the newcomer.
 */
function crossing(): ClashFinder {
  const boundaries: { readonly at: number; readonly other: number; readonly id: string }[] = [];
  const firstAfter = (at: number): number => {
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const boundary = boundaries[middle];
      if (boundary && boundary.at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (annotation) => {
    for (const span of annotation.spans) {
      for (let i = firstAfter(span.start); i < boundaries.length; i++) {
        const boundary = boundaries[i];
        if (!boundary || boundary.at >= span.end) break;
        if (boundary.other < span.start || boundary.other > span.end) return boundary.id;
      }
    }
    for (const { start, end } of annotation.spans) {
      boundaries.splice(firstAfter(start), 0, { at: start, other: end, id: annotation.id });
      boundaries.splice(firstAfter(end), 0, { at: end, other: start, id: annotation.id });
    }
    return undefined;
  };
}
