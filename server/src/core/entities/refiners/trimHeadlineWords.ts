import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import type { NameCorrection } from './refiner';
import { withWords } from './spans';

/**
 * Cuts small words off the names of a headline in capitals (COAST OF). Works and events that they stand at the edge of
 * are words of the headline that the model made nothing else of.
 */
export const trimHeadlineWords: NameCorrection = {
  id: 'trim-headline-words',
  correct(name, { sentence, pack }) {
    if (name.type === 'PER' || !hasSmallEdge(name, sentence, pack) || !isInCapitals(sentence)) return name;
    let { from, to } = name;
    while (from < to && isSmallInCapitals(sentence.infos[from] as WordInfo, pack)) from++;
    while (to > from && isSmallInCapitals(sentence.infos[to - 1] as WordInfo, pack)) to--;
    return name.type === 'MISC' || from === to ? undefined : withWords(name, sentence, from, to);
  },
};

const hasSmallEdge = ({ from, to }: NameSpan, { infos }: TaggedSentence, pack: EntityPack): boolean =>
  isSmallInCapitals(infos[from] as WordInfo, pack) || isSmallInCapitals(infos[to - 1] as WordInfo, pack);

/** OF, IN: a small word of a headline in capitals. */
const isSmallInCapitals = ({ upper, folded }: WordInfo, pack: EntityPack): boolean => upper && pack.functionWords.has(folded);

const isInCapitals = ({ infos }: TaggedSentence): boolean =>
  infos.every(({ capital, upper, text }) => !capital || upper || text.length < 2);
