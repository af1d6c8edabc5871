import { CLASS, FINITE, PARTICIPLE } from '../lexicon/wordClasses';
import type { ParagraphWords } from './paragraphWords';
import type { Range } from './ranges';

/** Whether a token is a verb with a person: of the table, or in the form of one where the words around it need a verb. */
export function isFiniteVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i) || words.isCapital(i)) return words.isCapital(i) && i === 0 && words.is(i, CLASS.auxiliary);
  if (words.is(i, CLASS.modal) && words.features.invariableModals && words.info[i]?.verb === undefined)
    return !words.lists.infinitiveMarker.has(words.at(i));
  if (words.is(i, CLASS.auxiliary) || words.is(i, CLASS.being) || words.is(i, CLASS.modal))
    return words.has(i, FINITE) && !words.is(i - 1, CLASS.determiner);
  // "the mayor rejected the plan", "il tapota la joue": the lexicon holds the common verbs alone
  if (words.info[i]?.verb === undefined && words.info[i]?.classes === 0) {
    if (words.features.participlePasts) return isPastForm(words, i) && takesObject(words, i);
    return words.pack.inversion && (behindPronoun(words, i) || looksFinite(words, i));
  }
  if (!words.has(i, FINITE)) return false;
  // plus is no form of plaire
  if (words.is(i, CLASS.adverb | CLASS.negation) && !words.is(i - 1, CLASS.subject)) return false;
  if (words.is(i - 1, CLASS.determiner) && !words.is(i - 1, CLASS.clitic)) return false;
  // "sur la lutte": an article, not a pronoun, behind a preposition
  if (
    words.is(i - 1, CLASS.determiner) &&
    (words.is(i - 2, CLASS.preposition) || !words.isWord(i - 2) || words.is(i - 2, CLASS.conjunction))
  )
    return false;
  if (words.is(i - 1, CLASS.of) || words.is(i - 1, CLASS.preposition)) return false;
  if (words.features.participlePasts && words.has(i, PARTICIPLE) && takesObject(words, i)) return true;
  if (words.has(i, PARTICIPLE) && !words.is(i - 1, CLASS.subject))
    return words.is(i - 1, CLASS.clitic) || words.is(i - 1, CLASS.relative);
  return !words.is(i, CLASS.preposition) && !words.is(i, CLASS.human) && !words.is(i, CLASS.institution);
}

/** A word that has the ending of a past tense. */
export const isPastForm = (words: ParagraphWords, i: number): boolean =>
  words.at(i).length > 4 && words.lists.pastEnding.test(words.at(i));

/** Whether an unknown word has an ending that only finite forms have; the shortest words are others (trait, opéra). */
function looksFinite(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  if (form.length < 6 || words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) return false;
  return words.pack.finiteEndings.some((ending) => form.endsWith(ending));
}

/** Right behind je, il, elle and their clitics stands a verb, whatever it is. */
function behindPronoun(words: ParagraphWords, i: number): boolean {
  let k = i - 1;
  while (k > i - 4 && words.is(k, CLASS.clitic) && !words.is(k, CLASS.subject)) k--;
  return words.is(k, CLASS.subject) && !words.is(k, CLASS.oblique | CLASS.determiner) && !/^[-‑]$/.test(words.at(k - 1));
}

/** English: "the company denied the claims": behind a noun and before an object a form in -ed is no participle. */
function takesObject(words: ParagraphWords, i: number): boolean {
  return (
    words.isWord(i - 1) &&
    !words.is(i - 1, CLASS.being | CLASS.auxiliary | CLASS.modal | CLASS.conjunction) &&
    !words.isAdverb(i - 1) &&
    (words.is(i + 1, CLASS.determiner | CLASS.that | CLASS.oblique) || words.isCapital(i + 1))
  );
}

/** The first token that is no clitic, among the next few. */
export const afterClitics = (words: ParagraphWords, from: number): number => {
  let i = from;
  while (i < from + 4 && words.is(i, CLASS.clitic)) i++;
  return i;
};

/** Whether a range has a finite verb at the zone's level (marked words included when `deep`). */
export function hasFiniteVerb(words: ParagraphWords, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (isFiniteVerb(words, i)) return true;
  return false;
}
