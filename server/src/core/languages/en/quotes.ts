import { classWords, wordLists } from '../../lexicon/wordTable';
import type { QuotePack } from '../../quotes/pack';
import { wordTable } from './lexicon.generated';
import { narrativeWords } from './narrative';
import { quoteRules } from './quoteRuleList';
import { ruleWords } from './quoteRules';
import { speakerWords } from './speakers';
import { verbTable } from './verbs.generated';

const words = (list: string): string[] => list.trim().split(/\s+/);
const lists = wordLists(wordTable);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

/** English: curly and straight marks, single marks, "X said" and "said X", clauses without that. */
export const quotePack: QuotePack = {
  language: 'en',
  verbs: verbTable,
  verbClasses: {
    auxiliary: lists.verbs('auxiliary'),
    being: lists.verbs('being'),
    modal: lists.verbs('modal'),
    causative: lists.verbs('causative'),
  },
  rules: quoteRules,
  lists: ruleWords,
  narrative: narrativeWords,
  speakers: speakerWords,
  words: classWords(lists),
  marks: [['"', '"']],
  attributions: [{ words: ['according', 'to'] }, { words: ['in', 'the', 'words', 'of'] }],
  pronouns: {
    he: { gender: 'm', number: 'sg', person: true },
    she: { gender: 'f', number: 'sg', person: true },
    they: { number: 'pl' },
    him: { gender: 'm', number: 'sg', person: true },
    her: { gender: 'f', number: 'sg', person: true },
    them: { number: 'pl' },
    it: { number: 'sg', thing: true },
    i: { number: 'sg', speaker: true },
    we: { number: 'pl', speaker: true },
    you: { number: 'sg', speaker: true },
    there: { number: 'sg', speaker: true },
  },
  causativeCues: new Set(),
  things: lists.set('thing'),
  expressions: new Map(),
  adjectiveEndings: ['al', 'ive', 'ous', 'ic', 'ful', 'able', 'ible', 'less', 'ary', 'ent', 'recent', 'early', 'new', 'first'],
  abbreviations: lists.set('abbreviation'),
  meaning: new Set(),
  humanEndings: ['ist', 'man', 'woman', 'ologist', 'keeper', 'torian', 'ician'],
  infinitiveEndings: [],
  finiteEndings: [],
  hyphenated: new Set(),
  demonymEndings: ['ian', 'ean', 'ese', 'ish', 'can'],
  firstPerson: lists.set('firstPerson'),
  adverbials: lists.phrases('adverbial'),
  adverbEndings: ['ly'],
  feminine: lists.set('feminine'),
  definite: new Map([
    ['the', undefined],
    ['that', undefined],
  ]),
  pluralEndings: ['s', 'men', 'women', 'people', 'police'],
  plural: lists.set('plural'),
  occasions: lists.set('occasion'),
  branches: lists.set('branch'),
  organisations: lists.set('organisation'),
  sameOffices: [],
  honorifics: lists.set('honorific'),
  inversion: false,
  capitalNouns: false,
  commaClause: false,
  features: {
    bareReportedClauses: true,
    commaInsideMarks: true,
    absoluteGerunds: true,
    gerundNouns: true,
    progressive: true,
    nounVerbHomographs: true,
    invariableModals: true,
    participlePasts: true,
    bareTimeAdverbs: true,
    bareNounSubjects: true,
    detachedSubjects: true,
    functionWordAcronyms: true,
    nounsTakeClauses: true,
    leadingAdverbialAfterThat: true,
    unmarkedMoods: true,
    unmarkedReportingClauses: true,
    dashSigns: true,
    dashTurns: false,
  },
  inciseOpeners: set('as'),
};
