import type { PlacedQuotation } from '../assemble/quotation';
import type { Discourse, Resolution } from './discourse';
import { agreesWithPronoun, pronounOf } from './pronouns';

/**
 * In a dialogue two take turns: whom the turn's mention means or, where it means nobody or only by a pronoun the one who spoke
 * last, the speaker of the turn before that.
 * @param own - whom the turn's mention means by itself
 */
export function resolveTurnTaking(
  discourse: Discourse,
  turn: PlacedQuotation,
  own: Resolution | undefined,
): Resolution | undefined {
  const { turns } = discourse;
  const last = turns.at(-1);
  if (last === undefined || turn.paragraph - last.paragraph > 1) turns.length = 0;
  const resolution = isOpen(discourse, turn, own) ? otherSpeaker(discourse, turn) : own;
  turns.push({ paragraph: turn.paragraph, ...(resolution && { resolution }) });
  return resolution;
}

/** Whether the order of turns says more of who speaks than the turn's own mention. */
function isOpen({ turns }: Discourse, { speaker }: PlacedQuotation, own: Resolution | undefined): boolean {
  const before = turns.at(-1);
  if (before === undefined || (speaker !== undefined && speaker.phrase.kind !== 'pronoun')) return false;
  return own === undefined || own.name === before.resolution?.name;
}

/** Who spoke before the last turn, or last besides its speaker; undefined where the turn's pronoun cannot mean that one. */
function otherSpeaker(discourse: Discourse, turn: PlacedQuotation): Resolution | undefined {
  const { turns } = discourse;
  const other = turns.at(-2)?.resolution ?? (turns.length === 1 ? lastBesides(turns[0]?.resolution, discourse) : undefined);
  if (other === undefined || turn.speaker === undefined) return other;
  const sense = pronounOf(discourse, turn.speaker);
  return sense !== undefined && !sense.speaker && sense.number !== 'pl' && agreesWithPronoun(other, sense) ? other : undefined;
}

// So many speakers back somebody still takes part in a dialogue.
const SPEAKERS_BACK = 8;

/** Who spoke last besides somebody. */
function lastBesides(one: Resolution | undefined, { speakers }: Discourse): Resolution | undefined {
  if (one === undefined) return undefined;
  return speakers.slice(-SPEAKERS_BACK).findLast(({ resolution }) => resolution !== undefined && resolution.name !== one.name)
    ?.resolution;
}
