import type { WordInfo } from '../model/wordInfo';
import type { NameSpan } from '../tagger';
import { listedType } from './expandToListedName';
import { FAMILY_NAME, GIVEN_NAME, PERSONS_AND_WORKS, SURE } from './kinds';
import type { NameRefiner, SentenceContext } from './refiner';

/** What speaks against an organisation or a place: the words are a person's name too, a part of one, or a work's. */
const OTHERWISE_NAMED = PERSONS_AND_WORKS | FAMILY_NAME | GIVEN_NAME;

/** Gives a doubtful name the type that the lists have for just these words, where they know nothing else by them. */
export const retypeFromList: NameRefiner = {
  id: 'retype-from-list',
  scope: 'sentence',
  refine(names, context) {
    let retyped: NameSpan[] | undefined;
    for (let k = 0; k < names.length; k++) {
      const name = names[k] as NameSpan;
      const type = name.confidence >= SURE ? undefined : typeInLists(name, context);
      if (type === undefined || type === name.type) continue;
      retyped ??= [...names];
      retyped[k] = { ...name, type };
    }
    return retyped ?? names;
  },
};

function typeInLists({ from, to }: NameSpan, { sentence, phrases }: SentenceContext) {
  const hashes: number[] = [];
  for (let i = from; i < to; i++) hashes.push((sentence.infos[i] as WordInfo).foldHash);
  const bits = phrases.bits(hashes);
  return (bits & OTHERWISE_NAMED) === 0 ? listedType(bits) : undefined;
}
