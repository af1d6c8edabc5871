import { interior } from './draft';
import { CLASS } from './lexicon';
import { isFiniteVerb } from './subjects';
import type { Words } from './words';

/** Whether a marked stretch is the title or the name of something, by what stands before it and by its capitals. */
export function isTitleStretch(words: Words, index: number): boolean {
  const inner = interior(words, index);
  const open = inner.start - 1;
  if (named(words, open)) return true;
  const length = inner.end - inner.start;
  if (length === 0 || length > 8) return false;
  // « Gilets jaunes », "Arturo", « Le Monde »: capitals without a verb
  if (!words.isCapital(inner.start)) return false;
  for (let i = inner.start; i < inner.end; i++) {
    if (isFiniteVerb(words, i)) return false;
    if (/[,.!?;:]/.test(words.at(i))) return false;
  }
  return length > 0;
}

/** Whether what stands before a mark says that a name or title comes: le film « … », surnommé « … ». */
export function named(words: Words, open: number): boolean {
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
