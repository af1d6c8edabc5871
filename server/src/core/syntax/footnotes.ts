import type { ParagraphWords } from './paragraphWords';

const OPENING = /^[[(]$/;
const CLOSING = /^[\])]$/;

/** The token after the footnote mark that begins at a token: "» [2], dit-elle"; the same token where none does. */
export const overFootnote = (words: ParagraphWords, at: number): number =>
  OPENING.test(words.at(at)) && isNumber(words, at + 1) && CLOSING.test(words.at(at + 2)) ? at + 3 : at;

/** Where the words end that a footnote mark right before a token is set to; the same token where none stands there. */
export const beforeFootnote = (words: ParagraphWords, end: number): number =>
  CLOSING.test(words.at(end - 1)) && isNumber(words, end - 2) && OPENING.test(words.at(end - 3)) ? end - 3 : end;

const isNumber = (words: ParagraphWords, i: number): boolean => words.tokens[i]?.kind === 'number';
