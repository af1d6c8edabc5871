import { contains, overlaps, type Span } from '../core/span';
import type { Operation } from './operations';
import { overlapIndex } from './overlay';
import { extent, type ReviewItem } from './reviewItem';

/** What a person decides on hits of a search. */
export type HitDecision =
  | { readonly kind: 'confirm' | 'reject' | 'clear' }
  /** The words of the hit are an annotation of this type, whatever is there now. */
  | { readonly kind: 'annotate'; readonly layer: string; readonly type: string };

/** Why a decision cannot be made on a hit. `nothing`: there is nothing annotated. `crosses`: something else covers its words. */
export type HitProblem = 'nothing' | 'crosses';

/** What a decision on a hit comes to: an operation, none where it is decided so already, or why it cannot be made. */
export type HitChoice =
  | { readonly ok: true; readonly operation?: Operation }
  | { readonly ok: false; readonly problem: HitProblem };

/** Answers for hits in one text: made once, so that many hits do not go through all items each. */
export interface Hits {
  /**
   * The item that a decision on a hit is about: the one on the very words, marks at their ends aside; else the shortest
   * one around them. A quotation is meant by all of its words alone: who looks for a word in a speech means the word.
   */
  itemAt(hit: Span): ReviewItem | undefined;
  choose(hit: Span, decision: HitDecision): HitChoice;
}

/** @param items - of this text. */
export function hitsIn(text: string, items: readonly ReviewItem[]): Hits {
  const near = overlapIndex(items);
  const onWords = (hit: Span): readonly ReviewItem[] => {
    const words = withoutMarks(text, hit);
    return near(hit).filter((item) => isSame(withoutMarks(text, extent(item)), words));
  };
  function itemAt(hit: Span): ReviewItem | undefined {
    const around = near(hit).filter((item) => item.layer !== 'quote' && contains(extent(item), hit));
    return standing(onWords(hit)) ?? standing([...around].sort((a, b) => lengthOf(a) - lengthOf(b)));
  }
  function annotate(hit: Span, layer: string, type: string): HitChoice {
    const there = onWords(hit).filter((item) => item.layer === layer && item.status !== 'rejected');
    const [now] = there;
    if (now?.type === type)
      return { ok: true, ...(now.status !== 'confirmed' && { operation: { kind: 'confirm', items: [now.id] } }) };
    if (now) return { ok: true, operation: { kind: 'setType', items: [now.id], layer, type } };
    if (layer !== 'quote' && near(hit).some((item) => item.layer === layer && covers(item, hit)))
      return { ok: false, problem: 'crosses' };
    return { ok: true, operation: { kind: 'add', layer, type, spans: [hit] } };
  }
  return {
    itemAt,
    choose(hit, decision) {
      if (decision.kind === 'annotate') return annotate(hit, decision.layer, decision.type);
      const item = itemAt(hit);
      if (item === undefined) return { ok: false, problem: 'nothing' };
      return { ok: true, ...(!isDecidedSo(item, decision.kind) && { operation: { kind: decision.kind, items: [item.id] } }) };
    },
  };
}

/** Of several items the first that nobody has rejected, else the first. */
const standing = (items: readonly ReviewItem[]): ReviewItem | undefined =>
  items.find((item) => item.status !== 'rejected') ?? items[0];

/** Whether an item keeps a new one of its layer away: what a person has put there, or what goes on beyond the words. */
function covers(item: ReviewItem, hit: Span): boolean {
  if (item.status === 'rejected') return false;
  return item.status === 'confirmed' ? overlaps(extent(item), hit) : contains(extent(item), hit);
}

function isDecidedSo({ status, annotation }: ReviewItem, kind: 'confirm' | 'reject' | 'clear'): boolean {
  if (kind === 'clear') return annotation === undefined;
  return status === (kind === 'confirm' ? 'confirmed' : 'rejected');
}

const lengthOf = (item: ReviewItem): number => extent(item).end - extent(item).start;

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** From the first letter or digit to the last; a span without any stays as it is. */
function withoutMarks(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && !WORD.test(codePointAt(text, from))) from++;
  while (to > from && !WORD.test(codePointBefore(text, to))) to--;
  return from < to ? { start: from, end: to } : { start, end };
}

const codePointAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 32);
const codePointBefore = (text: string, at: number): string =>
  /[\udc00-\udfff]/.test(text[at - 1] ?? '') ? codePointAt(text, at - 2) : (text[at - 1] ?? ' ');
