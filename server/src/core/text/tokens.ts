import type { TextSpan } from '../span';

/** What a token is made of. */
export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol';

/**
 * The smallest unit that the layers work with; its offsets count from the start of the paragraph.
 * Tokens are cut finely (hyphens and elisions stand alone) so that every span that a convention asks for
 * begins and ends at a token; `spaceBefore` lets a layer put them together again.
 */
export interface Token extends TextSpan {
  readonly kind: TokenKind;
  /** Whether white space (or the paragraph's start) stands right before it. */
  readonly spaceBefore: boolean;
  /** Follows from the text alone, so that what is known of a word can be found without reading its letters again. */
  readonly hash: number;
}

/** What a language says about its words, for the tokenizer. All lower case, apostrophes written as '. */
export interface TokenRules {
  /** Words that lose their vowel before the next one and end in an apostrophe: l', d', qu'. Cut after the apostrophe. */
  readonly elisions: ReadonlySet<string>;
  /** What hangs at a word's end after an apostrophe: 's, 're, n't. Cut before the apostrophe. */
  readonly clitics: ReadonlySet<string>;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const MARK = 4;
const PUNCTUATION = 5;
/** What a code unit's entry says besides its class. */
const CLASS = 7;
const CAPITAL = 8;

// One table for all code units below U+3000 makes the common case one look-up.
const TABLE_SIZE = 0x3000;
const classes = makeClasses();

/** The same as {@link classify} for every code unit of the table, with one pass of each expression over all of them. */
function makeClasses(): Uint8Array {
  const table = new Uint8Array(TABLE_SIZE);
  const all = String.fromCharCode(...Array.from({ length: TABLE_SIZE }, (_, unit) => unit));
  // what is asked for first in classify is written last
  for (const [kind, runs] of [
    [PUNCTUATION, /\p{P}+/gu],
    [MARK, /\p{M}+/gu],
    [SPACE, /[\s\u200b\ufeff\u0000-\u001f]+/gu],
    [DIGIT, /\p{Nd}+/gu],
    [LETTER, /\p{L}+/gu],
    [LETTER | CAPITAL, /\p{Lu}+/gu],
  ] as const) {
    for (const run of all.matchAll(runs)) table.fill(kind, run.index, run.index + run[0].length);
  }
  return table;
}

function classify(character: string): number {
  if (/\p{Lu}/u.test(character)) return LETTER | CAPITAL;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\s\u200b\ufeff\u0000-\u001f]/u.test(character)) return SPACE;
  if (/\p{M}/u.test(character)) return MARK;
  if (/\p{P}/u.test(character)) return PUNCTUATION;
  return OTHER;
}

function entryAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < TABLE_SIZE) return classes[unit] as number;
  return classify(String.fromCodePoint(text.codePointAt(index) as number));
}

const classAt = (text: string, index: number): number => entryAt(text, index) & CLASS;

/** Whether the character at an index of a text is a capital letter. */
export const isCapitalAt = (text: string, index: number): boolean =>
  index < text.length && (entryAt(text, index) & CAPITAL) !== 0;
/** Whether it is a letter of any kind. */
export const isLetterAt = (text: string, index: number): boolean => index < text.length && classAt(text, index) === LETTER;
/** Whether it is a mark that combines with the letter before it. */
export const isMarkAt = (text: string, index: number): boolean => index < text.length && classAt(text, index) === MARK;
/** Whether it is a decimal digit. */
export const isDigitAt = (text: string, index: number): boolean => index < text.length && classAt(text, index) === DIGIT;

/** Whether the code unit at an index is white space of any kind (no-break and narrow spaces too). */
export function isSpaceAt(text: string, index: number): boolean {
  return index < text.length && classAt(text, index) === SPACE;
}

/** Where the code units begin of which a character takes two. */
const SURROGATES = 0xd800;

const isDoubled = (unit: number): boolean => unit === 0x3c || unit === 0x3e || unit === 0x60 || unit === 0x27;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x02bc;
/** How many code units the character at an index takes. */
export function widthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit < SURROGATES || unit >= SURROGATES + 0x400 || (text.codePointAt(index) as number) <= 0xffff ? 1 : 2;
}

/** Longer strings may be views into the text that they were cut from, and would keep it in memory. */
const SHORT = 12;
const KEPT = 32_768;
const kept: string[] = new Array<string>(KEPT).fill('');

