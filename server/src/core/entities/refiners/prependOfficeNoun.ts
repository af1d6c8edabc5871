import { foldWord, KIND } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import type { Word } from '../words';
import type { NameRefiner, SentenceContext } from './refiner';

/** Begins the name of an office of state with the word for it: Défense becomes Ministère russe de la Défense. */
export const prependOfficeNoun: NameRefiner = {
  id: 'prepend-office-noun',
  scope: 'sentence',
  refine(names, context) {
    let changed = false;
    const begun = names.map((name) => {
      const office = name.type === 'ORG' ? officeBefore(name, context) : undefined;
      if (office === undefined) return name;
      const { start } = context.sentence.words[office] as Word;
      // another name stands between them
      if (names.some((other) => other.start < name.start && other.end > start)) return name;
      changed = true;
      return { ...name, start, from: office };
    });
    return changed ? begun : names;
  },
};

/** Index of the word for an office that small words, and perhaps a people's adjective, lead from to a name. */
function officeBefore({ from }: NameSpan, { sentence: { words, infos }, phrases, pack }: SentenceContext): number | undefined {
  let i = from - 1;
  while (i >= 0 && (infos[i] as WordInfo).particle) i--;
  if (i < 0 || i === from - 1) return undefined;
  const isAdjective = (phrases.bits([(infos[i] as WordInfo).foldHash]) & (1 << KIND.demonym)) !== 0;
  if (isAdjective) i--;
  const office = words[i];
  return office !== undefined && pack.ministryWords.has(foldWord(office.text)) ? i : undefined;
}
