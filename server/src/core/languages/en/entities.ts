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
  language: 'en',
  elisions: textRules.elisions,
  clitics: textRules.clitics,
  articles: words('the a an'),
  sameAs: sameNames(SAME_NAMES, nameKey),
  companyForms: COMPANY_FORM,
  generations: GENERATION,
  nicknames: NICKNAMES,
  particles: words(
    'of the and for in on at de la le du des del della di da von van der den ten ter al el bin ben ibn abu y e upon to &',
  ),
  prefixes: words('anti pro ex non mid pre post trans inter ultra neo pseudo quasi co vice sub super semi mini mega cyber'),
  functionWords: words(
    'the a an this that these those his her its their our my your in on at by for with from to of and or but if as when where who which what while after before since until he she it they we i you there here not no all some any many most more each every both few several such then so than',
  ),
  neverGiven: lists.set('neverGiven'),
  roles: roleWords(lists),
  roleModifiers: lists.set('roleModifier'),
  givenNameGenders,
  honorifics: new Map([
    ['mr', 'm'],
    ['sir', 'm'],
    ['lord', 'm'],
    ['mrs', 'f'],
    ['ms', 'f'],
    ['miss', 'f'],
    ['lady', 'f'],
    ['dame', 'f'],
  ]),
  addresses: words('mr mrs ms messrs mmes'),
  pluralAddresses: words('messrs mmes'),
  ranks: words('sgt cpl lt capt maj lieut supt cllr'),
  titles: words('justice dr prof rev hon sgt capt lt col gen sen rep gov cllr dci pc'),
  complementEnds: words(
    'is are was were be been has have had will would can could may might must said says told added announced argued claimed who which that where when and or but as if while because since with without against after before during by on from to into he she it they we you i his her born died aged named appointed elected nominated hired picked tapped promoted called joined succeeded replaced met visited praised thanked blamed accused sued arrested today yesterday tonight tomorrow',
  ),
  placePrepositions: words('in at near outside around'),
  localOffices: lists.set('localOffice'),
  states: STATE_COUNTRIES,
  placesMeant: placesMeant('en'),
  families: words('brothers sisters twins'),
  regnal: lists.set('regnal'),
  bodyWords: lists.set('body'),
  finiteVerbs: words(
    'is are was were had will would can could may might must claimed met visited joined succeeded replaced praised thanked blamed accused sued he she it they we you i',
  ),
  kin: lists.set('kin'),
  conjunctions: words('and'),
  ageWords: words('aged'),
  nounsBefore: { genitive: /^['’]s?$/u, notNoun: /(?:ly|ing|ed)$/u },
  roleLinks: words('to from at in on'),
  abbreviations: words('Inc Corp Ltd Co Bros Jr St'),
  definites: new Map([
    ['the', 'both'],
    ['a', 'both'],
    ['an', 'both'],
    ['its', 'both'],
    ['his', 'both'],
    ['her', 'both'],
    ['their', 'both'],
    ['our', 'both'],
  ]),
  genitives: words('of'),
  plurals: new Set(),
  ministryWords: words('ministry'),
  officeWords: lists.set('stateOffice'),
  headsLast: true,
  courts: words('court tribunal'),
  leads: new Map(),
  participles: words(
    'based born led backed listed owned held controlled funded sponsored bound wide trained educated linked aligned affiliated installed',
  ),
  compoundEnds: /(?:ed|ing|like|style|type|free|wide|only|era|made|long)$/u,
  quarterLetters: new Set(),
  workHeads: lists.set('workHead'),
  bodyNouns: words(
    'magazine newspaper weekly broadcaster charity company firm startup start-up retailer carmaker automaker airline publisher nonprofit non-profit brewer insurer supermarket chain',
  ),
  firmMatters: words(
    'shares employees customers shareholders investors executives ceo spokesman spokeswoman spokesperson subsidiary profits',
  ),
  contestWords: words(
    'match matches team teams beat defeated defeat cup league final semi-final goal goals season club coach captain striker midfielder defender goalkeeper winger signed transfer squad champions golf football rugby cricket',
  ),
  firmLinks: words('for of in at'),
  namePrefixes: words('HMS HMCS HMAS HMNZS USS USNS RMS RRS Hurricane Storm Typhoon Cyclone'),
  membersOfBodies: words(
    'children women men people veterans workers teachers farmers girls boys ladies gentlemen queen king prince citizens mariners',
  ),
  saintWords: words('st saint sts'),
  eventEnds: words(
    'act agreement accord accords treaty protocol convention amendment award awards prize medal trophy cup festival championship championships olympics games revolution rebellion uprising depression marathon derby summit massacre',
  ),
  classNouns: new Map<string, EntityType>([
    ...typed('MISC', 'brands products apps platforms films movies shows songs albums games consoles cars'),
    ...typed(
      'ORG',
      'firms companies retailers banks airlines supermarkets newspapers magazines broadcasters charities clubs teams universities agencies manufacturers carmakers automakers chains parties groups organisations organizations publishers insurers',
    ),
    ...typed('LOC', 'cities towns villages countries states counties suburbs regions provinces islands resorts nations'),
    ...typed(
      'PER',
      'players actors actresses singers artists writers authors politicians celebrities candidates musicians rappers stars',
    ),
  ]),
  exampleLeads: new Set(['such as', 'like', 'including', 'namely']),
  exampleJoins: words('and or'),
  indefinites: words('a an'),
  copulas: words('is was'),
  mediumEnds: words(
    'examiner post times herald tribune chronicle gazette courier globe journal observer inquirer enquirer sentinel dispatch telegraph argus ledger bulletin advertiser mercury',
  ),
  bodyLinks: words('for of on'),
  countedNouns: words('years year months days hours minutes weeks people percent per miles points times'),
  familyPlurals: /(?<=.)s$/u,
  familyNouns: words('family brothers sisters twins siblings dynasty clan'),
  teamPosts: words(
    'coach striker goalkeeper midfielder winger quarterback fullback fly-half scrum-half captain skipper playmaker',
  ),
  contestVerbs: words('beat beats defeated thrashed hammered edged overcame trounced routed outplayed crushed'),
  quotedWorkHeads: words('book books show series drama podcast play essay exhibition titled entitled thriller poem'),
  verbsLikeNames: words('rose drew sue bill grant skip chase hunt'),
  stateWords: new Set(),
  neverNames: words(
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday islam christianity judaism buddhism hinduism catholicism protestantism globe',
  ),
  nestingWords: words('of in for at the'),
};
