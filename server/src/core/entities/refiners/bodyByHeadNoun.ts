import type { Exception } from '../../rules/rule';
import { isAccepted } from '../../rules/run';
import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { TaggedSentence } from '../tagger';
import { allCapitals } from './extendToHeadNoun';
import { BY_FORM, HEADS, ORGANISATION_HEAD } from './kinds';
import type { CapitalRule } from './refiner';
import { inTextOrder, nameOfWords } from './spans';

const EXCEPT: readonly Exception<TaggedSentence>[] = [allCapitals];
const MIN_WORDS = 3;

/** Norland Mortgage Brokers Association: capitalised words, three or more, that the noun for a body ends, in running text. */
export const bodyByHeadNoun: CapitalRule = {
  id: 'body-by-head-noun',
  appliesTo: (pack) => pack.headsLast,
  except: EXCEPT,
  wakes: ({ bits, capital, upper }) => capital && !upper && (bits & HEADS) === ORGANISATION_HEAD,
  refineAt(names, last, { sentence, pack }) {
    const { infos } = sentence;
    const { bits, upper } = infos[last] as WordInfo;
    if (last < 2 || (bits & HEADS) !== ORGANISATION_HEAD || upper || infos[last + 1]?.capital === true) return names;
    const from = startOfRun(infos, last, pack);
    if (from === 0 || last - from < MIN_WORDS - 1) return names;
    const body = nameOfWords(sentence, { from, to: last + 1 }, 'ORG', BY_FORM);
    if (names.some((name) => overlaps(name, body)) || !isAccepted(EXCEPT, sentence)) return names;
    return inTextOrder([...names, body]);
  },
};

/** Index of the first of the capitalised words that end with a word; no small word, role or title is one of them. */
function startOfRun(infos: readonly WordInfo[], last: number, pack: EntityPack): number {
  let from = last;
  while (from > 0) {
    const { capital, upper, folded } = infos[from - 1] as WordInfo;
    if (!capital || upper || pack.functionWords.has(folded) || pack.roles.has(folded) || pack.honorifics.has(folded)) break;
    from--;
  }
  return from;
}
