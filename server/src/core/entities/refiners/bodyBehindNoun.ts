import { overlaps } from '../../span';
import type { WordInfo } from '../model/wordInfo';
import type { EntityPack } from '../pack';
import type { Word } from '../words';
import { BY_LISTS, SURE } from './kinds';
import type { CapitalRule, SentenceContext } from './refiner';
import { endOfCapitals, inTextOrder, nameOfWords } from './spans';

const MAX_WORDS = 4;

/**
 * La revue Tolvanne, the charity Sable Hands: what stands right after the noun for a medium, a firm, an association or a band
 * is its name, where the model saw nothing or doubts.
 */
export const bodyBehindNoun: CapitalRule = {
  id: 'body-behind-noun',
  appliesTo: ({ bodyNouns }) => bodyNouns !== undefined,
  wakes: ({ capital, folded }, { bodyNouns }) => !capital && bodyNouns?.has(folded) === true,
  refineAt(names, i, context) {
    const { sentence, pack } = context;
    const head = sentence.infos[i - 1];
    if (head === undefined || head.capital || pack.bodyNouns?.has(head.folded) !== true) return names;
    const body = nameOfWords(sentence, { from: i, to: endOfBody(context, i) }, 'ORG', BY_LISTS);
    const touched = names.filter((name) => overlaps(name, body));
    const [found] = touched;
    if (found === undefined) return inTextOrder([...names, body]);
    if (touched.length > 1 || found.start !== body.start || found.type === 'ORG' || found.confidence >= SURE) return names;
    const better = found.end > body.end ? { ...found, type: body.type, confidence: BY_LISTS } : body;
    return names.map((name) => (name === found ? better : name));
  },
};

/** After its capitalised words; over a conjunction where the paragraph has just these words once more (Terres et Rives). */
function endOfBody({ sentence, text, pack }: SentenceContext, from: number): number {
  const to = endOfCapitals(sentence, from, MAX_WORDS);
  if (!isConjunction(sentence.infos[to], pack) || sentence.infos[to + 1]?.capital !== true) return to;
  const joined = endOfCapitals(sentence, to + 1, MAX_WORDS);
  const words = text.slice((sentence.words[from] as Word).start, (sentence.words[joined - 1] as Word).end);
  return text.indexOf(words, text.indexOf(words) + 1) >= 0 ? joined : to;
}

const isConjunction = (info: WordInfo | undefined, { conjunctions }: EntityPack): boolean =>
  info !== undefined && conjunctions?.has(info.folded) === true;
