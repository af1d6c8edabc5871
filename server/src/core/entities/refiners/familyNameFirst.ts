import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import { BY_FORM } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

const FAMILY = /^\p{Lu}\p{Ll}{1,5}$/u;
/** Names of two syllables, the second one small. */
const GIVEN = /^\p{Lu}\p{Ll}{1,5}-(\p{Ll}{2,5})$/u;

/** Hong Min-tae, Bak Geun-hwa: a short family name before a given one in two parts, as Korean names are written. */
export const familyNameFirst: CapitalRule = {
  id: 'family-name-first',
  wakes: ({ text }) => GIVEN.test(text),
  refineAt(names, i, { sentence, pack }) {
    const { infos } = sentence;
    const [family, given] = [infos[i - 1], infos[i] as WordInfo];
    if (!given.text.includes('-')) return names;
    const [, syllable] = GIVEN.exec(given.text) ?? [];
    if (syllable === undefined || pack.compoundEnds?.test(syllable) === true || pack.participles.has(syllable)) return names;
    if (family === undefined || !FAMILY.test(family.text) || pack.functionWords.has(family.folded)) return names;
    const person = nameOfWords(sentence, { from: i - 1, to: i + 1 }, 'PER', BY_FORM);
    const touched = names.filter((name) => overlaps(name, person));
    if (touched.some((name) => name.start < person.start || name.end > person.end)) return names;
    if (touched.length === 1 && touched[0]?.type === 'PER' && touched[0].start === person.start) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), person]);
  },
};
