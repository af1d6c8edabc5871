import { CLASS, FINITE, PARTICIPLE } from '../../../lexicon/wordClasses';
import type { QuoteWords } from '../../candidate';

/**
 * The gender that a participle shows that agrees with a person's name: "Sacha Morvil, née à …", "Sacha Morvil a été élue",
 * "Interrogée mardi, Sacha Morvil"; tokens. Undefined in languages whose participles do not agree.
 */
export function participleGender(words: QuoteWords, start: number, end: number): 'm' | 'f' | undefined {
  if (words.pack.speakers.participleAgreement === undefined) return undefined;
  // "la fille de Sacha Morvil, entrée à l'école"
  if (words.is(start - 1, CLASS.of)) return undefined;
  const apposed = words.at(end) === ',' && words.spaced(end + 1) ? shownBy(words, end + 1) : undefined;
  if (apposed !== undefined) return apposed;
  const being = afterBeing(words, end);
  if (being !== undefined && !words.is(start - 1, CLASS.preposition | CLASS.conjunction))
    return shownBy(words, afterAdverbs(words, being, end));
  return words.at(start - 1) === ',' ? shownAtSentenceHead(words, start - 1) : undefined;
}

/** The gender that a word shows if it is a participle and nothing else. */
function shownBy(words: QuoteWords, i: number): 'm' | 'f' | undefined {
  const { participleAgreement: agreement } = words.pack.speakers;
  if (agreement === undefined || !words.has(i, PARTICIPLE) || words.has(i, FINITE)) return undefined;
  const form = words.at(i);
  if (agreement.uninformative.test(form)) return undefined;
  return agreement.feminine.test(form) ? 'f' : 'm';
}

/** The token after the verb of being that follows a subject: "est", "a été"; undefined where another verb does. */
function afterBeing(words: QuoteWords, end: number): number | undefined {
  let k = end;
  while (k < end + 4 && (words.is(k, CLASS.clitic | CLASS.negation) || words.isAdverb(k))) k++;
  if (words.is(k, CLASS.auxiliary) && words.pack.speakers.participleAgreement?.been.has(words.at(k + 1))) return k + 2;
  return words.is(k, CLASS.being) && words.has(k, FINITE) ? k + 1 : undefined;
}

function afterAdverbs(words: QuoteWords, from: number, end: number): number {
  let k = from;
  while (k < end + 8 && (words.isAdverb(k) || words.is(k, CLASS.negation))) k++;
  return k;
}

// A sentence's first word stands so many tokens before the name at most.
const MAX_REACH = 15;

/** The gender that a sentence's first word shows, which the name's comma ends. */
function shownAtSentenceHead(words: QuoteWords, comma: number): 'm' | 'f' | undefined {
  for (let i = comma - 1; i >= Math.max(0, comma - MAX_REACH); i--) {
    if (i > 0 && !/^[.!?…»”]$/.test(words.at(i - 1))) continue;
    return words.isCapital(i) ? shownBy(words, i) : undefined;
  }
  return undefined;
}
