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
  offices: set(
    `judge magistrate prosecutor coroner clerk lawyer attorney solicitor barrister detective investigator officer constable
    sergeant sheriff firefighter paramedic mayor guard driver doctor nurse surgeon pathologist psychiatrist expert neighbour
    neighbor witness bystander waiter waitress cashier guide referee pilot captain`,
  ),
  emptyRoleWords: set('the a an of and for in former new'),
  genitives: set("'s ’s"),
  lastNameHeads: true,
  betweenNames: /^(?:and|,)$/,
  inflection: /(?:es|s|e)$/,
};
