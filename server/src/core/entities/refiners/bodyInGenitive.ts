import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import { BY_FORM, HEADS, PLACE_HEAD } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

/** How many words may stand between the genitive and the noun for the body, and before the genitive. */
const MAX_WORDS = 3;

/**
 * Tolvane Children's Hospital, St. Odo's Church, Queen's College: whom a body is for, or the saint that it is called by, in the
 * genitive before the noun for it: all of it is the name.
 */
export const bodyInGenitive: CapitalRule = {
  id: 'body-in-genitive',
  appliesTo: ({ nounsBefore, membersOfBodies }) => nounsBefore !== undefined && membersOfBodies !== undefined,
  wakes: ({ folded }, { membersOfBodies }) => membersOfBodies?.has(folded) === true,
  refineAt(names, i, { sentence, pack }) {
    const { infos } = sentence;
    if (pack.nounsBefore?.genitive.test(infos[i + 1]?.text ?? '') !== true) return names;
    const from = startOfBody(sentence, i, pack);
    const head = from === undefined ? undefined : headOfBody(infos, i + 2);
    if (from === undefined || head === undefined) return names;
    const type = ((infos[head] as WordInfo).bits & HEADS) === PLACE_HEAD ? 'LOC' : 'ORG';
    const body = nameOfWords(sentence, { from, to: head + 1 }, type, BY_FORM);
    const touched = names.filter((name) => overlaps(name, body));
    if (touched.some((name) => name.start < body.start || name.end > body.end)) return names;
    return inTextOrder([...names.filter((name) => !touched.includes(name)), body]);
  },
};

/** Where the name begins: with the saint, or with the words with a capital before whom the body is for; undefined where neither stands here. */
function startOfBody({ infos }: TaggedSentence, i: number, pack: EntityPack): number | undefined {
  const stop = infos[i - 1]?.text === '.' ? i - 2 : i - 1;
  const saint = infos[stop];
  if (saint?.capital === true && pack.saintWords?.has(withoutStop(saint.folded)) === true) return stop;
  if (pack.membersOfBodies?.has((infos[i] as WordInfo).folded) !== true) return undefined;
  let from = i;
  while (from > 0 && i - from < MAX_WORDS && isPartOfName(infos[from - 1] as WordInfo, pack)) from--;
  return from;
}

const withoutStop = (folded: string): string => (folded.endsWith('.') ? folded.slice(0, -1) : folded);

const isPartOfName = ({ capital, folded }: WordInfo, { functionWords, roles, honorifics }: EntityPack): boolean =>
  capital && !functionWords.has(folded) && !roles.has(folded) && !honorifics.has(folded);

/** Index of the last noun for a body or a building among the words with a capital from one on. */
function headOfBody(infos: readonly WordInfo[], from: number): number | undefined {
  let head: number | undefined;
  for (let i = from; i < from + MAX_WORDS && infos[i]?.capital === true; i++) {
    if (((infos[i] as WordInfo).bits & HEADS) !== 0) head = i;
  }
  return head;
}
