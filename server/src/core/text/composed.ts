import type { ArticleAnalysis, Block } from '../analysis';
import { type Span, type TextSpan, textSpan } from '../span';

/** A text as it is analysed, and the way back to the text as it stands in the file. */
export interface RewrittenText {
  readonly text: string;
  /** Where an offset of the rewritten text lies in the original; within a letter, at the letter's start. */
  toOriginal(offset: number): number;
  /** The same for an offset that ends a span, where something between two letters was left out. */
  toOriginalEnd?(offset: number): number;
}

/**
 * Composes decomposed letters (e + ◌́), as files from macOS and some archives have them: word lists and models are written
 * with composed ones (Unicode normal form C). Undefined where there is nothing to compose, which is nearly always. The file itself is never changed.
 */
export function composeText(text: string): RewrittenText | undefined {
  // asked first since it is much faster than the normal form, and true of nearly all articles
  if (!MAY_COMPOSE.test(text) || text.normalize('NFC') === text) return undefined;
  const composedEnds: number[] = [];
  const originalEnds: number[] = [];
  let composed = '';
  let from = 0;
  for (const match of text.matchAll(/\P{M}\p{M}+/gu)) {
    const letter = match[0].normalize('NFC');
    if (letter.length === match[0].length) continue;
    composed += text.slice(from, match.index) + letter;
    from = match.index + match[0].length;
    composedEnds.push(composed.length);
    originalEnds.push(from);
  }
  return { text: composed + text.slice(from), toOriginal };

  function toOriginal(offset: number): number {
    let low = 0;
    let high = composedEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((composedEnds[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? offset : (originalEnds[low - 1] as number) + offset - (composedEnds[low - 1] as number);
  }
}

// All but Latin letters that are composed already, and the punctuation and currency signs that no normal form changes.
const MAY_COMPOSE = /[^\0-\u02ff\u2002-\u205f\u20a0-\u20bf]/;

/** Where a span that ends at an offset of the rewritten text ends in the original. */
const endIn = (rewritten: RewrittenText, offset: number): number =>
  rewritten.toOriginalEnd?.(offset) ?? rewritten.toOriginal(offset);

/** A span of the rewritten text as it stands in the original. */
export const spanIn = (rewritten: RewrittenText, { start, end }: Span): Span => ({
  start: rewritten.toOriginal(start),
  end: endIn(rewritten, end),
});

/** One rewriting after the other. */
export function after(first: RewrittenText, second: RewrittenText): RewrittenText {
  return {
    text: second.text,
    toOriginal: (offset) => first.toOriginal(second.toOriginal(offset)),
    toOriginalEnd: (offset) => endIn(first, endIn(second, offset)),
  };
}

/** An analysis of a rewritten text with all offsets and words as the original text has them. */
export function placeBack(analysis: ArticleAnalysis, rewritten: RewrittenText, original: string): ArticleAnalysis {
  const at = (offset: number): number => rewritten.toOriginal(offset);
  const until = (offset: number): number => endIn(rewritten, offset);
  const span = (item: Span): Span => spanIn(rewritten, item);
  const words = ({ start, end }: Span): TextSpan => textSpan(original, at(start), until(end));
  const block = (item: Block): Block => ({
    ...item,
    ...span(item),
    ...(item.credit && { credit: span(item.credit) }),
    ...(item.photographer && { photographer: span(item.photographer) }),
  });
  return {
    ...analysis,
    entities: analysis.entities.map((mention) => ({ ...mention, ...words(mention) })),
    dates: analysis.dates.map((date) => ({
      ...date,
      ...words(date),
      ...(date.anchorStart !== undefined && date.anchorStart >= 0 && { anchorStart: at(date.anchorStart) }),
    })),
    quotes: analysis.quotes.map((quote) => {
      const spans = quote.spans.map(([start, end]) => [at(start), until(end)] as const);
      return {
        ...quote,
        spans,
        text: spans.map(([start, end]) => original.slice(start, end)).join(' … '),
        ...(quote.cue && { cue: words(quote.cue) }),
        ...(quote.speaker && { speaker: words(quote.speaker) }),
      };
    }),
    structure: analysis.structure.map(block),
  };
}
