import type { SpeakerWords } from '../../quotes/speakers/words';
import { speakerWords as neutral } from '../und/speakers';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** French words for whom a speaker's mention means. */
export const speakerWords: SpeakerWords = {
  ...neutral,
  nearestSuffix: set('ci'),
  nearestDemonstratives: new Map([
    ['celui', 'm'],
    ['celle', 'f'],
  ]),
  latterAdjectives: new Map([
    ['dernier', 'm'],
    ['dernière', 'f'],
  ]),
  indefiniteDeterminers: set('un une des son sa ses leur leurs certains plusieurs'),
  thirdPersonPossessives: set('son sa'),
  pairNouns: set('couple duo'),
  ownerLinks: set("de du d' par"),
  masculineTitles: set('le un m mr'),
  feminineTitles: set('mme mrs ms'),
  masculineDeterminers: set('un mon son ton'),
  fullOf: set('de'),
  firstWordOfTitle: /^premi/,
  emptyAdjectives: new Map([
    ['ancien', 'm'],
    ['ancienne', 'f'],
    ['nouveau', 'm'],
    ['nouvel', 'm'],
    ['nouvelle', 'f'],
    ['futur', 'm'],
    ['future', 'f'],
    ['ex', undefined],
    ['jeune', undefined],
  ]),
  offices: set(
    `juge magistrat magistrate procureur procureure greffier huissier notaire avocat avocate commissaire enquêteur enquêtrice
    gendarme policier policière pompier maire préfet préfète sous-préfet gardien gardienne chauffeur conducteur conductrice
    médecin infirmier infirmière urgentiste légiste psychiatre expert experte voisin voisine témoin vigile serveur serveuse
    caissier caissière guide arbitre pilote capitaine`,
  ),
  emptyRoleWords: set(
    'le la les l un une des du de d au aux à en et son sa ses leur pour dans sur ancien ancienne nouveau nouvelle ce cette',
  ),
  eitherNames: set(`
    dominique camille claude sacha lou noa alix andrea eden charlie ange morgan alexis sam alex loan maé yaël swann lee kim
    robin leslie kelly jordan taylor jackie stacy marion-lou
  `),
  betweenNames: /^(?:et|,)(?:\s+(?:M\.|Mme))?$/,
  feminineNounEnding: /(?:trice|euse|ienne|ante|ée|ière)$/,
  masculineNounEnding: /(?:[nt]eur|ieur|ien|ant|é|ier)$/,
  feminineBareNoun: /(?:trice|euse|ienne|éenne|ière|ante|esse)$/,
  masculineBareNoun: /(?:.g?ien|éen|.[lrn]ier)$/,
  participleAgreement: {
    feminine: /(?:ée|ie|ue|ise|ite|rte|inte)$/,
    uninformative: /(?:és|ées|is|us|ues|ies)$/,
    been: set('été'),
  },
  inflection: /(?:es|s|e|x)$/,
  masculineStems: new Map([
    ['tric', 'teur'],
    ['eff', 'ef'],
    ['enn', 'en'],
    ['ièr', 'ier'],
    ['eus', 'eur'],
  ]),
};
