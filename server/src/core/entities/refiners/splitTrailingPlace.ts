import { foldWord } from '../lexicon';
import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import type { Word } from '../words';
import { COUNTRIES_AND_CITIES } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';
import { withWords } from './spans';

/** What the parted place is worth of the confidence in the whole. */
const SHARE = 0.9;

/**
 * Parts a place off the end of an office's name where nothing links them: headings and link texts run on without a mark
 * (Ministère des Ports Ankara répond …). An office's own name never ends so; a university's or a club's does.
 */
export const splitTrailingPlace: NameRefiner = {
  id: 'split-trailing-place',
  scope: 'sentence',
  refine(names, context) {
    if (!names.some((name) => endsInPlace(name, context))) return names;
    return names.flatMap((name): NameSpan[] => {
      if (!endsInPlace(name, context)) return [name];
      const { from, to, confidence } = name;
      return [
        withWords(name, context.sentence, from, to - 1),
        { ...withWords(name, context.sentence, to - 1, to), type: 'LOC', confidence: confidence * SHARE },
      ];
    });
  },
};

function endsInPlace(name: NameSpan, { sentence: { words, infos }, text, pack, phrases }: SentenceContext): boolean {
  const { type, start, end, from, to } = name;
  if (type !== 'ORG' || to - from < 3) return false;
  const gap = text.indexOf(' ', start);
  if (gap < 0 || gap >= end || !pack.officeWords.has(foldWord(text.slice(start, gap)))) return false;
  if (!/^\p{Lu}/u.test((words[to - 2] as Word).text) || !(words[to - 1] as Word).spaceBefore) return false;
  return (phrases.bits([(infos[to - 1] as WordInfo).foldHash]) & COUNTRIES_AND_CITIES) !== 0;
}
