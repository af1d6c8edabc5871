import type { TextSpan } from '../span';
import { type Token, tokenHash } from '../text/tokens';

/**
 * What the sequence model labels: one token or several that belong together (Saint-Denis, J.-C., U.S., Amazon.com).
 * Offsets count from the paragraph's start. Most words are a token, and are that very object.
 */
export type Word = TextSpan & Pick<Token, 'spaceBefore' | 'hash'>;

/** Tells whether a compound of capitalised parts is one name (Saint-Denis) or names side by side (Paris-Moscou). */
export type CompoundTest = (parts: readonly string[]) => boolean;

const HYPHENS = new Set(['-', '‐', '‑']);
const LETTERED = /^[\p{L}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;
const MAX_PARTS = 8;

/** How tokens are put together to words. */
export interface JoinRules {
  /** Lower-case first parts that no name begins with (anti, ex, pro): what follows stands alone. */
  readonly prefixes: ReadonlySet<string>;
  /** Whether a compound's capitalised parts are names of their own. */
  readonly splits: CompoundTest;
}

/**
 * Puts finely cut tokens together to words.
 * @param from - the first token, `to` the one after the last
 */
export function joinWords(tokens: readonly Token[], rules: JoinRules, from = 0, to = tokens.length): Word[] {
  const words: Word[] = [];
  let i = from;
  while (i < to) {
    const last = compoundEnd(tokens, i, to);
    if (last === i) words.push(tokens[i] as Token);
    else if (isApart(tokens, i, last, rules)) for (let k = i; k <= last; k++) words.push(tokens[k] as Token);
    else {
      const head = tokens[i] as Token;
      const text = textOf(tokens, i, last);
      const { start, spaceBefore } = head;
      words.push({ start, end: (tokens[last] as Token).end, text, spaceBefore, hash: tokenHash(text) });
    }
    i = last + 1;
  }
  return words;
}

function textOf(tokens: readonly Token[], first: number, last: number): string {
  let text = '';
  for (let k = first; k <= last; k++) text += (tokens[k] as Token).text;
  return text;
}

/** The last token of the word that begins at a token. */
function compoundEnd(tokens: readonly Token[], first: number, to: number): number {
  const { kind } = tokens[first] as Token;
  if (kind !== 'word' && kind !== 'number') return first;
  let last = first;
  for (let parts = 1; parts < MAX_PARTS; parts++) {
    const next = nextPart(tokens, last, to, kind);
    // a letter's full stop ends the word that nothing is joined to after it
    if (next === last || (tokens[next] as Token).text === '.') return next;
    last = next;
  }
  return last;
}

/**
 * The token that a word goes on to after a token of it.
 * @param head - what the word begins with
 * @returns the same token where the word ends there
 */
function nextPart(tokens: readonly Token[], last: number, to: number, head: 'word' | 'number'): number {
  const mark = last + 1 < to ? (tokens[last + 1] as Token) : undefined;
  if (mark === undefined || mark.spaceBefore || mark.kind === 'word') return last;
  const next = last + 2 < to && isJoined(tokens[last + 2] as Token) ? (tokens[last + 2] as Token) : undefined;
  if (HYPHENS.has(mark.text)) return next === undefined ? last : last + 2;
  if (mark.text !== '.') return last;
  if (isInitial(tokens[last] as Token)) return partAfterInitial(tokens, last + 1, to);
  return head === 'word' && next?.kind === 'word' ? last + 2 : last;
}

/** Whether a token goes on with the word before it: a letter or digit right after a mark. */
const isJoined = (token: Token): boolean => !token.spaceBefore && LETTERED.test(token.text);

/**
 * U.S., J.-C.: the stop belongs to the letter, and a further letter with its stop or what a hyphen joins to the word.
 * @param stop - the letter's full stop
 * @returns the token that the word goes on to, the stop itself where it ends there
 */
function partAfterInitial(tokens: readonly Token[], stop: number, to: number): number {
  if (stop + 2 >= to) return stop;
  const next = tokens[stop + 1] as Token;
  const after = tokens[stop + 2] as Token;
  if (isJoined(next) && isInitial(next) && after.text === '.') return stop + 1;
  const isHyphenated = !next.spaceBefore && HYPHENS.has(next.text);
  return isHyphenated && isJoined(after) ? stop + 2 : stop;
}

const isInitial = (token: Token): boolean => token.text.length === 1 && CAPITAL.test(token.text);

/** Whether a compound's parts are to be labelled one by one. */
function isApart(tokens: readonly Token[], first: number, last: number, { prefixes, splits }: JoinRules): boolean {
  const head = tokens[first] as Token;
  if (!HYPHENS.has((tokens[first + 1] as Token).text)) return false;
  if (!CAPITAL.test(head.text) && CAPITAL.test((tokens[first + 2] as Token).text)) return prefixes.has(head.text);
  const parts: string[] = [];
  for (let k = first; k <= last; k += 2) {
    const part = tokens[k] as Token;
    if (!CAPITAL.test(part.text)) return false;
    parts.push(part.text);
  }
  return splits(parts);
}
