import { CLASS, FINITE, PARTICIPLE } from '../../lexicon/wordClasses';
import { tokenAt } from '../../syntax/paragraphWords';
import type { QuoteWords } from '../candidate';
import type { CandidateMention } from './candidates';

/**
 * What a participle that agrees with a person's name tells of gender: 1 feminine, -1 masculine. "Sacha Morvil, née à …",
 * "Sacha Morvil a été élue", "Interrogée mardi, Sacha Morvil".
 */
export function agreementAt(words: QuoteWords, appearance: CandidateMention, base: number): 1 | -1 | undefined {
  const { agreement } = words.lists;
  if (agreement === undefined || appearance.character.type === 'ORG' || appearance.character.type === 'LOC') return undefined;
  const first = tokenAt(words, appearance.start - base);
  const last = tokenAt(words, appearance.end - base - 1) + 1;
  const tells = (i: number): 1 | -1 | undefined =>
    words.has(i, PARTICIPLE) && !words.has(i, FINITE) && !agreement.mute.test(words.at(i))
      ? agreement.feminine.test(words.at(i))
        ? 1
        : -1
      : undefined;
  // "la fille de Sacha Morvil, entrée à l'école"
  if (words.is(first - 1, CLASS.of)) return undefined;
  if (words.at(last) === ',') {
    const behind = tells(last + 1);
    if (behind !== undefined && words.spaced(last + 1)) return behind;
  }
  let k = last;
  while (k < last + 4 && (words.is(k, CLASS.clitic | CLASS.negation) || words.isAdverb(k))) k++;
  if (words.is(k, CLASS.auxiliary) && agreement.been.has(words.at(k + 1))) k += 2;
  else if (words.is(k, CLASS.being) && words.has(k, FINITE)) k++;
  else k = -1;
  if (k > 0 && !words.is(first - 1, CLASS.preposition | CLASS.conjunction)) {
    while (k < last + 8 && (words.isAdverb(k) || words.is(k, CLASS.negation))) k++;
    return tells(k);
  }
  // the sentence's first word
  if (words.at(first - 1) !== ',') return undefined;
  for (let i = first - 2; i >= Math.max(0, first - 16); i--) {
    if (i > 0 && !/^[.!?…»”]$/.test(words.at(i - 1))) continue;
    return words.isCapital(i) ? tells(i) : undefined;
  }
  return undefined;
}
