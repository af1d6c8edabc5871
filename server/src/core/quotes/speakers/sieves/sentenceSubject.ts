import { CLASS } from '../../../lexicon/wordClasses';
import type { Phrase } from '../../../syntax/nounPhrases';
import { subjectBefore } from '../../../syntax/subjects';
import type { QuoteWords } from '../../candidate';
import { paragraphStart, startOf } from '../../offsets';
import type { Discourse, Resolution } from '../discourse';
import { firstVerb, MAX_VERB_REACH } from '../ranking/namedSubject';
import type { SentencePart } from '../sentencesBack';
import { resolveDescription } from './description';
import { institutionHead } from './descriptionParts';
import { mentionAt } from './sieve';

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
  if (!holdsInstitution(words, first, last)) return undefined;
  const verb = words.once(firstVerb, first, last);
  if (base + startOf(words, verb) >= to) return undefined;
  return words.once(subjectOfFirstVerb, first, last) ?? undefined;
}

/** Asked before its syntax, which takes longer: few sentences hold such a word. */
function holdsInstitution(words: QuoteWords, first: number, last: number): boolean {
  const end = Math.min(last, first + MAX_VERB_REACH);
  for (let i = first; i < end; i++) if (words.is(i, CLASS.institution | CLASS.source)) return true;
  return false;
}

function subjectOfFirstVerb(words: QuoteWords, first: number, last: number): Phrase | null {
  const verb = words.once(firstVerb, first, last);
  if (verb >= Math.min(last, first + MAX_VERB_REACH)) return null;
  let left = verb;
  while (words.is(left - 1, CLASS.clitic)) left--;
  return subjectBefore(words, left, first) ?? null;
}
