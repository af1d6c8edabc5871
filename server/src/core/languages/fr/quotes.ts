import { classWords, wordLists } from '../../lexicon/wordTable';
import type { QuotePack } from '../../quotes/pack';
import { NEUTRAL_FEATURES } from '../und/quotes';
import { wordTable } from './lexicon.generated';
import { narrativeWords } from './narrative';
import { quoteRules } from './quoteRuleList';
import { ruleWords } from './quoteRules';
import { speakerWords } from './speakers';
import { verbTable } from './verbs.generated';

const words = (list: string): string[] => list.trim().split(/\s+/);
const lists = wordLists(wordTable);
const set = (list: string): ReadonlySet<string> => new Set(words(list));

const phrases = (list: string): string[][] =>
  list
    .trim()
    .split(/\s*[|\n]\s*/)
    .map(words);

/** French: « », inversion in the incise, selon and d'après, verbs by conjugation. */
export const quotePack: QuotePack = {
  language: 'fr',
  verbs: verbTable,
  verbClasses: {
    auxiliary: lists.verbs('auxiliary'),
    being: lists.verbs('being'),
    modal: lists.verbs('modal'),
    causative: lists.verbs('causative'),
  },
  words: classWords(lists),
  rules: quoteRules,
  lists: ruleWords,
  narrative: narrativeWords,
  speakers: speakerWords,
  marks: [['"', '"']],
  attributions: [
    { words: ['selon'] },
    { words: ["d'", 'après'] },
    { words: ['pour'], narrow: true },
    ...phrases(`
      aux dires de|aux dires d'|aux dires du|aux dires des|au dire de|au dire d'|au dire du|au dire des
      de l' avis de|de l' avis d'|de l' avis du|de l' avis des|de l' aveu de|de l' aveu d'|de l' aveu du|de l' aveu des
      de l' aveu même de|de l' aveu même du|de l' aveu même des|à en croire|si l' on en croit|si on en croit|s' il faut en croire
    `).map((group) => ({ words: group, anyone: true as const })),
    { words: ['aux', 'yeux', 'de'], narrow: true },
    { words: ['aux', 'yeux', 'du'], narrow: true },
    { words: ['aux', 'yeux', 'des'], narrow: true },
    { words: ['dixit'] },
  ],
  pronouns: {
    il: { gender: 'm', number: 'sg' },
    elle: { gender: 'f', number: 'sg' },
    ils: { gender: 'm', number: 'pl' },
    elles: { gender: 'f', number: 'pl' },
    lui: { number: 'sg' },
    eux: { gender: 'm', number: 'pl' },
    celui: { gender: 'm', number: 'sg' },
    celle: { gender: 'f', number: 'sg' },
    ceux: { gender: 'm', number: 'pl' },
    celles: { gender: 'f', number: 'pl' },
    dernier: { gender: 'm', number: 'sg' },
    je: { number: 'sg', speaker: true },
    "j'": { number: 'sg', speaker: true },
    moi: { number: 'sg', speaker: true },
    tu: { number: 'sg', speaker: true },
    on: { number: 'sg', speaker: true },
    nous: { number: 'pl', speaker: true },
    vous: { number: 'pl', speaker: true },
    ce: { number: 'sg', speaker: true },
    "c'": { number: 'sg', speaker: true },
    cela: { number: 'sg', speaker: true },
    ça: { number: 'sg', speaker: true },
  },
  causativeCues: set('savoir remarquer valoir observer noter entendre'),
  expressions: new Map([
    [
      'faire',
      [
        ['', ['état']],
        ['', ['part']],
        ['', ['mention']],
      ],
    ],
    [
      'mettre',
      [
        ['', ['en', 'garde']],
        ['', ['en', 'avant']],
        ['', ['en', 'cause']],
      ],
    ],
    ['rendre', [['', ['hommage']]]],
    ['prendre', [['en', []]]],
    ['tirer', [['', ['la', 'sonnette', "d'", 'alarme']]]],
  ]),
  meaning: new Set(['vouloir dire']),
  humanEndings: ['iste', 'logue', 'crate', 'icien', 'icienne', 'iatre', 'trice', 'teur', 'euse'],
  things: lists.set('thing'),
  infinitiveEndings: ['er', 'ir', 'oir', 'dre', 'uire', 'aître', 'battre', 'mettre', 'crire', 'vivre', 'suivre'],
  finiteEndings: [
    ...['era', 'ira', 'dra', 'vra', 'tra'].flatMap((ending) => [ending, `${ending.slice(0, -1)}ont`]),
    ...['rait', 'raient', 'aient', 'èrent', 'irent', 'urent'],
  ],
  hyphenated: lists.set('beforeHyphen'),
  demonymEndings: ['ais', 'aise', 'ain', 'aine', 'ien', 'ienne', 'éen', 'éenne', 'ois', 'oise', 'ol', 'ole', 'mand', 'mande'],
  firstPerson: lists.set('firstPerson'),
  adverbials: lists.phrases('adverbial'),
  adverbEndings: ['ment'],
  feminine: lists.set('feminine'),
  feminineNoun:
    /^(?:.+(?:té|tion|sion|ance|ence|ure|ade|ée|ière|ette|aison|graphie|gie|mie|nie|rie|phie|thèque)|banque|cour|ligue|police|radio|chaîne|école|chambre|église|armée|entreprise|ong|firme|marque|régie|plateforme|ville|rédaction|direction|presse)$/,
  masculineNoun:
    /^(?:.+(?:ment|age|isme|eau|oire|et|at|um|ège|ème)|groupe|parquet|conseil|comité|syndicat|parti|institut|musée|lycée|journal|quotidien|magazine|hôpital|tribunal|collectif|centre|club|fonds|théâtre|ministère|service|mouvement|studio|réseau|site|port)$/,
  epicene: lists.set('epicene'),
  definite: new Map<string, 'm' | 'f' | undefined>([
    ['le', 'm'],
    ['la', 'f'],
    ["l'", undefined],
    ['ce', 'm'],
    ['cet', 'm'],
    ['cette', 'f'],
  ]),
  pluralEndings: [],
  plural: lists.set('plural'),
  occasions: lists.set('occasion'),
  branches: lists.set('branch'),
  organisations: lists.set('organisation'),
  sameOffices: [
    ['chef état', 'président'],
    ['chef gouvernement', 'premier ministre'],
    ['chef diplomatie', 'ministre affaires étrangères'],
    ['garde sceaux', 'ministre justice'],
    ['locataire élysée', 'président'],
    ['locataire matignon', 'premier ministre'],
    ['patron bercy', 'ministre économie'],
  ],
  honorifics: lists.set('honorific'),
  inversion: true,
  capitalNouns: false,
  commaClause: false,
  features: NEUTRAL_FEATURES,
  inciseOpeners: set('comme ainsi_que ce_que'),
};
