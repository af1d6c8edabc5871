import type { Span } from '../core/span';
import { overlapIndex } from './overlay';
import { extent, type ItemStatus, type ReviewItem } from './reviewItem';
import type { CorpusSchema } from './schema';

/** Which items are meant. All that is given must hold. */
export interface ReviewFilter {
  readonly layers?: readonly string[];
  readonly types?: readonly string[];
  /** `undecided` is suggested or doubtful. */
  readonly status?: readonly (ItemStatus | 'undecided')[];
  /** Scores strictly below, or at or above; what has no score is taken as sure. */
  readonly below?: number;
  readonly atLeast?: number;
  readonly source?: string;
  /** Who decided: the name that the decisions bear. */
  readonly by?: string;
  /** Decided on this day or later, ISO. */
  readonly since?: string;
  /** Within the words, whatever the case. */
  readonly words?: string;
}

/** In what order items are gone through: as they stand in the text, or the least sure first. */
export type ReviewOrder = 'text' | 'leastSure';

/** How far a review is. */
export interface ReviewProgress {
  /** Confirmed and rejected: “12/31 reviewed” is reviewed/total. */
  readonly reviewed: number;
  readonly total: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly suggested: number;
  readonly doubtful: number;
  /** Decisions whose words are no longer in the text. */
  readonly lost: number;
}

/** Whether nobody has decided on an item, or its decision is in doubt. */
export function isUndecided(item: ReviewItem): boolean {
  return item.status === 'suggested' || item.status === 'doubtful';
}

const notReviewed = (schema: CorpusSchema): ReadonlySet<string> =>
  new Set(schema.layers.filter((layer) => !layer.review).map((layer) => layer.id));

/** Whether an item's layer is one to decide on. */
export function isReviewed(schema: CorpusSchema): (item: ReviewItem) => boolean {
  const off = notReviewed(schema);
  return (item) => !off.has(item.layer) || item.annotation !== undefined;
}

/** The filter as a test. */
export function matcher(filter: ReviewFilter, text: string): (item: ReviewItem) => boolean {
  const words = filter.words?.toLocaleLowerCase();
  return (item) => {
    const score = item.score ?? 1;
    return (
      (filter.layers === undefined || filter.layers.includes(item.layer)) &&
      (filter.types === undefined || filter.types.includes(item.type)) &&
      (filter.status === undefined ||
        filter.status.some((status) => status === item.status || (status === 'undecided' && isUndecided(item)))) &&
      (filter.below === undefined || score < filter.below) &&
      (filter.atLeast === undefined || score >= filter.atLeast) &&
      (filter.source === undefined || item.sources.includes(filter.source)) &&
      (filter.by === undefined || item.signed?.by === filter.by) &&
      (filter.since === undefined || (item.signed?.day ?? '') >= filter.since) &&
      (words === undefined || item.spans.some((span) => text.slice(span.start, span.end).toLocaleLowerCase().includes(words)))
    );
  };
}

/** The items that a filter lets through, in order. */
export function reviewList(
  items: readonly ReviewItem[],
  text: string,
  filter: ReviewFilter,
  order: ReviewOrder,
): readonly ReviewItem[] {
  const found = items.filter(matcher(filter, text));
  return order === 'text'
    ? found
    : [...found].sort((a, b) => (a.score ?? 1) - (b.score ?? 1) || extent(a).start - extent(b).start);
}

/**
 * The rejections that only keep away what a confirmed annotation of the same type stands in the place of: its former
 * boundaries, or its former layer. For a person they are part of that one decision.
 */
export function supersededRejections(items: readonly ReviewItem[]): ReadonlySet<ReviewItem> {
  if (items.every((item) => item.status !== 'rejected')) return new Set();
  const confirmed = overlapIndex(items.filter((item) => item.status === 'confirmed'));
  return new Set(
    items.filter(
      (item) =>
        item.status === 'rejected' &&
        confirmed(extent(item)).some(
          (other) => (other.layer === item.layer && other.type === item.type) || sameSpan(extent(other), extent(item)),
        ),
    ),
  );
}

/** Counts items; of all of them, or of those of a layer. A boundary that was moved counts once. */
export function progress(items: readonly ReviewItem[], lost: number): ReviewProgress {
  const superseded = supersededRejections(items);
  const count = { confirmed: 0, rejected: 0, suggested: 0, doubtful: 0 };
  for (const item of items) if (!superseded.has(item)) count[item.status]++;
  return { ...count, reviewed: count.confirmed + count.rejected, total: items.length - superseded.size, lost };
}

/**
 * The same where nobody has decided on anything, which needs no items.
 *
 * @param suggested - how many suggestions each layer has; those of layers that are not decided on do not count.
 */
export function progressUndecided(suggested: ReadonlyMap<string, number>, schema: CorpusSchema, lost: number): ReviewProgress {
  const off = notReviewed(schema);
  let total = 0;
  for (const [layer, count] of suggested) if (!off.has(layer)) total += count;
  return { confirmed: 0, rejected: 0, suggested: total, doubtful: 0, reviewed: 0, total, lost };
}

/**
 * The next or previous item from a place, around the end; undefined where there is none.
 *
 * @param current - where the least sure come first: the item that was gone to last and its score, since the place alone
 * does not tell what comes next there.
 */
export function neighbourItem(
  list: readonly ReviewItem[],
  at: Span,
  direction: 'next' | 'previous',
  current?: { readonly id?: string | undefined; readonly score?: number | undefined },
): { readonly item: ReviewItem; readonly wrapped: boolean; readonly index: number } | undefined {
  if (list.length === 0) return undefined;
  const here = current?.id === undefined ? -1 : list.findIndex((item) => item.id === current.id);
  const score = current?.score;
  const isSurer = (item: ReviewItem, than: number): boolean =>
    (item.score ?? 1) > than || ((item.score ?? 1) === than && isBehind(extent(item), at));
  let index: number;
  if (here >= 0) index = direction === 'next' ? here + 1 : here - 1;
  else if (current !== undefined && score === undefined) index = direction === 'next' ? 0 : list.length - 1;
  else if (score !== undefined)
    index =
      direction === 'next'
        ? list.findIndex((item) => isSurer(item, score))
        : list.findLastIndex((item) => !isSurer(item, score) && !sameSpan(extent(item), at));
  else if (direction === 'next') index = list.findIndex((item) => isBehind(extent(item), at));
  else index = list.findLastIndex((item) => isBehind(at, extent(item)));
  const wrapped = index < 0 || index >= list.length;
  if (wrapped) index = direction === 'next' ? 0 : list.length - 1;
  const item = list[index];
  return item && { item, wrapped, index };
}

/** In the order of lists: what begins later, or begins with it and ends before it. */
const isBehind = (a: Span, b: Span): boolean => a.start > b.start || (a.start === b.start && a.end < b.end);

/** The item that commands at a place are about: what is selected, else the smallest that the caret is in, undecided ones first. */
export function itemAt(items: readonly ReviewItem[], selection: Span): ReviewItem | undefined {
  const exact = items.find(
    (item) => extent(item).start === selection.start && extent(item).end === selection.end && item.status !== 'rejected',
  );
  if (exact) return exact;
  const around = items.filter(
    (item) =>
      extent(item).start <= selection.start &&
      selection.end <= extent(item).end &&
      item.spans.some((span) => span.start <= selection.end && selection.start <= span.end),
  );
  const rank = (item: ReviewItem): number => (item.status === 'rejected' ? 1e9 : 0) + extent(item).end - extent(item).start;
  return around.sort((a, b) => rank(a) - rank(b))[0];
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
