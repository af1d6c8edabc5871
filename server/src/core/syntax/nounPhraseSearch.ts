import { CLASS } from '../lexicon/wordClasses';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

// No noun phrase that ends at a verb begins further before it.
const REACH = 40;

/** The longest phrase in a range that ends right at its end. */
export function phraseEndingAt(words: ParagraphWords, from: number, end: number, floor: number): Phrase | undefined {
  for (let p = Math.max(from, end - REACH); p < end; p++) {
    const phrase = beginsPhrase(words, p, floor) ? nounPhraseAt(words, p, end, 'left') : undefined;
    if (phrase?.end === end && phrase.kind !== 'pronoun') return phrase;
  }
  return undefined;
}

/** The longest noun phrase with a determiner that ends right at a token, whatever governs it. */
export function determinedPhrase(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = from; p < end; p++) {
    const phrase = words.is(p, CLASS.determiner) ? nounPhraseAt(words, p, end, 'left') : undefined;
    if (phrase?.end === end && phrase.kind !== 'pronoun') return phrase;
  }
  return undefined;
}

/** "bloqué par le ministre, qui …", "selon Anne Morel, qui …": the phrase that ends a segment after its preposition. */
export function governedPhrase(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = Math.max(from, end - REACH) + 1; p < end; p++) {
    if (!words.is(p - 1, CLASS.preposition) || words.is(p - 1, CLASS.of)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase?.end === end) return phrase;
  }
  return undefined;
}

/** "a report released by the council on Monday, which said": the first phrase of a segment that has a voice. */
export function voiceBefore(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = from; p < end; p++) {
    if (!words.is(p, CLASS.determiner) && !words.isCapital(p)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase === undefined || phrase.kind === 'pronoun') continue;
    if (hasVoice(words, phrase)) return phrase;
    p = phrase.end - 1;
  }
  return undefined;
}

function hasVoice(words: ParagraphWords, { start, end }: Phrase): boolean {
  for (let i = start; i < end; i++) if (words.isHuman(i) || words.is(i, CLASS.source | CLASS.institution)) return true;
  return false;
}

/** Whether a noun phrase can begin at a token, rather than go on there. */
function beginsPhrase(words: ParagraphWords, p: number, floor: number): boolean {
  if (!words.isWord(p) && words.opens(p) === undefined) return false;
  const isFirst = p === floor;
  if (p > floor && goesOn(words, p)) return false;
  const opensClause = isFirst || !words.isWord(p - 1) || words.is(p - 1, CLASS.conjunction);
  if (words.is(p, CLASS.determiner) && (!words.is(p, CLASS.of) || opensClause)) return true;
  if (standsForArticle(words, p)) return opensClause;
  if (words.pack.honorifics.has(words.at(p))) return true;
  if (words.isCapital(p)) return p <= floor || !(words.isCapital(p - 1) || words.isHuman(p - 1));
  return isFirst || words.isHuman(p) || words.is(p, CLASS.institution);
}

/** After a preposition, an article or a hyphen. */
const goesOn = (words: ParagraphWords, p: number): boolean =>
  words.is(p - 1, CLASS.of | CLASS.determiner | CLASS.preposition) || (/^[-‑]$/.test(words.at(p - 1)) && !words.spaced(p));

/** "d'autres élus", "de nombreux élus": de in place of a plural article. */
const standsForArticle = (words: ParagraphWords, i: number): boolean => words.is(i, CLASS.of) && words.is(i + 1, CLASS.many);
