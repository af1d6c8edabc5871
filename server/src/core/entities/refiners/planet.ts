import { overlaps } from '../../span';
import type { Word } from '../words';
import { BY_FORM } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** Vers Mars, sur Mars: a planet that a month is called like, after a word that leads to a place and never to a month. */
export const planet: CapitalRule = {
  id: 'planet',
  appliesTo: ({ planets }) => planets !== undefined,
  wakes: ({ folded }, { planets }) => planets?.has(folded) === true,
  refineAt(names, i, { sentence: { infos, words }, sentence, pack }) {
    const [before, word, after] = [infos[i - 1], infos[i], infos[i + 1]];
    if (word === undefined || before === undefined || pack.planets?.has(word.folded) !== true) return names;
    if (before.capital || pack.planetLinks?.has(before.folded) !== true || after?.digit === true) return names;
    if (names.some((name) => overlaps(name, words[i] as Word))) return names;
    return inTextOrder([...names, nameOfWords(sentence, { from: i, to: i + 1 }, 'LOC', BY_FORM)]);
  },
};
