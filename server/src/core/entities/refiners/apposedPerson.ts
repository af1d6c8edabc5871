import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import { BY_FORM, isSmallAsARule, LOCATIONS, ORGANISATIONS, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { nameOfWords, withSingleWord } from './spans';

/** Yamila, étudiante; Oren, 32, of Leeds: a single word with a capital before a comma and what somebody is, or an age. */
export const apposedPerson: CapitalRule = {
  id: 'apposed-person',
  appliesTo: ({ ageWords }) => ageWords !== undefined,
  wakes: (word, pack) => isAgeOrRole(word, pack),
  refineAt(names, i, { sentence, pack }) {
    if (!isApposed(sentence, i, pack) || !mayBeGivenName(sentence, i, pack)) return names;
    return withSingleWord(names, nameOfWords(sentence, { from: i, to: i + 1 }, 'PER', BY_FORM), SURE);
  },
};

/**
 * Whether a comma stands after a word, and then what somebody does, or how old somebody is. Not after an article: a firm is
 * the owner of another one.
 */
function isApposed({ infos }: TaggedSentence, i: number, pack: EntityPack): boolean {
  if (infos[i + 1]?.text !== ',') return false;
  const [word, after] = [infos[i + 2], infos[i + 3]];
  if (word === undefined) return false;
  return isAgeOrRole(word, pack) && (!word.digit || isBeforeYears(after, pack));
}

/** Whether a word may be how many years somebody has, or what he is. */
const isAgeOrRole = ({ text, digit, capital, folded }: WordInfo, { roles }: EntityPack): boolean =>
  digit ? /^\p{Nd}{1,2}$/u.test(text) : !capital && roles.has(folded);

/** 32 ans; 32, where the language has no word for years after an age. */
export const isBeforeYears = (after: WordInfo | undefined, { ageWords }: EntityPack): boolean =>
  after !== undefined && (ageWords?.has(after.folded) === true || after.text === ',');

function mayBeGivenName({ infos }: TaggedSentence, i: number, pack: EntityPack): boolean {
  const { text, bits, folded, upper } = infos[i] as WordInfo;
  const before = infos[i - 1];
  if (upper || (bits & (LOCATIONS | ORGANISATIONS)) !== 0 || !/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(text)) return false;
  if (pack.functionWords.has(folded) || isSmallAsARule(infos[i] as WordInfo)) return false;
  if (before === undefined || (before.flags & FLAG.parts) !== 0) return true;
  return !before.capital && !pack.articles.has(before.folded) && pack.bodyNouns?.has(before.folded) !== true;
}
