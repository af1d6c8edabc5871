import type { NarrativeWords } from '../../quotes/narrative/words';
import { narrativeWords as neutral } from '../und/narrative';

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** French words for a narrative's characters. */
export const narrativeWords: NarrativeWords = {
  ...neutral,
  singularArticles: set("le la l'"),
  excludedDeterminers: set('au du ton ta tes votre vos'),
  firstPersonPossessives: set('mon ma notre'),
  emptyAdjectives: set('même pauvre cher chère bon bonne brave vieux vieil vieille autre bel beau belle petit petite'),
  prenominalAdjectives: set(`
    même pauvre chère bon bonne brave vieux vieil vieille autre bel beau belle petit petite jeune grand grande gros grosse
    premier première second seconde deuxième troisième noble digne honnête excellent excellente charmant charmante terrible
    fameux fameuse malheureux malheureuse courageux courageuse orgueilleux orgueilleuse ancien ancienne nouveau nouvelle
    adorable étrange seul seule
  `),
  parents: new Map([
    ['papa', { noun: 'père', gender: 'm' }],
    ['maman', { noun: 'mère', gender: 'f' }],
  ]),
  kinshipTitles: set('oncle tante père mère frère sœur soeur cousin cousine maître maîtresse compère commère'),
  determinerGender: new Map([
    ...['la', 'une', 'cette', 'ma', 'sa', 'ta'].map((form) => [form, 'f'] as const),
    ...['le', 'un', 'ce', 'cet', 'au', 'du'].map((form) => [form, 'm'] as const),
  ]),
  genderlessDeterminers: set("mon son ton notre leur votre l'"),
  epicenes: set('ministre porte-parole juge maire secrétaire victime'),
  feminineEnding: /(?:ère|trice|euse|esse|ienne|ante|ière|ine|fille|tante|amie|épouse|fiancée)$/,
  masculineNouns: set(
    'père frère beau-frère beau-père grand-père oncle fils mari ami homme abbé officier hôte fiancé neveu cousin maître amant',
  ),
  voices: set('voix cri écho'),
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
