import type { Span } from '../span';
import { isSpaceAt } from './tokens';

// Longer ones are cut, so that a file without line breaks cannot hold up what works paragraph by paragraph.
const LONGEST = 20_000;
// The widths that editors and mail programs wrap at lie between 60 and 100.
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 100;

/**
 * Cuts a text into paragraphs: spans without the white space around them, in order, from an offset on.
 * Blank lines separate; so does every line break, unless the lines are hard-wrapped.
 */
export function splitParagraphs(text: string, from = 0): Span[] {
  const groups = lineGroups(text, from);
  const wrapped = isHardWrapped(text, groups);
  const paragraphs: Span[] = [];
  for (const lines of groups) {
    if (wrapped) cutLong(text, (lines[0] as Span).start, (lines.at(-1) as Span).end, paragraphs);
    else for (const line of lines) cutLong(text, line.start, line.end, paragraphs);
  }
  return paragraphs;
}

/** Runs of lines that are not blank, each line trimmed. */
function lineGroups(text: string, from: number): Span[][] {
  const groups: Span[][] = [];
  let group: Span[] = [];
  const nextBreak = OTHER_BREAKS.some((mark) => text.includes(mark)) ? anyBreak : lineFeed;
  let start = from;
  for (let i = nextBreak(text, from); i <= text.length; i = nextBreak(text, start)) {
    const line = trimSpan(text, start, i);
    if (line.start < line.end) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start = text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const OTHER_BREAKS = ['\r', '\u2029', '\f'];

/** The next line feed from a place on, or the text's end; beyond that, one further. */
function lineFeed(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? Math.max(text.length, from) : at;
}

/** The same for any line break. */
function anyBreak(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13 || unit === 0x2029 || unit === 0x0c) return i;
  }
  return i;
}

/** The span without white space at its edges. */
export function trimSpan(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpaceAt(text, start)) start++;
  while (end > start && isSpaceAt(text, end - 1)) end--;
  return { start, end };
}

/** Lines are taken as wrapped where nearly all that another one follows are about as wide as the widest and break inside a sentence. */
function isHardWrapped(text: string, groups: readonly (readonly Span[])[]): boolean {
  let widest = 0;
  const inner: Span[] = [];
  for (const lines of groups) {
    for (const line of lines) widest = Math.max(widest, line.end - line.start);
    for (const line of lines.slice(0, -1)) inner.push(line);
  }
  if (inner.length < 3 || widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return false;
  let full = 0;
  let open = 0;
  for (const line of inner) {
    if (line.end - line.start >= widest * 0.75) full++;
    if (!/[.!?…»”"]/.test(text[line.end - 1] as string)) open++;
  }
  return full >= inner.length * 0.7 && open >= inner.length * 0.5;
}

function cutLong(text: string, start: number, end: number, into: Span[]): void {
  let from = start;
  while (end - from > LONGEST) {
    const cut = breakBefore(text, from, from + LONGEST);
    into.push(trimSpan(text, from, cut));
    from = trimSpan(text, cut, end).start;
  }
  if (from < end) into.push({ start: from, end });
}

/** The last sentence end before a limit, else the last space, else the limit (never inside a surrogate pair). */
function breakBefore(text: string, from: number, limit: number): number {
  const floor = from + LONGEST / 2;
  let space = -1;
  for (let i = limit; i > floor; i--) {
    if (!isSpaceAt(text, i)) continue;
    if (/[.!?…]/.test(text[i - 1] as string)) return i;
    if (space < 0) space = i;
  }
  if (space > 0) return space;
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit - 1 : limit;
}
