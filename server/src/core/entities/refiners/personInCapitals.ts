import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { Word } from '../words';
import { ANY_GIVEN_NAME, BY_FORM, FAMILY_NAME, isSmallAsARule, LOCATIONS, ORGANISATIONS } from './kinds';
import type { CapitalRule, SentenceContext } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** Casings of words that hardly any text has. */
const RARE: ReadonlySet<number> = new Set([0, 6]);

/** ODILE SARNANE RÉÉLUE: in capitals a given name takes the word after it that is a family name, or that no text knows. */
export const personInCapitals: CapitalRule = {
  id: 'person-in-capitals',
  wakes: ({ bits, upper }) => upper && (bits & ANY_GIVEN_NAME) !== 0,
  refineAt(names, i, context) {
    const { sentence } = context;
    if (!isFullName(i, context)) return names;
    const person = nameOfWords(sentence, { from: i, to: i + 2 }, 'PER', BY_FORM);
    const family = sentence.words[i + 1] as Word;
    if (names.some((name) => overlaps(name, family))) return names;
    const found = names.find((name) => overlaps(name, person));
    if (found === undefined) return inTextOrder([...names, person]);
    if (found.from !== i || found.to !== i + 1 || found.type !== 'PER') return names;
    return names.map((name) => (name === found ? { ...person, confidence: found.confidence } : name));
  },
};

function isFullName(i: number, { sentence: { infos }, pack }: SentenceContext): boolean {
  const [before, given, family] = [infos[i - 1], infos[i] as WordInfo, infos[i + 1]];
  if (!given.upper || family?.upper !== true || (given.bits & ANY_GIVEN_NAME) === 0 || isSmallAsARule(given)) return false;
  if ((before?.upper === true && !pack.functionWords.has(before.folded)) || pack.functionWords.has(family.folded)) return false;
  if ((family.bits & (LOCATIONS | ORGANISATIONS)) !== 0) return false;
  return (family.bits & FAMILY_NAME) !== 0 || RARE.has(family.statistics.casing);
}
