import { CLASS, FINITE, INFINITIVE, PARTICIPLE } from '../lexicon/wordClasses';
import { firstAnswer, type Strategy } from '../rules/strategies';
import type { ParagraphWords } from './paragraphWords';
import type { Range } from './ranges';

const ANY_CLASS = -1;
const AUXILIARIES = CLASS.auxiliary | CLASS.being | CLASS.modal;

/** Whether a token is a verb with a person: of the table, or in the form of one where the words around it need a verb. */
export function isFiniteVerb(words: ParagraphWords, i: number): boolean {
  if (!words.isWord(i)) return false;
  if (words.isCapital(i)) return i === 0 && words.is(i, CLASS.auxiliary);
  if (words.is(i, AUXILIARIES)) return isFiniteAuxiliary(words, i);
  // the lexicon holds the common verbs alone
  if (words.is(i, ANY_CLASS) || words.verb(i) !== undefined)
    return words.has(i, FINITE) && (firstAnswer(FINITE_FORMS, words, i) ?? true);
  return words.features.participlePasts ? isPastWithObject(words, i) : isUnknownFinite(words, i);
}

/** "a", "est", "doit", "must", but "un être" and "to be". */
function isFiniteAuxiliary(words: ParagraphWords, i: number): boolean {
  if (words.features.invariableModals && words.is(i, CLASS.modal) && words.verb(i) === undefined)
    return !words.lists.infinitiveMarker.has(words.at(i));
  return words.has(i, FINITE) && !words.is(i - 1, CLASS.determiner);
}

/** "the mayor rejected the plan" */
const isPastWithObject = (words: ParagraphWords, i: number): boolean => isPastForm(words, i) && takesObject(words, i);

/** "il tapota la joue", "la séance rouvrira" */
const isUnknownFinite = (words: ParagraphWords, i: number): boolean =>
  words.pack.inversion && (followsPronoun(words, i) || looksFinite(words, i));

/** plus is not a form of plaire. */
const adverb: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/adverb',
  find: (words, i) => (words.is(i, CLASS.adverb | CLASS.negation) && !words.is(i - 1, CLASS.subject) ? false : undefined),
};

/** "une lutte": but "le porte" may be "il le porte". */
const nounAfterArticle: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/noun-after-article',
  find: (words, i) => (words.is(i - 1, CLASS.determiner) && !words.is(i - 1, CLASS.clitic) ? false : undefined),
};

/** "sur la lutte": after a preposition, a conjunction or punctuation an article, no pronoun. */
const nounAfterGovernedArticle: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/noun-after-governed-article',
  find(words, i) {
    if (!words.is(i - 1, CLASS.determiner)) return undefined;
    return words.is(i - 2, CLASS.preposition | CLASS.conjunction) || !words.isWord(i - 2) ? false : undefined;
  },
};

/** "de lutte", "par annonce" */
const nounAfterPreposition: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/noun-after-preposition',
  find: (words, i) => (words.is(i - 1, CLASS.of | CLASS.preposition) ? false : undefined),
};

/** "the company denied the claims": a past tense that looks like a participle. */
const pastWithObject: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/past-with-object',
  find: (words, i) => (words.features.participlePasts && words.has(i, PARTICIPLE) && takesObject(words, i)) || undefined,
};

/** "le syndicat dit craindre", "le maire écrit que": what no participle takes. */
const beforeComplement: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/before-complement',
  find(words, i) {
    if (!words.pack.inversion || !words.has(i, PARTICIPLE) || words.is(i - 1, AUXILIARIES | CLASS.negation)) return undefined;
    const next = words.is(i + 1, CLASS.negation) ? i + 2 : i + 1;
    return words.is(next, CLASS.that) || (words.has(next, INFINITIVE) && !words.has(next, FINITE)) || undefined;
  },
};

/** "le pont construit": a participle, unless a clitic or a relative leads to it ("qui construit"). */
const participle: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/participle',
  find(words, i) {
    if (!words.has(i, PARTICIPLE) || words.is(i - 1, CLASS.subject)) return undefined;
    return words.is(i - 1, CLASS.clitic | CLASS.relative);
  },
};

/** "sous", "entre", "garde", "juge": what is a preposition or a noun for people too. */
const commonHomograph: Strategy<ParagraphWords, boolean> = {
  id: 'finite-verb/common-homograph',
  find: (words, i) => (words.is(i, CLASS.preposition | CLASS.human | CLASS.institution) ? false : undefined),
};

/** Whether a form that a finite verb has is one: the first that decides is right; otherwise it is. */
export const FINITE_FORMS = [
  adverb,
  nounAfterArticle,
  nounAfterGovernedArticle,
  nounAfterPreposition,
  pastWithObject,
  beforeComplement,
  participle,
  commonHomograph,
];

/** A word that has the ending of a past tense. */
export const isPastForm = (words: ParagraphWords, i: number): boolean =>
  words.at(i).length > 4 && words.lists.pastEnding.test(words.at(i));

/** Whether an unknown word has an ending that only finite forms have; the shortest words are others (trait, opéra). */
function looksFinite(words: ParagraphWords, i: number): boolean {
  const form = words.at(i);
  if (form.length < 6 || words.is(i - 1, CLASS.determiner | CLASS.of | CLASS.preposition)) return false;
  return words.pack.finiteEndings.some((ending) => form.endsWith(ending));
}

/** Right after je, il, elle and their clitics stands a verb, whatever it is. */
function followsPronoun(words: ParagraphWords, i: number): boolean {
  let k = i - 1;
  while (k > i - 4 && words.is(k, CLASS.clitic) && !words.is(k, CLASS.subject)) k--;
  return words.is(k, CLASS.subject) && !words.is(k, CLASS.oblique | CLASS.determiner) && !/^[-‑]$/.test(words.at(k - 1));
}

/** After a noun and before an object a form in -ed is not a participle. */
const takesObject = (words: ParagraphWords, i: number): boolean =>
  words.isWord(i - 1) &&
  !words.is(i - 1, AUXILIARIES | CLASS.conjunction) &&
  !words.isAdverb(i - 1) &&
  (words.is(i + 1, CLASS.determiner | CLASS.that | CLASS.oblique) || words.isCapital(i + 1));

/** Whether a range has a finite verb. */
export function hasFiniteVerb(words: ParagraphWords, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (isFiniteVerb(words, i)) return true;
  return false;
}

/** The first token that is not a clitic, among the next few. */
export function afterClitics(words: ParagraphWords, from: number): number {
  let i = from;
  while (i < from + 4 && words.is(i, CLASS.clitic)) i++;
  return i;
}

/** The first of the clitics that stand right before a verb. */
export function leftOf(words: ParagraphWords, verb: number, floor: number): number {
  let left = verb;
  while (left - 1 >= floor && words.is(left - 1, CLASS.clitic)) left--;
  return left;
}