/** The engine keeps a part of a text with curly apostrophes as widely as the text; put together again it is kept narrow. */
function narrow(text: string, start: number, end: number): string {
  const units: number[] = [];
  for (let i = start; i < end; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}

/** A token's {@link Token.hash}, from the stretch of text that it is. */
export function tokenHash(text: string, start = 0, end = text.length): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** A stretch of a text. Short ones that come again are the same string, whose hash the engine has at hand for every look-up. */
function cut(text: string, start: number, end: number, hash: number): string {
  const length = end - start;
  if (length > SHORT) return text.slice(start, end);
  const place = hash & (KEPT - 1);
  const known = kept[place] as string;
  if (known.length === length) {
    let i = 0;
    while (i < length && known.charCodeAt(i) === text.charCodeAt(start + i)) i++;
    if (i === length) return known;
  }
  let all = 0;
  for (let i = start; i < end; i++) all |= text.charCodeAt(i);
  const fresh = all < 0x100 ? narrow(text, start, end) : text.slice(start, end);
  kept[place] = fresh;
  return fresh;
}

/**
 * Cuts a paragraph into tokens. Words are runs of letters and marks (a letter first, then digits too: G20);
 * numbers are runs of digits; everything else stands alone, character by character, but << >> `` and ''. Linear in the text.
 */
export function tokenize(text: string, rules: TokenRules): Token[] {
  const tokens: Token[] = [];
  let spaceBefore = true;
  let i = 0;
  while (i < text.length) {
    const kind = classAt(text, i);
    if (kind === SPACE) {
      spaceBefore = true;
      i++;
      continue;
    }
    const start = i;
    if (kind === LETTER || kind === MARK) {
      // after a number letters are a unit or an ending, and what follows is the next number: 18|h|30
      i = wordEnd(text, i, start === 0 || classAt(text, start - 1) !== DIGIT);
      i = apostropheEnd(text, start, i, rules);
      push('word', start, i);
    } else if (kind === DIGIT) {
      while (i < text.length && classAt(text, i) === DIGIT) i += widthAt(text, i);
      push('number', start, i);
    } else {
      const unit = text.charCodeAt(i);
      i += widthAt(text, i);
      if (
        isApostrophe(unit) &&
        start > 0 &&
        !spaceBefore &&
        tokens.at(-1)?.kind === 'word' &&
        i < text.length &&
        classAt(text, i) === LETTER
      ) {
        const end = wordEnd(text, i);
        if (rules.clitics.has(`'${text.slice(i, end).toLowerCase()}`)) {
          i = end;
          push('word', start, end);
          continue;
        }
      }
      // << and >> are the typewriter's « and », `` and '' the treebanks' “ and ”.
      if (isDoubled(unit) && text.charCodeAt(i) === unit) i++;
      // A mark that combines with what stands before belongs to it.
      while (i < text.length && classAt(text, i) === MARK) i += widthAt(text, i);
      push(kind === PUNCTUATION ? 'punctuation' : 'symbol', start, i);
    }
  }
  return tokens;

  function push(kind: TokenKind, start: number, end: number): void {
    const hash = tokenHash(text, start, end);
    tokens.push({ start, end, text: cut(text, start, end, hash), kind, spaceBefore, hash });
    spaceBefore = false;
  }
}

function wordEnd(text: string, from: number, withDigits = true): number {
  let i = from;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    const kind = unit < TABLE_SIZE ? (classes[unit] as number) & CLASS : classAt(text, i);
    if (kind !== LETTER && kind !== MARK && (kind !== DIGIT || !withDigits)) break;
    i += unit < SURROGATES ? 1 : widthAt(text, i);
  }
  return i;
}

/** Where a word that an apostrophe follows ends: after it (l'), before it (Trump|'s), or after the next letters (aujourd'hui). */
function apostropheEnd(text: string, start: number, from: number, rules: TokenRules): number {
  let end = from;
  while (end < text.length && isApostrophe(text.charCodeAt(end))) {
    if (end - start <= LONGEST_ELISION && rules.elisions.has(text.slice(start, end).toLowerCase())) return end + 1;
    if (end + 1 >= text.length || classAt(text, end + 1) !== LETTER) return end;
    const next = wordEnd(text, end + 1);
    if (rules.clitics.has(`'${text.slice(end + 1, next).toLowerCase()}`)) return end;
    // don't, isn't: the clitic takes the n with it in grammar, but the spelling stays one word here
    end = next;
  }
  return end;
}

/** No language elides longer words (presqu', quelqu'); a text of letters and apostrophes is not cut out again at each. */
const LONGEST_ELISION = 32;
