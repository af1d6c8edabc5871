import { messagesOf } from './message';
import { topic } from './topic';

const DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false } as const;

/** A number with one decimal. */
const oneDigit = {
  en: (value: number): string => value.toLocaleString('en', DIGITS),
  fr: (value: number): string => value.toLocaleString('fr', DIGITS),
};

/** What is wrong with a file, and what became of it. */
export const files = topic('files', {
  cannotRead: {
    en: (which: string, line: number, why: string) => `${which} cannot be read, line ${line}: ${why}`,
    fr: (which: string, line: number, why: string) => `${which} ne peut être lu, ligne ${line} : ${why}`,
  },
  reviewFile: { en: 'the review file', fr: 'le fichier de révision' },
  annFile: { en: 'the .ann file', fr: 'le fichier .ann' },
  fileNotUtf8: { en: 'The file is not UTF-8 text.', fr: 'Le fichier n’est pas du texte UTF-8.' },
  fileUnreadable: {
    en: (why: string) => `The file cannot be read: ${why}`,
    fr: (why: string) => `Le fichier ne peut être lu : ${why}`,
  },
  /** A file and what is wrong with it. */
  of: { en: (path: string, what: string) => `${path} ${what}`, fr: (path: string, what: string) => `${path} ${what}` },
  /** Words of the system or of a library, which have no French. */
  verbatim: { en: (words: string) => words, fr: (words: string) => words },
  denied: {
    en: 'may not be read or written (permission denied)',
    fr: 'ne peut être lu ou écrit (droits insuffisants)',
  },
  diskReadOnly: {
    en: 'could not be written: the disk is read-only',
    fr: 'n’a pas pu être écrit : le disque est en lecture seule',
  },
  noWay: {
    en: 'does not exist: a part of its path is not a folder',
    fr: 'n’existe pas : une partie de son chemin n’est pas un dossier',
  },
  inTheWay: {
    en: 'cannot be written: a file stands where a folder is to be',
    fr: 'ne peut être écrit : un fichier se trouve là où un dossier doit être',
  },
  quotaUsedUp: {
    en: 'could not be written: the disk quota is used up',
    fr: 'n’a pas pu être écrit : le quota du disque est épuisé',
  },
  diskFails: {
    en: 'could not be read or written: the disk reports an error',
    fr: 'n’a pas pu être lu ou écrit : le disque signale une erreur',
  },
  nameTooLong: { en: 'has a name that is too long for this disk', fr: 'a un nom trop long pour ce disque' },
  linksInCircle: { en: 'is a link that leads in a circle', fr: 'est un lien qui tourne en rond' },
  /** A file that is not read, or not written, on purpose. */
  notRegular: {
    en: (kind: string) => `is not a regular file (it is ${kind})`,
    fr: (kind: string) => `n’est pas un fichier ordinaire (c’est ${kind})`,
  },
  kind: {
    folder: { en: 'a folder', fr: 'un dossier' },
    pipe: { en: 'a pipe', fr: 'un tube' },
    socket: { en: 'a socket', fr: 'une socket' },
    device: { en: 'a device', fr: 'un périphérique' },
    other: { en: 'something else', fr: 'autre chose' },
  },
  tooLarge: {
    en: (size: number, limit: number) => `is too large: ${oneDigit.en(size)} MB, where ${oneDigit.en(limit)} MB can be read`,
    fr: (size: number, limit: number) =>
      `est trop grand : ${oneDigit.fr(size)} Mo, alors que ${oneDigit.fr(limit)} Mo peuvent être lus`,
  },
  linkToNothing: {
    en: 'is a link to nothing; nothing was written through it',
    fr: 'est un lien vers rien ; rien n’a été écrit à travers lui',
  },
  linkOutside: {
    en: (real: string, bound: string) => `is a link to ${real}, outside ${bound}; nothing was written through it`,
    fr: (real: string, bound: string) => `est un lien vers ${real}, hors de ${bound} ; rien n’a été écrit à travers lui`,
  },
  leadsOutside: {
    en: (at: string, bound: string) => `leads to ${at}, outside ${bound}; nothing was written through it`,
    fr: (at: string, bound: string) => `mène à ${at}, hors de ${bound} ; rien n’a été écrit à travers lui`,
  },
  readOnlyKept: { en: 'is read-only and was kept', fr: 'est en lecture seule et a été gardé' },
  placeReadOnly: {
    en: 'cannot be written: this place gives its files to be read only',
    fr: 'ne peut pas être écrit : ce lieu ne donne ses fichiers qu’en lecture',
  },
  noStorage: {
    en: 'waits for the text to be saved, and this browser has no place to keep that until then',
    fr: 'attend que le texte soit enregistré, et ce navigateur n’a pas de place où le garder jusque-là',
  },
  notWhole: { en: 'could not be written whole', fr: 'n’a pas pu être écrit en entier' },
  locked: {
    en: (who: string) => `is being written by another process (${who})`,
    fr: (who: string) => `est en train d’être écrit par un autre processus (${who})`,
  },
  ofAnotherMachine: { en: 'of another machine', fr: 'd’une autre machine' },
  notPrivate: {
    en: 'is not a folder of this user alone: locks cannot be kept there',
    fr: 'n’est pas un dossier de ce seul utilisateur : des verrous ne peuvent y être gardés',
  },
  notText: { en: 'is not text', fr: 'n’est pas du texte' },
  notInEncoding: {
    en: (encoding: string) => `is not ${encoding} text`,
    fr: (encoding: string) => `n’est pas du texte ${encoding}`,
  },
  nulBytes: { en: 'is not text (it holds NUL bytes)', fr: 'n’est pas du texte (il contient des octets nuls)' },
  readAs: {
    en: (counts: readonly string[]) => `files that are not UTF-8 were read: ${counts.join(', ')}`,
    fr: (counts: readonly string[]) => `des fichiers qui ne sont pas en UTF-8 ont été lus : ${counts.join(', ')}`,
  },
  countAs: {
    en: (count: number, encoding: string) => `${count} as ${encoding}`,
    fr: (count: number, encoding: string) => `${count} en ${encoding}`,
  },
  unsureEncoding: {
    en: (first: string, others: number) =>
      `not sure of the encoding: ${first}${others > 0 ? ` and ${others} more` : ''} (--encoding names it)`,
    fr: (first: string, others: number) =>
      `encodage incertain : ${first}${others > 0 ? ` et ${others} de plus` : ''} (--encoding le nomme)`,
  },
  /** Files beside a text that are another's, or have the names of an older version. */
  taken: {
    en: (ann: string, rival: string, text: string) =>
      `${ann} is the file of ${rival}: rename one of the two texts to annotate ${text}.`,
    fr: (ann: string, rival: string, text: string) =>
      `${ann} est le fichier de ${rival} : renommez l’un des deux textes pour annoter ${text}.`,
  },
  olderName: {
    en: (older: string, text: string, now: string) =>
      `${older} is the name that an older version gave. It is read and written for ${text}; ${now} would be its name now.`,
    fr: (older: string, text: string, now: string) =>
      `${older} est le nom donné par une version plus ancienne. Il est lu et écrit pour ${text} ; son nom serait maintenant ${now}.`,
  },
  olderLeft: {
    en: (older: string, text: string, owner: string, now: string) =>
      `${older} may hold decisions on ${text} that an older version wrote; it is left alone, since ${owner} could have it too. What is decided now goes into ${now}.`,
    fr: (older: string, text: string, owner: string, now: string) =>
      `${older} contient peut-être des décisions sur ${text} écrites par une version plus ancienne ; il est laissé tel quel, car il pourrait aussi être à ${owner}. Ce qui est décidé maintenant va dans ${now}.`,
  },
  noFilesOfOwn: {
    en: (why: string) => `has no files of its own: ${why}`,
    fr: (why: string) => `n’a pas de fichiers à lui : ${why}`,
  },
  isFolder: { en: 'is a folder', fr: 'est un dossier' },
  diskFull: { en: 'could not be written: the disk is full', fr: 'n’a pas pu être écrit : le disque est plein' },
  noOriginal: {
    en: 'there is no file of this name to put the annotations into',
    fr: 'il n’y a pas de fichier de ce nom où mettre les annotations',
  },
  missing: { en: 'does not exist', fr: 'n’existe pas' },
  /** Of an open article. */
  textGone: {
    en: 'the text is no longer there: it, or a folder above it, was renamed or deleted',
    fr: 'le texte n’est plus là : lui-même, ou un dossier au-dessus, a été renommé ou supprimé',
  },
  notUtf8: { en: 'is not UTF-8 text', fr: 'n’est pas du texte UTF-8' },
  noTextBeside: {
    en: (text: string) => `has no text beside it: ${text} is missing`,
    fr: (text: string) => `n’a pas de texte à côté : ${text} manque`,
  },
  ownKept: { en: 'belongs to the article itself and was kept', fr: 'appartient à l’article même et a été gardé' },
  thereKept: { en: 'is there already and was kept', fr: 'existe déjà et a été gardé' },
  otherTextKept: { en: 'is another text and was kept', fr: 'est un autre texte et a été gardé' },
  twoDocuments: {
    en: 'is the name of two documents: only the first was written',
    fr: 'est le nom de deux documents : seul le premier a été écrit',
  },
  onlyOne: { en: (who: string) => `only ${who} has annotated it`, fr: (who: string) => `seul ${who} l’a annoté` },
  textsDiffer: { en: 'the texts differ', fr: 'les textes diffèrent' },
  ofAnnotator: {
    en: (annotator: string, what: string) => `${annotator}: ${what}`,
    fr: (annotator: string, what: string) => `${annotator} : ${what}`,
  },
  unreadable: {
    en: (why: string) => `the file cannot be read: ${why}`,
    fr: (why: string) => `le fichier ne peut être lu : ${why}`,
  },
  textAligned: {
    en: (annotator: string, places: number, lost: number) =>
      `${annotator}’s text differs in ${places} ${places === 1 ? 'place' : 'places'}: its annotations were found again by the words${lost === 0 ? '' : ` (${lost} lost)`}`,
    fr: (annotator: string, places: number, lost: number) =>
      `le texte de ${annotator} diffère en ${places} ${places < 2 ? 'endroit' : 'endroits'} : ses annotations ont été retrouvées par les mots${lost === 0 ? '' : ` (${lost} perdues)`}`,
  },
  notAnnotatedBy: { en: (who: string) => `not annotated by ${who}`, fr: (who: string) => `pas annoté par ${who}` },
  folderTwice: { en: 'this folder is named twice', fr: 'ce dossier est nommé deux fois' },
  goldClash: {
    en: (folder: string) => `the folder to write into must be a folder of its own, neither in ${folder} nor around it`,
    fr: (folder: string) => `le dossier où écrire doit être un dossier à part, ni dans ${folder} ni autour de lui`,
  },
  folderEmpty: { en: 'there is no article in this folder', fr: 'il n’y a pas d’article dans ce dossier' },
  pathNotUtf8: { en: (path: string) => `${path} is not UTF-8 text`, fr: (path: string) => `${path} n’est pas du texte UTF-8` },
  decisionsKept: { en: 'has decisions already, which were kept', fr: 'a déjà des décisions, qui ont été gardées' },
  newerReviewFile: {
    en: (version: number) => `This review file is of version ${version}; a newer Corpus Annotator wrote it.`,
    fr: (version: number) => `Ce fichier de révision est de la version ${version} ; un Corpus Annotator plus récent l’a écrit.`,
  },
  notReviewLine: {
    en: 'Not a line of a review file (review, id, reject, lost, alone).',
    fr: 'Cette ligne n’est pas de celles d’un fichier de révision (review, id, reject, lost, alone).',
  },
  mergedMarks: {
    en: (conflicts: number) =>
      `Git left conflict marks in this file. Both sides were read; ${conflicts === 0 ? 'they go together, and the next decision (or Review: Resolve Conflicts) writes them so' : `${conflicts === 1 ? 'one annotation differs' : `${conflicts} annotations differ`}: Review: Resolve Conflicts asks what holds, and writes the rest of both`}.`,
    fr: (conflicts: number) =>
      `Git a laissé des marques de conflit dans ce fichier. Les deux côtés ont été lus ; ${conflicts === 0 ? 'ils vont ensemble, et la prochaine décision (ou Révision : résoudre les conflits) les écrit ainsi' : `${conflicts === 1 ? 'une annotation diffère' : `${conflicts} annotations diffèrent`} : Révision : résoudre les conflits demande ce qui vaut, et écrit le reste des deux`}.`,
  },
  mergeConflict: {
    en: 'A merge conflict stands here: choose one of the sides and delete the marks.',
    fr: 'Un conflit de fusion se trouve ici : choisissez l’un des côtés et supprimez les marques.',
  },
  lineObject: { en: 'A line must be a JSON object.', fr: 'Une ligne doit être un objet JSON.' },
  lineNotJson: { en: (why: string) => `Not valid JSON: ${why}`, fr: (why: string) => `Ce n’est pas du JSON : ${why}` },
  wordsGone: {
    en: (id: string) => `The words of ${id} are no longer in the text; it has been set aside.`,
    fr: (id: string) => `Les mots de ${id} ne sont plus dans le texte ; l’annotation est gardée à part.`,
  },
  textChanged: {
    en: (id: string) => `The text has changed around ${id}: check that it is in the right place.`,
    fr: (id: string) => `Le texte a changé autour de ${id} : vérifiez que l’annotation est au bon endroit.`,
  },
  /** Of a line of `.corpus/articles`. */
  noChoice: {
    en: 'This line says no choice: write “article” or “text”, a space and a pattern.',
    fr: 'Cette ligne ne dit aucun choix : écrivez « article » ou « text », une espace et un motif.',
  },
  slowPattern: {
    en: 'This pattern takes too long on some names and is not used any more.',
    fr: 'Ce motif prend trop de temps sur certains noms et n’est plus utilisé.',
  },
  noChoiceHeld: {
    en: (path: string) => `no choice can be kept on ${path}`,
    fr: (path: string) => `aucun choix ne peut être gardé sur ${path}`,
  },
  noFile: { en: 'is not a file', fr: 'n’est pas un fichier' },
  notFolder: { en: 'is not a folder', fr: 'n’est pas un dossier' },
  noFolder: { en: 'is not a folder on this machine', fr: 'n’est pas un dossier de cette machine' },
  noFormat: {
    en: (format: string) => `there is no format ${format}`,
    fr: (format: string) => `il n’y a pas de format ${format}`,
  },
  readingEnded: {
    en: (reason: string) => `the thread that reads it was ended (${reason})`,
    fr: (reason: string) => `le fil qui le lit a été interrompu (${reason})`,
  },
  exportEnded: { en: 'the export was ended', fr: 'l’exportation a été interrompue' },
});

/** The same, for code that does not know the reader’s language. */
export const fileMessages = messagesOf(files);
