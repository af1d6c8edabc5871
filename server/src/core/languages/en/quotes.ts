import type { QuotePack } from '../../quotes/pack';
import { narrativeWords, ruleWords } from './quoteRules';
import { verbTable } from './quoteVerbs.generated';

const words = (list: string): string[] => list.trim().split(/\s+/);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

/** English: curly and straight marks, single marks, "X said" and "said X", clauses without that. */
export const quotePack: QuotePack = {
  language: 'en',
  verbs: verbTable,
  verbClasses: { auxiliary: set('have'), being: set('be'), modal: set(''), causative: set('make') },
  lists: ruleWords,
  narrative: narrativeWords,
  words: {
    determiner: words(
      'the a an this that these those his her its their our my your some several two three four five six seven eight nine ten no any every each both all another many few most',
    ),
    preposition: words(
      'of in on at to for from by with without about into over under after before during since until against between among through despite per via near off up down outside inside within toward towards upon behind following',
    ),
    of: words('of'),
    subject: words('he she they it i we you there'),
    oblique: words('him her them me us'),
    indefinite: words('some many others several most both everyone everybody someone somebody nobody all none one'),
    clitic: words(''),
    that: words('that'),
    relative: words('who whom whose which where'),
    question: words('whether if how why what when where which who'),
    conjunction: words('and or but nor yet so'),
    subordinator: words('when while because although though since if unless as after before until'),
    adverb: words(
      'also then now still already always never often sometimes later earlier today yesterday tomorrow once again only just even ever yet soon not simply flatly recently previously further bluntly',
    ),
    negation: words("not n't never"),
    time: words(
      'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december morning afternoon evening night today yesterday tomorrow week month year',
    ),
    modal: words("will would can could may might shall should must 'll 'd to did does do"),
    cueNoun: words(
      'statement statements claim claims assertion allegation allegations argument warning promise announcement accusation rumor rumors report reports testimony conclusion',
    ),
    office: words(
      'professor lecturer researcher director fellow analyst teacher student spokesman spokeswoman candidate expert economist officer',
    ),
    particle: words('of de la van von der den bin ibn al el du da di del'),
    mouthpiece: words('spokesman spokeswoman spokesperson statement page account website'),
    human: words(
      'minister president secretary chief director spokesman spokeswoman spokesperson lawmaker senator representative congressman congresswoman governor mayor judge attorney lawyer prosecutor official officials officer officers leader leaders candidate member members chairman chairwoman chair chancellor king queen prince princess pope cardinal bishop archbishop general colonel captain lieutenant admiral sergeant deputy sheriff detective investigator investigators police expert experts analyst analysts researcher researchers scientist scientists professor doctor doctors nurse teacher teachers student students author writer journalist reporter editor executive executives founder owner manager coach player actor actress singer director mother father brother sister son daughter wife husband man woman boy girl friend friends neighbor neighbors resident residents witness witnesses victim victims activist activists protester protesters critics supporters voters people person head adviser aide aides ambassador diplomat diplomats envoy commissioner premier successor colleague colleagues farmer workers worker pupil people residents lender spokesperson economist historian climatologist astrophysicist executive aide fishermen fisherman villager passenger driver pilot soldier rebel ceo cfo coo cto founder cofounder co-founder vice-president chairperson administrator treasurer negotiator organizer organiser campaigner campaigners consultant specialist translator musician artist composer developer engineer designer astronaut astronauts scholar academic academics blogger commentator columnist correspondent reporters journalists investor investors shareholder shareholders customer customers user users tenant tenants survivor survivors relative relatives grandmother grandfather aunt uncle cousin neighbour neighbours parent parents trader traders lawmakers attorney attorneys lawyers prosecutors judges senators ministers mayors premier monk priest imam rabbi nun curator archaeologist firefighter firefighters paramedic commander chief marshal trustee trustees member counsel solicitor barrister coroner inspector superintendent constable',
    ),
    institution: words(
      'government ministry department police court council committee commission assembly senate parliament congress house agency office institute university company firm bank fund organization group association federation union league foundation party movement coalition army military administration authority authorities campaign team club church school hospital embassy bureau airline',
    ),
    source: words(
      'newspaper paper magazine report reports study studies survey poll polls statement document documents source sources letter memo email filing affidavit complaint lawsuit article broadcaster website account data figures estimates',
    ),
    message: words('message statement question answer warning'),
    conformity: words('plan plans schedule rules law laws size need needs instructions custom tradition taste'),
    titleNoun: words(
      'film movie book novel album song series show play opera titled entitled magazine exhibition single documentary',
    ),
    naming: words('called so-called dubbed nicknamed named known word words term phrase nickname slogan'),
  },
  marks: [['"', '"']],
  attributions: [{ words: ['according', 'to'] }, { words: ['in', 'the', 'words', 'of'] }],
  pronouns: {
    he: { gender: 'm', number: 'sg', person: true },
    she: { gender: 'f', number: 'sg', person: true },
    they: { number: 'pl' },
    him: { gender: 'm', number: 'sg', person: true },
    her: { gender: 'f', number: 'sg', person: true },
    them: { number: 'pl' },
    it: { number: 'sg' },
    i: { number: 'sg', speaker: true },
    we: { number: 'pl', speaker: true },
    you: { number: 'sg', speaker: true },
    there: { number: 'sg', speaker: true },
  },
  causativeCues: new Set(),
  things: set('list exist resist'),
  expressions: new Map(),
  likening: set('present'),
  findings: set('find show'),
  adjectiveEndings: ['al', 'ive', 'ous', 'ic', 'ful', 'able', 'ible', 'less', 'ary', 'ent', 'recent', 'early', 'new', 'first'],
  abbreviations: set('inc corp ltd co bros jr sr st u.s u.k plc llc gen col sen rep gov'),
  meaning: new Set(),
  humanEndings: ['ist', 'man', 'woman', 'ologist', 'keeper', 'torian', 'ician'],
  infinitiveEndings: [],
  finiteEndings: [],
  hyphenated: new Set(),
  demonymEndings: ['ian', 'ean', 'ese', 'ish', 'can'],
  firstPerson: set('i me my we us our you your mine ours'),
  adverbials: [
    ['of', 'course'],
    ['in', 'fact'],
    ['in', 'turn'],
    ['for', 'example'],
    ['for', 'instance'],
    ['at', 'least'],
    ['by', 'contrast'],
    ['once', 'again'],
    ['in', 'addition'],
    ['as', 'well'],
  ],
  adverbEndings: ['ly'],
  feminine: set(
    'she her mrs ms miss woman mother sister daughter wife queen princess spokeswoman congresswoman chairwoman actress girl',
  ),
  definite: new Map([
    ['the', undefined],
    ['that', undefined],
  ]),
  pluralEndings: ['s', 'men', 'women', 'people', 'police'],
  plural: set('these those they several two three four many some'),
  otherPassives: new Map(),
  tellings: new Set(),
  hearsay: set('say claim'),
  occasions: set('during before after since'),
  branches: set('office bureau branch section'),
  sayings: new Set(),
  organisations: new Set(),
  sameOffices: [],
  honorifics: set('mr mrs ms miss dr prof sir lord lady rev sen rep gov gen col lt sgt capt president judge justice pope'),
  inversion: false,
  capitalNouns: false,
  commaClause: false,
  zeroThat: true,
  inciseOpeners: set('as'),
};
