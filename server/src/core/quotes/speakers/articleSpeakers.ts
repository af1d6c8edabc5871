import type { Quotation } from '../../analysis';
import type { PlacedQuotation, SpeakerMention } from '../assemble/quotation';
import type { Discourse, Resolution, SpeakerOf } from './discourse';
import { likeliest } from './ranking/rank';
import { resolveSpeaker } from './resolveMention';
import { resolveSelfQuotation } from './selfQuotation';
import { resolveTurnTaking } from './turnTaking';

/** Who says what in an article: whom the quotation's mention means, in a dialogue whose turn it is, or who spoke last. */
export function articleSpeakers(discourse: Discourse): SpeakerOf {
  return (quotation, earlier) => {
    const own = quotation.speaker && speakerMeant(discourse, quotation, quotation.speaker, earlier);
    if (quotation.rule === 'dash-turn') return resolveTurnTaking(discourse, quotation, own);
    return quotation.speaker === undefined && quotation.inherits ? unsaidSpeaker(discourse, quotation) : own;
  };
}

function speakerMeant(
  discourse: Discourse,
  quotation: PlacedQuotation,
  { paragraph, phrase }: SpeakerMention,
  earlier: readonly Quotation[],
): Resolution | undefined {
  return resolveSelfQuotation(discourse, quotation, earlier) ?? resolveSpeaker(discourse, paragraph, phrase, quotation.spans);
}

/** Who says a quotation that names no speaker. */
function unsaidSpeaker(discourse: Discourse, quotation: PlacedQuotation): Resolution | undefined {
  const actor = actorOf(discourse, quotation)?.name;
  const where = { paragraph: quotation.paragraph, start: quotation.spans[0]?.[0] ?? 0, quoted: quotation.spans };
  return likeliest({ discourse, where, form: 'without words', meansPerson: false, ...(actor !== undefined && { actor }) });
}

/** Who acts in the sentence before, if a person with a name does. */
function actorOf(discourse: Discourse, { actor, spans }: PlacedQuotation): Resolution | undefined {
  const named = actor && resolveSpeaker(discourse, actor.paragraph, actor.phrase, spans);
  return named?.candidate?.type === 'PER' ? named : undefined;
}
