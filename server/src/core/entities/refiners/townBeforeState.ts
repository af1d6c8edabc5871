import type { WordInfo } from '../model/wordInfo';
import { nameKey } from '../nameForms';
import { LOCATIONS } from './kinds';
import type { NameCorrection } from './refiner';

/** Austin, Texas: a name of one word that the lists know as a town's, before a comma and the name of a state, is the town. */
export const townBeforeState: NameCorrection = {
  id: 'town-before-state',
  appliesTo: (pack) => pack.headsLast,
  correct(name, { sentence: { infos }, pack }) {
    const { type, from, to } = name;
    const state = infos[to + 1];
    if (type === 'LOC' || to - from !== 1 || infos[to]?.text !== ',' || state?.capital !== true) return name;
    if (((infos[from] as WordInfo).bits & LOCATIONS) === 0 || pack.states?.has(nameKey(state.text)) !== true) return name;
    return { ...name, type: 'LOC' };
  },
};
