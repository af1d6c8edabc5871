import type { Quotation } from '../../analysis';
import type { PlacedQuotation, SpeakerMention } from '../assemble/quotation';
import type { Discourse, Resolution, SpeakerOf } from './discourse';
import { lastPersonNamed, resolveSpeaker } from './resolveMention';
import { resolveSelfQuotation } from './selfQuotation';
import { resolveTurnTaking } from './turnTaking';

/** Who says what in an article: whom the quotation's mention means, in a dialogue whose turn it is, or who spoke last. */
export function articleSpeakers(discourse: Discourse): SpeakerOf {
  return (quotation, earlier) => {
    const own = quotation.speaker && speakerMeant(discourse, quotation, quotation.speaker, earlier);
    if (quotation.rule === 'dash-turn') return resolveTurnTaking(discourse, quotation, own);
    return quotation.speaker === undefined && quotation.inherits ? speakerBefore(discourse, quotation) : own;
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

/** Who acts before a quotation without a mention, who spoke last, or who was named last. */
function speakerBefore(discourse: Discourse, quotation: PlacedQuotation): Resolution | undefined {
  return (
    actorOf(discourse, quotation) ??
    discourse.speakers.at(-1)?.resolution ??
    lastPersonNamed(discourse, quotation.spans[0]?.[0] ?? 0, quotation.paragraph)
  );
}

/** Who acts in the sentence before, if a person with a name does. */
function actorOf(discourse: Discourse, { actor, spans }: PlacedQuotation): Resolution | undefined {
  const named = actor && resolveSpeaker(discourse, actor.paragraph, actor.phrase, spans);
  return named?.candidate?.type === 'PER' ? named : undefined;
}
