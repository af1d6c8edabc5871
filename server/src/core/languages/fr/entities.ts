import type { EntityType } from '../../analysis';
import { nameKey } from '../../entities/nameForms';
import { type EntityPack, sameNames } from '../../entities/pack';
import { wordLists } from '../../lexicon/wordTable';
import { givenNameGenders } from '../givenNames';
import { COMPANY_FORM, GENERATION } from '../nameParts';
import { NICKNAMES } from '../nicknames';
import { roleWords } from '../roleWords';
import { placesMeant, STATE_COUNTRIES } from '../states';
import { wordTable } from './lexicon.generated';
import { SAME_NAMES } from './sameNames';
import { textRules } from './text';

const lists = wordLists(wordTable);
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
/** Words of one type each, for a table. */
const typed = <T extends string>(type: T, list: string): (readonly [string, T])[] =>
  list.split(/\s+/).map((word) => [word, type]);

export const entityPack: EntityPack = {
  language: 'fr',
  elisions: textRules.elisions,
  clitics: textRules.clitics,
  articles: words("le la les l' un une des"),
  sameAs: sameNames(SAME_NAMES, nameKey),
  companyForms: COMPANY_FORM,
  generations: GENERATION,
  nicknames: NICKNAMES,
  particles: words(
    "de du des d' la le les l' et en sur sous aux au à lès lez von van der den ten ter di da dos do das del della al el as ad bin ben ibn abou abu of the and for y e",
  ),
  prefixes: words(
    'anti pro ex non franco germano anglo sino russo turco américano israélo irako indo nippo euro afro inter trans post pré ultra super néo pseudo quasi contre mi semi co vice sous hors outre cyber auto para extra intra multi nord sud est ouest mini méga hyper demi',
  ),
  functionWords: words(
    "le la les l' un une des du de d' ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos en au aux à il elle ils elles on nous vous je j' qui que qu' et ou mais où donc or ni car si dans sur sous par pour avec sans selon après avant depuis pendant lors chez entre vers plus moins très tout tous toute toutes plusieurs quelques chaque aucun aucune comme quand c' s' n' y ainsi alors aussi cependant toutefois enfin puis",
  ),
  neverGiven: lists.set('neverGiven'),
  verbForm: /^.{2,}(?:[^ñn]ez|ons|ées?|és)$/u,
  roles: roleWords(lists),
  roleModifiers: lists.set('roleModifier'),
  givenNameGenders,
  honorifics: new Map([
    ['m', 'm'],
    ['monsieur', 'm'],
    ['mr', 'm'],
    ['mgr', 'm'],
    ['sir', 'm'],
    ['mme', 'f'],
    ['madame', 'f'],
    ['mlle', 'f'],
    ['mademoiselle', 'f'],
    ['lady', 'f'],
  ]),
  addresses: words('m mm mr mme mmes mlle mlles mgr'),
  pluralAddresses: words('mm mmes mlles'),
  titles: words('dr pr me maître'),
  complementEnds: words(
    "a ont avait avaient aura est sont était étaient sera fut fait font dit disent déclaré déclare annoncé annonce affirme affirmé estime estimé indique indiqué ajoute ajouté semble devient demeure remporte devance refuse revient accuse dénonce propose obtient termine désormais explique expliqué précise précisé souligne rappelle assure confirme va vont peut doit veut qui que qu' dont où et ou mais car donc si comme quand lorsque tandis alors ainsi aussi avec sans contre selon après avant depuis pendant lors dès sur sous par s' se n' ne il elle ils elles on nous vous je j' c' ce cet cette lui leur mort morte né née décédé décédée âgé âgée s'est devant derrière face notamment",
  ),
  placePrepositions: words('à en vers'),
  localOffices: lists.set('localOffice'),
  states: STATE_COUNTRIES,
  placesMeant: placesMeant('fr'),
  families: words('frères sœurs époux couple famille parents jumeaux jumelles fratrie les'),
  regnal: lists.set('regnal'),
  bodyWords: lists.set('body'),
  finiteVerbs: words(
    "a ont avait avaient aura est sont était étaient sera fut fait font dit disent déclare annonce affirme estime indique ajoute explique précise souligne rappelle assure confirme va vont peut doit veut s' se n' ne semble devient demeure remporte devance refuse revient accuse dénonce propose obtient termine",
  ),
  kin: lists.set('kin'),
  conjunctions: words('et'),
  abbreviations: words('Inc Corp Ltd Co Bros Jr St Cie'),
  ageWords: words('ans âgé âgée de'),
  peoples: {
    masculine: /.(?:[ï]?ien|éen|ais|ois|ol|ain|ain|and|ard|èque|ovaque|quois|ec|urc|ek|al|dou|in)$/u,
    feminine: /.(?:ienne|éenne|aise|oise|ole|aine|ande|arde|ecque|urque|ale|doue|ine|esse)$/u,
    either: words(
      'britannique russe belge slovaque tchèque serbe croate slovène bulgare suisse kurde arabe corse scandinave basque malgache kazakhe ouzbek tatar moldave géorgien',
    ),
  },
  definites: new Map([
    ['le', 'm'],
    ['du', 'm'],
    ['au', 'm'],
    ['un', 'm'],
    ['son', 'both'],
    ['mon', 'both'],
    ['notre', 'both'],
    ['leur', 'both'],
    ["l'", 'both'],
    ['la', 'f'],
    ['une', 'f'],
    ['sa', 'f'],
    ['ma', 'f'],
  ]),
  genitives: words("de du d' des"),
  plurals: words('les des aux'),
  ministryWords: lists.set('ministry'),
  officeWords: lists.set('stateOffice'),
  headsLast: false,
  courts: new Set(),
  leads: new Map([
    ...['rue', 'avenue', 'boulevard', 'quai', 'ruelle', 'esplanade'].map((word) => [word, 'linked'] as const),
    ...['place', 'cours', 'square', 'allée', 'allées', 'impasse', 'faubourg'].map((word) => [word, 'direct'] as const),
    ...['gouvernement', 'gouvernements', 'cabinet', 'administration', 'présidence'].map((word) => [word, 'namesake'] as const),
  ]),
  participles: new Set(),
  quarterLetters: new Set(['T', 'S']),
  workHeads: lists.set('workHead'),
  bodyNouns: words(
    'revue magazine quotidien hebdomadaire mensuel journal chaîne radio station agence société entreprise association ong startup start-up éditeur constructeur fabricant opérateur enseigne cabinet syndicat lycée collège club collectif fondation compagnie coopérative festival groupe duo',
  ),
  firmMatters: words(
    'affaires clients clientèle actionnaires actionnaire filiale filiales salariés employés pdg usine usines bénéfice bénéfices action actions dirigeants',
  ),
  firmLinks: words("de d' du chez"),
  namePrefixes: words('HMS HMCS USS RMS'),
  classNouns: new Map<string, EntityType>([
    ...typed('MISC', 'marques produits applications plateformes films chansons albums jeux consoles voitures séries romans'),
    ...typed(
      'ORG',
      'entreprises sociétés enseignes banques compagnies journaux quotidiens magazines médias associations clubs équipes universités agences constructeurs partis groupes organisations éditeurs assureurs syndicats',
    ),
    ...typed('LOC', 'villes communes villages pays départements régions provinces îles stations capitales métropoles'),
    ...typed(
      'PER',
      'joueurs joueuses acteurs actrices chanteurs chanteuses artistes écrivains auteurs vedettes candidats candidates musiciens',
    ),
  ]),
  exampleLeads: new Set(['comme', 'telles que', 'tels que', 'telle que', 'tel que', 'dont', 'notamment', 'à savoir']),
  exampleJoins: words('et ou'),
  indefinites: words('un une'),
  copulas: words('est était'),
  countedNouns: words('ans années mois jours heures minutes semaines personnes euros fois points'),
  familyNouns: words('frères sœurs époux couple famille fratrie jumeaux jumelles clan'),
  teamPosts: words(
    'entraîneur entraîneure coach sélectionneur sélectionneuse attaquant attaquante buteur buteuse ailier pilier talonneur meneur',
  ),
  contestVerbs: words('bat battu battue domine écrase battre dominé terrasse'),
  siteNouns: new Map([
    ...['hôpital', 'ambassade', 'consulat', 'parlement', 'clinique', 'chu'].map((word) => [word, 'ORG'] as const),
    ...['hôtel', 'église', 'cathédrale', 'basilique', 'musée', 'mer'].map((word) => [word, 'LOC'] as const),
  ]),
  purposes: words(
    'protection surveillance gestion défense promotion développement régulation contrôle sauvegarde valorisation étude recherche coordination prévention réduction conservation diffusion soutien aide',
  ),
  incompleteBodies: words(
    'fédération confédération ligue office agence syndicat association institut observatoire centre comité',
  ),
  planets: words('mars'),
  planetLinks: words('vers sur'),
  contestWords: words(
    'match matchs équipe équipes défaite battu battue battus bat vainqueur championnat coupe cup finale demi-finale but buts tournoi club joueur joueurs entraîneur sélectionneur rencontre affronte affrontera signé transfert remporte saison',
  ),
  centuryWords: words('siècle siècles'),
  quotedWorkHeads: words(
    'livre livres ouvrage essai mémoire mémoires émission spectacle podcast récit recueil exposition tube intitulé intitulée thriller polar',
  ),
  verbsLikeNames: new Set(),
  stateWords: words('état etat'),
  neverNames: words(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  nestingWords: words("de du des d' la l' le au aux en à"),
};
