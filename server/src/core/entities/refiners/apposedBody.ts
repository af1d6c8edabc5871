import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import { BY_FORM, isSmallAsARule, LOCATIONS, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** How many adjectives may stand before the noun. */
const MAX_ADJECTIVES = 2;

/** Tolvia, a start-up based in Leeds; Tolvia est une entreprise bretonne: a single word that is said to be a firm or its like. */
export const apposedBody: CapitalRule = {
  id: 'apposed-body',
  appliesTo: ({ bodyNouns }) => bodyNouns !== undefined,
  wakes: ({ capital, folded }, { bodyNouns }) => !capital && bodyNouns?.has(folded) === true,
  refineAt(names, i, { sentence, pack }) {
    const info = sentence.infos[i] as WordInfo;
    if ((info.bits & LOCATIONS) !== 0 || isSmallAsARule(info) || sentence.infos[i - 1]?.capital === true) return names;
    if (!isSaidToBeBody(sentence, i, pack)) return names;
    const body = nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_FORM);
    const found = names.find((name) => overlaps(name, body));
    if (found === undefined) return inTextOrder([...names, body]);
    if (found.to - found.from > 1 || found.type === 'ORG' || found.confidence >= SURE) return names;
    return names.map((name) => (name === found ? body : name));
  },
};

/** Whether a comma or a verb of being, an indefinite article and the noun for a body follow. */
function isSaidToBeBody({ infos }: TaggedSentence, i: number, pack: EntityPack): boolean {
  const [link, article] = [infos[i + 1], infos[i + 2]];
  if (link === undefined || article === undefined || pack.indefinites?.has(article.folded) !== true) return false;
  if (link.text !== ',' && pack.copulas?.has(link.folded) !== true) return false;
  for (let at = i + 3; at <= i + 3 + MAX_ADJECTIVES; at++) {
    const info = infos[at];
    if (info === undefined || info.mark) return false;
    if (!info.capital && pack.bodyNouns?.has(info.folded) === true) return true;
    if (pack.functionWords.has(info.folded)) return false;
  }
  return false;
}
