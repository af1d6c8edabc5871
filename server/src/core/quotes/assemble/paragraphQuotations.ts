import type { ParagraphScan } from '../detect';
import { dialogueTurns, turnsOf } from './dialogueTurns';
import { type AssemblyContext, cueSpanOf, type PlacedQuotation, spanOf } from './quotation';
import { placeUncuedSpan } from './uncuedSpans';

/**
 * The quotations of all paragraphs, in the paragraphs' order: the turns of a dialogue; otherwise what the paragraph's rules
 * found, and then its quoted spans without a cue, which only the quotations before and the paragraphs beside explain.
 */
export function paragraphQuotations(context: AssemblyContext): PlacedQuotation[] {
  const found: PlacedQuotation[] = [];
  for (const [paragraph, scan] of context.scans.entries()) {
    const own = ownQuotations(context, paragraph, scan);
    const turns = turnsOf(context, paragraph, found.at(-1));
    for (const item of turns === undefined ? own : dialogueTurns(context, paragraph, turns, own)) found.push(item);
    if (turns === undefined) for (const span of scan.strays) placeUncuedSpan(context, paragraph, span, found);
  }
  return found;
}

/** What the paragraph's rules found, at its place in the document. */
function ownQuotations(context: AssemblyContext, paragraph: number, { candidates }: ParagraphScan): PlacedQuotation[] {
  return candidates.map(({ parts, kind, rule, cue, speaker, confidence, problem }) => ({
    spans: parts.map((part) => spanOf(context, paragraph, part)),
    kind,
    rule,
    ...(cue && { cue: cueSpanOf(context, paragraph, cue) }),
    ...(speaker && { speaker: { paragraph, phrase: speaker } }),
    // "Avant d'ajouter : « … »" goes on with the speaker before
    ...(!speaker && kind === 'direct' && { inherits: true as const }),
    confidence,
    paragraph,
    ...(problem && { problem }),
  }));
}
