import type { Forms } from '../../lexicon/grammar';
import { CLASS, CUE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { interior } from '../../syntax/ranges';
import { afterGroup } from '../../syntax/verbGroups';
import type { QuoteWords } from '../candidate';
import { canSpeak } from '../rules/cueSpeaker';
import type { FragmentDraft, MarkedObject, SpokenCue } from '../rules/drafts';
import { isCapitalTitle, isTitleInMarks } from './titleInMarks';

// Why marked words after a cue, or a clause after its colon, are not its subject's.

/** "À retenir et à dire : la digue cède": a clause after a colon needs somebody who says it. */
export const unattributedClause: Exception<SpokenCue> = {
  id: 'unattributed-clause',
  holds: ({ speaker }) => speaker === undefined,
};

/** A verb that has its quotation before it alone: "poursuivre « la visite »" goes on with a visit. */
export const cueOfReportingClause: Exception<SpokenCue> = {
  id: 'cue-of-reporting-clause',
  holds: ({ cue }) => (cue.senses & CUE.inReportingClauseOnly) !== 0,
};

/** "La digue permet de dire « il ne faut rien craindre »": the infinitive of what cannot speak. */
export const infinitiveOfNobody: Exception<MarkedObject> = {
  id: 'infinitive-of-nobody',
  holds: ({ site, cue, speaker, said }) =>
    cue.mood === 'infinitive' && (speaker === undefined || !(said || canSpeak(site.words, speaker))),
};

/** "Paul Dubois voit « la mer »", "engage « des travaux »": some judge only with their clitic: y voir, s'engager. */
export const judgesOnlyWith = (clitics: ReadonlyMap<string, Forms>): Exception<FragmentDraft> => ({
  id: 'judges-only-with',
  holds: ({ site: { words }, cue }) => clitics.get(cue.lemma)?.has(words.at(cue.left)) === false,
});

/** "Le port a lancé une « semaine bleue »" names what was begun. */
export const begunThing = (lemmas: Forms): Exception<FragmentDraft> => ({
  id: 'begun-thing',
  holds: ({ cue, at }) => lemmas.has(cue.lemma) && at > afterGroup(cue),
});

/** "Les bêtes présentent des « lésions »": showing and comparing judge only with what they compare to: présenter comme. */
export const shownThing = (lemmas: Forms, comparedAs: Forms): Exception<FragmentDraft> => ({
  id: 'shown-thing',
  holds: ({ site: { words }, cue, at }) => lemmas.has(cue.lemma) && !hasAny(words, comparedAs, afterGroup(cue), at),
});

function hasAny(words: QuoteWords, forms: Forms, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (forms.has(words.at(i))) return true;
  return false;
}

/** "Anne Morel critique le film « La Digue »": a title. "What he called a “theft”" is none, "a boat called “Anna”" is. */
export const titleInFragment: Exception<FragmentDraft> = {
  id: 'title-in-marks',
  holds: ({ site: { words }, cue, at, index }) =>
    namesWhatItTakesUp(words, cue.head, at) ? isCapitalTitle(words, index) : isTitleInMarks(words, index),
};

/** "what the mayor called a “theft”": a verb of naming after the relative that is its object. */
function namesWhatItTakesUp(words: QuoteWords, verb: number, open: number): boolean {
  if (!words.is(verb, CLASS.naming)) return false;
  for (let i = verb + 1; i < open; i++) if (!words.is(i, CLASS.determiner)) return false;
  for (let i = verb - 1; i > verb - SUBJECT_REACH && words.isWord(i); i--)
    if (words.lists.freeRelatives.has(words.at(i))) return true;
  return false;
}

const SUBJECT_REACH = 8;

/** "Reed spoke on “autism”": of what somebody tells, asks or fears one word names a thing; of what he judges it judges. */
export const toldThing: Exception<FragmentDraft> = {
  id: 'told-thing',
  holds: ({ site: { words }, cue, index }) => (cue.senses & CUE.judges) === 0 && countWords(words, index) < 2,
};

function countWords(words: QuoteWords, index: number): number {
  const inner = interior(words, index);
  let count = 0;
  for (let i = inner.start; i < inner.end; i++) if (words.isWord(i)) count++;
  return count;
}

/** "Pour dénoncer des « blocages », …": nobody in the sentence judges. */
export const fragmentOfNobody: Exception<FragmentDraft> = {
  id: 'fragment-of-nobody',
  holds: ({ site, cue, speaker }) => speaker === undefined || (cue.mood === 'infinitive' && !canSpeak(site.words, speaker)),
};
