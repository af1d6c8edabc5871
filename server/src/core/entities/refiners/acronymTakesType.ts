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
  mayCorrect({ words, confidence }) {
    if (words === undefined || words.to - words.from !== 1 || confidence >= BEYOND_DOUBT) return false;
    return isLongAcronym(words.sentence.infos[words.from] as WordInfo);
  },
  correct(mention, { known }) {
    const { words } = mention;
    const info = words?.sentence.infos[words.from];
    const type = info && known.typeOfAcronym(info.text);
    return type === undefined || type === mention.type ? mention : { ...mention, type };
  },
};
