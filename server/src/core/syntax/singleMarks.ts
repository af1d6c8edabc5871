import type { Token } from '../text/tokens';

/** A single mark is an apostrophe unless it stands at a word's outer edge and has, or is, a partner. */
export function singleMark(tokens: readonly Token[], i: number, way: number, open: boolean): boolean {
  if (open && way < 0) return !isTiedToWord(tokens[i + 1]) && !isOwner(tokens, i);
  return tokens[i]?.text !== '’' && way > 0 && !open && !isDecade(tokens, i) && hasPartner(tokens, i);
}

const isTiedToWord = (after: Token | undefined): boolean => after !== undefined && !after.spaceBefore && after.kind === 'word';

/** the '90s */
const isDecade = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.kind === 'number' && tokens[i + 1]?.text.length === 2 && !tokens[i + 2]?.spaceBefore;

const PARTNER_REACH = 120;

/** 'tis and '90s have no partner near by; a quotation has one. */
function hasPartner(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 2; k < tokens.length && k < i + PARTNER_REACH; k++)
    if (tokens[k]?.text === "'" && !tokens[k]?.spaceBefore && mayFollow(tokens[k + 1])) return true;
  return false;
}

const mayFollow = (after: Token | undefined): boolean => after === undefined || after.spaceBefore || CLOSE_AFTER.has(after.text);

/** ‘The dogs’ dinner is ready,’: an apostrophe after an s, where no pause parts it from the next word and the true mark follows. */
const isOwner = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.kind === 'word' &&
  tokens[i - 1]?.text.endsWith('s') === true &&
  /^\p{Ll}/u.test(tokens[i + 1]?.text ?? '') &&
  isClosedLater(tokens, i);

/** With a pause before it a mark closes beyond doubt, unless another opens first. */
function isClosedLater(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]?.text;
  for (let i = at + 2; i < tokens.length && i < at + PARTNER_REACH; i++) {
    const { text, spaceBefore } = tokens[i] as Token;
    if (text === '‘' || (text === mark && spaceBefore && tokens[i + 1]?.spaceBefore === false)) return false;
    if (text === mark && !spaceBefore && /^[,.!?…]$/.test(tokens[i - 1]?.text ?? '')) return true;
  }
  return false;
}

/** What may stand right after a closing mark. */
export const CLOSE_AFTER = new Set([
  ',',
  '.',
  ';',
  ':',
  '!',
  '?',
  '…',
  ')',
  ']',
  '}',
  '»',
  '”',
  '"',
  '’',
  '—',
  '–',
  '-',
  '›',
  '“',
]);
