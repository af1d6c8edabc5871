import { wordLists } from '../../lexicon/wordTable';
import type { NarrativeWords } from '../../quotes/narrative/words';
import { narrativeWords as neutral } from '../und/narrative';
import { wordTable } from './lexicon.generated';

const lists = wordLists(wordTable);
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** French words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  ...neutral,
  singularArticles: set("le la l'"),
  excludedDeterminers: set('au du ton ta tes votre vos'),
  firstPersonPossessives: set('mon ma notre'),
  emptyAdjectives: set('même pauvre cher chère bon bonne brave vieux vieil vieille autre bel beau belle petit petite'),
  prenominalAdjectives: lists.set('prenominal'),
  parents: new Map([
    ['papa', { noun: 'père', gender: 'm' }],
    ['maman', { noun: 'mère', gender: 'f' }],
  ]),
  kinshipTitles: lists.set('kinshipTitle'),
  determinerGender: new Map([
    ...['la', 'une', 'cette', 'ma', 'sa', 'ta'].map((form) => [form, 'f'] as const),
    ...['le', 'un', 'ce', 'cet', 'au', 'du'].map((form) => [form, 'm'] as const),
  ]),
  genderlessDeterminers: set("mon son ton notre leur votre l'"),
  epicenes: lists.set('eitherCharacter'),
  feminineEnding: /(?:ère|trice|euse|esse|ienne|ante|ière|ine|fille|tante|amie|épouse|fiancée)$/,
  masculineNouns: lists.set('masculineCharacter'),
  voices: lists.set('voice'),
  invokedNames: /(?:^|\s)(?:Dieu|Seigneur|Ciel)(?:$|\s)/u,
  endearments: set('mon ma cher chère pauvre petit petite bon bonne vieux brave'),
  interjections: set('oh ah eh ô bonjour adieu merci'),
  firstPersonSubjects: set("je j'"),
  selfNaming: set('appelle nomme'),
  beforeSelfNaming: set("je me m' j'"),
  beforeNaming: set("s' se qui était est avait nom pour"),
  naming: set('appelait appelle nommait nomme nommé nommée appelé appelée prénommé prénommée nom'),
  impersonalNext: set('y faut fallait fallut faudra faudrait pleut pleuvait'),
  impersonalSecond: set('fallait fallut faut'),
  placePrepositions: set('en à dans vers sur depuis'),
  masculineByDefault: set('lui'),
  continuing: set('ajouter reprendre continuer poursuivre répéter conclure achever'),
};
