import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const groupsOf = { en: counted.en('group', 'groups'), fr: counted.fr('groupe', 'groupes') };
const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };

/** What is said when the same article is looked for twice. */
export const duplicates = topic('duplicates', {
  nothing: {
    en: 'name the files or folders to look for duplicates in',
    fr: 'nommez les fichiers ou dossiers où chercher des doublons',
  },
  badShare: {
    en: (value: string) => `--share ${value}: write a number above 0 and up to 1, such as 0.6`,
    fr: (value: string) => `--share ${value} : écrivez un nombre au-dessus de 0 et jusqu’à 1, comme 0.6`,
  },
  badDays: {
    en: (value: string) => `--days ${value}: write a whole number, or any`,
    fr: (value: string) => `--days ${value} : écrivez un nombre entier, ou any`,
  },
  summary: {
    en: (groups: number, articles: number, exact: number, near: number) =>
      `${groupsOf.en(groups)} in ${articlesOf.en(articles)}: beside the first of each, ${exact} exact and ${near} near duplicates`,
    fr: (groups: number, articles: number, exact: number, near: number) =>
      `${groupsOf.fr(groups)} dans ${articlesOf.fr(articles)} : outre le premier de chacun, ${exact} doublons exacts et ${near} quasi-doublons`,
  },
  usage: {
    en: `  corpus-annotator duplicates [options] FILE… DIR…

Lists articles that are the same, exactly or nearly (agency copy, print and web), in groups, as CSV; deletes nothing.

  --share X         how much of the shorter one's sequences of four words stand in the other too (default 0.6)
  --days N          how many days may lie between them (default 7), or any; without a date they may be the same
  --format FORMAT   csv (default) or tsv
  --variant NAME    csv: excel, excel-semicolon for Excel where a comma parts decimals
  --encoding, --all, --quiet: as in annotate
`,
    fr: `  corpus-annotator duplicates [options] FICHIER… DOSSIER…

Liste les articles identiques ou presque (dépêches d’agence, papier et web), par groupes, en CSV ; ne supprime rien.

  --share X         quelle part des suites de quatre mots du plus court se trouve aussi dans l’autre (0.6 par défaut)
  --days N          combien de jours peuvent les séparer (7 par défaut), ou any ; sans date, ils peuvent être identiques
  --format FORMAT   csv (par défaut) ou tsv
  --variant NOM     csv : excel, excel-semicolon pour Excel là où une virgule sépare les décimales
  --encoding, --all, --quiet : comme pour annotate
`,
  },
});

export const duplicateMessages = messagesOf(duplicates);
