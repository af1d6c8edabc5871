import type { Offsets, PlacedQuotation } from './quotation';

/** Puts each quotation's spans in order, none empty and none over another; quotations that are empty then go. */
export function spansInOrder(found: readonly PlacedQuotation[]): readonly PlacedQuotation[] {
  for (const item of found) item.spans = merged(item.spans);
  return found.filter((item) => item.spans.length > 0);
}

function merged(spans: Offsets[]): Offsets[] {
  const [only] = spans;
  if (only !== undefined && spans.length === 1 && only[1] > only[0]) return spans;
  const ordered = spans.filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: Offsets[] = [];
  for (const [start, end] of ordered) {
    const last = kept.at(-1);
    if (last === undefined || start >= last[1]) kept.push([start, end]);
    else last[1] = Math.max(last[1], end);
  }
  return kept;
}
