import { CLASS } from '../../../lexicon/wordClasses';
import { isFiniteVerb } from '../../../syntax/finiteVerbs';
import type { Phrase } from '../../../syntax/nounPhrases';
import { tokenAt } from '../../../syntax/paragraphWords';
import { subjectBefore } from '../../../syntax/subjects';
import type { QuoteWords } from '../../candidate';
import { paragraphStart, startOf } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import { type Discourse, isQuoted, type Resolution, resolutionOf } from '../discourse';
import type { SentencePart } from '../sentencesBack';
import { resolveDescription } from './description';
import { institutionHead } from './descriptionParts';
import { calledByDescription } from './narrativeDescription';
import { mentionAt } from './sieve';

/** The candidate named before the sentence's first verb, and after no preposition: its subject. */
export function namedSubject(
  { candidates, paragraphs, scans }: Discourse,
  { paragraph, first, last, from, to, where }: SentencePart,
  fits: (candidate: CandidateSpeaker) => boolean,
): Resolution | undefined {
  const words = scans[paragraph]?.words;
  if (words === undefined) return undefined;
  const base = paragraphStart(paragraphs, paragraph);
  const verb = words.once(firstVerb, first, last);
  for (const mention of mentionsIn(candidates, from, to)) {
    if (isQuoted(mention, where) || !fits(mention.candidate)) continue;
    const token = tokenAt(words, mention.start - base);
    if (token > verb) return undefined;
    if (token === first || !isAfterPreposition(words, token)) return resolutionOf(mention.candidate);
  }
  return undefined;
}

/** A noun for people may be a preposition too, and then is not one. */
const isAfterPreposition = (words: QuoteWords, token: number): boolean =>
  words.is(token - 1, CLASS.preposition) && !words.isHuman(token - 1);

// So many speakers back somebody known by a description alone has spoken.
const SPEAKERS_BACK = 60;

/** In a narrative: somebody known by a description alone who is the sentence's subject, a person by the noun or by having spoken. */
export function describedSubject(discourse: Discourse, sentence: SentencePart): Resolution | undefined {
  const words = discourse.scans[sentence.paragraph]?.words;
  const subject = words && firstSubject(discourse, words, sentence);
  if (words === undefined || subject?.kind !== 'description') return undefined;
  const described = calledByDescription(words, subject);
  const isPerson =
    words.isHuman(subject.start + 1) ||
    discourse.speakers.slice(-SPEAKERS_BACK).some(({ resolution }) => resolution?.name === described.name);
  return isPerson ? described : undefined;
}

/** "La police de Tolvanne a arrêté …": in an article, an institution without a name of its own that is the sentence's subject. */
export function institutionSubject(discourse: Discourse, sentence: SentencePart, gender: 'm' | 'f'): Resolution | undefined {
  const { paragraph, where } = sentence;
  const words = discourse.scans[paragraph]?.words;
  if (words === undefined || discourse.narrative) return undefined;
  const subject = firstSubject(discourse, words, sentence);
  if (subject === undefined || subject.kind === 'pronoun' || institutionHead(words, subject) < 0) return undefined;
  if (discourse.pack.definite.get(words.at(subject.start)) !== gender) return undefined;
  const mention = mentionAt(discourse, paragraph, subject, where.quoted);
  return mention && resolveDescription(mention);
}

/** The subject of the first finite verb outside marks, in the part of a sentence that is looked at. */
function firstSubject(discourse: Discourse, words: QuoteWords, { first, last, paragraph, to }: SentencePart): Phrase | undefined {
  const base = paragraphStart(discourse.paragraphs, paragraph);
  const verb = words.once(firstVerb, first, last);
  if (verb >= Math.min(last, first + MAX_VERB_REACH) || base + startOf(words, verb) >= to) return undefined;
  let left = verb;
  while (words.is(left - 1, CLASS.clitic)) left--;
  return subjectBefore(words, left, first);
}

// After more words than these a sentence's first verb has no subject that a pronoun would mean.
const MAX_VERB_REACH = 50;

/** The first finite verb of a sentence outside marks; without one, or too far on, the token where the search ended. */
function firstVerb(words: QuoteWords, first: number, last: number): number {
  const end = Math.min(last, first + MAX_VERB_REACH);
  let verb = first;
  while (verb < end && !(words.marks.inside[verb] === -1 && isFiniteVerb(words, verb))) verb++;
  return verb;
}
