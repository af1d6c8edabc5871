import { CLASS, CUE, GERUND } from '../lexicon/wordClasses';
import { isLikelyVerb, isSureVerb } from './clauseVerbs';
import { isFiniteVerb } from './finiteVerbs';
import { HYPHEN } from './nounPhraseEnds';
import { nounPhraseAt } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

/** Senses of the verbs that bring in nothing but speech: say, argue, tell. */
const SAYS = CUE.dropsThat | CUE.introducesSpeech;
/** Senses of those that have other objects too: announce, claim, think. */
const HAS_OBJECTS = CUE.takesObject | CUE.isThought | CUE.isNounToo;

// A verb stands so many tokens after the clause's beginning at most.
const REACH = 34;

/** Whether a verb takes no object but what is said, so that any clause after it is reported. */
export const saysOnly = (senses: number): boolean => (senses & SAYS) === SAYS && (senses & HAS_OBJECTS) === 0;

/**
 * English, after a verb that takes no object but what is said ("say", "told reporters"): whether a clause without "that"
 * begins at a token, however long its subject: a noun phrase, and a verb in the rest of the clause that is neither that of
 * a relative nor that of "when …".
 */
export function startsLooseClause(words: ParagraphWords, at: number, limit: number): boolean {
  const first = firstOfClause(words, at);
  if (!words.isWord(first) && words.tokens[first]?.kind !== 'number') return false;
  if (words.isAdverb(first) || words.is(first, CLASS.time) || words.lists.beforeTime.has(words.at(first))) return false;
  if (words.is(first, NO_BEGINNING) && !words.is(first, CLASS.determiner | CLASS.indefinite)) return false;
  const subject = nounPhraseAt(words, first, limit, 'left');
  if (subject?.kind === 'pronoun')
    return words.lists.and.has(words.at(subject.end))
      ? hasMainVerb(words, subject.end + 1, Math.min(limit, at + REACH)) || isCoordinated(words, subject.end + 1, limit)
      : isVerbOfPronoun(words, subject.end, limit);
  if (words.has(first, GERUND) || (subject === undefined && !words.is(first, CLASS.determiner | CLASS.indefinite))) return false;
  return !isSaidThing(words, first, subject?.end ?? first + 1) && hasMainVerb(words, first + 1, Math.min(limit, at + REACH));
}

/** "said “nobody” left", "said about 40 people left": the token after a mark, or after what makes a number vague. */
function firstOfClause(words: ParagraphWords, at: number): number {
  if (words.opens(at) !== undefined) return at + 1;
  return words.is(at, CLASS.preposition) && words.tokens[at + 1]?.kind === 'number' ? at + 1 : at;
}

const NO_BEGINNING = CLASS.preposition | CLASS.of | CLASS.conjunction | CLASS.that | CLASS.relative | CLASS.subordinator;

/** "said it also held": whatever word stands after a pronoun and its adverbs, if no other begins there: "said it to them". */
function isVerbOfPronoun(words: ParagraphWords, from: number, limit: number): boolean {
  let verb = from;
  while (verb < limit && words.isAdverb(verb)) verb++;
  return (
    verb + 1 < limit &&
    words.isWord(verb) &&
    words.isWord(verb + 1) &&
    !words.isCapital(verb) &&
    words.info[verb]?.classes === 0 &&
    !words.has(verb, GERUND)
  );
}

/** "said she and her classmates talk": a second subject, and a word after it that ties nothing to it. */
function isCoordinated(words: ParagraphWords, at: number, limit: number): boolean {
  const other = nounPhraseAt(words, at, limit, 'left');
  return other !== undefined && other.end < limit && words.isWord(other.end) && !words.is(other.end, NO_BEGINNING);
}

/** "said something odd", "said the same", "told the truth": what can be said without a clause. */
function isSaidThing(words: ParagraphWords, start: number, end: number): boolean {
  for (let i = start; i < Math.min(end, start + 3); i++)
    if (words.lists.saidThings.has(words.at(i)) && !HYPHEN.test(words.at(i + 1))) return true;
  return false;
}

/** A verb between two tokens that no relative and no conjunction takes. */
function hasMainVerb(words: ParagraphWords, from: number, stop: number): boolean {
  let owed = 0;
  for (let i = from; i < stop; i++) {
    if (/^[.;:?!]$/.test(words.at(i)) && words.spaced(i + 1)) return false;
    // "I have said all along, we must act"
    if (words.at(i) === ',' && words.is(i + 1, CLASS.subject)) return false;
    if (words.is(i, CLASS.relative | CLASS.that) || (words.is(i, CLASS.subordinator) && !words.is(i, CLASS.preposition))) owed++;
    else if (isVerb(words, i) && --owed < 0) return true;
  }
  return false;
}

const isVerb = (words: ParagraphWords, i: number): boolean =>
  isSureVerb(words, i) || isFiniteVerb(words, i) || isLikelyVerb(words, i) || isUnknownThird(words, i);

/** "said the dam leaks": a word in -s that the lexicon does not hold, after a noun, and no noun behind it. */
const isUnknownThird = (words: ParagraphWords, i: number): boolean =>
  words.lists.thirdPersonEnding.test(words.at(i)) &&
  !words.lists.singularEnding.test(words.at(i)) &&
  words.info[i]?.classes === 0 &&
  !words.isCapital(i) &&
  words.isWord(i - 1) &&
  !words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction) &&
  (!words.isWord(i + 1) || words.is(i + 1, CLASS.determiner | CLASS.preposition | CLASS.oblique) || words.isAdverb(i + 1));
