import type { QuoteWords } from '../candidate';

/** The gender that a noun's ending shows, where the noun has no capital that a name of its own would have. */
export function genderByEnding(words: QuoteWords, i: number): 'm' | 'f' | undefined {
  const { feminineNoun, masculineNoun } = words.pack;
  const noun = words.at(i);
  if (feminineNoun?.test(noun)) return 'f';
  return masculineNoun?.test(noun) ? 'm' : undefined;
}
