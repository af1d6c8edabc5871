import type { Forms } from '../../lexicon/grammar';
import { CLASS, CUE, THIRD } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import type { QuoteWords } from '../candidate';
import { lastStartsAt } from '../previous';
import type { CuePlace } from '../rule';

/** Lemmas whose subject il is nobody. */
export interface ImpersonalWords {
  /** il convient que */
  readonly lemmas: Forms;
  /** il faut dire que */
  readonly modals: Forms;
  /** on apprend que */
  readonly learning: Forms;
}

/** "Il convient de dire que …", "il faut dire que …", "on apprend que …": nobody says it. */
export const impersonalCue = ({ lemmas, modals, learning }: ImpersonalWords): Exception<CuePlace> => ({
  id: 'impersonal-cue',
  holds: ({ site: { words }, cue }) => {
    const subject = cue.left - 1;
    if (!words.is(subject, CLASS.subject)) return false;
    if (lemmas.has(cue.lemma) || modals.has(words.verb(cue.start)?.lemma ?? '')) return true;
    return learning.has(cue.lemma) && words.is(subject, CLASS.vague);
  },
});

/** "They say adding salt is simple": the participle is the subject of what they say. */
export const subjectOfReport: Exception<CuePlace> = {
  id: 'subject-of-report',
  holds: ({ site, cue }) => cue.mood === 'gerund' && lastStartsAt(site, cue.left),
};

/** "Il est dit que la digue cède": nobody is the subject of a passive. */
export const passiveCue: Exception<CuePlace> = { id: 'passive-cue', holds: ({ cue }) => cue.mood === 'passive' };

/** "Dismissed reports that …", "amid claims that …", "reports that have come in": the verb's form is a noun. */
export const nounNotVerb: Exception<CuePlace> = {
  id: 'noun-not-verb',
  holds: ({ site: { words }, cue }) => {
    if ((cue.senses & CUE.isNounToo) === 0 || cue.left !== cue.head || cue.mood !== 'finite') return false;
    const next = cue.head + 1;
    if (!words.is(next, CLASS.that)) return false;
    const before = cue.left - 1;
    const isObject =
      (words.verb(before)?.forms ?? 0) !== 0 && !words.is(before, CLASS.modal | CLASS.auxiliary) && !words.isHuman(before);
    return (
      isObject ||
      words.is(before, CLASS.preposition | CLASS.determiner | CLASS.of | CLASS.being) ||
      words.is(next + 1, CLASS.auxiliary | CLASS.being | CLASS.modal)
    );
  },
};

/** "Il se dit que la digue cède", "se demander": what one says to oneself. */
export const reflexiveCue: Exception<CuePlace> = {
  id: 'reflexive-cue',
  holds: ({ cue }) => cue.reflexive && (cue.senses & CUE.isReflexive) === 0,
};

/** Whether a verb's form is none of the third person, so that without a subject it is an imperative: notez. */
export const isImperative = (words: QuoteWords, verb: number): boolean => ((words.verb(verb)?.forms ?? 0) & THIRD) === 0;
