import type { PlacedParagraph } from '../document';
import type { ParagraphWords } from '../syntax/paragraphWords';
import type { Range } from '../syntax/ranges';

/** Where a token begins, from its paragraph's start; 0 for one that the paragraph does not have. */
export const startOf = ({ tokens }: ParagraphWords, token: number): number => tokens[token]?.start ?? 0;

/** Where a token ends, from its paragraph's start; 0 for one that the paragraph does not have. */
export const endOf = ({ tokens }: ParagraphWords, token: number): number => tokens[token]?.end ?? 0;

/** A range of tokens by where it begins and ends, from its paragraph's start; an empty one stays empty, wherever it lies. */
export function offsetsOf({ tokens }: ParagraphWords, { start: first, end: last }: Range): readonly [number, number] {
  const start = tokens[first]?.start ?? tokens.at(-1)?.end ?? 0;
  return [start, last > first ? (tokens[last - 1]?.end ?? start) : start];
}

/** The text of the tokens from `first` to `last` (exclusive). */
export const textOf = (words: ParagraphWords, first: number, last: number): string =>
  words.text.slice(startOf(words, first), endOf(words, last - 1));

/** Where a paragraph begins in its document; 0 for one that the document does not have. */
export const paragraphStart = (paragraphs: readonly PlacedParagraph[], index: number): number => paragraphs[index]?.start ?? 0;
