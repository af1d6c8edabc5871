import { foldWord, type PhraseLists } from '../lexicon';
import { hashString } from '../model/hash';
import { FLAG, type WordInfo } from '../model/wordInfo';
import { ANY_GIVEN_NAME, BY_LISTS, LOCATIONS, ORGANISATIONS, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { nameOfWords, withSingleWord } from './spans';

const COMPOUND = /^(\p{Lu}\p{Ll}+)-(\p{Lu}\p{Ll}+)$/u;

/** Anne-Lise, Jean-Paul: a compound of two given names that stands alone is somebody, where the model saw nothing or doubts. */
export const compoundGivenName: CapitalRule = {
  id: 'compound-given-name',
  wakes: ({ text }) => COMPOUND.test(text),
  refineAt(names, i, { sentence, phrases }) {
    const { infos } = sentence;
    const info = infos[i] as WordInfo;
    if (!info.text.includes('-') || !isOfGivenNames(info, phrases) || isBesideCapital(infos, i)) return names;
    return withSingleWord(names, nameOfWords(sentence, { from: i, to: i + 1 }, 'PER', BY_LISTS), SURE);
  },
};

function isOfGivenNames({ text, bits }: WordInfo, phrases: PhraseLists): boolean {
  const [, first, second] = COMPOUND.exec(text) ?? [];
  if (first === undefined || second === undefined || (bits & (LOCATIONS | ORGANISATIONS)) !== 0) return false;
  return [first, second].every((part) => (phrases.bits([hashString(foldWord(part))]) & ANY_GIVEN_NAME) !== 0);
}

const isBesideCapital = (infos: readonly WordInfo[], i: number): boolean =>
  [infos[i - 1], infos[i + 1]].some((info) => info !== undefined && (info.flags & (FLAG.capital | FLAG.digit)) !== 0);
