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
  soFar: {
    en: (hits: number) => `about ${hitsOf.en(hits)}, still being counted`,
    fr: (hits: number) => `environ ${hitsOf.fr(hits)}, le compte est en cours`,
  },
  arrangedSoFar: {
    en: (hits: number, of: number) =>
      `about ${hitsOf.en(of)}, still being counted; these are the first ${hits} found, which are sorted again with the others`,
    fr: (hits: number, of: number) =>
      `environ ${hitsOf.fr(of)}, le compte est en cours ; voici les ${hits} premières trouvées, qui seront triées de nouveau avec les autres`,
  },
  noSubcorpus: {
    en: (place: number, name: string, known: readonly string[]) =>
      `character ${place} of the query: there is no sub-corpus ${name}${known.length === 0 ? '' : `; there are ${known.join(', ')}`}`,
    fr: (place: number, name: string, known: readonly string[]) =>
      `caractère ${place} de la requête : il n’y a pas de sous-corpus ${name}${known.length === 0 ? '' : ` ; il y a ${known.join(', ')}`}`,
  },
  inSubcorpus: {
    en: (name: string, problem: string) => `in the sub-corpus ${name}: ${problem}`,
    fr: (name: string, problem: string) => `dans le sous-corpus ${name} : ${problem}`,
  },
  inItself: {
    en: (place: number, name: string) => `character ${place} of the query: the sub-corpus ${name} is a part of itself`,
    fr: (place: number, name: string) => `caractère ${place} de la requête : le sous-corpus ${name} est une partie de lui-même`,
  },
  tooMuchInParts: {
    en: (place: number, name: string) =>
      `character ${place} of the query: the sub-corpus ${name} is made of too many others within each other`,
    fr: (place: number, name: string) =>
      `caractère ${place} de la requête : le sous-corpus ${name} est fait de trop d’autres, les uns dans les autres`,
  },
  notAPart: {
    en: 'not “subcorpus NAME = QUERY” or “partition NAME = COLUMN”; the line is left aside',
    fr: 'ni « subcorpus NOM = REQUÊTE » ni « partition NOM = COLONNE » ; la ligne est laissée de côté',
  },
  partTwice: {
    en: (name: string, line: number) => `${name} is on line ${line} already; this one is left aside`,
    fr: (name: string, line: number) => `${name} est déjà à la ligne ${line} ; celle-ci est laissée de côté`,
  },
  badPartName: {
    en: (name: string) => `“${name}” cannot be a name: it has letters, without = " * ?`,
    fr: (name: string) => `« ${name} » ne peut pas être un nom : il a des lettres, sans = " * ?`,
  },
  yesOrNo: {
    en: (place: number, value: string) => `character ${place} of the query: ${value} is not yes or no: write decided:no`,
    fr: (place: number, value: string) => `caractère ${place} de la requête : ${value} n’est ni yes ni no : écrivez decided:no`,
  },
  onlyOnce: {
    en: (place: number, value: string) => `character ${place} of the query: ${value} is not once: write copies:once`,
    fr: (place: number, value: string) => `caractère ${place} de la requête : ${value} n’est pas once : écrivez copies:once`,
  },
  copiesLeft: {
    en: (copies: number) => `copies counted once: ${articlesOf.en(copies)} left out`,
    fr: (copies: number) => `doublons comptés une fois : ${articlesOf.fr(copies)} de côté`,
  },
  tooManyRows: {
    en: (rows: number, most: number) => `${rows} rows are more than a sheet of Excel has (${most}): write CSV, or fewer lines`,
    fr: (rows: number, most: number) =>
      `${rows} lignes, c’est plus que n’en a une feuille Excel (${most}) : écrivez du CSV, ou moins de lignes`,
  },
  needsFile: {
    en: '--format xlsx writes a file: name it with --out',
    fr: '--format xlsx écrit un fichier : nommez-le avec --out',
  },
  listBy: {
    en: '--list counts names, --by parts: name one of them',
    fr: '--list compte des noms, --by des parties : nommez l’un des deux',
  },
  searching: { en: 'Searching', fr: 'Recherche' },
  shown: {
    en: (shown: number) => `${shown} of them shown`,
    fr: (shown: number) => `dont ${shown} affichées`,
  },
});

export const searchMessages = messagesOf(search);
