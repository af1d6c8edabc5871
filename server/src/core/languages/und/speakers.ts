import type { SpeakerWords } from '../../quotes/speakers/words';

const NONE: ReadonlySet<string> = new Set();
const NEVER = /(?!)/;

/** No words for whom a speaker's mention means. */
export const speakerWords: SpeakerWords = {
  nearestSuffix: NONE,
  nearestDemonstratives: new Map(),
  latterAdjectives: new Map(),
  indefiniteDeterminers: NONE,
  thirdPersonPossessives: NONE,
  ownerLinks: NONE,
  pairNouns: NONE,
  masculineTitles: NONE,
  feminineTitles: NONE,
  masculineDeterminers: NONE,
  genitives: NONE,
  fullOf: NONE,
  eitherNames: NONE,
  firstWordOfTitle: NEVER,
  emptyAdjectives: new Map(),
  offices: NONE,
  emptyRoleWords: NONE,
  betweenNames: /^,$/,
  feminineNounEnding: NEVER,
  masculineNounEnding: NEVER,
  feminineBareNoun: NEVER,
  masculineBareNoun: NEVER,
  inflection: NEVER,
  masculineStems: new Map(),
};
