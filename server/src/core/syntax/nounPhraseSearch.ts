import { CLASS } from '../lexicon/wordClasses';
import { nounPhraseAt, type Phrase } from './nounPhrases';
import type { ParagraphWords } from './paragraphWords';

/** The longest phrase in a range that ends right at its end. */
export function phraseEndingAt(words: ParagraphWords, from: number, end: number, floor: number): Phrase | undefined {
  const low = Math.max(from, end - 40);
  for (let p = low; p < end; p++) {
    if (!beginsPhrase(words, p, floor)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase !== undefined && phrase.end === end && phrase.kind !== 'pronoun') return phrase;
  }
  return undefined;
}

/** The longest noun phrase with a determiner that ends right at a token, whatever governs it. */
export function determinedPhrase(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = from; p < end; p++) {
    if (!words.is(p, CLASS.determiner)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase !== undefined && phrase.end === end && phrase.kind !== 'pronoun') return phrase;
  }
  return undefined;
}

function beginsPhrase(words: ParagraphWords, p: number, floor: number): boolean {
  if (!words.isWord(p) && words.opens(p) === undefined) return false;
  const before = p - 1;
  if (p > floor && (words.is(before, CLASS.of) || words.is(before, CLASS.determiner) || words.is(before, CLASS.preposition)))
    return false;
  if (p > floor && /^[-‑]$/.test(words.at(before)) && !words.spaced(p)) return false;
  if (
    words.is(p, CLASS.determiner) &&
    (!words.is(p, CLASS.of) || p === floor || !words.isWord(before) || words.is(before, CLASS.conjunction))
  )
    return true;
  if (words.is(p, CLASS.of) && words.is(p + 1, CLASS.many))
    return p === floor || !words.isWord(before) || words.is(before, CLASS.conjunction);
  if (words.pack.honorifics.has(words.at(p))) return true;
  if (words.isCapital(p)) return !(p > floor && (words.isCapital(before) || words.isHuman(before)));
  return p === floor || words.isHuman(p) || words.is(p, CLASS.institution);
}

/** "a report released by the council on Monday, which said": the last phrase of a segment that has a voice, its first noun first. */
export function voiceBefore(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = from; p < end; p++) {
    if (!words.is(p, CLASS.determiner) && !words.isCapital(p)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase === undefined || phrase.kind === 'pronoun') continue;
    for (let i = p; i < phrase.end; i++) if (words.isHuman(i) || words.is(i, CLASS.source | CLASS.institution)) return phrase;
    p = phrase.end - 1;
  }
  return undefined;
}

/** "bloqué par le ministre, qui …", "selon Anne Morel, qui …": the phrase that ends a segment behind its preposition. */
export function governedPhrase(words: ParagraphWords, from: number, end: number): Phrase | undefined {
  for (let p = Math.max(from, end - 40) + 1; p < end; p++) {
    if (!words.is(p - 1, CLASS.preposition) || words.is(p - 1, CLASS.of)) continue;
    const phrase = nounPhraseAt(words, p, end, 'left');
    if (phrase !== undefined && phrase.end === end) return phrase;
  }
  return undefined;
}
