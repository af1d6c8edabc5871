import { wordLists } from '../../lexicon/wordTable';
import type { NarrativeWords } from '../../quotes/narrative/words';
import { narrativeWords as neutral } from '../und/narrative';
import { wordTable } from './lexicon.generated';

const lists = wordLists(wordTable);
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  ...neutral,
  singularArticles: set('the'),
  excludedDeterminers: set('your'),
  firstPersonPossessives: set('my our'),
  prenominalAdjectives: lists.set('prenominal'),
  parents: new Map([
    ['dad', { noun: 'father', gender: 'm' }],
    ['mum', { noun: 'mother', gender: 'f' }],
    ['mom', { noun: 'mother', gender: 'f' }],
  ]),
  kinshipTitles: set('uncle aunt'),
  nounsForMen: set('father brother uncle son husband gentleman boy lad man'),
  voices: set('voice'),
  invokedNames: /(?:^|\s)(?:God|Lord|Heaven)(?:$|\s)/u,
  endearments: set('my dear poor old'),
  interjections: set('oh ah eh'),
  firstPersonSubjects: set('i'),
  naming: set('named called'),
  placePrepositions: set('in at to from near'),
  continuing: set('add continue go repeat resume'),
};
