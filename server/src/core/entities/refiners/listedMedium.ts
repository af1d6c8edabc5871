import { overlaps } from '../../span';
import { KIND } from '../lexicon';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { Word } from '../words';
import { BY_FORM } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

const MEDIUM = 1 << KIND.media;

/** the Guardian, the Post: a common word with a capital after an article inside a sentence is the paper that is called so. */
export const listedMedium: CapitalRule = {
  id: 'listed-medium',
  appliesTo: (pack) => pack.headsLast,
  wakes: isMedium,
  refineAt(names, i, { sentence, pack }) {
    const { infos, words } = sentence;
    const [before, info, after] = [infos[i - 1], infos[i] as WordInfo, infos[i + 1]];
    if (!isMedium(info, pack) || before === undefined || before.capital || !pack.articles.has(before.folded)) return names;
    if (after !== undefined && (after.flags & (FLAG.capital | FLAG.digit)) !== 0) return names;
    const word = words[i] as Word;
    if (names.some((name) => overlaps(name, word)) || isHeadline(infos)) return names;
    return inTextOrder([...names, nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_FORM)]);
  },
};

/** Whether a word with a capital is a paper's name by the lists, or ends the names of papers, so that it is short for one. */
function isMedium({ bits, capital, folded }: WordInfo, { mediumEnds }: EntityPack): boolean {
  return capital && ((bits & MEDIUM) !== 0 || mediumEnds?.has(folded) === true);
}
