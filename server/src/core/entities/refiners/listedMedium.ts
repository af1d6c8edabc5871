import { overlaps } from '../../span';
import { KIND } from '../lexicon';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { Word } from '../words';
import { BY_FORM } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

const MEDIUM = 1 << KIND.media;

/** the Guardian: a common word with a capital after an article inside a sentence is the paper that the lists know by it. */
export const listedMedium: CapitalRule = {
  id: 'listed-medium',
  appliesTo: (pack) => pack.headsLast,
  wakes: ({ bits, capital }) => capital && (bits & MEDIUM) !== 0,
  refineAt(names, i, { sentence, pack }) {
    const { infos, words } = sentence;
    const [before, info, after] = [infos[i - 1], infos[i] as WordInfo, infos[i + 1]];
    if ((info.bits & MEDIUM) === 0 || before === undefined || before.capital || !pack.articles.has(before.folded)) return names;
    if (after !== undefined && (after.flags & (FLAG.capital | FLAG.digit)) !== 0) return names;
    const word = words[i] as Word;
    if (names.some((name) => overlaps(name, word)) || isHeadline(infos)) return names;
    return inTextOrder([...names, nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_FORM)]);
  },
};
