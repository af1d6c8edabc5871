import type { WordInfo } from '../model/wordInfo';
import { isAcronym } from '../nameForms';
import type { MentionCorrection } from './agreement';

/** From here on a type is no more changed. */
const BEYOND_DOUBT = 0.95;
const MIN_LETTERS = 3;

/** Whether a word is written as an acronym that is long enough to mean one name. */
export const isLongAcronym = ({ upper, text }: WordInfo): boolean => upper && text.length >= MIN_LETTERS && isAcronym(text);

/** An acronym has the type of the name that it is short for. */
export const acronymTakesType: MentionCorrection = {
  id: 'acronym-takes-type',
  correct(mention, { known }) {
    const { words, confidence } = mention;
    if (words === undefined || words.to - words.from !== 1 || confidence >= BEYOND_DOUBT) return mention;
    const info = words.sentence.infos[words.from] as WordInfo;
    const type = isLongAcronym(info) ? known.typeOfAcronym(info.text) : undefined;
    return type === undefined || type === mention.type ? mention : { ...mention, type };
  },
};
