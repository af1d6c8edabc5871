import type { Entity, EntityMention, Quotation, TemporalExpression } from '../analysis';
import type { DocumentView, ParagraphView } from '../document';
import { attribute } from './attribute';
import { type ParagraphScan, scanParagraph } from './detect';
import type { QuotePack } from './pack';

export type { ParagraphScan } from './detect';

/** Paragraph pass; reused as long as the paragraph's text stays. Total, and linear in the text. */
export function scanQuotes(view: ParagraphView, pack: QuotePack): ParagraphScan {
  return scanParagraph(view, pack);
}

/** What the other layers found, for the attribution of quotations. */
export interface QuoteContext {
  readonly mentions: readonly EntityMention[];
  readonly entities: readonly Entity[];
  readonly dates: readonly TemporalExpression[];
}

/**
 * Document pass: joins what crosses paragraphs, finds each quotation's extent, cue and speaker, and resolves the
 * speaker. Quotations come in text order of their first span; offsets count in the whole text.
 */
export function attributeQuotes(
  document: DocumentView,
  scans: readonly ParagraphScan[],
  context: QuoteContext,
  pack: QuotePack,
): Quotation[] {
  return attribute(document, scans, context, pack);
}
