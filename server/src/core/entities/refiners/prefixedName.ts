import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { TaggedSentence } from '../tagger';
import { BY_FORM, HEADS, isSmallAsARule } from './kinds';
import type { CapitalRule } from './refiner';
import { endOfCapitals, inTextOrder, isHeadline, nameOfWords } from './spans';

/** The longest name of a ship, in words, with its prefix. */
const MAX_WORDS = 3;

/** HMS Tolvane, Storm Mirva: the prefix of ships' names or the noun for a storm, with a capital, and what is called so. */
export const prefixedName: CapitalRule = {
  id: 'prefixed-name',
  appliesTo: ({ namePrefixes }) => namePrefixes !== undefined,
  wakes: ({ text }, { namePrefixes }) => namePrefixes?.has(text) === true,
  refineAt(names, i, { sentence, pack }) {
    if (pack.namePrefixes?.has((sentence.infos[i] as WordInfo).text) !== true) return names;
    const to = endOfName(sentence, i);
    if (to === undefined) return names;
    const name = nameOfWords(sentence, { from: i, to }, 'MISC', BY_FORM);
    const touched = names.filter((other) => overlaps(other, name));
    if (touched.some((other) => other.start < name.start || other.end > name.end)) return names;
    if (touched.some((other) => other.start === name.start && other.type === 'MISC')) return names;
    return inTextOrder([...names.filter((other) => !touched.includes(other)), name]);
  },
};

/** Behind a ship's name of up to two words, or a storm's of one; undefined where a common word follows (Storm Damage). */
function endOfName(sentence: TaggedSentence, i: number): number | undefined {
  const { infos } = sentence;
  const [prefix, first] = [infos[i] as WordInfo, infos[i + 1]];
  if (first?.capital !== true || (first.bits & HEADS) !== 0) return undefined;
  const to = endOfCapitals(sentence, i, MAX_WORDS);
  if (prefix.upper) return isHeadline(infos) ? i + 2 : to;
  if (isSmallAsARule(first) || (to > i + 2 && !isHeadline(infos))) return undefined;
  return i + 2;
}
