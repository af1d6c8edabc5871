import type { ParagraphScan } from '../detect';
import { paragraphStart } from '../offsets';
import { dialogueTurns, turnsOf } from './dialogueTurns';
import type { AssemblyContext, Offsets, PlacedQuotation } from './quotation';
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
function ownQuotations({ document }: AssemblyContext, paragraph: number, scan: ParagraphScan): PlacedQuotation[] {
  const base = paragraphStart(document.paragraphs, paragraph);
  return scan.candidates.map(({ parts, kind, rule, cue, speaker, confidence, problem }, index) => {
    const offsets = scan.offsets[index] as readonly number[];
    const at = (i: number): number => base + (offsets[i] as number);
    const spans = parts.map((_part, k): Offsets => [at(2 * k), at(2 * k + 1)]);
    const placed: PlacedQuotation = { spans, kind, rule, confidence, paragraph };
    if (cue) placed.cue = { start: at(2 * parts.length), end: at(2 * parts.length + 1) };
    if (speaker) placed.speaker = { paragraph, phrase: speaker };
    // "Avant d'ajouter : « … »" goes on with the speaker before
    else if (kind === 'direct') placed.inherits = true;
    if (problem) placed.problem = problem;
    return placed;
  });
}
