import { CLASS, HISTORIC } from '../../lexicon/wordClasses';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import type { Range } from '../../syntax/ranges';
import type { QuoteWords } from '../candidate';
import { WEIGHT } from './salience';

/** Whether words are a verb's subject: a finite verb follows, and no preposition stands before them. */
export function isSubject(words: QuoteWords, { start, end }: Range): boolean {
  if (words.is(start - 1, CLASS.preposition)) return false;
  let k = end;
  while (k < end + 4 && (words.isAdverb(k) || words.is(k, CLASS.clitic | CLASS.negation))) k++;
  if (isFiniteVerb(words, k) || words.has(k, HISTORIC)) return true;
  return words.at(end) === ',' && (start === 0 || /^[.!?…]$/.test(words.at(start - 1)));
}

/** How salient a mention makes its person, by its role in the clause. */
export function mentionWeight(words: QuoteWords, mention: Range): number {
  if (isSubject(words, mention)) return WEIGHT.subject;
  return words.is(mention.start - 1, CLASS.of) ? WEIGHT.genitive : WEIGHT.object;
}
