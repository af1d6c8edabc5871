import type { Forms } from '../../lexicon/grammar';
import { CLASS, FINITE, PARTICIPLE } from '../../lexicon/wordClasses';
import type { Exception } from '../../rules/rule';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import type { QuoteWords } from '../candidate';
import { startsAt } from '../previous';
import type { NounDraft } from '../rules/nounCue';

const REACH = 14;

/** "L'annonce qu'il a faite hier": a relative takes the noun up, whose verb has no object of its own. */
export const takenUpByRelative = (supportVerbs: Forms): Exception<NounDraft> => ({
  id: 'taken-up-by-relative',
  holds: ({ site: { words, sentence }, clause: { start } }) => {
    if (!words.is(start - 1, CLASS.that)) return false;
    for (let i = start; i < Math.min(sentence.end, start + REACH); i++)
      if (isFiniteVerb(words, i)) return lacksObject(words, i, supportVerbs);
    return false;
  },
});

function lacksObject(words: QuoteWords, i: number, supportVerbs: Forms): boolean {
  const compound = words.has(i, FINITE) && words.is(i, CLASS.auxiliary);
  let after = i + 1;
  while (words.isAdverb(after) || (compound && words.has(after, PARTICIPLE))) after++;
  const lemma = words.verb(words.has(after - 1, PARTICIPLE) ? after - 1 : i)?.lemma ?? '';
  return supportVerbs.has(lemma) && !words.is(after, CLASS.determiner | CLASS.that);
}

/** "Sa déclaration selon laquelle …" where a verb has brought in the same clause: one report, not two. */
export const alreadyReported: Exception<NounDraft> = {
  id: 'already-reported',
  holds: ({ site, clause }) => startsAt(site, clause.start),
};
