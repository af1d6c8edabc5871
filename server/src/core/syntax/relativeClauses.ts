import { CLASS, FINITE, PARTICIPLE } from '../lexicon/wordClasses';
import { isFiniteVerb } from './finiteVerbs';
import type { ParagraphWords } from './paragraphWords';

/**
 * Where a relative clause ends: before the second verb that no conjunction, relative or pronoun leads to.
 * @param from - after its pronoun, or after its own verb
 * @param before - how many of its verbs stand before `from`: none, or its own
 */
export function relativeEnd(words: ParagraphWords, from: number, stop: number, before: 0 | 1 = 0): number {
  let verbs: number = before;
  let i = from;
  for (; i < stop; i++) {
    const text = words.at(i);
    if (/^[;:]$/.test(text)) break;
    const stretch = words.opens(i);
    if (stretch?.closed && stretch.close < stop) {
      i = stretch.close;
      continue;
    }
    // "qu'elle avance fait peur": what could be a participle is not one right after another verb
    const second = before === 1 && i === from && words.has(i, FINITE) && words.has(i, PARTICIPLE);
    // "selon la tradition le sort se joua": after an article at the clause's head stands its noun
    const noun = i === from + 1 && words.is(from, CLASS.determiner);
    if (noun || (!second && !isFiniteVerb(words, i))) continue;
    let left = i;
    while (left > from && (words.is(left - 1, CLASS.clitic) || words.isAdverb(left - 1))) left--;
    if (verbs++ === 0) continue;
    if (words.is(left - 1, CLASS.relative | CLASS.that | CLASS.conjunction | CLASS.subordinator | CLASS.subject)) continue;
    i = left;
    break;
  }
  while (i > from && /^[.!?…,]$/.test(words.at(i - 1))) i--;
  return i;
}
