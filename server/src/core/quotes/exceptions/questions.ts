import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import type { VerbGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import type { ClauseDraft, SpokenCue } from '../rules/drafts';

/** "She could not say if it leaked", "declined to say if": the question is not answered. */
export const negatedQuestion = (refusal: RegExp): Exception<SpokenCue> => ({
  id: 'negated-question',
  holds: ({ site: { words }, cue, speaker }) => speaker !== undefined && isNegated(words, cue, refusal),
});

function isNegated(words: QuoteWords, { left, head }: VerbGroup, refusal: RegExp): boolean {
  for (let i = left - 3; i < head; i++) if (words.is(i, CLASS.negation) || refusal.test(words.at(i))) return true;
  return false;
}

/** "Can somebody tell me where it is", "to ask where it is": only what somebody did ask or explain. */
export const unaskedQuestion: Exception<SpokenCue> = {
  id: 'unasked-question',
  holds: ({ site: { words }, cue, speaker }) =>
    speaker !== undefined && (cue.mood !== 'finite' || words.is(cue.start, CLASS.modal) || words.is(cue.left, CLASS.modal)),
};

/** "I asked where the dam is": the writer's own question. */
export const ownQuestion: Exception<SpokenCue> = {
  id: 'own-question',
  holds: ({ site: { words }, speaker }) => speaker?.kind === 'pronoun' && words.pack.firstPerson.has(words.at(speaker.start)),
};

/** "Anne Morel se demande si la digue tient": a thought, where no marks show words. */
export const wondering: Exception<ClauseDraft> = {
  id: 'wondering',
  holds: ({ cue, marked }) => cue.reflexive && (cue.senses & CUE.isReflexive) === 0 && marked.length === 0,
};

/** "Expliquer comment la digue tient est simple": nobody asks. */
export const questionOfNobody: Exception<SpokenCue> = {
  id: 'question-of-nobody',
  holds: ({ speaker }) => speaker === undefined,
};
