import type { WordInfo } from '../model/wordInfo';
import type { NameCorrection } from './refiner';

/** The mayor of Whitcombe: one name after an office that is held in a place is the place, never a person. */
export const seatOfOffice: NameCorrection = {
  id: 'seat-of-office',
  appliesTo: (pack) => pack.localOffices !== undefined,
  correct(name, { sentence: { infos }, pack }) {
    const { type, from, to } = name;
    if (type !== 'PER' || to - from !== 1 || from < 2) return name;
    const [office, of] = [infos[from - 2] as WordInfo, infos[from - 1] as WordInfo];
    if (!pack.genitives.has(of.folded) || pack.localOffices?.has(office.folded) !== true) return name;
    return { ...name, type: 'LOC' };
  },
};
