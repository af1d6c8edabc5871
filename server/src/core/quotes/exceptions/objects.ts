import type { Forms } from '../../lexicon/grammar';
import { CLASS } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { isCueAt } from '../previous';
import { canSpeak } from '../rules/cueSpeaker';
import type { SpokenCue } from '../rules/drafts';
import { hasComplement, isUnbound, type ObjectDraft } from '../rules/reportedObject';
import type { SubjectDraft } from '../rules/reportedSubject';
import type { SayingDraft } from '../rules/sayingNoun';

// Why a noun with a verb of statement is nothing that somebody said.

/** "Il se rappelle les faits": to himself. */
export const reflexiveObject: Exception<ObjectDraft> = { id: 'reflexive-object', holds: ({ cue }) => cue.reflexive };

/** "Le pays rappelle ses ambassadeurs": people are called back, not recalled. */
export const personAsObject: Exception<ObjectDraft> = {
  id: 'person-as-object',
  holds: ({ site: { words }, phrase: { start, end } }) => {
    for (let i = start; i < Math.min(end, start + 3) && !(i > start && words.is(i, CLASS.of)); i++)
      if (words.is(i, CLASS.time) || words.isHuman(i)) return true;
    return false;
  },
};

/** "Cette lettre n'est pas sans rappeler les temps passés": what is done without is not done; "non sans" is. */
export const notWithout = (without: Forms, non: Forms): Exception<ObjectDraft> => ({
  id: 'not-without',
  holds: ({ site: { words }, cue: { left } }) => without.has(words.at(left - 1)) && !non.has(words.at(left - 2)),
});

/** "Le panneau sert à rappeler les règles": an infinitive of what cannot speak, unless de binds it to somebody else. */
export const unboundInfinitive: Exception<ObjectDraft> = {
  id: 'unbound-infinitive',
  holds: (draft) => isUnbound(draft) && !draft.site.words.is(draft.cue.left - 1, CLASS.of),
};

/** "Rappelons les faits.": nobody in the sentence says it. */
export const objectOfNobody: Exception<ObjectDraft> = {
  id: 'object-of-nobody',
  holds: (draft) => !isUnbound(draft) && draft.speaker === undefined,
};

/** "Ces terres qu'elles ne revendiquent pas": not said. */
export const negatedRelative: Exception<ObjectDraft> = {
  id: 'negated-relative',
  holds: ({ site: { words }, cue }) => words.is(cue.left, CLASS.negation),
};

/** "Les chiffres que la pluie annonce": a subject without a voice. */
export const voicelessSubject: Exception<SpokenCue> = {
  id: 'voiceless-subject',
  holds: ({ site, speaker }) => speaker === undefined || !(speaker.kind === 'pronoun' || canSpeak(site.words, speaker)),
};

/** "L'homme dont on sait qu'il affirme que …": the verb has what it says behind it. */
export const ownComplement: Exception<ObjectDraft> = { id: 'own-complement', holds: hasComplement };

/** "Le maire qu'il annonce": people are not said. */
export const personInRelative: Exception<ObjectDraft> = {
  id: 'person-in-relative',
  holds: ({ site: { words }, phrase: { start } }) => words.isHuman(start + 1) || words.is(start + 1, CLASS.institution),
};

/** "Est indiqué dans le traitement de": with such a preposition the passive has another sense. */
export const otherPassive = (prepositions: ReadonlyMap<string, Forms>): Exception<SubjectDraft> => ({
  id: 'other-passive',
  holds: ({ site: { words }, cue }) => prepositions.get(cue.lemma)?.has(words.at(cue.end)) === true,
});

/** "La remarque que fait le maire": another rule has the noun as its cue. */
export const alreadyCue: Exception<SayingDraft> = { id: 'already-cue', holds: ({ site, noun }) => isCueAt(site, noun) };

/** "Cette révélation" says neither what nor whose. */
export const bareSaying: Exception<SayingDraft> = {
  id: 'bare-saying',
  holds: ({ site: { words }, phrase: { start, end }, speaker }) => {
    if (speaker !== undefined || words.is(end, CLASS.that | CLASS.relative)) return false;
    for (let i = start; i < end; i++) if (words.opens(i) !== undefined) return false;
    return true;
  },
};
