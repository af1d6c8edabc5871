import search from 'approx-string-match';
import type { Span } from '../core/span';
import type { Sought } from './anchorCandidates';
import type { FoldedText } from './fold';
import type { Surroundings } from './neighbours';
import { rank } from './occurrenceIndex';

// A similar place may differ in a fifth of its characters: enough for typos and spelling reform, too little for another name.
const MOST_ERRORS = 0.2;
// Looked for is near where the words should be: over a whole corpus file a search would find accidents.
const REACH = 4_000;
// All searches together go through so many characters at most, however many words are gone.
const BUDGET = 8_000_000;
// Longer words are compared by their ends: the time of a search grows with their length.
const END = 64;
const LONG = 200;

/**
 * The place that looks most like that of words which are no longer in the text: what stands between the same
 * surroundings, else something much like them. Never more than a proposal.
 *
 * @param many - how many such searches are made in the text.
 */
export function similarPlace(folded: FoldedText, one: Sought, { from, to }: Surroundings, many: number): Span | undefined {
  const { text, starts, ends } = folded;
  const expected = from ?? to ?? rank(starts, one.anchor.start);
  const reach = Math.min(REACH, Math.max(4 * END, Math.floor(BUDGET / many)));
  const ordered = from !== undefined && to !== undefined && from <= to;
  const begin = Math.max(0, expected - (from === undefined ? reach : END) - one.words.length);
  const end = Math.min(text.length, Math.min(ordered ? to + END : text.length, expected + reach) + one.words.length);
  const window = text.slice(begin, end);
  const found = betweenSurroundings(window, one) ?? similarWords(window, one.words, expected - begin);
  if (found === undefined) return undefined;
  return { start: starts[begin + found.start] as number, end: ends[begin + found.end - 1] as number };
}

/** The surroundings stand unchanged, and what stands between them is not much longer or shorter than the words were. */
function betweenSurroundings(window: string, { words, before, after }: Sought): Span | undefined {
  const [left, right] = [before.slice(-16), after.slice(0, 16)];
  if (left.length < 8 || right.length < 8) return undefined;
  const place = window.indexOf(left);
  if (place < 0 || window.indexOf(left, place + 1) >= 0) return undefined;
  const start = place + left.length;
  const end = window.indexOf(right, start);
  if (end <= start || Math.abs(end - start - words.length) > words.length * 0.5 + 3) return undefined;
  return { start, end };
}

function similarWords(window: string, words: string, expected: number): Span | undefined {
  if (words.length <= LONG) return best(search(window, words, Math.floor(words.length * MOST_ERRORS)), expected);
  const most = Math.floor(END * MOST_ERRORS);
  const head = best(search(window, words.slice(0, END), most), expected);
  if (head === undefined) return undefined;
  const rest = window.slice(head.end, head.end + 2 * words.length);
  const tail = best(search(rest, words.slice(-END), most), words.length - END - (head.end - head.start));
  return tail && { start: head.start, end: head.end + tail.end };
}

/** The match with the fewest errors, then the nearest to a place. */
function best(
  matches: readonly { readonly start: number; readonly end: number; readonly errors: number }[],
  expected: number,
): Span | undefined {
  let least: { start: number; end: number; errors: number } | undefined;
  for (const match of matches) {
    if (match.end <= match.start) continue;
    const nearer = least === undefined || Math.abs(match.start - expected) < Math.abs(least.start - expected);
    if (least === undefined || match.errors < least.errors || (match.errors === least.errors && nearer)) least = match;
  }
  return least;
}
