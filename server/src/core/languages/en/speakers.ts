import type { SpeakerWords } from '../../quotes/speakers/words';
import { speakerWords as neutral } from '../und/speakers';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** English words for whom a speaker's mention means. */
export const speakerWords: SpeakerWords = {
  ...neutral,
  indefiniteDeterminers: set('a an one another some several other his her their'),
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
  roleLinks: set('of for in at from with on to who which that'),
  genitives: set("'s ’s"),
  pairNouns: set('couple duo pair'),
  ownerLinks: set('by from for'),
  lastNameHeads: true,
  eitherNames: set(`
    lee alex sam jordan morgan jamie terry chris tracy sasha drew cameron avery riley blake logan quinn kelly shannon ashley dana
    casey pat robin leslie taylor kerry lindsay charlie frankie ariel rory sydney jess jo mel reese toni val lou kit corey stacy
    jody kim jackie nikki andy gerry bernie marion hilary evelyn vivian beverly courtney aubrey peyton reagan parker skyler rowan
    jean laurence andrea dominique camille claude alexis simone nicola wei jun billie
  `),
  betweenNames: /^(?:and|,)$/,
  inflection: /(?:es|s|e)$/,
};
