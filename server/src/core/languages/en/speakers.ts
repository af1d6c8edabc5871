import type { SpeakerWords } from '../../quotes/speakers/words';
import { speakerWords as neutral } from '../und/speakers';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English words for whom a speaker's mention means. */
export const speakerWords: SpeakerWords = {
  ...neutral,
  indefiniteDeterminers: set('a an some several other his her their'),
  thirdPersonPossessives: set('his her'),
  masculineTitles: set('mr'),
  feminineTitles: set('mrs ms'),
  emptyAdjectives: new Map([
    ['ex', undefined],
    ['former', undefined],
    ['future', undefined],
    ['new', undefined],
    ['young', undefined],
  ]),
  emptyRoleWords: set('the a an of and for in former new'),
  betweenNames: /^(?:and|,)$/,
  inflection: /(?:es|s|e)$/,
};
