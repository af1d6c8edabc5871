import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const notesOf = { en: counted.en('note is', 'notes are'), fr: counted.fr('note est laissée', 'notes sont laissées') };
const linesOf = {
  en: counted.en('line of a theme is', 'lines of themes are'),
  fr: counted.fr('ligne de thème est laissée', 'lignes de thèmes sont laissées'),
};
const filesOf = { en: counted.en('file', 'files'), fr: counted.fr('fichier', 'fichiers') };
const pagesOf = { en: counted.en('page', 'pages'), fr: counted.fr('page', 'pages') };
const lostInFrench = counted.fr('perdu', 'perdus');
const writtenInFrench = counted.fr('écrit maintenant', 'écrits maintenant');
const changedInFrench = counted.fr('modifié depuis et laissé tel quel', 'modifiés depuis et laissés tels quels');
const problemsOf = { en: counted.en('problem', 'problems'), fr: counted.fr('problème', 'problèmes') };

/** What is said when articles are brought in: why something could not be read, and what came of it. */
export const importing = topic('importing', {
  emptyText: { en: 'has no text: no article is made of it', fr: 'n’a pas de texte : aucun article n’en est fait' },
  brokenQuote: {
    en: 'a quotation mark is not closed, or something stands behind a closing one: the line is passed over (inside a cell, " is written "")',
    fr: 'un guillemet n’est pas fermé, ou quelque chose suit un guillemet fermant : la ligne est sautée (dans une cellule, " s’écrit "")',
  },
  lineTooLong: {
    en: 'a line of more than 16 million characters: this is no table of articles',
    fr: 'une ligne de plus de 16 millions de caractères : ce n’est pas un tableau d’articles',
  },
  fewCells: {
    en: (cells: number, columns: number) => `${cells} cells for ${columns} columns: the missing ones are empty`,
    fr: (cells: number, columns: number) => `${cells} cellules pour ${columns} colonnes : celles qui manquent sont vides`,
  },
  manyCells: {
    en: (cells: number, columns: number) => `${cells} cells for ${columns} columns: the last ones are left out`,
    fr: (cells: number, columns: number) => `${cells} cellules pour ${columns} colonnes : les dernières sont laissées de côté`,
  },
  noColumn: {
    en: (name: string, names: string) => `there is no column ${name}; there are ${names}`,
    fr: (name: string, names: string) => `il n’y a pas de colonne ${name} ; il y a ${names}`,
  },
  noTextColumn: {
    en: (names: string) => `no column is the text: name it with --text; there are ${names}`,
    fr: (names: string) => `aucune colonne n’est le texte : nommez-la par --text ; il y a ${names}`,
  },
  notObject: { en: 'is not a JSON object', fr: 'n’est pas un objet JSON' },
  notRecords: {
    en: 'holds no list of JSON objects, nor an object a line',
    fr: 'ne contient ni liste d’objets JSON, ni un objet par ligne',
  },
  brokenJson: {
    en: 'is not JSON from here on: what stands before is read, the rest is not',
    fr: 'n’est plus du JSON à partir d’ici : ce qui précède est lu, le reste ne l’est pas',
  },
  objectTooLarge: {
    en: (millions: number) => `one object of more than ${millions} million characters: write a list or an object a line`,
    fr: (millions: number) =>
      `un seul objet de plus de ${millions} millions de caractères : écrivez une liste ou un objet par ligne`,
  },
  noMainText: { en: 'no running text was found in the page', fr: 'aucun texte suivi n’a été trouvé dans la page' },
  notRtf: { en: 'is not an RTF file', fr: 'n’est pas un fichier RTF' },
  archive: {
    damaged: { en: 'is damaged: its archive cannot be unpacked', fr: 'est endommagé : son archive ne peut être décompressée' },
    tooLarge: {
      en: 'unpacks to more than 64 MB of text: it is not read',
      fr: 'contient plus de 64 Mo de texte une fois décompressé : il n’est pas lu',
    },
  },
  encryptedOrOther: {
    en: 'holds no text document: it is protected by a password, or of another kind than its name says',
    fr: 'ne contient pas de document texte : il est protégé par un mot de passe, ou d’un autre type que ne le dit son nom',
  },
  encryptedPdf: {
    en: 'is protected by a password: save a copy without one',
    fr: 'est protégé par un mot de passe : enregistrez-en une copie qui ne l’est pas',
  },
  damagedPdf: { en: 'is damaged, or no PDF', fr: 'est endommagé, ou n’est pas un PDF' },
  noTextLayer: {
    en: (pages: number) =>
      `${pagesOf.en(pages)} without a text layer, such as a scanner makes: let a program for text recognition (OCR) add one`,
    fr: (pages: number) =>
      `${pagesOf.fr(pages)} sans couche de texte, comme en fait un scanner : ajoutez-en une par un logiciel de reconnaissance de texte (OCR)`,
  },
  notesLeftOut: {
    en: (notes: number) => `${notesOf.en(notes)} left out of the text`,
    fr: (notes: number) => `${notesOf.fr(notes)} hors du texte`,
  },
  themesLeftOut: {
    en: (lines: number) => `${linesOf.en(lines)} left out of the text`,
    fr: (lines: number) => `${linesOf.fr(lines)} hors du texte`,
  },
  noArticles: { en: 'holds no article', fr: 'ne contient aucun article' },
  textAlready: {
    en: 'is a text already: nothing is to be brought in, open its folder',
    fr: 'est déjà un texte : il n’y a rien à importer, ouvrez son dossier',
  },
  unknownKind: {
    en: 'is of no kind that is read (CSV, TSV, JSON, HTML, DOCX, ODT, RTF, PDF, IRaMuTeQ, XML)',
    fr: 'n’est d’aucun type qui soit lu (CSV, TSV, JSON, HTML, DOCX, ODT, RTF, PDF, IRaMuTeQ, XML)',
  },
  otherTable: {
    en: (name: string) => `${name} in the target's folder has no first column id: it is left as it is, and nothing is written`,
    fr: (name: string) =>
      `${name} dans le dossier de destination n’a pas id pour première colonne : il est laissé tel quel, et rien n’est écrit`,
  },
  notADate: {
    en: (words: string) => `“${words}” is not understood as a date: it is kept in date_as_written`,
    fr: (words: string) => `« ${words} » n’est pas compris comme une date : conservé dans date_as_written`,
  },
  changedSince: {
    en: (name: string) => `${name} has been changed since it was brought in: it is left as it is`,
    fr: (name: string) => `${name} a été modifié depuis son importation : il est laissé tel quel`,
  },
  /** What a line of the report is. */
  kind: {
    summary: { en: 'summary', fr: 'bilan' },
    lost: { en: 'lost', fr: 'perdu' },
    doubtful: { en: 'in doubt', fr: 'à vérifier' },
  },
  articlesOut: { en: articlesOf.en, fr: articlesOf.fr },
  moreProblems: {
    en: (count: number) => `${problemsOf.en(count)} more`,
    fr: (count: number) => `${problemsOf.fr(count)} de plus`,
  },
  ended: {
    en: (why: string) => `the import ended before its time: ${why}`,
    fr: (why: string) => `l’importation s’est arrêtée avant la fin : ${why}`,
  },
  /** What is wrong with a call of the command line. */
  call: {
    nothing: { en: 'name the files or folders to import', fr: 'nommez les fichiers ou dossiers à importer' },
    noTarget: {
      en: '--to names the folder to write into (--dry-run shows the first articles and writes nothing)',
      fr: '--to nomme le dossier où écrire (--dry-run montre les premiers articles et n’écrit rien)',
    },
    delimiter: {
      en: (value: string) => `--delimiter ${value}: write one sign, or tab`,
      fr: (value: string) => `--delimiter ${value} : écrivez un signe, ou tab`,
    },
    dayOrder: {
      en: (value: string) => `--day-order ${value}: write day-first or month-first`,
      fr: (value: string) => `--day-order ${value} : écrivez day-first ou month-first`,
    },
  },
  progress: {
    en: (articles: number, percent: number, place: string) => `${articlesOf.en(articles)}, ${percent} %, ${place}`,
    fr: (articles: number, percent: number, place: string) => `${articlesOf.fr(articles)}, ${percent} %, ${place}`,
  },
  done: {
    en: (articles: number, files: number, folder: string) =>
      `${articlesOf.en(articles)} out of ${filesOf.en(files)} in ${folder}`,
    fr: (articles: number, files: number, folder: string) =>
      `${articlesOf.fr(articles)} ${articles < 2 ? 'tiré' : 'tirés'} de ${filesOf.fr(files)} dans ${folder}`,
  },
  fates: {
    en: (written: number, same: number, changed: number) =>
      `${written} written now, ${same} there already, ${changed} changed since and left as they are`,
    fr: (written: number, same: number, changed: number) =>
      `${writtenInFrench(written)}, ${same} déjà là, ${changedInFrench(changed)}`,
  },
  columnsKept: {
    en: (columns: string) => `metadata.csv: ${columns}`,
    fr: (columns: string) => `metadata.csv : ${columns}`,
  },
  losses: {
    en: (lost: number, doubtful: number, report: string) => `${lost} lost, ${doubtful} in doubt: see ${report}`,
    fr: (lost: number, doubtful: number, report: string) => `${lostInFrench(lost)}, ${doubtful} à vérifier : voir ${report}`,
  },
  textsLeft: {
    en: (files: number) => `${filesOf.en(files)} left in place: a text needs no import, open its folder`,
    fr: (files: number) => `${filesOf.fr(files)} à leur place : un texte n’a pas besoin d’être importé, ouvrez son dossier`,
  },
  passedOver: {
    en: (files: number) => `${filesOf.en(files)} of other kinds passed over`,
    fr: (files: number) => `${filesOf.fr(files)} d’autres types laissés de côté`,
  },
  stopped: {
    en: 'stopped: what is done stays, the same call goes on',
    fr: 'arrêté : ce qui est fait reste, le même appel reprend',
  },
  wouldRead: {
    en: (files: number) => `${filesOf.en(files)}, nothing is written; the first articles:`,
    fr: (files: number) => `${filesOf.fr(files)}, rien n’est écrit ; les premiers articles :`,
  },
  fields: {
    text: { en: 'the text', fr: 'le texte' },
    date: { en: 'the date', fr: 'la date' },
    title: { en: 'the title', fr: 'le titre' },
    source: { en: 'the source', fr: 'la source' },
    author: { en: 'the author', fr: 'l’auteur' },
    id: { en: 'the identifier', fr: 'l’identifiant' },
  },
  metadata: { en: 'kept', fr: 'conservée' },
  noTitle: { en: '(no title)', fr: '(sans titre)' },
  notUnderstood: {
    en: (date: string) => `“${date}” (no date)`,
    fr: (date: string) => `« ${date} » (pas une date)`,
  },
  characters: { en: counted.en('character', 'characters'), fr: counted.fr('caractère', 'caractères') },
  usage: {
    en: `  corpus-annotator import [options] --to DIR FILE… DIR…

Brings articles in: a UTF-8 text each, body only, and metadata.csv beside them. Reads CSV, TSV, JSON and JSON Lines (an
article a row), HTML pages (their main text), DOCX, ODT, RTF, PDF with a text layer, IRaMuTeQ, XML of TXM and TEI, and what
Europresse (HTML), Factiva (HTML, RTF) and LexisNexis (DOCX, RTF) export. What could not be read is told in
import-report.csv. Nothing that is there is replaced; a second time changes nothing.

  --to DIR          the folder to write into
  --text COLUMN     which column is the text; so too --date, --title, --source, --author, --id (- for none). Otherwise told
                    by their names, French or English; all other columns are kept in metadata.csv
  --dry-run         show the columns and the first articles, and write nothing
  --delimiter SIGN  between two cells: , ; tab; otherwise told by the first line
  --day-order ORDER day-first (default) or month-first: what 03/04/2016 means
  --encoding NAME   how to read files that are not UTF-8; default: detected
  --quiet           no progress and no summary
`,
    fr: `  corpus-annotator import [options] --to DOSSIER FICHIER… DOSSIER…

Importe des articles : un texte UTF-8 pour chacun, corps seul, et metadata.csv à côté. Lit CSV, TSV, JSON et JSON Lines (un
article par ligne), des pages HTML (leur texte principal), DOCX, ODT, RTF, PDF avec couche de texte, IRaMuTeQ, le XML de TXM
et TEI, et ce qu’exportent Europresse (HTML), Factiva (HTML, RTF) et LexisNexis (DOCX, RTF). Ce qui n’a pu être lu est dit
dans import-report.csv. Rien de ce qui existe n’est remplacé ; une seconde fois ne change rien.

  --to DOSSIER      le dossier où écrire
  --text COLONNE    quelle colonne est le texte ; de même --date, --title, --source, --author, --id (- pour aucune). Sinon
                    reconnues à leur nom, français ou anglais ; toutes les autres colonnes sont gardées dans metadata.csv
  --dry-run         montrer les colonnes et les premiers articles, et ne rien écrire
  --delimiter SIGNE entre deux cellules : , ; tab ; sinon reconnu à la première ligne
  --day-order ORDRE day-first (par défaut) ou month-first : ce que veut dire 03/04/2016
  --encoding NOM    comment lire les fichiers qui ne sont pas en UTF-8 ; par défaut : détecté
  --quiet           ni progression ni bilan
`,
  },
  bringingIn: { en: 'Importing articles', fr: 'Importation des articles' },
  noFolder: {
    en: 'Articles can only be written into a folder on this machine.',
    fr: 'Les articles ne peuvent être écrits que dans un dossier de cette machine.',
  },
  /** What the editor asks and says. */
  editor: {
    reading: { en: 'Reading the first articles', fr: 'Lecture des premiers articles' },
    what: { en: 'What to make articles of', fr: 'De quoi faire des articles' },
    files: {
      en: 'Files… (CSV, JSON, HTML, Word, PDF, press archives)',
      fr: 'Des fichiers… (CSV, JSON, HTML, Word, PDF, archives de presse)',
    },
    folder: { en: 'A folder of such files…', fr: 'Un dossier de tels fichiers…' },
    take: { en: 'Import', fr: 'Importer' },
    target: { en: 'Put the Articles Here', fr: 'Mettre les articles ici' },
    title: { en: 'Import Articles', fr: 'Importer des articles' },
    goOn: { en: 'Import…', fr: 'Importer…' },
    goOnTo: { en: 'choose the folder', fr: 'choisir le dossier' },
    check: {
      en: 'Is this right? Choose a line to change it.',
      fr: 'Est-ce juste ? Choisissez une ligne pour la changer.',
    },
    columns: { en: 'Columns', fr: 'Colonnes' },
    firstArticles: { en: 'First articles', fr: 'Premiers articles' },
    none: { en: '(none)', fr: '(aucune)' },
    whichColumn: {
      en: (field: string) => `Which column is ${field}?`,
      fr: (field: string) => `Quelle colonne est ${field} ?`,
    },
    dayOrder: { en: '03/04/2016 means', fr: '03/04/2016 veut dire' },
    dayFirst: { en: '3 April', fr: 'le 3 avril' },
    monthFirst: { en: 'March 4', fr: 'le 4 mars' },
    nothing: {
      en: (why: string) => `Nothing to import was found. ${why}`,
      fr: (why: string) => `Rien à importer n’a été trouvé. ${why}`,
    },
    open: { en: 'Open Folder', fr: 'Ouvrir le dossier' },
    show: { en: 'Show Report', fr: 'Afficher le bilan' },
    problems: { en: 'Problems', fr: 'Problèmes' },
  },
  beforeStars: {
    en: 'stands before the first line of stars: it is part of no text',
    fr: 'précède la première ligne étoilée : elle n’appartient à aucun texte',
  },
});

export const importingMessages = messagesOf(importing);
