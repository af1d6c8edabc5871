import { CLASS } from '../../../lexicon/wordClasses';
import type { QuoteWords } from '../../candidate';

// A name has so many tokens at most.
const MAX_NAME_TOKENS = 12;

/**
 * Where a name ends, with the particles, hyphens and stops between its words.
 * @param from - the token after its first word
 * @returns how many of its words have a capital, too
 */
export function endOfNameRun(words: QuoteWords, start: number, from: number): { end: number; capitals: number } {
  let end = from;
  let capitals = 1;
  const limit = Math.min(words.tokens.length, start + MAX_NAME_TOKENS);
  while (end < limit) {
    const next = nextNameWord(words, start, end);
    if (next === undefined) break;
    end = next + 1;
    capitals++;
  }
  // Ing-wen, al-Joulani: what a hyphen ties to the name
  while (isTiedByHyphen(words, end)) end += 2;
  return { end, capitals };
}

/** The next word of a name, with or without a particle before it; undefined where the name ends. */
function nextNameWord(words: QuoteWords, start: number, end: number): number | undefined {
  const glue = glueLength(words, end);
  if (glue > 0 && isNameWord(words, end + glue)) return end + glue;
  return isNameWord(words, end) && words.marks.inside[end] === words.marks.inside[start] ? end : undefined;
}

/** Whether a hyphen without spaces stands at a token, and a word after it. */
const isTiedByHyphen = (words: QuoteWords, i: number): boolean =>
  isHyphen(words, i) && !words.spaced(i) && words.isWord(i + 1) && !words.spaced(i + 1);

export const isHyphen = (words: QuoteWords, i: number): boolean => /^[-‑]$/.test(words.at(i));

/** Whether a capitalised word can be a part of a name. */
export function isNameWord(words: QuoteWords, i: number): boolean {
  if (!words.isCapital(i) || words.at(i).endsWith("'") || isTitle(words, i) || isCapitalNoun(words, i)) return false;
  // Le Monde, La Haye: a capital article within a sentence
  if (words.is(i, CLASS.determiner) && words.isCapital(i + 1) && i > 0 && words.isWord(i - 1)) return true;
  if (words.is(i, CLASS.determiner | CLASS.subject | CLASS.time | CLASS.subordinator | CLASS.that | CLASS.relative))
    return isAmongCapitals(words, i);
  return !words.is(i, CLASS.preposition) || (words.is(i, CLASS.particle) && words.isCapital(i + 1)) || words.at(i + 1) === '-';
}

/** "M.", "Premier ministre", "PDG": a title is not a name. */
function isTitle(words: QuoteWords, i: number): boolean {
  const { honorifics } = words.pack;
  if (honorifics.has(words.at(i))) return true;
  const isHuman = words.is(i, CLASS.human);
  if (!isHuman && !(words.is(i + 1, CLASS.human) && words.pack.speakers.firstWordOfTitle.test(words.at(i)))) return false;
  const followsName = words.isCapital(i - 1) && !words.is(i - 1, CLASS.determiner);
  return !followsName && !(words.is(i - 1, CLASS.particle) && words.isCapital(i - 2));
}

/** Where all nouns have capitals: a noun for people or an institution. */
const isCapitalNoun = (words: QuoteWords, i: number): boolean =>
  words.pack.capitalNouns && (words.isHuman(i) || words.is(i, CLASS.institution | CLASS.source));

/** A function word in capitals after a capital: "ICI ET LÀ". */
function isAmongCapitals(words: QuoteWords, i: number): boolean {
  const text = words.tokens[i]?.text ?? '';
  return words.isCapital(i - 1) && text === text.toUpperCase() && words.at(i).length > 2;
}

/** How many tokens stand at an index between two words of a name: a particle, a hyphen, an initial's stop; 0 for none. */
function glueLength(words: QuoteWords, i: number): number {
  if (isHyphen(words, i) && !words.spaced(i) && !words.spaced(i + 1)) return 1;
  if (words.at(i) === '.' && !words.spaced(i) && (words.tokens[i - 1]?.text.length ?? 9) <= 2) return 1;
  if (words.is(i, CLASS.particle)) return particleLength(words, i);
  if (isHyphen(words, i) && words.is(i + 1, CLASS.particle)) return isHyphen(words, i + 2) ? 3 : 2;
  return 0;
}

/** The tokens of a particle: "de", "de la", "el-". */
function particleLength(words: QuoteWords, i: number): number {
  if (words.isCapital(i)) return words.isCapital(i + 1) ? 1 : 0;
  if (isHyphen(words, i + 1) && !words.spaced(i + 1)) return 2;
  return words.is(i + 1, CLASS.particle) && !words.isCapital(i + 1) ? 2 : 1;
}
