import search from 'approx-string-match';
import type { Span } from '../core/span';

/**
 * What finds an annotation's words again in a text that has changed: the words and what stands around them
 * (the TextQuoteSelector of the W3C Web Annotation model), and where they stood, as a hint.
 */
export interface TextAnchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offset at which the words stood when the anchor was made. */
  readonly start: number;
}

/** How sure a re-anchoring is: the words stand where they stood, elsewhere without doubt, perhaps here, or nowhere. */
export type AnchorCertainty = 'same' | 'moved' | 'doubtful' | 'lost';

/** Where an anchor's words are now. `span` is absent where they are lost. */
export interface Anchored {
  readonly certainty: AnchorCertainty;
  readonly span?: Span;
}

/** Characters kept on either side. Hypothesis and Recogito keep 32, too. */
export const CONTEXT = 32;
// A fuzzy match may differ in a fifth of its characters: enough for typos and spelling reform, too little for another name.
const MOST_ERRORS = 0.2;
// Fuzzy search is done near where the words should be: over a whole corpus file it would find accidents.
const FUZZY_REACH = 4_000;
// Longer words are compared by their ends: the time of a fuzzy search grows with their length.
const FUZZY_LENGTH = 200;

/** Makes the anchor of a span. */
export function createAnchor(text: string, span: Span): TextAnchor {
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
    start: span.start,
  };
}

/**
 * Finds an anchor's words in a text.
 *
 * @param shift - by how much the words before this one have moved: where many annotations are anchored in text order,
 *   what moved one of them has moved the next.
 */
export function findAnchor(text: string, anchor: TextAnchor, shift = 0): Anchored {
  const { exact } = anchor;
  if (exact === '') return { certainty: 'lost' };
  const expected = anchor.start + shift;
  if (text.startsWith(exact, anchor.start) && contextScore(text, anchor, anchor.start) === 2)
    return found('same', anchor.start, exact);
  const best = bestOccurrence(text, anchor, expected);
  if (best !== undefined)
    return found(best.certainty === 'moved' && best.at === anchor.start ? 'same' : best.certainty, best.at, exact);
  return fuzzy(text, anchor, expected);
}

function found(certainty: AnchorCertainty, start: number, exact: string): Anchored {
  return { certainty, span: { start, end: start + exact.length } };
}

/** Of all places that have the words, the one whose surroundings fit best, then the nearest to where it should be. */
function bestOccurrence(
  text: string,
  anchor: TextAnchor,
  expected: number,
): { at: number; certainty: 'moved' | 'doubtful' } | undefined {
  let best: { at: number; score: number; distance: number } | undefined;
  let rivals = 0;
  for (let at = text.indexOf(anchor.exact); at >= 0; at = text.indexOf(anchor.exact, at + 1)) {
    const score = contextScore(text, anchor, at);
    const distance = Math.abs(at - expected);
    if (best === undefined || score > best.score + 0.05) {
      best = { at, score, distance };
      rivals = 0;
    } else if (score >= best.score - 0.05) {
      rivals++;
      if (distance < best.distance) best = { at, score, distance };
    }
  }
  if (best === undefined) return undefined;
  const alone = rivals === 0;
  // words that stand once and are long enough to mean something need no context; others need half of it, or their old place
  const sure = (alone && (best.score >= 0.5 || anchor.exact.length >= 20)) || (best.distance === 0 && best.score >= 0.25);
  return { at: best.at, certainty: sure ? 'moved' : 'doubtful' };
}

/** Between 0 and 2: which share of the prefix (from its end) and of the suffix (from its start) stands around a place. */
function contextScore(text: string, anchor: TextAnchor, at: number): number {
  const after = at + anchor.exact.length;
  let before = 0;
  while (before < anchor.prefix.length && text[at - 1 - before] === anchor.prefix[anchor.prefix.length - 1 - before]) before++;
  let behind = 0;
  while (behind < anchor.suffix.length && text[after + behind] === anchor.suffix[behind]) behind++;
  const left = anchor.prefix.length === 0 ? (at === 0 ? 1 : 0) : before / anchor.prefix.length;
  const right = anchor.suffix.length === 0 ? (after === text.length ? 1 : 0) : behind / anchor.suffix.length;
  return left + right;
}

/** The words have changed: looks for something much like them between the same surroundings. Never more than doubtful. */
function fuzzy(text: string, anchor: TextAnchor, expected: number): Anchored {
  const from = Math.max(0, Math.min(expected, text.length) - FUZZY_REACH);
  const window = text.slice(from, expected + anchor.exact.length + FUZZY_REACH);
  const between = betweenContexts(window, anchor);
  if (between !== undefined) return { certainty: 'doubtful', span: { start: from + between.start, end: from + between.end } };
  if (anchor.exact.length > FUZZY_LENGTH) return fuzzyEnds(window, anchor, from);
  const match = nearest(search(window, anchor.exact, Math.floor(anchor.exact.length * MOST_ERRORS)), expected - from);
  return match === undefined
    ? { certainty: 'lost' }
    : { certainty: 'doubtful', span: { start: from + match.start, end: from + match.end } };
}

/** The surroundings stand unchanged, and what stands between them is not much longer or shorter than the words were. */
function betweenContexts(window: string, anchor: TextAnchor): Span | undefined {
  if (anchor.prefix.length < CONTEXT / 2 || anchor.suffix.length < CONTEXT / 2) return undefined;
  const before = window.indexOf(anchor.prefix);
  if (before < 0 || window.indexOf(anchor.prefix, before + 1) >= 0) return undefined;
  const start = before + anchor.prefix.length;
  const end = window.indexOf(anchor.suffix, start);
  if (end <= start || Math.abs(end - start - anchor.exact.length) > anchor.exact.length * 0.5 + 3) return undefined;
  return { start, end };
}

function fuzzyEnds(window: string, anchor: TextAnchor, from: number): Anchored {
  const most = Math.floor(64 * MOST_ERRORS);
  const [head] = search(window, anchor.exact.slice(0, 64), most).sort((a, b) => a.errors - b.errors);
  if (head === undefined) return { certainty: 'lost' };
  const tails = search(window.slice(head.end), anchor.exact.slice(-64), most);
  const tail = nearest(tails, anchor.exact.length - 64 - (head.end - head.start));
  if (tail === undefined) return { certainty: 'lost' };
  return { certainty: 'doubtful', span: { start: from + head.start, end: from + head.end + tail.end } };
}

function nearest(
  matches: readonly { start: number; end: number; errors: number }[],
  expected: number,
): { start: number; end: number } | undefined {
  let best: { start: number; end: number; errors: number } | undefined;
  for (const match of matches) {
    if (match.end <= match.start) continue;
    if (
      best === undefined ||
      match.errors < best.errors ||
      (match.errors === best.errors && Math.abs(match.start - expected) < Math.abs(best.start - expected))
    )
      best = match;
  }
  return best;
}
