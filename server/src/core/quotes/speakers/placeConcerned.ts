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
  holds: ({ discourse: { text, pack }, quotation: { rule, kind, cue }, resolution }) => {
    if (rule !== 'according-to' || kind !== 'indirect' || cue === undefined) return false;
    if (resolution?.candidate?.type !== 'LOC') return false;
    const preposition = text.slice(cue.start, cue.end).toLowerCase();
    return pack.attributions.some(({ narrow, words }) => narrow && words.length === 1 && words[0] === preposition);
  },
};
