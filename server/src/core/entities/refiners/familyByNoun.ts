import { overlaps } from '../../span';
import { KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import { BY_FORM, FAMILY_NAME, isSmallAsARule, ORGANISATIONS, SURE } from './kinds';
import type { CapitalRule, SentenceContext } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

const DEMONYM = 1 << KIND.demonym;

/** Les frères Tolvane, the Tolvane family: a single word beside the noun for kinsmen is the name that they share. */
export const familyByNoun: CapitalRule = {
  id: 'family-by-noun',
  appliesTo: ({ familyNouns }) => familyNouns !== undefined,
  wakes: ({ capital, folded }, { familyNouns }) => !capital && familyNouns?.has(folded) === true,
  refineAt(names, i, context) {
    const { sentence, pack } = context;
    const info = sentence.infos[i] as WordInfo;
    if (info.upper || !isBesideNoun(i, context) || !mayBeFamilyName(info, pack)) return names;
    const family = nameOfWords(sentence, { from: i, to: i + 1 }, 'PER', BY_FORM);
    const found = names.find((name) => overlaps(name, family));
    if (found === undefined) return inTextOrder([...names, family]);
    if (found.to - found.from > 1 || found.type === 'PER' || found.confidence >= SURE) return names;
    return names.map((name) => (name === found ? family : name));
  },
};

/** Whether the noun stands right before a word that no other one with a capital follows, or after it where nouns stand last. */
function isBesideNoun(i: number, { sentence: { infos }, pack }: SentenceContext): boolean {
  const [before, after] = [infos[i - 1], infos[i + 1]];
  if (after?.capital === true || (before?.capital === true && !pack.functionWords.has(before.folded))) return false;
  const noun = pack.headsLast ? after : before;
  return noun !== undefined && pack.familyNouns?.has(noun.folded) === true;
}

const mayBeFamilyName = (info: WordInfo, pack: EntityPack): boolean =>
  (info.bits & FAMILY_NAME) !== 0 ||
  ((info.bits & ORGANISATIONS) === 0 && !isSmallAsARule(info) && !pack.peoples?.either.has(info.folded) && !isPeople(info, pack));

/** British, Lyonnais: an adjective of a people or a town, which says where a family is from. */
const isPeople = ({ folded, bits }: WordInfo, { peoples }: EntityPack): boolean =>
  (bits & DEMONYM) !== 0 || (peoples !== undefined && (peoples.masculine.test(folded) || peoples.feminine.test(folded)));
