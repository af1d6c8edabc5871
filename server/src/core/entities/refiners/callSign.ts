import { overlaps } from '../../span';
import type { Word } from '../words';
import { BY_FORM } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** KVRX-TV, WTLN-FM: a station by its sign. */
const SIGN = /^[KW]\p{Lu}{2,3}-(?:TV|FM|AM)$/u;

/** KVRX-TV: the sign of an American station, which is what it is called by. */
export const callSign: CapitalRule = {
  id: 'call-sign',
  wakes: ({ text }) => SIGN.test(text),
  refineAt(names, i, { sentence }) {
    const word = sentence.words[i] as Word;
    if (!word.text.includes('-') || !SIGN.test(word.text) || names.some((name) => overlaps(name, word) && name.type === 'ORG'))
      return names;
    const station = nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_FORM);
    return inTextOrder([...names.filter((name) => !overlaps(name, word)), station]);
  },
};
