import type { Span } from '../span';
import type { Token } from './tokens';

/** What a language says about sentence ends. */
export interface SentenceRules {
  /** Words that keep their full stop without ending a sentence, lower case and without it: m, dr, av, no. */
  readonly abbreviations: ReadonlySet<string>;
}

const FINAL = new Set(['.', '!', '?', '…', '‽']);
const CLOSING = new Set(['»', '”', '"', '’', "'", '›', ')', ']', '“', '‹']);
const OPENING = new Set(['«', '<<', '“', '"', '‘', '‹', '„', '(', '[', '—', '–', '-', '¿', '¡', '»']);

/**
 * Cuts a paragraph's tokens into sentences; spans count from the paragraph's start and cover every token.
 * A full stop after an initial (J.), an abbreviation or between digits ends none.
 */
export function splitSentences(tokens: readonly Token[], rules: SentenceRules): Span[] {
  const sentences: Span[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    // most tokens are words, and what no set is asked about costs nothing
    if (token.kind !== 'punctuation' || !FINAL.has(token.text)) continue;
    let last = i;
    while (last + 1 < tokens.length && isTrailing(tokens[last + 1] as Token, tokens[last + 2])) last++;
    if (last + 1 < tokens.length && !endsSentence(tokens, i, last, rules)) {
      i = last;
      continue;
    }
    close(last);
    i = last;
  }
  if (first < tokens.length) close(tokens.length - 1);
  return sentences;

  function close(last: number): void {
    sentences.push({ start: (tokens[first] as Token).start, end: (tokens[last] as Token).end });
    first = last + 1;
  }
}

/** Further final punctuation, and closing marks that belong to the sentence before them. */
function isTrailing(token: Token, after: Token | undefined): boolean {
  if (FINAL.has(token.text)) return true;
  if (!CLOSING.has(token.text)) return false;
  // a straight or curly mark with a space before it and none after it opens the next sentence
  return (
    token.text === '»' ||
    token.text === ')' ||
    token.text === ']' ||
    !token.spaceBefore ||
    after === undefined ||
    after.spaceBefore
  );
}

function endsSentence(tokens: readonly Token[], stop: number, last: number, rules: SentenceRules): boolean {
  const next = tokens[last + 1] as Token;
  if (!next.spaceBefore) return false;
  const mark = (tokens[stop] as Token).text;
  const start = OPENING.has(next.text) ? tokens[last + 2] : next;
  const lower =
    start !== undefined &&
    start.kind === 'word' &&
    start.text[0] === start.text[0]?.toLowerCase() &&
    start.text[0] !== start.text[0]?.toUpperCase();
  if (mark === '.') {
    const before = tokens[stop - 1];
    if (before === undefined) return !lower;
    const word = before.text.toLowerCase();
    const glued = !(tokens[stop] as Token).spaceBefore;
    if (
      glued &&
      before.kind === 'word' &&
      (rules.abbreviations.has(word) || (before.text.length === 1 && before.text !== before.text.toLowerCase()))
    )
      return false;
    return !lower;
  }
  return !lower;
}
