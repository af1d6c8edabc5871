import { contains, overlaps, type Span } from '../core/span';
import type { Operation } from './operations';
import { overlapIndex } from './overlay';
import { extent, type ReviewItem } from './reviewItem';
import { wordOccurrences } from './words';

/** What to do with all places that have the same words. */
export interface ApplyToAll {
  /** The words, as they stand in the text. */
  readonly words: string;
  readonly layer: string;
  readonly type: string;
  readonly verdict: 'confirm' | 'reject';
}

/** One place that would be decided on, and what stands there now. */
export interface ApplyPlace {
  readonly span: Span;
  /** What is there now: of the layer, on these words, across them, around them; undefined where nothing is. */
  readonly now?: ReviewItem;
  /** `same`: only a decision is missing. `type`: another type. `new`: nothing is there. `crosses`: something else covers a part; not chosen by itself. */
  readonly kind: 'same' | 'type' | 'new' | 'crosses';
}

/**
 * All places of a text where an operation on one mention could be made on the same words: those that a person has
 * decided on in this very way are not among them. To reject, those that are suggested.
 */
export function placesFor(text: string, items: readonly ReviewItem[], what: ApplyToAll): readonly ApplyPlace[] {
  const near = overlapIndex(items.filter((item) => item.layer === what.layer));
  const places: ApplyPlace[] = [];
  for (const span of wordOccurrences(text, what.words)) {
    const there = near(span);
    const exact = there.filter((item) => extent(item).start === span.start && extent(item).end === span.end);
    const live = exact.find((item) => item.status !== 'rejected');
    if (what.verdict === 'reject') {
      if (live && live.status !== 'confirmed' && live.type === what.type) places.push({ span, now: live, kind: 'same' });
      continue;
    }
    if (live?.status === 'confirmed' && live.type === what.type) continue;
    if (live) {
      places.push({ span, now: live, kind: live.type === what.type ? 'same' : 'type' });
      continue;
    }
    const crossing = there.find((item) => item.status !== 'rejected' && overlaps(extent(item), span));
    if (crossing && (crossing.status === 'confirmed' || contains(extent(crossing), span)))
      places.push({ span, now: crossing, kind: 'crosses' });
    else if (exact.some((item) => item.type === what.type)) places.push({ span, now: exact[0] as ReviewItem, kind: 'crosses' });
    else places.push({ span, kind: 'new' });
  }
  return places;
}

/** The operations that decide on places; to be carried out as one step. */
export function operationsFor(places: readonly ApplyPlace[], what: ApplyToAll): readonly Operation[] {
  return places.map(({ span, now, kind }): Operation => {
    if (what.verdict === 'reject') return { kind: 'reject', items: now ? [now.id] : [] };
    if (now && kind === 'same') return { kind: 'confirm', items: [now.id] };
    if (now && kind === 'type') return { kind: 'setType', items: [now.id], type: what.type };
    return { kind: 'add', layer: what.layer, type: what.type, spans: [span] };
  });
}
