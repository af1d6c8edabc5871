import type { NarrativeWords } from '../../quotes/narrative/words';

const NONE: NarrativeWords['voices'] = new Set();
const NEVER = /(?!)/;

/** No words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  singularArticles: NONE,
  excludedDeterminers: NONE,
  firstPersonPossessives: NONE,
  emptyAdjectives: NONE,
  prenominalAdjectives: NONE,
  parents: new Map(),
  kinshipTitles: NONE,
  determinerGender: new Map(),
  genderlessDeterminers: NONE,
  epicenes: NONE,
  feminineEnding: NEVER,
  masculineNouns: NONE,
  nounsForMen: NONE,
  voices: NONE,
  invokedNames: NEVER,
  endearments: NONE,
  interjections: NONE,
  firstPersonSubjects: NONE,
  selfNaming: NONE,
  beforeSelfNaming: NONE,
  beforeNaming: NONE,
  naming: NONE,
  impersonalNext: NONE,
  impersonalSecond: NONE,
  placePrepositions: NONE,
  masculineByDefault: NONE,
  continuing: NONE,
};
