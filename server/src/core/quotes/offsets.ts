import type { PlacedParagraph } from '../document';
import type { ParagraphWords } from '../syntax/paragraphWords';

/** Where a token begins, from its paragraph's start; 0 for one that the paragraph does not have. */
export const startOf = ({ tokens }: ParagraphWords, token: number): number => tokens[token]?.start ?? 0;

/** Where a token ends, from its paragraph's start; 0 for one that the paragraph does not have. */
export const endOf = ({ tokens }: ParagraphWords, token: number): number => tokens[token]?.end ?? 0;

/** The text of the tokens from `first` to `last` (exclusive). */
export const textOf = (words: ParagraphWords, first: number, last: number): string =>
  words.text.slice(startOf(words, first), endOf(words, last - 1));

/** Where a paragraph begins in its document; 0 for one that the document does not have. */
export const paragraphStart = (paragraphs: readonly PlacedParagraph[], index: number): number => paragraphs[index]?.start ?? 0;
