import type { ArticleAnalysis, Block } from '../analysis';
import { type Span, type TextSpan, textSpan } from '../span';

/** A text with its accents composed (Unicode normal form C), and the way back to the text as it stands in the file. */
export interface ComposedText {
  readonly text: string;
  /** Where an offset of the composed text lies in the original; within a letter, at the letter's start. */
  toOriginal(offset: number): number;
}

/**
 * Composes decomposed letters (e + ◌́), as files from macOS and some archives have them: word lists and models are written
 * with composed ones. Undefined where there is nothing to compose, which is nearly always. The file itself is never changed.
 */
export function composeText(text: string): ComposedText | undefined {
  if (text.normalize('NFC') === text) return undefined;
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

/** An analysis of a composed text with all offsets and words as the original text has them. */
export function placeBack(analysis: ArticleAnalysis, composed: ComposedText, original: string): ArticleAnalysis {
  const at = (offset: number): number => composed.toOriginal(offset);
  const span = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  const words = ({ start, end }: Span): TextSpan => textSpan(original, at(start), at(end));
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
      const spans = quote.spans.map(([start, end]) => [at(start), at(end)] as const);
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
