import type { ArticleAnalysis, Quotation } from '../core/analysis';
import type { ArticleSketch } from '../core/sketch';

/** Which layers are shown, and how sure something must be. */
export interface Visibility {
  readonly entities: boolean;
  readonly dates: boolean;
  readonly quotes: boolean;
  /** Between 0 and 1. */
  readonly minimumConfidence: number;
}

/**
 * The analysis without what is not to be shown. A quotation keeps its speaker's name where entities are hidden; one whose
 * parent is hidden has none.
 */
export function visible(analysis: ArticleAnalysis, { entities, dates, quotes, minimumConfidence }: Visibility): ArticleAnalysis {
  if (entities && dates && quotes && minimumConfidence <= 0) return analysis;
  return {
    ...analysis,
    entities: entities ? analysis.entities.filter((mention) => mention.confidence >= minimumConfidence) : [],
    entityIndex: entities ? analysis.entityIndex : [],
    dates: dates ? analysis.dates : [],
    quotes: quotes ? sureQuotes(analysis.quotes, minimumConfidence) : [],
  };
}

/** The same of a sketch; undefined where how sure quotations are decides, which it does not tell. */
export function visibleSketch(
  make: () => ArticleSketch | undefined,
  { entities, dates, quotes, minimumConfidence }: Visibility,
): ArticleSketch | undefined {
  if (minimumConfidence > 0) return undefined;
  const sketch = make();
  return (
    sketch && {
      entities: entities ? sketch.entities : [],
      dates: dates ? sketch.dates : [],
      quotes: quotes ? sketch.quotes : [],
    }
  );
}

function sureQuotes(quotes: readonly Quotation[], minimum: number): Quotation[] {
  const place = new Map<number, number>();
  const kept: Quotation[] = [];
  for (const [index, quote] of quotes.entries()) {
    if (quote.confidence < minimum) continue;
    place.set(index, kept.length);
    kept.push(quote);
  }
  return kept.map((quote) => {
    if (quote.parent === undefined) return quote;
    const { parent, ...rest } = quote;
    const moved = place.get(parent);
    return moved === undefined ? rest : { ...rest, parent: moved };
  });
}
