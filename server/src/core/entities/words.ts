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
const MOST_PARTS = 8;

/**
 * Puts finely cut tokens together to words.
 * @param prefixes - lower-case first parts that no name begins with (anti, ex, pro): what follows stands alone
 * @param splits - whether a compound's capitalised parts are names of their own
 * @param from - the first token, `to` the one behind the last
 */
export function joinWords(
  tokens: readonly Token[],
  prefixes: ReadonlySet<string>,
  splits: CompoundTest,
  from = 0,
  to = tokens.length,
): Word[] {
  const words: Word[] = [];
  let i = from;
  while (i < to) {
    const last = compoundEnd(tokens, i, to);
    if (last === i) words.push(tokens[i] as Token);
    else if (isApart(tokens, i, last, prefixes, splits)) for (let k = i; k <= last; k++) words.push(tokens[k] as Token);
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
  const at = (i: number): Token | undefined => (i < to ? tokens[i] : undefined);
  const head = tokens[first] as Token;
  if (head.kind !== 'word' && head.kind !== 'number') return first;
  let last = first;
  for (let parts = 1; parts < MOST_PARTS; parts++) {
    const mark = at(last + 1);
    if (mark === undefined || mark.spaceBefore || mark.kind === 'word') break;
    const next = at(last + 2);
    const joined = next !== undefined && !next.spaceBefore && LETTERED.test(next.text);
    if (HYPHENS.has(mark.text) && joined) last += 2;
    else if (mark.text === '.' && isInitial(tokens[last] as Token)) {
      // U.S., J.-C.: the stop belongs to the letter, and a further letter or hyphen to the word
      last += 1;
      if (joined && isInitial(next) && at(last + 2)?.text === '.') last += 1;
      else if (next !== undefined && !next.spaceBefore && HYPHENS.has(next.text)) {
        const after = at(last + 2);
        if (after !== undefined && !after.spaceBefore && LETTERED.test(after.text)) last += 2;
        else break;
      } else break;
    } else if (mark.text === '.' && joined && head.kind === 'word' && next.kind === 'word') last += 2;
    else break;
  }
  return last;
}

const isInitial = (token: Token): boolean => token.text.length === 1 && CAPITAL.test(token.text);

/** Whether a compound's parts are to be labelled one by one. */
function isApart(
  tokens: readonly Token[],
  first: number,
  last: number,
  prefixes: ReadonlySet<string>,
  splits: CompoundTest,
): boolean {
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
