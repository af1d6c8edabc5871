import { interior } from '../../syntax/ranges';
import { type AssemblyContext, type PlacedQuotation, spanOf } from './quotation';

// Fewer marked tokens than these in reported speech are not somebody's direct speech.
const MIN_SPEECH_TOKENS = 3;

/** In a narrative indirect speech is narration: of a mixed quotation the marked words stay, as direct speech. */
export function directSpeechOnly(found: readonly PlacedQuotation[], context: AssemblyContext): readonly PlacedQuotation[] {
  if (!context.textType.narrative) return found;
  return found.flatMap((item) => {
    if (item.kind === 'indirect') return [];
    return item.kind === 'mixed' ? markedSpeech(item, context) : [item];
  });
}

/** A mixed quotation's outermost marked words as a direct one; empty where it has none long enough. */
function markedSpeech(item: PlacedQuotation, context: AssemblyContext): PlacedQuotation[] {
  const words = context.scans[item.paragraph]?.words;
  if (words === undefined) return [];
  const spans = words.marks.spans.flatMap(({ parent }, index) => {
    const inner = interior(words, index);
    const span = spanOf(context, item.paragraph, inner);
    const isWithin = parent === -1 && item.spans.some(([from, to]) => from <= span[0] && span[1] <= to);
    return isWithin && inner.end - inner.start >= MIN_SPEECH_TOKENS ? [span] : [];
  });
  return spans.length > 0 ? [{ ...item, kind: 'direct', spans }] : [];
}
