import { overlaps } from '../../span';
import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import type { Word } from '../words';
import { ANY_GIVEN_NAME, BY_FORM, FAMILY_NAME, HEADS, isSmallAsARule, LOCATIONS, ORGANISATIONS, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

const NOT_A_FIRM = LOCATIONS | FAMILY_NAME | ANY_GIVEN_NAME | HEADS | (1 << KIND.demonym) | (1 << KIND.title);

/** Les clients de Tolvia, Tolvia shares: a single word that has what only firms have is a firm, unless the lists know better. */
export const firmByMatter: CapitalRule = {
  id: 'firm-by-matter',
  appliesTo: ({ firmMatters }) => firmMatters !== undefined,
  wakes: ({ folded }, { firmMatters }) => firmMatters?.has(folded) === true,
  refineAt(names, i, { sentence, pack }) {
    const info = sentence.infos[i] as WordInfo;
    const isListed = (info.bits & ORGANISATIONS) !== 0;
    if (!isListed && ((info.bits & NOT_A_FIRM) !== 0 || isSmallAsARule(info))) return names;
    if (!hasFirmMatter(sentence, i, pack)) return names;
    const word = sentence.words[i] as Word;
    const found = names.find((name) => overlaps(name, word));
    const firm = nameOfWords(sentence, { from: i, to: i + 1 }, 'ORG', BY_FORM);
    if (found === undefined) return inTextOrder([...names, firm]);
    const isDoubtful = isListed || found.confidence < SURE;
    if (found.to - found.from > 1 || found.type === 'ORG' || !isDoubtful) return names;
    return names.map((name) => (name === found ? firm : name));
  },
};

/** Whether a noun for what firms have stands right after a word, or before it with a small word that says whose. */
function hasFirmMatter({ infos }: TaggedSentence, i: number, { firmMatters, firmLinks, nounsBefore }: EntityPack): boolean {
  const [before, link, after] = [infos[i - 2], infos[i - 1], infos[i + 1]];
  if (after?.capital === true || link?.capital === true) return false;
  if (before !== undefined && link !== undefined && firmMatters?.has(before.folded) && firmLinks?.has(link.folded)) return true;
  return nounsBefore !== undefined && after !== undefined && firmMatters?.has(after.folded) === true;
}
