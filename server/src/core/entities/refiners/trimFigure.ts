import type { WordInfo } from '../model/wordInfo';
import type { NameCorrection } from './refiner';
import { withWords } from './spans';

/** He left the Tolvane Club 18 years ago: a figure that counts what stands behind it is no part of the name before it. */
export const trimFigure: NameCorrection = {
  id: 'trim-figure',
  appliesTo: ({ countedNouns }) => countedNouns !== undefined,
  correct(name, { sentence, pack }) {
    const { from, to } = name;
    const [figure, counted] = [sentence.infos[to - 1] as WordInfo, sentence.infos[to]];
    if (to - from < 2 || !/^\p{Nd}+$/u.test(figure.text) || counted === undefined || counted.capital) return name;
    return pack.countedNouns?.has(counted.folded) === true ? withWords(name, sentence, from, to - 1) : name;
  },
};
