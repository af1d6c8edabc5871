import type { NameDecision } from '../core/learning/lessons';
import { extent, type ReviewItem } from './reviewItem';

/** The layers whose decisions teach no name: dates and quotations have detectors of another kind. */
const OTHER_LAYERS: ReadonlySet<string> = new Set(['date', 'quote']);

/** A type as learning knows it: `PER`, or with its layer where that is one of the project's own. */
const learntType = ({ layer, type }: Pick<ReviewItem, 'layer' | 'type'>): string =>
  layer === 'entity' ? type : `${layer}/${type}`;

/**
 * What people decided on names, for learning: confirmed and rejected ones, in one piece. What nobody decided on and what is in
 * doubt teach nothing.
 * @param annotators - whose decisions count; none named: everybody's
 */
export function nameDecisions(items: readonly ReviewItem[], annotators: readonly string[] = []): NameDecision[] {
  return items.flatMap((item): NameDecision[] => {
    if (OTHER_LAYERS.has(item.layer) || item.spans.length !== 1) return [];
    if (item.status !== 'confirmed' && item.status !== 'rejected') return [];
    if (annotators.length > 0 && !annotators.includes(item.signed?.by ?? '')) return [];
    return [{ ...extent(item), type: learntType(item), right: item.status === 'confirmed' }];
  });
}
