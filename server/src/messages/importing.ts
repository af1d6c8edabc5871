import { counted } from './counted';
import { messagesOf } from './message';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const notesOf = { en: counted.en('note is', 'notes are'), fr: counted.fr('note est laissée', 'notes sont laissées') };
const linesOf = {
  en: counted.en('line of a theme is', 'lines of themes are'),
  fr: counted.fr('ligne de thème est laissée', 'lignes de thèmes sont laissées'),
};
const pagesOf = { en: counted.en('page', 'pages'), fr: counted.fr('page', 'pages') };
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
  beforeStars: {
    en: 'stands before the first line of stars: it is part of no text',
    fr: 'précède la première ligne étoilée : elle n’appartient à aucun texte',
  },
});

export const importingMessages = messagesOf(importing);
