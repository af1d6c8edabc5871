import type { Span } from '../core/span';
import { type FoldedText, fold } from './fold';
import { OccurrenceIndex, rank } from './occurrenceIndex';
import { CONTEXT, type TextAnchor } from './textAnchor';

/** An anchor as it is compared. */
export interface Sought {
  readonly anchor: TextAnchor;
  /** Folded, as are the two that follow. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** Something is known of what stood around the words. */
  readonly known: boolean;
  /** Whether the words began and ended where a word does. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** White space and the like at the words' edges, which folding leaves out. */
  readonly edges: { readonly before: string; readonly after: string };
}

/** A place that has an anchor's words. */
export interface Candidate {
  /** Offset in the folded text. */
  readonly at: number;
  readonly span: Span;
  /** The span's start in the unit of the anchors. */
  readonly position: number;
  /** How many folded characters before and after it are those of the anchor; whether that many tell something. */
  readonly left: number;
  readonly right: number;
  readonly strongLeft: boolean;
  readonly strongRight: boolean;
  /** Nearly all is as it was, on one side all: an edit changes one side of words, another place is like them on both. */
  readonly whole: boolean;
  /** A paragraph begins or ends beside it where none did, or the reverse: a copy may stand so. */
  readonly broken: boolean;
}

/** On how many sides a place looks like the anchor's. */
export const strongSides = (candidate: Candidate): number => Number(candidate.strongLeft) + Number(candidate.strongRight);

/** So many equal characters beside the words are no accident. */
const STRONG = 12;
/** Beside words of a letter or three so many are. */
const FULL = 22;
/** Which share of what stood around the words must be there for them to go wherever it is. */
const MOSTLY = 0.65;
const FEW = 4;
/** What is left of a context of nothing but white space and a word is strong where it is equal as a whole. */
const SHORT = 6;
/** Of places beyond number those near where the words should be are looked at, and those that have a side in common. */
const MOST = 48;

const isWordCharacter = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0x20));

/** Folds an anchor. */
export function soughtOf(anchor: TextAnchor): Sought {
  const { exact, prefix, suffix } = anchor;
  const folded = fold(exact);
  const [first, last] = [folded.starts[0] ?? 0, folded.ends.at(-1) ?? exact.length];
  const known = prefix !== '' || suffix !== '';
  return {
    anchor,
    words: folded.text,
    before: fold(prefix).text,
    after: fold(suffix).text,
    known,
    begins: first > 0 || prefix === '' || !/[\p{L}\p{N}\p{M}]$/u.test(prefix) || !isWordCharacter(exact, first),
    ends: last < exact.length || suffix === '' || !/^[\p{L}\p{N}\p{M}]/u.test(suffix) || !/[\p{L}\p{N}\p{M}]$/u.test(exact),
    edges: { before: exact.slice(0, first), after: exact.slice(last) },
  };
}

/** Finds the places that anchors may mean in one text. */
export class CandidateFinder {
  readonly folded: FoldedText;
  readonly #text: string;
  readonly #index: OccurrenceIndex;
  readonly #position: (offset: number) => number;

  constructor(text: string, position: (offset: number) => number) {
    this.#text = text;
    this.folded = fold(text);
    this.#index = new OccurrenceIndex(this.folded.text);
    this.#position = position;
  }

