import { CLASS } from '../lexicon/wordClasses';
import { isFiniteVerb } from './finiteVerbs';
import type { ParagraphWords } from './paragraphWords';

// A quotation with more tokens is not a part of a noun phrase.
const MAX_QUOTED_NAME = 8;
const BRACKET_REACH = 30;
const BOUNDARIES: ReadonlySet<string> = new Set([',', ';', ':', '(', '!', '?', '…']);

/** Where the run of tokens up to `k` begins that no comma, colon or bracket cuts; quoted spans are stepped over. */
export function segmentStart(words: ParagraphWords, k: number, floor: number): number {
  let i = k;
  while (i >= floor) {
    const before = stepBack(words, i, floor);
    if (before === i) break;
    i = before;
  }
  return i + 1;
}

/** Where the segment before one begins: "X, ministre, a dit oui et ajoute …", "a dénoncé les « … » et demande que"; -1 for none. */
export function previousSegment(words: ParagraphWords, start: number, floor: number): number {
  if (start - 1 <= floor) return -1;
  const quoted = words.closes(start - 1);
  if (quoted !== undefined && quoted.open > floor) return segmentStart(words, quoted.open - 1, floor);
  return words.at(start - 1) === ',' ? segmentStart(words, start - 2, floor) : -1;
}

/** The token before one, or before what it closes; the same where a segment begins after it. */
function stepBack(words: ParagraphWords, i: number, floor: number): number {
  const quoted = words.closes(i);
  if (quoted !== undefined) {
    const isPart = quoted.close - quoted.open <= MAX_QUOTED_NAME && !/^[.,!?…;]$/.test(words.at(i - 1));
    return isPart && quoted.open >= floor ? quoted.open - 1 : i;
  }
  if (words.at(i) === ')') {
    let open = i - 1;
    while (open > floor && open > i - BRACKET_REACH && words.at(open) !== '(') open--;
    if (words.at(open) === '(') return open - 1;
  }
  return isBoundary(words, i) ? i : i - 1;
}

function isBoundary(words: ParagraphWords, i: number): boolean {
  const text = words.at(i);
  if (BOUNDARIES.has(text) || words.opens(i) !== undefined) return true;
  if (text === '.') return words.spaced(i + 1) && words.isCapital(i + 1) && (words.tokens[i - 1]?.text.length ?? 0) > 3;
  return /^[-–—]$/.test(text) && words.spaced(i);
}

const CLAUSE_REACH = 25;

/** Where the last subordinate clause of a segment begins, after its conjunction, if no verb of its own stands before the end. */
export function ownClause(words: ParagraphWords, start: number, end: number): number {
  const level = words.marks.inside[end - 1];
  for (let k = end - 2; k > start && k > end - CLAUSE_REACH; k--) {
    if (words.marks.inside[k] !== level || isFiniteVerb(words, k)) return start;
    const from = afterSubordinator(words, k, end);
    if (from !== undefined) return from < end ? from : start;
  }
  return start;
}

/** Where the clause of a subordinating conjunction begins; undefined where the token is not one. */
function afterSubordinator(words: ParagraphWords, k: number, end: number): number | undefined {
  // "comme journaliste" is not a clause
  if (!words.is(k, CLASS.subordinator) || words.pack.inciseOpeners.has(words.at(k))) return undefined;
  let from = k + 1;
  while (from < end && words.isAdverb(from)) from++;
  if (words.is(from, CLASS.that)) return from + 1;
  // "alors" alone is an adverb
  return words.isAdverb(k) ? undefined : from;
}
