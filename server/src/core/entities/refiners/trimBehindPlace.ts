import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import { LOCATIONS } from './kinds';
import type { NameCorrection } from './refiner';
import { withWords } from './spans';

/**
 * L'université de Tolvanne recrute: a body's name that ends in a place does not go on with one small word, unless that is an
 * adjective (Europe centrale).
 */
export const trimBehindPlace: NameCorrection = {
  id: 'trim-behind-place',
  appliesTo: (pack) => !pack.headsLast && pack.peoples !== undefined,
  correct(name, { sentence, phrases, pack }) {
    const { type, from, to } = name;
    const [place, last] = [sentence.infos[to - 2], sentence.infos[to - 1]];
    if (type !== 'ORG' || to - from < 3 || place === undefined || last === undefined) return name;
    if (!place.capital || (place.bits & LOCATIONS) === 0 || !isVerbLike(last, pack)) return name;
    return phrases.bits([place.foldHash, last.foldHash]) === 0 ? withWords(name, sentence, from, to - 1) : name;
  },
};

const isVerbLike = ({ text, capital, particle, digit, mark, folded }: WordInfo, { peoples }: EntityPack): boolean =>
  !capital &&
  !particle &&
  !digit &&
  !mark &&
  text.length > 1 &&
  !(peoples?.masculine.test(folded) || peoples?.feminine.test(folded) || peoples?.either.has(folded));
