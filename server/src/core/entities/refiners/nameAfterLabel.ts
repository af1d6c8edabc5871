import type { NameCorrection } from './refiner';
import { withWords } from './spans';

/** Begins a name after the label before a colon (Image: Arden). */
export const nameAfterLabel: NameCorrection = {
  id: 'name-after-label',
  correct(name, { sentence }) {
    const { type, from, to } = name;
    if (type === 'PER' || type === 'MISC' || to - from < 3 || sentence.infos[from + 1]?.text !== ':') return name;
    return withWords(name, sentence, from + 2, to);
  },
};
