import type { MarkPair } from '../lexicon/grammar';
import { packed } from '../packed';
import type { Token } from '../text/tokens';
import { CLOSE_AFTER, singleMark } from './singleMarks';

/** A stretch between quotation marks; token indices. */
export interface QuotedSpan {
  /** The opening mark; -1 where it has none (a closing mark that nothing opens makes no stretch unless it ends a paragraph's quotation). */
  readonly open: number;
  /** The closing mark, or the number of tokens where none closes it. */
  readonly close: number;
  readonly closed: boolean;
  readonly depth: number;
  /** Index of the stretch around it, or -1. */
  readonly parent: number;
}

/** The marks of a paragraph. */
export interface Marks {
  /** In the order of their opening marks. */
  readonly spans: readonly QuotedSpan[];
  /** By token: the innermost stretch that it stands in (marks included), or -1. */
  readonly inside: Int32Array;
  /** Closing marks that nothing opens. */
  readonly unopened: readonly number[];
}

/** Pairs that no language uses otherwise; a language's pack adds its own. */
const COMMON: readonly MarkPair[] = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['‟', '”'],
  // what a keyboard and a word processor did to one pair
  ['“', '"'],
  ['‹', '›'],
  ['<<', '>>'],
  ['``', "''"],
  ['‘', '’'],
  ['‚', '‘'],
  ['‚', '’'],
  ['「', '」'],
  ['『', '』'],
];
const STRAIGHT = new Set(['"', "'", '＂', "''"]);
const APOSTROPHES = new Set(["'", '’']);
const OPEN_BEFORE = new Set(['(', '[', '{', '«', '“', '„', '‘', '"', "'", '—', '–', '-', '‹', ':', '»', '¿', '¡', '‚']);

const MARK_CHARACTERS = /["'«»“”„‟‹›‘’‚＂「」『』]|<<|>>|``/;

type Stretch = { -readonly [Key in keyof QuotedSpan]: QuotedSpan[Key] };

interface Opened {
  readonly token: number;
  readonly closers: ReadonlySet<string>;
  readonly index: number;
}

/**
 * Pairs a paragraph's quotation marks. Only matching kinds pair; an apostrophe, inches, seconds and the marks of an
 * attribute (`id="…"`) are none. One pass with a stack: linear, whatever the text.
 */
export function pairMarks(tokens: readonly Token[], pairs: readonly MarkPair[]): Marks {
  if (!anyMark(tokens)) return tokens.length <= NOWHERE.length ? UNMARKED : { ...UNMARKED, inside: outside(tokens.length) };
  const openers = openersOf(tokens, pairs);
  const stretches: Stretch[] = [];
  const unopened: number[] = [];
  const stack: Opened[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const mark = (tokens[i] as Token).text;
    if ((tokens[i] as Token).kind === 'word' || !MARK_CHARACTERS.test(mark)) continue;
    const straight = STRAIGHT.has(mark);
    if (straight && isNoMark(tokens, i)) continue;
    const level = closable(stack, mark);
    const way = straight || mark === '’' || mark === '‘' ? leaning(tokens, i) : 0;
    if (APOSTROPHES.has(mark) && !singleMark(tokens, i, way, level >= 0)) continue;
    if (level >= 0 && way <= 0 && !(openers.has(mark) && !straight && opensHere(tokens, i, stack, level, mark))) {
      close(level, i);
      continue;
    }
    const closers = straight ? new Set(mark === '"' ? [mark, '”'] : [mark]) : openers.get(mark);
    // with spaces on both sides it closes, or stands for inches
    const doubled = mark === "''" && way <= 0;
    if (closers === undefined || doubled || (straight && way < 0)) {
      const closes = doubled ? tokens[i - 1]?.kind !== 'number' : !(straight && way >= 0);
      if (!APOSTROPHES.has(mark) && closes) unopened.push(i);
      continue;
    }
    // deeper than this is not a text but noise
    if (stack.length >= 16) continue;
    stretches.push({ open: i, close: tokens.length, closed: false, depth: stack.length, parent: stack.at(-1)?.index ?? -1 });
    stack.push({ token: i, closers, index: stretches.length - 1 });
  }
  endUnclosed(tokens, stretches);
  return { spans: packed(stretches), inside: shared(insideOf(tokens.length, stretches)), unopened: packed(unopened) };

  function close(level: number, at: number): void {
    // what was opened inside and never closed was no quotation, or ends here at the latest
    for (let k = stack.length - 1; k > level; k--) {
      const inner = stretches[(stack[k] as Opened).index];
      if (inner !== undefined) inner.close = at;
    }
    const stretch = stretches[(stack[level] as Opened).index];
    if (stretch !== undefined) {
      stretch.close = at;
      stretch.closed = true;
    }
    stack.length = level;
  }
}

function anyMark(tokens: readonly Token[]): boolean {
  for (const token of tokens) if (token.kind !== 'word' && MARK_CHARACTERS.test(token.text)) return true;
  return false;
}

const NOWHERE = new Int32Array(1024).fill(-1);

const UNMARKED: Marks = { spans: [], inside: NOWHERE, unopened: [] };

/** The places of tokens that stand in no stretch; short paragraphs share them. */
const outside = (count: number): Int32Array => (count <= NOWHERE.length ? NOWHERE : new Int32Array(count).fill(-1));

/** An opening mark that is never closed takes no other quotation in: it ends with its sentence where others follow. */
function endUnclosed(tokens: readonly Token[], stretches: Stretch[]): void {
  for (let index = 0; index < stretches.length; index++) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.closed || stretch.close < tokens.length) continue;
    const child = stretches[index + 1];
    if (child === undefined || child.parent !== index || tokens[child.open]?.text !== tokens[stretch.open]?.text) continue;
    if (sharesMark(tokens, stretches, index)) continue;
    let end = child.open;
    for (let i = stretch.open + 1; i < child.open; i++) {
      if (/^[.!?…]$/.test(tokens[i]?.text ?? '') && tokens[i + 1]?.spaceBefore) {
        end = i + 1;
        break;
      }
    }
    stretch.close = end;
    leaveOuter(stretches, index, end);
  }
}

