import { CLASS, CUE } from '../lexicon/wordClasses';
import type { ParagraphWords } from './paragraphWords';

/** A sentence as quotations see it: marked stretches are never cut. Token indices, `end` exclusive, final stop included. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const FINAL = new Set(['.', '!', '?', '…', '‽']);
const CONTINUES = new Set([',', ';', ':', ')', '-', '–', '—']);

/** Cuts the paragraph between sentences, but never inside marks. */
export function quoteSentences(words: ParagraphWords): Sentence[] {
  const sentences: Sentence[] = [];
  const { tokens, marks, view } = words;
  let start = 0;
  let at = 0;
  for (const span of view.sentences) {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < span.end) at++;
    if (at <= start) continue;
    const inside = marks.inside[at - 1] ?? -1;
    // `… is old. " Paul Stone said`: a mark with a space on both sides ends the sentence before it
    const closes = words.features.commaInsideMarks && words.closes(at) !== undefined && words.spaced(at) && words.spaced(at + 1);
    if (closes && words.marks.spans[inside]?.close === at && words.isCapital(at + 1) && !saysBehind(words, at + 1)) {
      push(at + 1);
      at++;
      continue;
    }
    const open = inside >= 0 && marks.inside[at] === inside && marks.spans[inside]?.open !== at;
    if (open && marks.spans[inside]?.closed !== false) continue;
    if (!endsHere(words, at)) continue;
    push(at);
  }
  if (start < tokens.length) push(tokens.length);
  return sentences;

  function push(end: number): void {
    for (const piece of cutLong(words, start, end)) sentences.push(piece);
    start = end;
  }
}

/** "Paul Stone said.", "Said Paul Stone." after a mark: it belongs to the quotation. */
function saysBehind(words: ParagraphWords, from: number): boolean {
  for (let i = from; i < from + 10 && i < words.tokens.length; i++)
    if (((words.verb(i)?.senses ?? 0) & CUE.introducesSpeech) !== 0)
      // "Asked whether it leaks, Reed laughed." is the next sentence
      return (
        (i === from && !words.is(i + 1, CLASS.question | CLASS.preposition)) ||
        /^[.!]?$/.test(words.at(i + 1)) ||
        (/^[?!…]$/.test(words.at(from - 2)) && !isDenied(words, from, i) && tellsManner(words, i + 1))
      );
  return false;
}

/** "“Why?” The ministry has not responded to that.": what nobody said. */
function isDenied(words: ParagraphWords, from: number, verb: number): boolean {
  for (let i = from; i < verb; i++) if (words.is(i, CLASS.negation)) return true;
  return false;
}

const LONGEST_MANNER = 16;

/** "“Why?” Paul Stone asked, looking up.": of a question what follows the verb tells how or when, not what he said next. */
function tellsManner(words: ParagraphWords, from: number): boolean {
  // asked, adding that …: another verb's clause
  const isSetOff = words.at(from) === ',';
  if (!isSetOff && !words.is(from, CLASS.preposition | CLASS.time | CLASS.subordinator)) return false;
  for (let i = from; i < from + LONGEST_MANNER && !FINAL.has(words.at(i)) && words.at(i) !== ''; i++)
    if (words.opens(i) !== undefined || words.at(i) === ':' || (!isSetOff && words.is(i, CLASS.that))) return false;
  return true;
}

// No sentence of an article is this long; cutting what is keeps the work linear on texts without full stops.
const LONGEST = 250;

/** A sentence in pieces of a bounded number of tokens, never cut inside marks. */
export function cutLong(words: ParagraphWords, start: number, end: number): Sentence[] {
  const pieces: Sentence[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const level = words.marks.inside[from];
    let cut = from + LONGEST;
    while (cut < end && words.marks.inside[cut] !== level) cut++;
    if (cut >= end) break;
    pieces.push({ start: from, end: cut });
    from = cut;
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** After a closing mark a sentence goes on where an incise follows. */
function endsHere(words: ParagraphWords, at: number): boolean {
  const next = words.tokens[at];
  if (next === undefined) return true;
  if (CONTINUES.has(next.text)) return words.marks.inside[at - 1] === -1 && /[-–—]/.test(next.text);
  const closing = words.closes(at - 1) !== undefined;
  if (closing && next.kind === 'word') return words.isCapital(at) && !(words.features.commaInsideMarks && saysBehind(words, at));
  return true;
}

/** The end of a token range without its final punctuation; exclusive. */
export function withoutFinal(words: ParagraphWords, start: number, end: number): number {
  let last = end;
  while (last > start) {
    const token = words.tokens[last - 1];
    if (token === undefined) break;
    const text = token.text;
    if (FINAL.has(text) || text === ',' || text === ';' || text === ':' || (token.kind === 'punctuation' && /^[-–—]$/.test(text)))
      last--;
    else break;
  }
  return last;
}