  /** The places that have an anchor's words, in their order. `shift`: by how much the words before it have moved. */
  candidates(one: Sought, shift: number): readonly Candidate[] {
    const places = this.#places(one, rank(this.folded.starts, one.anchor.start + shift));
    return places.filter((at) => this.#fits(one, at)).map((at) => this.#candidate(one, at));
  }

  #places(one: Sought, expected: number): readonly number[] {
    const all = this.#index.places(one.words);
    if (all.length <= MOST) return all;
    const before = one.before.slice(-STRONG);
    const after = one.after.slice(0, STRONG);
    const places = new Set(nearest(all, expected));
    if (before !== '')
      for (const at of nearest(this.#index.places(before + one.words), expected - before.length)) places.add(at + before.length);
    if (after !== '') for (const at of nearest(this.#index.places(one.words + after), expected)) places.add(at);
    return [...places].sort((a, b) => a - b);
  }

  /** Words that were whole words are not found within others. */
  #fits(one: Sought, at: number): boolean {
    const { starts, ends } = this.folded;
    const start = starts[at] as number;
    const end = ends[at + one.words.length - 1] as number;
    const inside = (offset: number): boolean =>
      /[\p{L}\p{N}\p{M}]$/u.test(this.#text.slice(Math.max(0, offset - 2), offset)) &&
      /^[\p{L}\p{N}\p{M}]/u.test(this.#text.slice(offset, offset + 2));
    return !(one.begins && inside(start)) && !(one.ends && inside(end));
  }

  #candidate(one: Sought, at: number): Candidate {
    const { text } = this.folded;
    const { before, after, known, anchor } = one;
    const behind = at + one.words.length;
    let left = 0;
    while (left < before.length && left < at && text[at - 1 - left] === before[before.length - 1 - left]) left++;
    let right = 0;
    while (right < after.length && text[behind + right] === after[right]) right++;
    const span = { start: this.folded.starts[at] as number, end: this.folded.ends[behind - 1] as number };
    // where the text began or ended there, it must do so here
    const begins = known && anchor.prefix.length < CONTEXT && left === before.length && at === left;
    const ends = known && anchor.suffix.length < CONTEXT && right === after.length && behind + right === text.length;
    const enough = one.words.length < FEW ? FULL : STRONG;
    const [leftBroken, rightBroken] = this.#breaks(one, at, behind, left, right);
    const holds = (equal: number, of: string, other: number, ofOther: string, broken: boolean): boolean =>
      equal >= Math.min(enough, Math.max(SHORT, of.length)) && (!broken || other >= Math.max(SHORT, ofOther.length - 1));
    const strongLeft = begins || holds(left, before, right, after, leftBroken);
    const strongRight = ends || holds(right, after, left, before, rightBroken);
    // the outermost character may be half of one
    const [wholeLeft, wholeRight] = [begins || left >= before.length - 1, ends || right >= after.length - 1];
    return {
      at,
      span,
      position: this.#position(span.start),
      left,
      right,
      strongLeft,
      strongRight,
      broken: leftBroken || rightBroken,
      whole:
        known &&
        strongLeft &&
        strongRight &&
        (wholeLeft || wholeRight) &&
        left + right >= MOSTLY * (before.length + after.length),
    };
  }

  /** Whether paragraphs begin or end in what is equal before and after where none did, or the reverse. */
  #breaks(
    { anchor: { prefix, suffix }, before, after }: Sought,
    at: number,
    behind: number,
    left: number,
    right: number,
  ): readonly [boolean, boolean] {
    const { starts, ends } = this.folded;
    const [start, end] = [starts[at] as number, ends[behind - 1] as number];
    const from = left < before.length - 1 ? start - prefix.length : (ends[at - left - 1] ?? 0);
    const to = right < after.length - 1 ? end + suffix.length : (starts[behind + right] ?? this.#text.length);
    const [leftText, rightText] = [this.#text.slice(Math.max(0, from), start), this.#text.slice(end, to)];
    return [
      left < before.length - 1 ? endsInBreak(prefix) !== endsInBreak(leftText) : breaksIn(prefix) !== breaksIn(leftText),
      right < after.length - 1
        ? beginsWithBreak(suffix) !== beginsWithBreak(rightText)
        : breaksIn(suffix) !== breaksIn(rightText),
    ];
  }
}

const BREAK = /\n[^\S\n]*\n\s*/g;
const breaksIn = (text: string): number =>
  text.includes('\n') ? [...text.trim().matchAll(BREAK)].length + Number(endsInBreak(text)) + Number(beginsWithBreak(text)) : 0;
const endsInBreak = (text: string): boolean => /\n[^\S\n]*\n\s*$/.test(text);
const beginsWithBreak = (text: string): boolean => /^\s*\n[^\S\n]*\n/.test(text);

function nearest(places: readonly number[], expected: number): readonly number[] {
  const at = rank(places, expected);
  return places.slice(Math.max(0, at - MOST / 2), at + MOST / 2);
}
