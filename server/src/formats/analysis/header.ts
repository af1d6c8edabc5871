import type { ArticleAnalysis, TemporalExpression } from '../../core/analysis';
import type { Span } from '../../core/span';

/**
 * The dates that the text speaks of: without the header's own, which says when the article is of, and is no mention. It
 * is shown in the text as a date; it is nothing to decide on, to list or to count.
 */
export function datesInText(analysis: Pick<ArticleAnalysis, 'structure' | 'dates'>): readonly TemporalExpression[] {
  const inHeader = headerOf(analysis);
  return analysis.dates.filter((date) => !inHeader(date));
}

/** Tells of a stretch whether it stands in an article's header. The blocks are gone through once, not for each stretch. */
export function headerOf({ structure = [] }: Partial<Pick<ArticleAnalysis, 'structure'>>): (at: Span) => boolean {
  const headers = structure.filter((block) => block.role === 'header');
  return ({ start, end }) => headers.some((block) => block.start <= start && end <= block.end);
}
