import { CLASS } from '../../../lexicon/wordClasses';
import { isFiniteVerb } from '../../../syntax/finiteVerbs';
import { tokenAt } from '../../../syntax/paragraphWords';
import type { QuoteWords } from '../../candidate';
import { paragraphStart } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf } from '../discourse';
import type { SentencePart } from '../sentencesBack';

/** The candidate named before the sentence's first verb, and after no preposition: its subject. */
export function namedSubject(
  { candidates, paragraphs, scans }: Discourse,
  { paragraph, first, last, from, to, where }: SentencePart,
  fits: (candidate: CandidateSpeaker) => boolean,
): Resolution | undefined {
  const words = scans[paragraph]?.words;
  if (words === undefined) return undefined;
  const base = paragraphStart(paragraphs, paragraph);
  let verb: number | undefined;
  for (const mention of mentionsIn(candidates, from, to)) {
    if (isQuoted(mention, where) || !fits(mention.candidate)) continue;
    const token = tokenAt(words, mention.start - base);
    verb ??= words.once(firstVerb, first, last);
    if (token > verb) return undefined;
    if (token === first || !isAfterPreposition(words, token)) return resolutionOf(mention.candidate);
  }
  return undefined;
}

/** A noun for people may be a preposition too, and then is not one. */
const isAfterPreposition = (words: QuoteWords, token: number): boolean =>
  words.is(token - 1, CLASS.preposition) && !words.isHuman(token - 1);

// After more words than these a sentence's first verb has no subject that a pronoun would mean.
export const MAX_VERB_REACH = 50;

/** The first finite verb of a sentence outside marks; without one, or too far on, the token where the search ended. */
export function firstVerb(words: QuoteWords, first: number, last: number): number {
  const end = Math.min(last, first + MAX_VERB_REACH);
  let verb = first;
  while (verb < end && !(words.marks.inside[verb] === -1 && isFiniteVerb(words, verb))) verb++;
  return verb;
}
