import type { GrammarFeatures } from '../../lexicon/grammar';
import type { QuotePack } from '../../quotes/pack';
import { narrativeWords } from './narrative';
import { quoteRules } from './quoteRuleList';
import { ruleWords } from './quoteRules';
import { speakerWords } from './speakers';

/** No feature that a language needs to have shown; dashes open turns nearly everywhere. */
export const NEUTRAL_FEATURES: GrammarFeatures = {
  bareReportedClauses: false,
  commaInsideMarks: false,
  absoluteGerunds: false,
  gerundNouns: false,
  progressive: false,
  nounVerbHomographs: false,
  invariableModals: false,
  participlePasts: false,
  bareTimeAdverbs: false,
  bareNounSubjects: false,
  detachedSubjects: false,
  functionWordAcronyms: false,
  nounsTakeClauses: false,
  leadingAdverbialAfterThat: false,
  unmarkedMoods: false,
  unmarkedReportingClauses: false,
  dashSigns: false,
  dashTurns: true,
};

/** Any language: marks pair, colons and dashes bring in speech; without verbs there are no cues. */
export const quotePack: QuotePack = {
  language: 'und',
  verbs: { endings: [], verbs: '' },
  verbClasses: {},
  words: {},
  rules: quoteRules,
  lists: ruleWords,
  narrative: narrativeWords,
  speakers: speakerWords,
  marks: [['"', '"']],
  attributions: [],
  pronouns: {},
  causativeCues: new Set(),
  expressions: new Map(),
  meaning: new Set(),
  humanEndings: [],
  things: new Set(),
  infinitiveEndings: [],
  finiteEndings: [],
  hyphenated: new Set(),
  demonymEndings: [],
  firstPerson: new Set(),
  adverbials: [],
  adverbEndings: [],
  feminine: new Set(),
  pluralEndings: [],
  plural: new Set(),
  definite: new Map(),
  occasions: new Set(),
  branches: new Set(),
  organisations: new Set(),
  sameOffices: [],
  honorifics: new Set(),
  inversion: false,
  capitalNouns: false,
  commaClause: false,
  features: NEUTRAL_FEATURES,
  inciseOpeners: new Set(),
};
