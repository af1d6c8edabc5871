import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { NameSpan, TaggedSentence } from '../tagger';
import { isBeforeYears } from './apposedPerson';
import { BY_FORM, HEADS, isTitle, SURE } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** How many words a full name has. */
const LEAST_WORDS = 2;
const MOST_WORDS = 4;
const WORD = /^\p{Lu}[\p{L}’'-]*\p{Ll}$|^\p{Lu}\.$/u;

/** Nickolas Tovan Velroe, 20, of Leeds; Odile Tovane, 34 ans: words with a capital before a comma and an age are somebody's full name. */
export const agedPerson: CapitalRule = {
  id: 'aged-person',
  appliesTo: ({ ageWords }) => ageWords !== undefined,
  wakes: ({ text }) => /^\p{Nd}{1,3}$/u.test(text),
  refineAt(names, last, { sentence, pack }) {
    const { infos } = sentence;
    if (infos[last + 1]?.text !== ',' || !/^\p{Nd}{1,3}$/u.test(infos[last + 2]?.text ?? '')) return names;
    if (!isBeforeYears(infos[last + 3], pack) || !isPart(infos[last] as WordInfo, pack)) return names;
    const from = startOfName(sentence, last, pack);
    if (last + 1 - from < LEAST_WORDS || last + 1 - from > MOST_WORDS) return names;
    const person = nameOfWords(sentence, { from, to: last + 1 }, 'PER', BY_FORM);
    const touched = names.filter((name) => overlaps(name, person));
    if (touched.some((name) => speaksAgainst(name, person))) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), person]);
  },
};

function startOfName({ infos }: TaggedSentence, last: number, pack: EntityPack): number {
  let from = last;
  while (from > 0 && isPart(infos[from - 1] as WordInfo, pack)) from--;
  return from;
}

/** Whether a word may be a part of somebody's name: no noun for a place, no title, no small word. */
const isPart = ({ text, folded, bits }: WordInfo, pack: EntityPack): boolean =>
  WORD.test(text) && (bits & HEADS) === 0 && !isTitle(folded, pack) && !pack.functionWords.has(folded);

/** What is found of a person already, or something else that the model or the lists are sure of. */
const speaksAgainst = ({ type, start, end, confidence }: NameSpan, person: NameSpan): boolean =>
  start < person.start ||
  end > person.end ||
  (type === 'PER' ? start === person.start && end === person.end : confidence >= SURE);
