import type { Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords } from '../candidate';

/** The gender that a description's article shows: une voisine. */
export const shownGender = (words: QuoteWords, { start }: Phrase): 'm' | 'f' | undefined =>
  words.lists.indefiniteArticle.get(words.at(start)) ?? words.pack.definite.get(words.at(start));
