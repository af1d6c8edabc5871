import { impersonalCue, passiveCue, reflexiveCue } from '../../quotes/exceptions/cues';
import { begunThing, fragmentOfNobody, judgesOnlyWith, shownThing, titleInFragment } from '../../quotes/exceptions/marks';
import { alreadyReported, takenUpByRelative } from '../../quotes/exceptions/nounClauses';
import {
  alreadyCue,
  bareSaying,
  negatedRelative,
  notWithout,
  objectOfNobody,
  otherPassive,
  ownComplement,
  personAsObject,
  personInRelative,
  reflexiveObject,
  unboundInfinitive,
  voicelessSubject,
} from '../../quotes/exceptions/objects';
import { questionOfNobody, wondering } from '../../quotes/exceptions/questions';
import {
  capitalisedName,
  chargeOrPost,
  introducedSpan,
  shortTerm,
  spanAlone,
  titleSpan,
  unclosedSpan,
} from '../../quotes/exceptions/spans';
import {
  imperativeCue,
  speakerlessCue,
  thoughtInInfinitive,
  thoughtWithoutMarks,
  vagueSubject,
  withinInfinitive,
} from '../../quotes/exceptions/statements';
import { atCueNouns, atCues, atSayingNouns, atSourcePhrases, type QuoteRules } from '../../quotes/rule';
import { accordingTo } from '../../quotes/rules/accordingTo';
import { colonClause, colonSpeech } from '../../quotes/rules/colon';
import { dashTurns } from '../../quotes/rules/dashTurns';
import { headline, noSentenceAfterColon, sentenceBeforeColon, topicBeforeColon } from '../../quotes/rules/headline';
import { markedWords } from '../../quotes/rules/markedWords';
import { nested, nestedFragment, nestedIndirect, nestedPronoun, nestedRelative } from '../../quotes/rules/nested';
import { clauseOfNoun } from '../../quotes/rules/nounClauses';
import { nounCue } from '../../quotes/rules/nounCue';
import { judgedFragment, quotedFragment } from '../../quotes/rules/quotedFragment';
import { quotedObject, quotedSpeech } from '../../quotes/rules/quotedSpeech';
import { indirectQuestion, reportedClause, reportedInfinitive } from '../../quotes/rules/reportedClause';
import { relativeObject, reportedObject, selfDescription } from '../../quotes/rules/reportedObject';
import { reportedSubject } from '../../quotes/rules/reportedSubject';
import { reportingClause } from '../../quotes/rules/reportingClause';
import { sayingNoun } from '../../quotes/rules/sayingNoun';
import { reportingClauseInMarks, unopenedQuotation } from '../../quotes/rules/splitSpans';
import { toldCondition } from '../../quotes/rules/toldCondition';
import type { NarrativeWords, RuleWords } from '../../quotes/ruleWords';
import { relativeEnd } from '../../syntax/relativeClauses';
import { ruleWords as neutral, narrativeWords as neutralNarrative } from '../und/quoteRules';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs that with a subject that is nobody (on) still report what others say. */
const HEARSAY = set('dire raconter rapporter prétendre murmurer affirmer assurer chuchoter apprendre annoncer');

const FRAGMENT = [
  judgesOnlyWith(new Map([['voir', 'y']])),
  begunThing(set('lancer')),
  shownThing(set('présenter représenter désigner'), set('comme')),
  titleInFragment,
  fragmentOfNobody,
];

/** At a cue, what follows it. */
const COMPLEMENTS = atCues(
  [
    reportedClause({
      except: [
        passiveCue,
        reflexiveCue,
        speakerlessCue,
        imperativeCue,
        thoughtWithoutMarks,
        withinInfinitive,
        vagueSubject(HEARSAY),
      ],
    }),
    indirectQuestion({ except: [passiveCue, wondering, questionOfNobody, withinInfinitive, vagueSubject(HEARSAY)] }),
    reportedInfinitive({
      except: [
        passiveCue,
        reflexiveCue,
        speakerlessCue,
        imperativeCue,
        thoughtWithoutMarks,
        thoughtInInfinitive,
        withinInfinitive,
        vagueSubject(HEARSAY),
      ],
    }),
    colonSpeech,
    colonClause,
    judgedFragment(FRAGMENT),
    quotedSpeech,
    quotedObject,
  ],
  [impersonalCue({ lemmas: set('convenir rester'), modals: set('falloir'), learning: set('apprendre') })],
);

