import { CLASS, FINITE, GERUND, INFINITIVE, PARTICIPLE, THIRD } from '../lexicon/wordClasses';
import { own } from '../members';
import { isFiniteVerb } from './finiteVerbs';
import type { Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

/** A form of be or have, or a modal: nothing else than a verb. */
export function isSureVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i)) return false;
  if (words.is(i, CLASS.modal)) return !words.lists.infinitiveMarker.has(words.at(i)) && !words.is(i - 1, CLASS.determiner);
  // 's and 're for is and are are not read: after a noun they show whose it is
  if (!words.is(i, CLASS.auxiliary | CLASS.being)) return false;
  return words.has(i, FINITE) && !words.lists.infinitiveMarker.has(words.at(i - 1));
}

/** After a whole noun phrase any finite form of the lexicon, and any word in -ed, is its verb or that of a relative left short. */
export function isLikelyVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i) || words.lists.infinitiveMarker.has(words.at(i))) return false;
  if (words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) return false;
  if (words.has(i, FINITE)) return !words.isHuman(i) && !words.is(i, CLASS.preposition);
  return words.info[i]?.classes === 0 && looksLikeVerb(words, i);
}

function looksLikeVerb(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  if (form.length < 5) return false;
  // "Stone wishes to leave"
  if (words.lists.thirdPersonEnding.test(form) && !words.lists.singularEnding.test(form))
    return words.lists.infinitiveMarker.has(words.at(i + 1)) && words.isCapital(i - 1);
  return words.lists.pastEnding.test(form);
}

/** Whether a verb can be that of a subject: "the phone touches", "the phones touch", never "the phone touch". */
export function agreesWith(words: ParagraphWords, subject: Phrase, i: number): boolean {
  const forms = words.info[i]?.forms ?? 0;
  if (forms & THIRD_SINGULAR || !(forms & INFINITIVE)) return true;
  return isPlural(words, subject);
}

const THIRD_SINGULAR = 1 << 6;

/** After a verb that takes objects: a past or present that stands before an object of its own and is not a participle. */
export function isPlainVerb(words: ParagraphWords, subject: Phrase, i: number): boolean {
  if (words.has(i, GERUND | PARTICIPLE) || !isFiniteVerb(words, i) || !agreesWith(words, subject, i)) return false;
  const inS = words.lists.thirdPersonEnding.test(words.at(i)) && ((words.verb(i)?.forms ?? 0) & THIRD) !== 0;
  // "announced price rises", "adds video features"
  return !inS || beforeOwnObject(words, i + 1);
}

const beforeOwnObject = (words: ParagraphWords, i: number): boolean =>
  words.is(i, CLASS.determiner | CLASS.oblique | CLASS.that) ||
  words.isCapital(i) ||
  words.lists.infinitiveMarker.has(words.at(i));

/** Several things, as far as the words show: officials, they, Reed and Stone. */
function isPlural(words: ParagraphWords, phrase: Phrase): boolean {
  if (phrase.kind === 'pronoun') return own(words.pack.pronouns, words.at(phrase.start))?.number === 'pl';
  if (words.pack.plural.has(words.at(phrase.start))) return true;
  for (let i = phrase.start; i < phrase.end; i++) if (words.lists.and.has(words.at(i))) return true;
  const noun = words.at(headNoun(words, phrase));
  return words.pack.pluralEndings.some((ending) => noun.endsWith(ending)) && !words.lists.singularEnding.test(noun);
}

/** The last word before a phrase's first preposition. */
function headNoun(words: ParagraphWords, phrase: Phrase): number {
  for (let i = phrase.start + 1; i < phrase.end; i++) if (words.is(i, CLASS.preposition | CLASS.of)) return i - 1;
  return phrase.end - 1;
}
