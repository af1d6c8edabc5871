import { CLASS } from '../../../lexicon/wordClasses';
import { describes, type Phrase } from '../../../syntax/nounPhrases';
import { subjectBefore } from '../../../syntax/subjects';
import type { QuoteWords } from '../../candidate';
import { endOf, paragraphStart, startOf } from '../../offsets';
import { type CandidateSpeaker, mentionsIn } from '../candidates';
import type { Discourse } from '../discourse';
import { stemOf } from '../roles';
import { findBackwards, type SentencePart } from '../sentencesBack';
import { shownGender } from '../shownGender';
import type { Anaphor } from './anaphor';
import { firstVerb } from './namedSubject';

/** How near the last speaker is, a person whom nobody names: "A neighbour said it leaks. He added …". */
export function unnamedSpeaker({ discourse, where, gender, absent }: Anaphor): 'here' | 'near' | undefined {
  const last = discourse.speakers.at(-1);
  if (last === undefined || last.plural || !isUnnamedPerson(last, absent)) return undefined;
  if (gender !== undefined && last.gender !== undefined && gender !== last.gender) return undefined;
  const { paragraphs } = discourse;
  if (last.at >= paragraphStart(paragraphs, where.paragraph)) return 'here';
  return where.paragraph > 0 && last.at >= paragraphStart(paragraphs, where.paragraph - 1) ? 'near' : undefined;
}

/** A person without a name, or one whose name is taken away in an example to learn from. */
const isUnnamedPerson = (
  { resolution, isUnnamed }: Discourse['speakers'][number],
  absent: CandidateSpeaker | undefined,
): boolean => {
  if (resolution === undefined || resolution.candidate?.type === 'ORG') return isUnnamed;
  return absent !== undefined && resolution.candidate === absent;
};

// A pronoun takes up the subject of its own sentence or of the one before.
const SENTENCES = 2;

/** Whether the last subject is a person whom nobody names: "Le Premier ministre recevra les mineurs. Il a promis …". */
export function hasUnnamedSubject(anaphor: Anaphor): boolean {
  const { discourse, where, gender } = anaphor;
  let back = 0;
  let found = false;
  findBackwards(discourse, where, (sentence) => {
    const words = discourse.scans[sentence.paragraph]?.words;
    const subject = words && subjectOf(words, sentence, where.start - paragraphStart(discourse.paragraphs, sentence.paragraph));
    if (words !== undefined && subject !== undefined) {
      found = isUnnamed(discourse, words, subject, sentence) && agrees(words, subject, gender);
      back = SENTENCES;
    }
    return ++back >= SENTENCES ? STOP : undefined;
  });
  return found;
}

/** Ends the search. */
const STOP = { name: '' };

/** The subject of a sentence's first verb, before an offset in its paragraph. */
function subjectOf(words: QuoteWords, { first, last }: SentencePart, before: number): Phrase | undefined {
  const verb = words.once(firstVerb, first, last);
  if (verb >= last || startOf(words, verb) >= before) return undefined;
  let left = verb;
  while (left - 1 > first && words.is(left - 1, CLASS.clitic)) left--;
  return subjectBefore(words, left, first);
}

/** A description of a person that holds no name, and that no known person is called. */
function isUnnamed(
  { candidates, paragraphs, pack }: Discourse,
  words: QuoteWords,
  subject: Phrase,
  { paragraph }: SentencePart,
): boolean {
  if (subject.kind !== 'description' || !describes(words, subject)) return false;
  const base = paragraphStart(paragraphs, paragraph);
  if (mentionsIn(candidates, base + startOf(words, subject.start), base + endOf(words, subject.end - 1)).length > 0) return false;
  for (let i = subject.start; i < subject.end; i++)
    if (words.isHuman(i) && candidates.byRole(stemOf(words.at(i), pack)).length > 0) return false;
  return true;
}

const agrees = (words: QuoteWords, subject: Phrase, gender: 'm' | 'f' | undefined): boolean =>
  gender === undefined || (shownGender(words, subject) ?? gender) === gender;
