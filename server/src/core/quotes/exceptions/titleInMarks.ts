import { CLASS } from '../../lexicon/wordClasses';
import { isFiniteVerb } from '../../syntax/finiteVerbs';
import { interior, type Range } from '../../syntax/ranges';
import type { QuoteWords } from '../candidate';

/** Whether a marked stretch is the title or the name of something, by what stands before it and by its capitals. */
export function isTitleInMarks(words: QuoteWords, index: number): boolean {
  const inner = interior(words, index);
  const open = inner.start - 1;
  return (isNamedByContext(words, open) && !saysRather(words, inner, open)) || isCapitalTitle(words, index);
}

/** The same by its capitals alone. */
export function isCapitalTitle(words: QuoteWords, index: number): boolean {
  const inner = withoutComma(words, interior(words, index));
  const open = inner.start - 1;
  const length = inner.end - inner.start;
  if (length === 0 || length > 8) return false;
  // where all nouns have capitals, only the word before tells: der Sender „Kanal Süd“
  if (words.pack.capitalNouns) return words.is(open - 1, CLASS.institution | CLASS.source);
  // « Gilets jaunes », "Arturo", « Le Monde »: capitals without a verb
  if (!words.isCapital(inner.start)) return false;
  for (let i = inner.start; i < inner.end; i++) {
    if (isFiniteVerb(words, i) || isTiedVerb(words, i)) return false;
    if (/[,.!?;:]/.test(words.at(i))) return false;
  }
  return length > 0;
}

/** "It's over": the 's of a pronoun is a verb, that of a noun shows an owner. */
export const isTiedVerb = (words: QuoteWords, i: number): boolean =>
  words.lists.possessiveEnding.test(words.at(i)) && words.is(i - 1, CLASS.subject);

/** English: “The Old Mill,” with the sentence's own comma or stop, which the marks take in. */
function withoutComma(words: QuoteWords, { start, end }: Range): Range {
  if (!words.features.commaInsideMarks || !/^[,.]$/.test(words.at(end - 1)) || end - start < 3) return { start, end };
  for (let i = start; i < end - 1; i++)
    if (words.isWord(i) && !words.isCapital(i) && !words.is(i, SMALL_IN_TITLES)) return { start, end };
  return { start, end: end - 1 };
}

const SMALL_IN_TITLES = CLASS.determiner | CLASS.of | CLASS.preposition | CLASS.conjunction;

// A name without a capital is no longer than this: le programme « pétrole contre nourriture ».
const LONGEST_NAME = 4;

/** "ajoute que le journal « n'a jamais cédé »", "l'une des membres du projet, « ce résultat … »": the words go on with the sentence. */
function saysRather(words: QuoteWords, inner: Range, open: number): boolean {
  const length = inner.end - inner.start;
  const before = words.at(open - 1);
  if (words.is(before === ',' || before === ':' ? open - 2 : open - 1, CLASS.naming)) return false;
  if (before === ',' && length > 2 * LONGEST_NAME) return true;
  return length > LONGEST_NAME && !words.isCapital(inner.start) && words.tokens[inner.start]?.kind === 'word';
}

/** Whether what stands before a mark says that a name or title comes: le film « … », surnommé « … ». */
function isNamedByContext(words: QuoteWords, open: number): boolean {
  let i = open - 1;
  if (words.at(i) === ',' || words.at(i) === ':') i--;
  for (let k = i; k > i - 3 && k >= 0; k--) {
    if (words.is(k, CLASS.naming) || words.is(k, CLASS.titleNoun)) return true;
    if (!words.isCapital(k) && !words.is(k, CLASS.determiner) && !words.is(k, CLASS.of) && words.tokens[k]?.kind !== 'word')
      return false;
    if (words.isCapital(k)) continue;
    if (!words.is(k, CLASS.determiner) && !words.is(k, CLASS.of)) return false;
  }
  return false;
}