/** At a cue that brings in no clause, what it says as a noun. */
const OBJECTS = atCues([
  quotedFragment(FRAGMENT),
  reportedObject({
    notArticles: set('de'),
    except: [reflexiveObject, personAsObject, notWithout(set('sans'), set('non')), unboundInfinitive, objectOfNobody],
  }),
  relativeObject([negatedRelative, voicelessSubject, ownComplement, personInRelative]),
  selfDescription([voicelessSubject]),
  reportedSubject({ impersonal: set('il'), negated: set('non'), of: set('de') }, [
    otherPassive(
      new Map([
        ['indiquer', set('dans chez pour en comme contre')],
        ['relever', set('de du des au')],
      ]),
    ),
  ]),
]);

/** The rules of French in their order. */
export const quoteRules: QuoteRules = {
  sentence: [
    atCues([reportingClause([])]),
    atSourcePhrases(accordingTo),
    COMPLEMENTS,
    OBJECTS,
    atCueNouns(
      nounCue({
        find: clauseOfNoun(/s$/),
        mainClause: (words, from, _end, limit) => relativeEnd(words, from, limit),
        except: [
          takenUpByRelative(
            set(`
              faire donner apporter fournir formuler émettre adresser recevoir entendre prononcer présenter répéter publier
              obtenir attendre réitérer exprimer multiplier ajouter prendre lancer lire
            `),
          ),
          alreadyReported,
        ],
      }),
    ),
    atSayingNouns(sayingNoun([alreadyCue, bareSaying])),
    atCues([
      toldCondition({
        tellings: set('informer prévenir avertir aviser alerter'),
        clitics: set('le en'),
        conditions: set("si s' lorsque lorsqu' quand"),
        inCase: ['en', 'cas'],
      }),
    ]),
  ],
  nested: [COMPLEMENTS, OBJECTS],
  nesting: nested([nestedFragment, nestedPronoun, nestedRelative, nestedIndirect]),
  spans: [unopenedQuotation, reportingClauseInMarks],
  uncued: [
    markedWords(set("s' y faut pleut"), [
      titleSpan,
      introducedSpan,
      spanAlone,
      unclosedSpan,
      shortTerm,
      chargeOrPost(set('pour'), set('comme')),
      capitalisedName,
    ]),
  ],
  paragraph: [headline([sentenceBeforeColon, noSentenceAfterColon, topicBeforeColon])],
  turns: dashTurns,
};

