import { CLASS } from '../../../lexicon/wordClasses';
import { packed } from '../../../packed';
import type { QuoteWords } from '../../candidate';
import type { ParagraphScan } from '../../detect';
import { textOf } from '../../offsets';
import type { CandidateSpeaker } from '../candidates';

// The words that an acronym stands for begin so many tokens before its bracket at most.
const MAX_REACH = 16;

/** "Front de libération de la Sagoura (FLS)": gives candidates known by the acronym alone their full names. */
export function expandAcronyms(scans: readonly ParagraphScan[], candidates: readonly CandidateSpeaker[]): void {
  const acronyms = candidates.filter(({ name }) => /^\p{Lu}{2,6}$/u.test(name));
  if (acronyms.length === 0) return;
  for (const { words } of scans) expandIn(words, acronyms);
}

/** The tokens that stand alone in brackets. */
const bracketed = (words: QuoteWords): readonly number[] => {
  if (!words.text.includes('(')) return NONE;
  const found: number[] = [];
  for (let i = 2; i + 1 < words.tokens.length; i++) if (words.at(i - 1) === '(' && words.at(i + 1) === ')') found.push(i);
  return packed(found);
};

const NONE: readonly number[] = [];

function expandIn(words: QuoteWords, acronyms: readonly CandidateSpeaker[]): void {
  for (const i of words.once(bracketed, 0, words.tokens.length)) {
    const acronym = words.tokens[i]?.text ?? '';
    const bearer = acronyms.find(({ name }) => name === acronym);
    const start = bearer === undefined ? -1 : initialsBefore(words, i - 1, acronym);
    if (bearer !== undefined && start >= 0) bearer.name = textOf(words, start, i - 1);
  }
}

/** Where the words begin whose initials an acronym is, read backwards from its bracket; -1 where they do not match. */
function initialsBefore(words: QuoteWords, bracket: number, acronym: string): number {
  let left = acronym.length - 1;
  for (let i = bracket - 1; i >= 0 && i > bracket - MAX_REACH; i--) {
    if (isInitial(words, i, acronym, left)) {
      if (left === 0) return words.isCapital(i) ? i : -1;
      left--;
    } else if (words.isCapital(i) && !words.is(i, CLASS.determiner)) return -1;
  }
  return -1;
}

/** Whether a word begins with a letter of the acronym; "of" does so only as its first word. */
function isInitial(words: QuoteWords, i: number, acronym: string, letter: number): boolean {
  const initial = (words.tokens[i]?.text[0] ?? '').toUpperCase();
  return words.isWord(i) && initial === acronym[letter] && !(words.is(i, CLASS.of) && letter > 0);
}
