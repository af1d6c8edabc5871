import type { Quotation } from '../../analysis';
import type { PlacedQuotation } from '../assemble/quotation';
import type { Discourse, Resolution } from './discourse';
import { firstWord, pronounOf } from './pronouns';

// Further back than so many quotations none is still open.
const QUOTATIONS_BACK = 40;

/** "Je leur ai dit : …" inside a quotation: its speaker quotes himself. */
export function resolveSelfQuotation(
  discourse: Discourse,
  { speaker, spans }: PlacedQuotation,
  earlier: readonly Quotation[],
): Resolution | undefined {
  if (speaker?.phrase.kind !== 'pronoun') return undefined;
  if (!pronounOf(discourse, speaker)?.speaker || !discourse.pack.firstPerson.has(firstWord(discourse, speaker))) return undefined;
  const start = spans[0]?.[0] ?? 0;
  const outer = earlier
    .slice(-QUOTATIONS_BACK)
    .findLast((quotation) => quotation.kind === 'direct' && quotation.spans.some(([from, to]) => from <= start && start < to));
  if (outer?.speakerName === undefined) return undefined;
  return { name: outer.speakerName, ...(outer.speakerEntity && { entity: outer.speakerEntity }) };
}
