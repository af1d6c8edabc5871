import { HYPHEN } from '../../../syntax/nounPhraseEnds';
import type { QuoteWords } from '../../candidate';
import type { Sieve } from './sieve';

/** "deux d'entre eux": a number names nobody; "23-year-old Reed", "the 23-year-old" count nobody. */
export const numberSieve: Sieve = {
  id: 'number',
  decides: ({ words, phrase: { start } }) => words.tokens[start]?.kind === 'number' && !isTied(words, start + 1),
  resolve: () => undefined,
};

const isTied = (words: QuoteWords, i: number): boolean => HYPHEN.test(words.at(i)) && !words.spaced(i);
