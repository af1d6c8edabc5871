import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan } from '../tagger';
import { BY_FORM, isSmallAsARule, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, isHeadline, nameOfWords } from './spans';

/** Good Harbour Agreement, Tolvane Prize: words with a capital that the noun for a law, a treaty, a prize or a contest ends. */
export const eventEndsInNoun: CapitalRule = {
  id: 'event-ends-in-noun',
  appliesTo: ({ eventEnds }) => eventEnds !== undefined,
  wakes: ({ capital, upper, folded }, { eventEnds }) => capital && !upper && eventEnds?.has(folded) === true,
  refineAt(names, last, { sentence, pack }) {
    const { infos } = sentence;
    const noun = infos[last] as WordInfo;
    if (noun.upper || pack.eventEnds?.has(noun.folded) !== true || infos[last + 1]?.capital === true) return names;
    const from = startOfRun(infos, last, pack);
    if (from === last || isHeadline(infos)) return names;
    const event = nameOfWords(sentence, { from, to: last + 1 }, 'MISC', BY_FORM);
    const touched = names.filter((name) => overlaps(name, event));
    if (touched.some((name) => speaksAgainst(name, event))) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), event]);
  },
};

/** Index of the first of the words with a capital that end with a word: no small word, no role, no common word that opens the sentence. */
function startOfRun(infos: readonly WordInfo[], last: number, pack: EntityPack): number {
  let from = last;
  while (from > 0 && isPart(infos[from - 1] as WordInfo, pack)) from--;
  return from === 0 && from < last && isSmallAsARule(infos[0] as WordInfo) ? 1 : from;
}

const isPart = ({ capital, digit, folded }: WordInfo, { functionWords, roles, honorifics }: EntityPack): boolean =>
  capital && !digit && !functionWords.has(folded) && !roles.has(folded) && !honorifics.has(folded);

/** A longer name, a person's, the whole as something that the model is sure of, or as what it should be. */
const speaksAgainst = ({ type, start, end, confidence }: NameSpan, event: NameSpan): boolean =>
  start < event.start || end > event.end || type === 'PER' || (end === event.end && (type === 'MISC' || confidence >= SURE));
