import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import { BY_FORM, EVENT_HEAD, HEADS } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

const MAX_LINKS = 2;

/** Trophée des 9 Vallées: the noun for a contest or a feast with a capital, and what small words lead from it to. */
export const eventByHeadNoun: CapitalRule = {
  id: 'event-by-head-noun',
  appliesTo: (pack) => !pack.headsLast && pack.conjunctions !== undefined,
  wakes: ({ bits, capital, upper }) => capital && !upper && (bits & HEADS) === EVENT_HEAD,
  refineAt(names, i, { sentence, pack }) {
    const { infos } = sentence;
    const head = infos[i] as WordInfo;
    const to = (head.bits & HEADS) === EVENT_HEAD && !head.upper ? endOfEvent(infos, i, pack) : undefined;
    if (to === undefined) return names;
    const event = nameOfWords(sentence, { from: i, to }, 'MISC', BY_FORM);
    return names.some((name) => overlaps(name, event)) ? names : inTextOrder([...names, event]);
  },
};

/** Index behind the words with a capital that one or two genitives, and perhaps a figure, lead to. */
function endOfEvent(infos: readonly WordInfo[], i: number, pack: EntityPack): number | undefined {
  let at = i + 1;
  while (at - i <= MAX_LINKS && infos[at] !== undefined && isLink(infos[at] as WordInfo, pack)) at++;
  if (at === i + 1) return undefined;
  if (infos[at]?.digit === true && infos[at]?.capital !== true) at++;
  if (infos[at]?.capital !== true) return undefined;
  while (infos[at]?.capital === true) at++;
  return at;
}

const isLink = ({ folded }: WordInfo, pack: EntityPack): boolean => pack.genitives.has(folded) || pack.articles.has(folded);
