import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const hitsOf = { en: counted.en('hit', 'hits'), fr: counted.fr('occurrence', 'occurrences') };
const namesOf = { en: counted.en('name', 'names'), fr: counted.fr('nom', 'noms') };
const tokensOf = { en: counted.en('token', 'tokens'), fr: counted.fr('mot', 'mots') };

/** What searching says: why a query cannot be read, and how much was found. */
export const search = topic('search', {
  nothingAsked: {
    en: 'The query asks for nothing: write words, or a filter such as speaker:"Anne Morel".',
    fr: 'La requête ne demande rien : écrivez des mots, ou un filtre comme speaker:"Anne Morel".',
  },
  notAQuery: {
    en: (place: number, found: string, signs: string) =>
      `character ${place} of the query: ${found === '' ? 'it ends too early' : `“${found}” cannot stand there`}${signs === '' ? '' : `; there could be ${signs}`}`,
    fr: (place: number, found: string, signs: string) =>
      `caractère ${place} de la requête : ${found === '' ? 'elle s’arrête trop tôt' : `« ${found} » ne peut pas se trouver là`}${signs === '' ? '' : ` ; il pourrait y avoir ${signs}`}`,
  },
  notAnExpression: {
    en: (place: number, pattern: string, reason: string) =>
      `character ${place} of the query: ${pattern} is not a regular expression (${reason})`,
    fr: (place: number, pattern: string, reason: string) =>
      `caractère ${place} de la requête : ${pattern} n’est pas une expression régulière (${reason})`,
  },
  tooOften: {
    en: (place: number, most: number) => `character ${place} of the query: at most ${most} times`,
    fr: (place: number, most: number) => `caractère ${place} de la requête : ${most} fois au plus`,
  },
  lessThanLeast: {
    en: (place: number) => `character ${place} of the query: the second number is the smaller one`,
    fr: (place: number) => `caractère ${place} de la requête : le second nombre est le plus petit`,
  },
  notADay: {
    en: (place: number, day: string) =>
      `character ${place} of the query: ${day} is not a date: write date:2016, date:2016-03..2017-02 or date:2016..`,
    fr: (place: number, day: string) =>
      `caractère ${place} de la requête : ${day} n’est pas une date : écrivez date:2016, date:2016-03..2017-02 ou date:2016..`,
  },
  noColumn: {
    en: (column: string) => `no article has a column ${column}: the filter finds nothing`,
    fr: (column: string) => `aucun article n’a de colonne ${column} : le filtre ne trouve rien`,
  },
  tooSlow: {
    en: (seconds: number) => `the query takes more than ${seconds} s here: an expression in it searches for ever`,
    fr: (seconds: number) => `la requête prend plus de ${seconds} s ici : une expression y cherche sans fin`,
  },
  badSortKey: {
    en: 'there are left1 to left9, right1 to right9, node, date, file, and the columns of metadata.csv',
    fr: 'il y a left1 à left9, right1 à right9, node, date, file, et les colonnes de metadata.csv',
  },
  badFile: {
    en: (file: string, problem: string) => `${file}: ${problem}`,
    fr: (file: string, problem: string) => `${file} : ${problem}`,
  },
  listTotal: {
    en: (names: number, hits: number, articles: number, tokens: number) =>
      `${namesOf.en(names)}, ${hitsOf.en(hits)} in ${articlesOf.en(articles)}, ${tokensOf.en(tokens)}`,
    fr: (names: number, hits: number, articles: number, tokens: number) =>
      `${namesOf.fr(names)}, ${hitsOf.fr(hits)} dans ${articlesOf.fr(articles)}, ${tokensOf.fr(tokens)}`,
  },
  badNumber: {
    en: (option: string, value: string) => `${option} ${value}: write a whole number above 0`,
    fr: (option: string, value: string) => `${option} ${value} : écrivez un nombre entier positif`,
  },
  nothingToSearch: {
    en: 'name a query, and the files or folders to search',
    fr: 'nommez une requête, et les fichiers ou dossiers où chercher',
  },
  badList: {
    en: 'the list has no line with a name',
    fr: 'la liste n’a aucune ligne avec un nom',
  },
  total: {
    en: (hits: number, found: number, articles: number, tokens: number) =>
      `${hitsOf.en(hits)} in ${found} of ${articlesOf.en(articles)}, ${tokensOf.en(tokens)} (words and marks as the analysis cuts them, l’|OTAN; headers not counted)`,
    fr: (hits: number, found: number, articles: number, tokens: number) =>
      `${hitsOf.fr(hits)} dans ${found} sur ${articlesOf.fr(articles)}, ${tokensOf.fr(tokens)} (mots et signes comme l’analyse les coupe, l’|OTAN ; en-têtes non comptés)`,
  },
  searching: { en: 'Searching', fr: 'Recherche' },
  shown: {
    en: (shown: number) => `${shown} of them shown`,
    fr: (shown: number) => `dont ${shown} affichées`,
  },
});

export const searchMessages = messagesOf(search);