/** French words of single rules. */
export const ruleWords: RuleWords = {
  ...neutral,
  and: set('et'),
  afterwards: set('puis'),
  goesOnQuoting: set('et'),
  agent: set('par'),
  citedBy: set('par'),
  modalLink: set('à'),
  gerundMarker: set('en'),
  beforeGerund: set('en tout'),
  beforeReport: set("tout en avant sans de d'"),
  euphonic: set('t'),
  euphonicElided: set("t'"),
  weakNegation: set("ne n'"),
  fullNegation: set('ne'),
  reflexive: set("s' se"),
  ownReflexive: set("m' t' me te"),
  ownSubject: set("je j' tu"),
  resuming: set("l' le"),
  cliticArticles: set("la les l' le"),
  pluperfect: set('avait avaient'),
  pluralVerb: /(?:ent|ont)$/,
  gerundEnding: /ant$/,
  neuter: set("ce c' cela ça ceci"),
  determinerPronouns: set('elle'),
  tiedPronouns: set('elles'),
  pronounSuffix: set('ci là même mêmes'),
  nearSuffix: set('ci'),
  near: new Map([
    ['celui', 'm'],
    ['celle', 'f'],
  ]),
  last: new Map([
    ['dernier', 'm'],
    ['dernière', 'f'],
  ]),
  askedFor: set('moi'),
  demonstratives: set('celui celle ceux celles'),
  subjectRelatives: set('qui lequel laquelle lesquels lesquelles'),
  freeRelative: set('ce'),
  one: set('un une'),
  indefiniteArticle: new Map([
    ['un', 'm'],
    ['une', 'f'],
  ]),
  indefinite: set('un une des son sa ses leur leurs certains plusieurs'),
  possessives: set('son sa'),
  masculine: set('le un m mr'),
  feminineTitles: set('mme mrs ms'),
  masculineCalled: set('un mon son ton'),
  pluralArticle: set('des'),
  fullOf: set('de'),
  elidedIf: set("s'"),
  afterElidedIf: set('il ils'),
  comparison: set('plus moins tel ainsi'),
  officeLinks: set('pour'),
  officePrepositions: set('à au aux en près auprès chez'),
  other: set('autre'),
  pluralNoun: /s$/,
  plurals: [
    [/[sxz]$/, '$&'],
    [/al$/, 'aux'],
    [/(?:eau|eu)$/, '$&x'],
    [/$/, 's'],
  ],
  years: set('ans'),
  firstOfTitle: /^premi/,
  epithets: new Map([
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
  roleless: set(
    'le la les l un une des du de d au aux à en et son sa ses leur pour dans sur ancien ancienne nouveau nouvelle ce cette',
  ),
  betweenNames: /^(?:et|,)(?:\s+(?:M\.|Mme))?$/,
  feminineEnding: /(?:trice|euse|ienne|ante|ée|ière)$/,
  masculineEnding: /(?:teur|ien|ant|é|ier)$/,
  feminineBare: /(?:trice|euse|ienne|éenne|ière|ante|esse)$/,
  masculineBare: /(?:.g?ien|éen|.[lrn]ier)$/,
  agreement: {
    feminine: /(?:ée|ie|ue|ise|ite|rte|inte)$/,
    mute: /(?:és|ées|is|us|ues|ies)$/,
    been: set('été'),
  },
  inflection: /(?:es|s|e|x)$/,
  stems: new Map([
    ['tric', 'teur'],
    ['eff', 'ef'],
    ['enn', 'en'],
    ['ièr', 'ier'],
    ['eus', 'eur'],
  ]),
  talkers: set("je j' tu vous moi toi nous"),
  talk: set("je j' tu vous me m' te t' mon ma mes ton ta tes votre vos nous moi toi"),
  narration: set("il elle ils elles se s' sa son ses leur"),
  narrativeTense: /(?:ait|aient|èrent|irent|urent|ut|it|.a)$/,
  saidInside: set('tu vous nous on ce'),
  subjectsBehind: set('celui celle ceux celles'),
  goesOnTelling: set('en avec sans qui dont après'),
  plainArticles: set('le la'),
};

/** French words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  ...neutralNarrative,
  article: set("le la l'"),
  nobodys: set('au du ton ta tes votre vos'),
  mine: set('mon ma notre'),
  slight: set('même pauvre cher chère bon bonne brave vieux vieil vieille autre bel beau belle petit petite'),
  prenominal: set(`
    même pauvre chère bon bonne brave vieux vieil vieille autre bel beau belle petit petite jeune grand grande gros grosse
    premier première second seconde deuxième troisième noble digne honnête excellent excellente charmant charmante terrible
    fameux fameuse malheureux malheureuse courageux courageuse orgueilleux orgueilleuse ancien ancienne nouveau nouvelle
    adorable étrange seul seule
  `),
  kin: new Map([
    ['papa', { noun: 'père', gender: 'm' }],
    ['maman', { noun: 'mère', gender: 'f' }],
  ]),
  kinTitles: set('oncle tante père mère frère sœur soeur cousin cousine maître maîtresse compère commère'),
  determiners: new Map([
    ...['la', 'une', 'cette', 'ma', 'sa', 'ta'].map((form) => [form, 'f'] as const),
    ...['le', 'un', 'ce', 'cet', 'au', 'du'].map((form) => [form, 'm'] as const),
  ]),
  genderless: set("mon son ton notre leur votre l'"),
  both: set('ministre porte-parole juge maire secrétaire victime'),
  feminineNoun: /(?:ère|trice|euse|esse|ienne|ante|ière|ine|fille|tante|amie|épouse|fiancée)$/,
  masculineNoun: set(
    'père frère beau-frère beau-père grand-père oncle fils mari ami homme abbé officier hôte fiancé neveu cousin maître amant',
  ),
  voices: set('voix cri écho'),
  heaven: /(?:^|\s)(?:Dieu|Seigneur|Ciel)(?:$|\s)/u,
  address: set('mon ma cher chère pauvre petit petite bon bonne vieux brave'),
  greetings: set('oh ah eh ô bonjour adieu merci'),
  self: set("je j'"),
  ownNaming: set('appelle nomme'),
  ownNamingBefore: set("je me m' j'"),
  beforeNaming: set("s' se qui était est avait nom pour"),
  naming: set('appelait appelle nommait nomme nommé nommée appelé appelée prénommé prénommée nom'),
  impersonal: set('y faut fallait fallut faudra faudrait pleut pleuvait'),
  impersonalLater: set('fallait fallut faut'),
  places: set('en à dans vers sur depuis'),
  defaultMasculine: set('lui'),
  goesOn: set('ajouter reprendre continuer poursuivre répéter conclure achever'),
};
