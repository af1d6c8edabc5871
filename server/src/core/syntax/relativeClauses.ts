import { CLASS, FINITE, PARTICIPLE } from '../lexicon/wordClasses';
import { isFiniteVerb } from './finiteVerbs';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

// No phrase that a reader would call one is longer; it bounds the work.
const LONGEST = 80;

/**
 * Where a relative clause ends: before the second verb that no conjunction, relative or pronoun leads to.
 * @param from - behind its pronoun, or behind its own verb
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
    // "qu'elle avance fait peur": what could be a participle is none right behind another verb
    const second = before === 1 && i === from && words.has(i, FINITE) && words.has(i, PARTICIPLE);
    // "selon la tradition le sort se joua": behind an article at the clause's head stands its noun
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

/**
 * The whole subject before a verb, with insertions ("Des cas de jaunisse, parfois graves,"); adverbials before it left out.
 * @param left - first token of the verb, its clitics and negation
 */
export function wholeSubject(words: ParagraphWords, left: number, floor: number): Phrase | undefined {
  let k = left - 1;
  while (k >= floor && k > left - LONGEST) {
    if (/^[;:.]$/.test(words.at(k)) || words.is(k, CLASS.that | CLASS.subordinator)) break;
    // ", dont certaines graves," has no verb of its own
    if (words.is(k, CLASS.relative) && words.at(k - 1) !== ',') break;
    if (isFiniteVerb(words, k)) break;
    k--;
  }
  for (let at = k + 1; at < left; ) {
    while (at < left && (words.is(at, CLASS.conjunction) || (words.isAdverb(at) && !words.is(at, CLASS.determiner)))) at++;
    const article = words.is(at, CLASS.determiner) || words.tokens[at]?.kind === 'number';
    const phrase = article ? nounPhraseAt(words, at, left, 'left') : undefined;
    if (phrase !== undefined && phrase.kind !== 'pronoun') {
      let end = left;
      while (end > at && words.at(end - 1) === ',') end--;
      return { start: at, end, kind: phrase.kind };
    }
    while (at < left && words.at(at) !== ',') at++;
    at++;
  }
  return undefined;
}
