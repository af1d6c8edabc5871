import { settledType } from '../document/knownNames';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { Word } from '../words';
import { BY_OTHERS, CERTAIN, type MentionCorrection } from './agreement';
import { isTitle } from './kinds';

/** Of "Arden unveils new", taken for a work, what is left is Arden: a known name that a verb or a role follows. */
export const cutWorkToKnownName: MentionCorrection = {
  id: 'cut-work-to-known-name',
  mayCorrect: ({ type, words, confidence }) =>
    type === 'MISC' && words !== undefined && words.to - words.from >= 2 && confidence < CERTAIN,
  correct(mention, { known, pack }) {
    const { words: range } = mention;
    if (range === undefined) return mention;
    const { sentence, from, to } = range;
    const name = known.names.longest(sentence, from, to);
    const type = name && settledType(name);
    if (name === undefined || type === undefined || type === 'MISC') return mention;
    const { length } = name.words;
    if (!goesOn(sentence.infos[from + length] as WordInfo, pack)) return mention;
    const last = sentence.words[from + length - 1] as Word;
    const end = mention.start + last.end - (sentence.words[from] as Word).start;
    const text = mention.text.slice(0, end - mention.start);
    return { ...mention, end, text, type, confidence: BY_OTHERS, words: { sentence, from, to: from + length } };
  },
};

/** Whether a word is written small and is not a particle, or says what somebody is: the name before it ends there. */
const goesOn = ({ flags, folded }: WordInfo, pack: EntityPack): boolean =>
  (flags & (FLAG.capital | FLAG.mark | FLAG.digit | FLAG.particle)) === 0 || isTitle(folded, pack);