/**
 * "« Ils disent : « Partez ! »": speech at the end of speech, and one closing mark for both. What was opened after it is no
 * part of it.
 */
function sharesMark(tokens: readonly Token[], stretches: Stretch[], index: number): boolean {
  const outer = stretches[index] as Stretch;
  const child = stretches[index + 1] as Stretch;
  if (!child.closed || tokens[child.open - 1]?.text !== ':') return false;
  outer.close = child.close;
  outer.closed = true;
  child.closed = false;
  leaveOuter(stretches, index, child.close + 1);
  return true;
}

/** What begins at a token or later stands outside a stretch. */
function leaveOuter(stretches: Stretch[], index: number, from: number): void {
  for (let k = index + 1; k < stretches.length; k++) {
    const later = stretches[k] as Stretch;
    if (later.open < from) continue;
    if (later.parent === index) later.parent = stretches[index]?.parent ?? -1;
    later.depth = Math.max(0, later.depth - 1);
  }
}

/** The pairs in use: where » stands before words and « after them, the pair is turned round. */
function openersOf(tokens: readonly Token[], pairs: readonly MarkPair[]): Map<string, Set<string>> {
  const openers = new Map<string, Set<string>>();
  const add = ([open, close]: MarkPair) => {
    const closers = openers.get(open) ?? new Set<string>();
    openers.set(open, closers.add(close));
  };
  let first = '';
  for (let i = 0; i < tokens.length && first === ''; i++) {
    const mark = (tokens[i] as Token).text;
    if (mark === '«') first = mark;
    // » mot «: only where the spaces say so; otherwise it closes what another paragraph opened
    if (mark === '»') first = leaning(tokens, i) > 0 ? mark : '«';
  }
  const turned = first === '»';
  for (const pair of COMMON) add(turned && pair[0] === '«' ? ['»', '«'] : turned && pair[0] === '‹' ? ['›', '‹'] : pair);
  for (const pair of pairs) if (!(turned && pair[0] === '«')) add(pair);
  return openers;
}

function closable(stack: readonly Opened[], mark: string): number {
  for (let k = stack.length - 1; k >= 0; k--) if ((stack[k] as Opened).closers.has(mark)) return k;
  return -1;
}

/** “ closes „ and opens “…”; what can do both is read by the spaces around it. */
function opensHere(tokens: readonly Token[], i: number, stack: readonly Opened[], level: number, mark: string): boolean {
  if (mark === '»' || mark === '«') return leaning(tokens, i) > 0 && stack.length - 1 !== level;
  return leaning(tokens, i) > 0;
}

/** 1 where the spaces say opening, -1 closing, 0 where they do not say. */
function leaning(tokens: readonly Token[], i: number): number {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const left = before === undefined || token.spaceBefore;
  const right = after === undefined || after.spaceBefore;
  // « mot », with French spaces: no word follows a closing mark at once
  if (left && !right) return /^[,.;:!?…)\]]$/.test(after?.text ?? '') && before !== undefined ? -1 : 1;
  if (right && !left) return -1;
  if (left && right) return 0;
  if (OPEN_BEFORE.has(before?.text ?? '') && after?.kind === 'word') return 1;
  if (before?.kind === 'word' && /['’]$/.test(before.text)) return 1;
  if (CLOSE_AFTER.has(after?.text ?? '')) return -1;
  return 0;
}

/** Straight marks that mark nothing: `id="7"`, 43"03, 6'2". */
function isNoMark(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (before?.text === '=' && !token.spaceBefore) return true;
  if (after !== undefined && /[>/=]/.test(after.text) && !after.spaceBefore && before !== undefined && !token.spaceBefore)
    return true;
  if (before?.kind !== 'number' || token.spaceBefore) return false;
  return token.text === "'" || (after?.kind === 'number' && !after.spaceBefore);
}

const SHORT = 16;
const tables: Int32Array[] = new Array<Int32Array>(1024).fill(NOWHERE);

/** Of short paragraphs those whose marks stand alike share their table: it weighs more than what is in it. */
function shared(inside: Int32Array): Int32Array {
  if (inside.length > SHORT) return inside;
  let hash = inside.length;
  for (const stretch of inside) hash = Math.imul(hash ^ stretch, 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (tables.length - 1);
  const known = tables[place] as Int32Array;
  let alike = known.length === inside.length;
  for (let i = 0; i < inside.length && alike; i++) alike = inside[i] === known[i];
  if (alike) return known;
  tables[place] = inside;
  return inside;
}

function insideOf(count: number, stretches: readonly QuotedSpan[]): Int32Array {
  const inside = new Int32Array(count).fill(-1);
  let top = -1;
  let next = 0;
  for (let i = 0; i < count; i++) {
    while (top >= 0 && !(stretches[top] as QuotedSpan).closed && (stretches[top] as QuotedSpan).close <= i)
      top = (stretches[top] as QuotedSpan).parent;
    while (next < stretches.length && stretches[next]?.open === i) top = next++;
    inside[i] = top;
    while (top >= 0 && (stretches[top] as QuotedSpan).close <= i) top = (stretches[top] as QuotedSpan).parent;
  }
  return inside;
}
