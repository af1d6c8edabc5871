import { overlaps } from '../../span';
import { FLAG, type WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import {
  ANY_GIVEN_NAME,
  BY_FORM,
  EVENT_HEAD,
  FAMILY_NAME,
  isCommon,
  isSmallAsARule,
  isTitle,
  ORGANISATION_HEAD,
  PLACE_HEAD,
  SURE,
} from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** June Tolvane, Rose Field: a given name that is a word or a month too, right before a family name. */
export const wordAsGivenName: CapitalRule = {
  id: 'word-as-given-name',
  wakes: isWordAndGivenName,
  refineAt(names, i, { sentence, pack }) {
    if (i === 0 || !isFullName(sentence, i, pack)) return names;
    const person = nameOfWords(sentence, { from: i - 1, to: i + 1 }, 'PER', BY_FORM);
    const touched = names.filter((name) => overlaps(name, person));
    if (touched.some((name) => speaksAgainst(name, person))) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), person]);
  },
};

/** Whether a word is a given name by the lists, and something else in most texts. */
function isWordAndGivenName(info: WordInfo, pack: EntityPack): boolean {
  const { capital, upper, bits, folded, flags } = info;
  if (!capital || upper || (bits & ANY_GIVEN_NAME) === 0 || pack.neverGiven.has(folded) || isTitle(folded, pack)) return false;
  return isCommon(info) || (flags & FLAG.opens) !== 0 || pack.neverNames.has(folded);
}

function isFullName({ infos }: TaggedSentence, i: number, pack: EntityPack): boolean {
  const [before, given, family, after] = [infos[i - 2], infos[i - 1] as WordInfo, infos[i] as WordInfo, infos[i + 1]];
  if (!isWordAndGivenName(given, pack) || !mayBeFamilyName(family, given, pack)) return false;
  if (after !== undefined && (after.flags & (FLAG.capital | FLAG.digit)) !== 0) return false;
  // "Will Sarna come?"
  if (before === undefined) return infos.at(-1)?.text !== '?';
  if (before.capital && !pack.functionWords.has(before.folded) && !pack.roles.has(before.folded)) return false;
  // the Rose Garden, in Rose Field
  return (
    !pack.articles.has(before.folded) && ((family.bits & PLACE_HEAD) === 0 || pack.placePrepositions?.has(before.folded) !== true)
  );
}

/** Whether the lists know a family name; one that is a word too (Field), behind a given name that is not mostly a word. */
function mayBeFamilyName(family: WordInfo, given: WordInfo, pack: EntityPack): boolean {
  const { bits, upper, folded } = family;
  if (upper || (bits & (ORGANISATION_HEAD | EVENT_HEAD)) !== 0 || pack.functionWords.has(folded)) return false;
  if ((bits & FAMILY_NAME) !== 0) return true;
  // Storm Damage, Faith Leaders
  const isThing = pack.namePrefixes?.has(given.text) === true || folded.endsWith('s');
  return (bits & ~PLACE_HEAD) === 0 && isCommon(family) && !isSmallAsARule(given) && !isThing;
}

/** A longer name, the whole as somebody, or as something that the model is sure of. */
const speaksAgainst = ({ type, start, end, confidence }: NameSpan, person: NameSpan): boolean =>
  start < person.start ||
  end > person.end ||
  (start === person.start && end === person.end && (type === 'PER' || confidence >= SURE));
