import { CLASS, CUE, FINITE, INFINITIVE, THIRD, type VerbReading } from '../lexicon/wordClasses';
import type { ParagraphWords } from './paragraphWords';

/** "la note", "une annonce": a determiner or an adjective's place before a form that is a noun too. */
export function isNoun(words: ParagraphWords, i: number, reading: VerbReading, left: number): boolean {
  const before = words.at(i - 1);
  // "certains affirment": a pronoun where the verb is a plural that no noun is
  const pronoun = words.is(i - 1, CLASS.indefinite) && words.lists.pluralVerb.test(words.at(i));
  if (words.is(i - 1, CLASS.determiner) && !words.is(i - 1, CLASS.clitic) && !pronoun) return true;
  if (words.is(i - 1, CLASS.of) || (words.is(i - 1, CLASS.preposition) && !words.lists.gerundMarker.has(before))) return true;
  if ((reading.senses & CUE.isNounToo) === 0) return false;
  if (words.features.nounVerbHomographs && left === i) return isEnglishNoun(words, i, reading);
  if (words.lists.other.has(before) && words.is(i - 2, CLASS.determiner)) return true;
  if (left < i && words.lists.cliticArticles.has(before)) {
    const subject = left - 1;
    const sure =
      words.is(subject, CLASS.subject) ||
      words.is(subject, CLASS.relative) ||
      words.pack.inciseOpeners.has(words.at(subject)) ||
      words.lists.fullNegation.has(words.at(left));
    return !sure;
  }
  return false;
}

/** "the company's", "the company 's", "the workers'". */
export const isPossessive = (words: ParagraphWords, i: number): boolean =>
  /^['’]$/.test(words.at(i)) ||
  (words.lists.possessive.has(words.at(i)) && /^['’]$/.test(words.at(i - 1))) ||
  words.lists.possessiveEnding.test(words.at(i));

/** Behind a possessive, an article or a preposition that needs a noun a form in -ing is one. */
export const isGerundNoun = (words: ParagraphWords, i: number): boolean =>
  isPossessive(words, i - 1) || words.is(i - 1, CLASS.determiner | CLASS.of) || words.lists.nounPrepositions.has(words.at(i - 1));

/** "392.50 points", "the company's claims", "reports of fires", "early estimates were": English nouns with a verb's form. */
function isEnglishNoun(words: ParagraphWords, i: number, reading: VerbReading): boolean {
  const base = (reading.forms & INFINITIVE) !== 0;
  // reported, claiming
  if (!base && !(words.lists.thirdPersonEnding.test(words.at(i)) && reading.forms & THIRD)) return false;
  const before = words.at(i - 1);
  // "Reports say"
  if (!base && words.isCapital(i)) return true;
  if (words.tokens[i - 1]?.kind === 'number' || before === '%' || isPossessive(words, i - 1)) return true;
  if (words.is(i - 1, CLASS.subject | CLASS.modal)) return false;
  if (words.is(i + 1, CLASS.of) || words.lists.agent.has(words.at(i + 1))) return true;
  // "a quick note to you": a verb in this form needs several people, or a body, before it
  const several =
    words.isCapital(i - 1) || words.is(i - 1, CLASS.indefinite | CLASS.relative | CLASS.conjunction) || words.isAdverb(i - 1);
  if (base && words.isWord(i - 1) && !several && !words.pack.pluralEndings.some((ending) => before.endsWith(ending))) return true;
  let next = i + 1;
  while (words.isAdverb(next)) next++;
  if (words.is(next, CLASS.being | CLASS.auxiliary | CLASS.modal) && !words.lists.infinitiveMarker.has(words.at(next)))
    return true;
  const verb = words.info[next];
  if (verb?.verb !== undefined && verb.verb.senses !== 0 && verb.forms & FINITE && !words.isCapital(next)) return true;
  return words.pack.adjectiveEndings?.some((ending) => before.endsWith(ending)) === true && !words.isHuman(i - 1);
}
