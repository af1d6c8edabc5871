import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import { BY_FORM, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

/** Tolvane Examiner, Mirva Gazette: a place and the noun for a paper are the paper. */
export const mediumByNoun: CapitalRule = {
  id: 'medium-by-noun',
  appliesTo: ({ mediumEnds }) => mediumEnds !== undefined,
  wakes: ({ capital, upper, folded }, { mediumEnds }) => capital && !upper && mediumEnds?.has(folded) === true,
  refineAt(names, i, { sentence, pack }) {
    const { infos } = sentence;
    if (pack.mediumEnds?.has((infos[i] as WordInfo).folded) !== true || infos[i + 1]?.capital === true) return names;
    const place = names.find((name) => name.type === 'LOC' && name.to === i && name.to > name.from);
    if (place === undefined || isHeadline(infos)) return names;
    const medium = nameOfWords(
      sentence,
      { from: place.from, to: i + 1 },
      'ORG',
      Math.max(BY_FORM, place.confidence - (1 - SURE)),
    );
    return inTextOrder([...names.filter((name) => !overlaps(name, medium)), medium]);
  },
};
