import { nextAt, type Range } from '../../syntax/ranges';
import { withoutFinal } from '../../syntax/sentences';
import type { QuoteWords } from '../candidate';

/** Where the clause begins that a range ends: after a semicolon or a colon, and within an open bracket. */
export function clauseStart(words: QuoteWords, { start: from, end }: Range, zone: number): number {
  let start = from;
  for (let i = from; i < end; i = nextAt(words, i, zone))
    if (words.at(i) === ';' || (words.at(i) === ':' && words.isWord(i + 1))) start = i + 1;
  start = afterBracket(words, start, end);
  while (start < end && words.opens(start) === undefined && words.tokens[start]?.kind === 'punctuation') start++;
  return start;
}

/** After the last bracket that is open at a range's end; its start where none is. */
function afterBracket(words: QuoteWords, start: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= start; i--) {
    if (words.at(i) === ')') depth++;
    else if (words.at(i) === '(' && depth-- === 0) return i + 1;
  }
  return start;
}

/** Where a clause ends: before a semicolon or the bracket that it stands in. */
export function clauseStop(words: QuoteWords, from: number, limit: number, zone: number): number {
  let depth = 0;
  for (let i = from; i < limit; i = nextAt(words, i, zone)) {
    const text = words.at(i);
    if (text === '(') depth++;
    else if (text === ';' || (text === ')' && depth-- === 0)) return withoutFinal(words, from, i);
  }
  return withoutFinal(words, from, limit);
}
