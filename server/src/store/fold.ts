/**
 * A text as re-anchoring compares it: what editors, formatters and other tools change without changing a word is left
 * out (white space, invisible characters) or made alike (composition, quotation marks, apostrophes, dashes).
 */
export interface FoldedText {
  readonly text: string;
  /** For each code unit of the folded text, where what it stands for begins in the original; UTF-16 offsets. */
  readonly starts: readonly number[];
  /** … and where that ends. */
  readonly ends: readonly number[];
}

const QUOTATION_MARK = '"';
const APOSTROPHE = "'";
const DASH = '-';

const ALIKE = new Map<string, string>([
  ...[...'«»“”„‟″'].map((mark) => [mark, QUOTATION_MARK] as const),
  ...[...'‘’‚‛‹›ʼʹ′`´'].map((mark) => [mark, APOSTROPHE] as const),
  ...[...'‐‑‒–—―−'].map((mark) => [mark, DASH] as const),
  ['…', '...'],
  // soft hyphen, zero-width space, directional marks, word joiner, byte-order mark
  ...['\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff'].map((mark) => [mark, ''] as const),
]);

const WHITE = /\s|\u0085/u;
const MARK = /\p{M}/u;
/** Where ASCII and Latin-1 end and marks that compose begin. */
const FIRST_MARK = 0x300;
const isJamo = (unit: number): boolean => unit >= 0x1100 && unit <= 0x11ff;

/** What Latin-1 characters become, by code; white space becomes nothing. */
const LATIN: readonly string[] = Array.from({ length: FIRST_MARK }, (_, code) => {
  const character = String.fromCharCode(code);
  return WHITE.test(character) ? '' : (ALIKE.get(character) ?? character);
});

/** Folds a text, in one pass. */
export function fold(text: string): FoldedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const piece = foldCluster(text, at, end);
    if (piece !== '') pieces.push(piece);
    for (let i = 0; i < piece.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: pieces.join(''), starts, ends };
}

/** The end of what composes into one: a character with the marks on it, or Hangul letters in a row. */
function clusterEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  let end = at + characterLength(text, at);
  if (isJamo(unit)) while (isJamo(text.charCodeAt(end))) end++;
  while (text.charCodeAt(end) >= FIRST_MARK && MARK.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
    end += characterLength(text, end);
  return end;
}

const characterLength = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

function foldCluster(text: string, at: number, end: number): string {
  const unit = text.charCodeAt(at);
  if (end === at + 1 && unit < FIRST_MARK) return LATIN[unit] as string;
  const composed = text.slice(at, end).normalize('NFC');
  if (composed.length > 1) return composed;
  return WHITE.test(composed) ? '' : (ALIKE.get(composed) ?? composed);
}
