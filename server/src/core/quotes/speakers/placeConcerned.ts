import type { Exception } from '../../rules/rule';
import type { PlacedQuotation } from '../assemble/quotation';
import type { Discourse, Resolution } from './discourse';

/** A quotation with the speaker that it would have. */
interface AttributedQuotation {
  readonly discourse: Discourse;
  readonly quotation: PlacedQuotation;
  readonly resolution: Resolution | undefined;
}

/** "Pour le Portugal, la situation est délicate": what holds for a place, not what it says. */
export const placeConcerned: Exception<AttributedQuotation> = {
  id: 'place-concerned',
  holds: ({ discourse, quotation, resolution }) => resolution?.candidate?.type === 'LOC' && mayConcernPlace(discourse, quotation),
};

/** Whether a quotation is none where a place is its speaker. */
export function mayConcernPlace({ text, pack }: Pick<Discourse, 'text' | 'pack'>, { rule, kind, cue }: PlacedQuotation): boolean {
  if (rule !== 'according-to' || kind !== 'indirect' || cue === undefined) return false;
  const preposition = text.slice(cue.start, cue.end).toLowerCase();
  return pack.attributions.some(({ narrow, words }) => narrow && words.length === 1 && words[0] === preposition);
}
