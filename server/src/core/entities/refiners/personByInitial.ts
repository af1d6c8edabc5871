import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import { ANY_GIVEN_NAME, BY_FORM, HEADS, isTitle, ORGANISATIONS, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** J., J.-P., J.R.: a given name cut short. */
const INITIALS = /^(?:\p{Lu}\.(?:-?\p{Lu}\.)*|\p{Lu}\.?-\p{Lu}\.)$/u;

/** Odo J. Sarna, by P.-L. Sarna: an initial between or before names makes a person of them. */
export const personByInitial: CapitalRule = {
  id: 'person-by-initial',
  wakes: ({ text }) => INITIALS.test(text),
  refineAt(names, i, { sentence, pack }) {
    const from = startOfName(sentence, i, pack);
    if (from === undefined) return names;
    const person = nameOfWords(sentence, { from, to: i + 1 }, 'PER', BY_FORM);
    const touched = names.filter((name) => overlaps(name, person));
    if (touched.some((name) => speaksAgainst(name, person))) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), person]);
  },
};

/** Index of the first word of a name that ends with a family name behind initials; undefined where none stands here. */
function startOfName({ infos }: TaggedSentence, i: number, pack: EntityPack): number | undefined {
  const family = infos[i] as WordInfo;
  if (!/^\p{Lu}\p{L}*\p{Ll}/u.test(family.text) || (family.bits & HEADS) !== 0 || (family.bits & ORGANISATIONS) !== 0)
    return undefined;
  if (infos[i + 1]?.capital === true && !pack.generations.test((infos[i + 1] as WordInfo).text)) return undefined;
  let from = i;
  while (from > 0 && INITIALS.test((infos[from - 1] as WordInfo).text)) from--;
  if (from === i) return undefined;
  const given = infos[from - 1];
  if (given?.capital === true && (given.bits & ANY_GIVEN_NAME) !== 0 && !isTitle(given.folded, pack)) return from - 1;
  // A. Introduction: what counts sections
  const isSmall = given !== undefined && !given.mark && (!given.capital || pack.functionWords.has(given.folded));
  return isSmall ? from : undefined;
}

/** A longer name, the same as somebody, or as something that the model is sure of. */
const speaksAgainst = ({ type, start, end, confidence }: NameSpan, person: NameSpan): boolean =>
  start < person.start ||
  end > person.end ||
  (type === 'PER' && start === person.start && end === person.end) ||
  confidence >= SURE;
