import { CLASS } from '../../lexicon/wordClasses';
import { isBareName, nounPhraseAt, type Phrase } from '../../syntax/nounPhrases';
import type { QuoteWords } from '../candidate';

// Who is addressed, between a reporting verb and its subject.

const REACH = 9;

/** The subject after a reporting verb, over whom it is said to, when and where. */
export function subjectAfter(words: QuoteWords, from: number, limit: number): Phrase | undefined {
  const at = overAddressee(words, from, limit);
  if (at < 0) return undefined;
  return nounPhraseAt(words, at, limit, 'right') ?? subjectAfterAddressee(words, from, limit);
}

const MOST_ADDRESSEES = 3;

/** Over "à l'AFP", "hier", "au Monde" between the verb and its subject; -1 where no subject follows. */
function overAddressee(words: QuoteWords, from: number, limit: number): number {
  let i = from;
  for (let turn = 0; turn < MOST_ADDRESSEES && i < limit; turn++) {
    const next = overOne(words, i, limit);
    if (next < 0) return -1;
    if (next === i) break;
    i = next;
  }
  return i < limit ? i : -1;
}

/** Over one adverb, time, addressee or aside; the same token where none stands there, -1 where an addressee has no noun. */
function overOne(words: QuoteWords, i: number, limit: number): number {
  if (words.isAdverb(i) || words.is(i, CLASS.time)) return i + 1;
  const noun = words.is(i, CLASS.determiner) ? -1 : nounAfterPreposition(words, i);
  if (noun >= 0) return nounPhraseAt(words, noun, Math.min(limit, i + REACH), 'right')?.end ?? -1;
  return words.at(i) === ',' ? overAside(words, i, limit) : i;
}

function overAside(words: QuoteWords, comma: number, limit: number): number {
  if (words.is(comma + 1, CLASS.preposition) && !words.is(comma + 1, CLASS.determiner)) {
    // "a confié, à Radio-Sagre, le directeur"
    const phrase = nounPhraseAt(words, comma + 2, Math.min(limit, comma + REACH + 1), 'right');
    return phrase !== undefined && words.at(phrase.end) === ',' ? phrase.end + 1 : comma;
  }
  // "lance, agacé, le directeur"
  return words.at(comma + 2) === ',' && isSmallNoun(words, comma + 1) ? comma + 3 : comma;
}

/**
 * "a confié au Courrier Anne Morel": one capital word is the addressee, the next ones are the speaker; "a dit à la presse
 * Anne Morel": the name after the noun is, where nobody else follows.
 */
function subjectAfterAddressee(words: QuoteWords, from: number, limit: number): Phrase | undefined {
  let i = from;
  while (i < limit && (words.isAdverb(i) || words.is(i, CLASS.time))) i++;
  const noun = nounAfterPreposition(words, i);
  if (noun < 0) return undefined;
  if (words.isCapital(i + 1) && words.isCapital(i + 2)) return nounPhraseAt(words, i + 2, limit, 'right');
  const addressee = nounPhraseAt(words, noun, Math.min(limit, i + REACH), 'right');
  return addressee && nameAfterNoun(words, addressee);
}

/** Where the noun phrase begins that a preposition brings in (à la presse, lors d'une conférence), or -1. */
export function nounAfterPreposition(words: QuoteWords, i: number): number {
  if (!words.is(i, CLASS.preposition) && !words.pack.occasions.has(words.at(i))) return -1;
  return words.is(i + 1, CLASS.of) && !words.is(i + 1, CLASS.determiner) ? i + 2 : i + 1;
}

/** The full name that a noun phrase ends in, a noun in small letters right before it; undefined where there is none. */
function nameAfterNoun(words: QuoteWords, { start, end }: Phrase): Phrase | undefined {
  let at = end;
  while (at > start + 1 && !isSmallNoun(words, at - 1)) at--;
  const name: Phrase = { start: at, end, kind: 'name' };
  return at > start + 1 && end - at > 1 && isBareName(words, name) ? name : undefined;
}

const isSmallNoun = (words: QuoteWords, i: number): boolean =>
  words.isWord(i) &&
  !words.isCapital(i) &&
  !words.is(i, CLASS.particle | CLASS.of | CLASS.determiner | CLASS.preposition | CLASS.conjunction);
