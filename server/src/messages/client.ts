import { counted } from './counted';
import { topic } from './topic';

const articlesOf = { en: counted.en('article', 'articles'), fr: counted.fr('article', 'articles') };
const filesOf = { en: counted.en('file', 'files'), fr: counted.fr('fichier', 'fichiers') };
const patternsOf = { en: counted.en('pattern', 'patterns'), fr: counted.fr('motif', 'motifs') };
const placesOf = { en: counted.en('place', 'places'), fr: counted.fr('endroit', 'endroits') };
const problemsOf = { en: counted.en('problem', 'problems'), fr: counted.fr('problème', 'problèmes') };
const annotationsOf = { en: counted.en('annotation', 'annotations'), fr: counted.fr('annotation', 'annotations') };
const linesOf = { en: counted.en('line', 'lines'), fr: counted.fr('ligne', 'lignes') };
const hitsOf = { en: counted.en('hit', 'hits'), fr: counted.fr('occurrence', 'occurrences') };
const differencesOf = { en: counted.en('difference', 'differences'), fr: counted.fr('différence', 'différences') };
/** What the editor says by itself: commands, views, the status bar, reviewing. */
export const client = topic('client', {
  common: {
    goTo: { en: 'Go to', fr: 'Aller à' },
    restart: { en: 'Restart', fr: 'Redémarrer' },
    showLog: { en: 'Show Log', fr: 'Afficher le journal' },
    line: { en: (number: number) => `line ${number}`, fr: (number: number) => `ligne ${number}` },
    problems: { en: 'Problems', fr: 'Problèmes' },
    types: {
      PER: { en: 'Persons', fr: 'Personnes' },
      ORG: { en: 'Organisations', fr: 'Organisations' },
      LOC: { en: 'Places', fr: 'Lieux' },
      MISC: { en: 'Works and events', fr: 'Œuvres et événements' },
    },
    dates: { en: 'Dates', fr: 'Dates' },
    quotes: { en: 'Quotes', fr: 'Citations' },
    serverFailed: {
      en: (why: string) => `The language server could not do this: ${why}`,
      fr: (why: string) => `Le serveur de langage n’a pas pu le faire : ${why}`,
    },
    serverStopped: { en: 'The language server has stopped', fr: 'Le serveur de langage s’est arrêté' },
  },
  /** The text in the review mode, files that move, and what could not be written. */
  browser: {
    notHere: {
      en: 'Not in a browser: searches and tables over a corpus, import and export, and the comparison of annotators need VS Code on a computer, or the command line. Your decisions here are in the same files.',
      fr: 'Pas dans un navigateur : recherches et tableaux sur un corpus, import et export, comparaison d’annotateurs demandent VS Code sur un ordinateur, ou la ligne de commande. Vos décisions prises ici sont dans les mêmes fichiers.',
    },
    readOnly: {
      en: (place: string) =>
        `The files of ${place} can only be read here. What you decide is kept in this browser, and written once they can be: open the folder with the right to write.`,
      fr: (place: string) =>
        `Les fichiers de ${place} ne peuvent être que lus ici. Ce que vous décidez est gardé dans ce navigateur, et écrit dès que c’est possible : ouvrez le dossier avec le droit d’écrire.`,
    },
  },
  safety: {
    saveAs: { en: 'Save As…', fr: 'Enregistrer sous…' },
    noFileYet: {
      en: 'The review mode keeps the text of a file as it is. This text is in no file yet.',
      fr: 'Le mode révision garde le texte d’un fichier tel qu’il est. Ce texte n’est encore dans aucun fichier.',
    },
    modeOff: {
      en: 'The review mode is off: keys type again.',
      fr: 'Le mode révision est terminé : les touches écrivent de nouveau.',
    },
    escapeLeaves: { en: 'Esc leaves', fr: 'Échap pour quitter' },
    copy: {
      en: 'This is a read-only copy: decide in the article’s own file.',
      fr: 'Ceci est une copie en lecture seule : décidez dans le fichier de l’article.',
    },
    textChanged: {
      en: 'The text was changed since: leave the review mode to undo that first.',
      fr: 'Le texte a été modifié depuis : quittez le mode révision pour annuler d’abord cette modification.',
    },
    nothingToUndo: { en: 'No decision to take back.', fr: 'Aucune décision à annuler.' },
    nothingToRedo: { en: 'No decision to make again.', fr: 'Aucune décision à rétablir.' },
    protectionName: { en: 'Article: protection of the text', fr: 'Article : protection du texte' },
    protectedText: { en: 'Protected', fr: 'Protégé' },
    protectedTooltip: {
      en: 'The text is read-only. Click to allow editing of this article.',
      fr: 'Le texte est en lecture seule. Cliquez pour autoriser la modification de cet article.',
    },
    editing: { en: 'Editing', fr: 'Modification' },
    editingTooltip: {
      en: 'The text can be changed. Click to protect it again.',
      fr: 'Le texte peut être modifié. Cliquez pour le protéger de nouveau.',
    },
    takenBack: {
      en: 'A change of the text was taken back: Escape leaves the review mode.',
      fr: 'Une modification du texte a été annulée : Échap quitte le mode révision.',
    },
    replaceThem: { en: 'Replace Them', fr: 'Les remplacer' },
    otherwise: {
      en: 'Otherwise the annotations of the article stay where they are, and those that are there are taken for its own.',
      fr: 'Sinon, les annotations de l’article restent où elles sont, et celles qui s’y trouvent déjà passent pour les siennes.',
    },
    alreadyThere: {
      en: (names: string) => `There are annotations already where the article goes: ${names}`,
      fr: (names: string) => `Il y a déjà des annotations là où va l’article : ${names}`,
    },
    takeOver: { en: 'Take Them Over', fr: 'Les reprendre' },
    dontAsk: { en: 'Don’t Ask Again', fr: 'Ne plus demander' },
    sameText: {
      en: (name: string) => `This text is the same as that of ${name}, which has annotations.`,
      fr: (name: string) => `Ce texte est le même que celui de ${name}, qui a des annotations.`,
    },
    unwrittenName: { en: 'Decisions that could not be written', fr: 'Décisions qui n’ont pas pu être écrites' },
    unwritten: { en: 'Decisions not written', fr: 'Décisions non écrites' },
    waitingName: { en: 'Decisions that wait for the text to be saved', fr: 'Décisions qui attendent l’enregistrement du texte' },
    waiting: { en: 'Decisions wait for the text to be saved', fr: 'Décisions en attente de l’enregistrement du texte' },
    tryAgain: { en: 'Try Again', fr: 'Réessayer' },
    keptAside: {
      en: (name: string, why: string) =>
        `The decisions on ${name} could not be written: ${why}. They are kept aside until they can be.`,
      fr: (name: string, why: string) =>
        `Les décisions sur ${name} n’ont pas pu être écrites : ${why}. Elles sont gardées à part jusqu’à ce que ce soit possible.`,
    },
    savedNowhere: {
      en: (name: string, why: string) =>
        `The decisions on ${name} are saved nowhere: ${why}. Keep this window open until they are.`,
      fr: (name: string, why: string) =>
        `Les décisions sur ${name} ne sont enregistrées nulle part : ${why}. Gardez cette fenêtre ouverte jusqu’à ce qu’elles le soient.`,
    },
    allWritten: { en: 'All decisions are written.', fr: 'Toutes les décisions sont écrites.' },
    clickToTry: { en: 'Click to try again.', fr: 'Cliquez pour réessayer.' },
  },
  views: {
    mentions: { en: counted.en('mention', 'mentions'), fr: counted.fr('mention', 'mentions') },
    noQuotes: { en: 'No quotes were found in this article.', fr: 'Aucune citation n’a été trouvée dans cet article.' },
    noDates: { en: 'No dates were found in this article.', fr: 'Aucune date n’a été trouvée dans cet article.' },
    noEntities: { en: 'No entities were found in this article.', fr: 'Aucune entité n’a été trouvée dans cet article.' },
    missing: {
      entities: {
        en: (language: string) => `Names are not looked for in texts of this language: ${language}.`,
        fr: (language: string) => `Les noms ne sont pas recherchés dans les textes de cette langue : ${language}.`,
      },
      dates: {
        en: (language: string) => `Dates are not looked for in texts of this language: ${language}.`,
        fr: (language: string) => `Les dates ne sont pas recherchées dans les textes de cette langue : ${language}.`,
      },
      quotes: {
        en: (language: string) => `Quotes are not looked for in texts of this language: ${language}.`,
        fr: (language: string) => `Les citations ne sont pas recherchées dans les textes de cette langue : ${language}.`,
      },
    },
    wholeCorpus: { en: 'whole corpus', fr: 'tout le corpus' },
    noCorpus: { en: 'Open a folder of articles first.', fr: 'Ouvrez d’abord un dossier d’articles.' },
    noIndex: {
      en: 'There is no index of this folder yet, or none is kept: see the setting corpusAnnotator.index.enabled.',
      fr: 'Ce dossier n’a pas encore d’index, ou n’en a aucun : voir le paramètre corpusAnnotator.index.enabled.',
    },
    soFar: {
      en: (done: number, of: number) => `So far: ${done} of ${articlesOf.en(of)}.`,
      fr: (done: number, of: number) => `Jusqu’ici : ${done} sur ${articlesOf.fr(of)}.`,
    },
    nothingInCorpus: { en: 'Nothing was found in the articles.', fr: 'Rien n’a été trouvé dans les articles.' },
    more: { en: (left: number) => `${left} more…`, fr: (left: number) => `${left} de plus…` },
    quotesIn: {
      en: (quotes: number, articles: number) => `${counted.en('quote', 'quotes')(quotes)} in ${articlesOf.en(articles)}`,
      fr: (quotes: number, articles: number) => `${counted.fr('citation', 'citations')(quotes)} dans ${articlesOf.fr(articles)}`,
    },
    mentionsIn: {
      en: (mentions: number, articles: number) => `${counted.en('mention', 'mentions')(mentions)} in ${articlesOf.en(articles)}`,
      fr: (mentions: number, articles: number) =>
        `${counted.fr('mention', 'mentions')(mentions)} dans ${articlesOf.fr(articles)}`,
    },
    alone: { en: 'in each article by itself', fr: 'dans chaque article à part' },
    aloneTooltip: {
      en: (name: string) => `${name} alone may be somebody else in each article: it is not one person over all.`,
      fr: (name: string) =>
        `${name} seul peut être quelqu’un d’autre dans chaque article : ce n’est pas une même personne partout.`,
    },
    filter: { en: 'Filter the Whole Corpus', fr: 'Filtrer tout le corpus' },
    filterPrompt: {
      en: 'Words that rows are to have, whatever their capitals or accents; empty for all.',
      fr: 'Mots que les lignes doivent contenir, quels que soient majuscules et accents ; vide pour tout.',
    },
    speakerUnknown: { en: 'Speaker unknown', fr: 'Locuteur inconnu' },
    unplacedDates: { en: 'Without a place in the calendar', fr: 'Sans place dans le calendrier' },
    quotesOf: { en: (count: number) => `quotes: ${count}`, fr: (count: number) => `citations : ${count}` },
    mention: { en: (number: number) => `Mention ${number}`, fr: (number: number) => `Mention ${number}` },
    quoteKind: {
      direct: { en: 'direct', fr: 'directe' },
      mixed: { en: 'mixed', fr: 'mixte' },
      indirect: { en: 'indirect', fr: 'indirecte' },
      title: { en: 'title', fr: 'titre' },
      scare: { en: 'marked words', fr: 'mots entre guillemets' },
    },
  },
  /** What was learnt from decisions. */
  learning: {
    title: {
      en: (lines: number) => `What was learnt from decisions: ${lines}`,
      fr: (lines: number) => `Ce que les décisions ont appris : ${lines}`,
    },
    placeholder: {
      en: 'Enter opens an article that says so; the basket forgets it',
      fr: 'Entrée ouvre un article qui le dit ; la corbeille l’oublie',
    },
    line: {
      en: (type: string, articles: number) => `${type} · ${articles} ${articles === 1 ? 'article' : 'articles'}`,
      fr: (type: string, articles: number) => `${type} · ${articles} ${articles === 1 ? 'article' : 'articles'}`,
    },
    forgetThis: { en: 'Forget this', fr: 'Oublier cela' },
    forget: { en: 'Forget', fr: 'Oublier' },
    forgetAll: {
      en: 'Forget all that was learnt in this folder? Decisions stay as they are.',
      fr: 'Oublier tout ce qui a été appris dans ce dossier ? Les décisions restent telles quelles.',
    },
    forgotten: {
      en: 'Forgotten: what is suggested is as it was without these decisions.',
      fr: 'Oublié : les propositions sont ce qu’elles étaient sans ces décisions.',
    },
    learntAgain: {
      en: 'What was forgotten is learnt again.',
      fr: 'Ce qui était oublié est appris de nouveau.',
    },
    nothing: {
      en: 'Nothing was learnt yet: no name was decided on.',
      fr: 'Rien n’est encore appris : aucun nom n’a été décidé.',
    },
    off: {
      en: 'Nothing is learnt here: switch corpusAnnotator.learning.enabled on.',
      fr: 'Rien n’est appris ici : activez corpusAnnotator.learning.enabled.',
    },
  },
  /** Names over the whole corpus. */
  corpusNames: {
    undo: { en: 'Undo', fr: 'Annuler' },
    undone: { en: 'The decision is taken back.', fr: 'La décision est annulée.' },
    nothingToUndo: { en: 'No decision on names to take back.', fr: 'Aucune décision sur des noms à annuler.' },
    sameAs: {
      en: (name: string) => `Which name means the same as ${name}, in all articles?`,
      fr: (name: string) => `Quel nom désigne la même chose que ${name}, dans tous les articles ?`,
    },
    typeName: { en: 'Some letters of the other name', fr: 'Quelques lettres de l’autre nom' },
    whichName: {
      en: (one: string, other: string) => `What are ${one} and ${other} to be called?`,
      fr: (one: string, other: string) => `Comment appeler ${one} et ${other} ?`,
    },
    merged: {
      en: (one: string, other: string, name: string) => `${one} and ${other} are one in all articles: ${name}.`,
      fr: (one: string, other: string, name: string) => `${one} et ${other} ne font qu’un dans tous les articles : ${name}.`,
    },
    notOf: {
      en: (name: string) => `Which of these names do not mean ${name}?`,
      fr: (name: string) => `Lesquels de ces noms ne désignent pas ${name} ?`,
    },
    splitOff: {
      en: (name: string) => `These names do not mean ${name} any more.`,
      fr: (name: string) => `Ces noms ne désignent plus ${name}.`,
    },
    apart: {
      en: (name: string) => `${name} may be somebody else in each article now.`,
      fr: (name: string) => `${name} peut désormais être quelqu’un d’autre dans chaque article.`,
    },
    together: {
      en: (name: string) => `${name} is one in all articles again.`,
      fr: (name: string) => `${name} est de nouveau le même dans tous les articles.`,
    },
    aloneAlready: {
      en: (name: string) => `${name} stays with its article already.`,
      fr: (name: string) => `${name} reste déjà dans son article.`,
    },
  },
  navigation: {
    place: {
      en: (index: number, total: number, label: string) => `${index} of ${total}: ${label}`,
      fr: (index: number, total: number, label: string) => `${index} sur ${total} : ${label}`,
    },
    fromTop: {
      en: (place: string) => `${place} (from the top again)`,
      fr: (place: string) => `${place} (reprise depuis le début)`,
    },
    fromEnd: {
      en: (place: string) => `${place} (from the end again)`,
      fr: (place: string) => `${place} (reprise depuis la fin)`,
    },
    none: {
      entity: { en: 'There are no entities in this article.', fr: 'Il n’y a pas d’entité dans cet article.' },
      mention: { en: 'There is no entity at the cursor.', fr: 'Il n’y a pas d’entité au curseur.' },
      date: { en: 'There are no dates in this article.', fr: 'Il n’y a pas de date dans cet article.' },
      quote: { en: 'There are no quotes in this article.', fr: 'Il n’y a pas de citation dans cet article.' },
      quoteBySameSpeaker: {
        en: 'There is no quote or speaker at or before the cursor.',
        fr: 'Il n’y a ni citation ni locuteur au curseur ou avant lui.',
      },
    },
  },
  articles: {
    slowPattern: {
      en: (pattern: string) => `The pattern ${pattern} of your settings takes too long on some files and is not used any more.`,
      fr: (pattern: string) =>
        `Le motif ${pattern} de vos paramètres prend trop de temps sur certains fichiers et n’est plus utilisé.`,
    },
    openTextFirst: { en: 'Open a text file first.', fr: 'Ouvrez d’abord un fichier texte.' },
    notInWorkspace: {
      en: 'This folder is not part of the workspace.',
      fr: 'Ce dossier ne fait pas partie de l’espace de travail.',
    },
    openFolderFirst: { en: 'Open a folder first.', fr: 'Ouvrez d’abord un dossier.' },
    chooseFolder: { en: 'Choose Folder', fr: 'Choisir le dossier' },
    associated: {
      en: 'Your settings associate this file with articles',
      fr: 'Vos paramètres associent ce fichier aux articles',
    },
    readAsArticles: {
      en: (folder: string) => `Read as articles: ${folder}.`,
      fr: (folder: string) => `Lu comme articles : ${folder}.`,
    },
    onlyThisFile: { en: 'Only This File', fr: 'Seulement ce fichier' },
    neverHere: { en: 'Never Here', fr: 'Jamais ici' },
    notUtf8: {
      en: (file: string, encoding: string) => `${file} is not UTF-8. Reopen as ${encoding}?`,
      fr: (file: string, encoding: string) => `${file} n’est pas en UTF-8. Rouvrir en ${encoding} ?`,
    },
    reopen: { en: 'Reopen', fr: 'Rouvrir' },
    notNow: { en: 'Not Now', fr: 'Pas maintenant' },
    exchangeForm: {
      en: (file: string) => `${file} holds annotations of another tool, if any: import it.`,
      fr: (file: string) => `${file} contient tout au plus les annotations d’un autre outil : importez-le.`,
    },
    markupForm: {
      en: (file: string) =>
        `${file} is a web page: its text has to be without markup. The command Import Articles… takes it out.`,
      fr: (file: string) =>
        `${file} est une page web : il faut le texte sans balises. La commande Importer des articles… l’en tire.`,
    },
    documentForm: {
      en: (file: string) =>
        `${file} is not plain text. Convert it first: the command Import Articles… does so for DOCX, ODT, RTF and PDF, the program it belongs to for others (.txt, UTF-8).`,
      fr: (file: string) =>
        `${file} n’est pas un texte brut. Convertissez-le d’abord : la commande Importer des articles… le fait pour DOCX, ODT, RTF et PDF, le programme auquel il appartient pour d’autres (.txt, UTF-8).`,
    },
  },
  /** What a text is read as, and the way to change it. */
  readAs: {
    name: { en: 'Read as', fr: 'Lu comme' },
    article: { en: 'Article', fr: 'Article' },
    plain: { en: 'Plain Text', fr: 'Texte brut' },
    byItself: { en: 'As the text itself suggests', fr: 'Selon le texte lui-même' },
    now: { en: 'now', fr: 'actuellement' },
    change: { en: 'Change', fr: 'Changer' },
    title: { en: (file: string) => `Read ${file} as`, fr: (file: string) => `Lire ${file} comme` },
    folder: { en: (folder: string) => `All texts of ${folder}`, fr: (folder: string) => `Tous les textes de ${folder}` },
    folderArticles: { en: 'Articles', fr: 'Articles' },
    folderPlain: { en: 'Plain texts', fr: 'Textes bruts' },
    more: { en: 'More', fr: 'Autres' },
    setDate: { en: 'Set the Article’s Date…', fr: 'Fixer la date de l’article…' },
    headers: { en: 'Header Patterns from a Folder…', fr: 'Formes d’en-tête d’après un dossier…' },
    noWords: { en: 'No running text', fr: 'Pas de texte suivi' },
  },
  articleDate: {
    openArticleFirst: { en: 'Open an article first.', fr: 'Ouvrez d’abord un article.' },
    title: { en: (file: string) => `Date of ${file}`, fr: (file: string) => `Date de ${file}` },
    now: { en: 'read so now', fr: 'lue ainsi actuellement' },
    another: { en: 'Another date…', fr: 'Une autre date…' },
    takeOut: { en: (table: string) => `Take it out of ${table}`, fr: (table: string) => `L’enlever de ${table}` },
    goesTo: {
      en: (table: string) => `It will be written into ${table}`,
      fr: (table: string) => `Elle sera écrite dans ${table}`,
    },
    prompt: {
      en: 'A year, month or day: 2017, 2017-03, 2017-03-04',
      fr: 'Une année, un mois ou un jour : 2017, 2017-03, 2017-03-04',
    },
    faults: {
      form: {
        en: 'A date like 2017, 2017-03 or 2017-03-04 is wanted.',
        fr: 'Une date comme 2017, 2017-03 ou 2017-03-04 est attendue.',
      },
      month: { en: 'There is no such month: 01 to 12.', fr: 'Ce mois n’existe pas : de 01 à 12.' },
      day: { en: 'That month has no such day.', fr: 'Ce mois n’a pas ce jour.' },
    },
    written: {
      en: (date: string, table: string) => `The article’s date is ${date} now, written into ${table}.`,
      fr: (date: string, table: string) => `La date de l’article est maintenant ${date}, écrite dans ${table}.`,
    },
    takenOut: {
      en: (table: string) => `The article’s date was taken out of ${table}.`,
      fr: (table: string) => `La date de l’article a été enlevée de ${table}.`,
    },
    openTable: { en: 'Open the Table', fr: 'Ouvrir le tableau' },
  },
  headers: {
    looking: { en: 'Reading the first lines', fr: 'Lecture des premières lignes' },
    none: {
      en: 'The first lines of these texts have no common form that gives a date.',
      fr: 'Les premières lignes de ces textes n’ont pas de forme commune qui donne une date.',
    },
    title: { en: 'Forms of header in this folder', fr: 'Formes d’en-tête dans ce dossier' },
    howTo: {
      en: 'Tick what is a header; OK writes it into the settings',
      fr: 'Cochez les en-têtes ; OK les écrit dans les paramètres',
    },
    preview: { en: 'What it reads', fr: 'Ce qu’elle lit' },
    fits: {
      en: (fits: number, of: number) => `fits ${fits} of ${filesOf.en(of)}`,
      fr: (fits: number, of: number) => `convient à ${fits} sur ${filesOf.fr(of)}`,
    },
    date: { en: 'date', fr: 'date' },
    articleTitle: { en: 'title', fr: 'titre' },
    source: { en: 'source', fr: 'source' },
    author: { en: 'author', fr: 'auteur' },
    written: {
      en: (count: number) => `Written into the settings of the workspace: ${patternsOf.en(count)}.`,
      fr: (count: number) => `Écrit dans les paramètres de l’espace de travail : ${patternsOf.fr(count)}.`,
    },
  },
  report: {
    show: { en: 'Show Report', fr: 'Afficher le rapport' },
    gone: { en: 'This report is no longer there.', fr: 'Ce rapport n’est plus disponible.' },
  },
  /** The sample corpus and the walkthrough. */
  firstSteps: {
    noSamples: {
      en: (why: string) => `The sample corpus could not be copied: ${why}`,
      fr: (why: string) => `Le corpus d’exemple n’a pu être copié : ${why}`,
    },
    noArticle: {
      en: 'No article is open to try this in.',
      fr: 'Aucun article n’est ouvert où l’essayer.',
    },
    openSamples: { en: 'Open the Sample Corpus', fr: 'Ouvrir le corpus d’exemple' },
    openFolder: { en: 'Open Folder…', fr: 'Ouvrir un dossier…' },
  },
  /** What colours and lines mean. */
  legend: {
    title: { en: 'Legend of Colours and Lines', fr: 'Légende des couleurs et des traits' },
    names: { en: 'Names and dates', fr: 'Noms et dates' },
    quotes: { en: 'Quotes', fr: 'Citations' },
    decisions: { en: 'In review mode: what is decided', fr: 'En mode révision : ce qui est décidé' },
    sampleWork: { en: 'The Seven Tides', fr: 'Les Sept Marées' },
    sampleDate: { en: 'last November', fr: 'novembre dernier' },
    sampleUnsure: { en: 'Mr Orcival', fr: 'M. Orcival' },
    unsure: {
      en: 'In italics: the detection is not sure, or a date could not be resolved',
      fr: 'En italique : la détection n’est pas sûre, ou une date n’a pu être résolue',
    },
    sampleDirect: { en: '“We shall survive.”', fr: '« Nous survivrons »' },
    direct: { en: 'Direct speech: the words themselves', fr: 'Discours direct : les paroles mêmes' },
    sampleIndirect: { en: 'that they had agreed on a calendar', fr: 'que l’on s’était entendu sur un calendrier' },
    indirect: { en: 'Indirect speech: what was said, in other words', fr: 'Discours indirect : le propos rapporté' },
    sampleScare: { en: '“dead”', fr: '« mort »' },
    scare: {
      en: 'Marked words that are no speech: a title, a term, irony',
      fr: 'Mots entre guillemets qui ne sont pas paroles : titre, terme, ironie',
    },
    speaker: { en: 'Solid line: names the speaker', fr: 'Trait plein : désigne le locuteur' },
    sampleCue: { en: 'she said', fr: 'a-t-elle dit' },
    cue: { en: 'Dotted line: introduces the quote (cue)', fr: 'Pointillé : introduit la citation (verbe introducteur)' },
    suggested: { en: 'Dotted: a suggestion that waits', fr: 'Pointillé : une suggestion qui attend' },
    confirmed: { en: 'Solid: confirmed by a person', fr: 'Trait plein : confirmé par une personne' },
    doubtful: {
      en: 'Double: the text changed since, look at its place',
      fr: 'Double trait : le texte a changé depuis, vérifiez l’endroit',
    },
    otherTheme: {
      en: 'Your theme brings its own colours for names and dates; those above are of VS Code’s own themes.',
      fr: 'Votre thème a ses propres couleurs pour les noms et les dates ; celles ci-dessus sont des thèmes de VS Code.',
    },
    change: {
      en: 'Colours can be changed in the settings workbench.colorCustomizations and editor.semanticTokenColorCustomizations.',
      fr: 'Les couleurs se changent dans les paramètres workbench.colorCustomizations et editor.semanticTokenColorCustomizations.',
    },
  },
  status: {
    counted: {
      entities: { en: counted.en('entity', 'entities'), fr: counted.fr('entité', 'entités') },
      dates: { en: counted.en('date', 'dates'), fr: counted.fr('date', 'dates') },
      quotes: { en: counted.en('quote', 'quotes'), fr: counted.fr('citation', 'citations') },
    },
    counts: { en: 'Article: counts', fr: 'Article : comptes' },
    analysis: { en: 'Article analysis', fr: 'Analyse de l’article' },
    notArticle: { en: 'Not an article', fr: 'Pas un article' },
    tooLarge: { en: 'Too large to analyse', fr: 'Trop grand pour être analysé' },
    changeLimit: { en: 'Change Limit', fr: 'Changer la limite' },
    articleOf: { en: (date: string) => `Article of ${date}`, fr: (date: string) => `Article de ${date}` },
    noDate: { en: 'Its date is not known', fr: 'Sa date n’est pas connue' },
    setDate: { en: 'Set Date…', fr: 'Fixer la date…' },
    settings: { en: 'Settings', fr: 'Paramètres' },
    unknownLanguage: { en: 'Unknown language', fr: 'Langue inconnue' },
    layers: {
      entities: { en: 'names', fr: 'noms' },
      dates: { en: 'dates', fr: 'dates' },
      quotes: { en: 'quotes', fr: 'citations' },
    },
    only: {
      en: (language: string, layers: readonly string[]) => `${language}: ${layers.join(' and ')} only`,
      fr: (language: string, layers: readonly string[]) => `${language} : ${layers.join(' et ')} seulement`,
    },
    nothingOf: {
      en: (language: string) => `${language}: not analysed`,
      fr: (language: string) => `${language} : non analysé`,
    },
    analysing: { en: 'Analysing', fr: 'Analyse en cours' },
    language: { en: 'Language', fr: 'Langue' },
    articleDate: { en: 'Date of the article', fr: 'Date de l’article' },
    mentions: { en: 'Mentions', fr: 'Mentions' },
    attributed: { en: 'Quotes with a named speaker', fr: 'Citations au locuteur nommé' },
  },
  threshold: {
    title: { en: 'Show suggestions from which confidence on?', fr: 'À partir de quelle confiance montrer les suggestions ?' },
    howTo: {
      en: 'Up and down show it in the text; Enter keeps it, Escape takes it back',
      fr: 'Haut et Bas le montrent dans le texte ; Entrée le garde, Échap l’annule',
    },
    all: { en: 'all', fr: 'toutes' },
  },
  mode: {
    name: { en: 'Review mode', fr: 'Mode révision' },
    label: { en: 'Review', fr: 'Révision' },
    keysDecide: { en: 'Keys decide instead of typing', fr: 'Les touches décident au lieu d’écrire' },
  },
  keys: {
    sets: {
      ours: { en: 'our own keys', fr: 'nos propres touches' },
      prodigy: { en: 'keys as in Prodigy', fr: 'touches comme dans Prodigy' },
      brat: { en: 'keys close to brat', fr: 'touches proches de brat' },
    },
    exact: {
      en: 'with a type’s key: exactly what is selected',
      fr: 'avec la touche d’un type : exactement ce qui est sélectionné',
    },
    leave: { en: 'type again', fr: 'retour à la saisie' },
  },
  applyToAll: {
    looking: { en: 'Looking for all mentions', fr: 'Recherche de toutes les mentions' },
    none: { en: 'There are no other mentions to apply this to.', fr: 'Il n’y a pas d’autre mention où l’appliquer.' },
    deciding: { en: 'Deciding on all mentions', fr: 'Décision sur toutes les mentions' },
    inArticle: { en: 'In this article', fr: 'Dans cet article' },
    inFolder: { en: 'In all articles of the folder', fr: 'Dans tous les articles du dossier' },
    title: { en: 'Apply to all mentions', fr: 'Appliquer à toutes les mentions' },
    found: {
      en: (words: string, type: string, count: number) => `“${words}” as ${type}: ${count} found`,
      fr: (words: string, type: string, count: number) => `« ${words} » comme ${type} : ${count} trouvés`,
    },
    rejecting: {
      en: (words: string, count: number) => `Reject “${words}”: ${count} found`,
      fr: (words: string, count: number) => `Rejeter « ${words} » : ${count} trouvés`,
    },
    untick: { en: 'Untick where it does not hold', fr: 'Décochez là où cela ne vaut pas' },
    notAnnotated: { en: 'not annotated', fr: 'non annoté' },
    done: {
      en: (places: number, files: number) => `Places decided: ${places}, in files: ${files}`,
      fr: (places: number, files: number) => `Endroits décidés : ${places}, dans des fichiers : ${files}`,
    },
    skipped: {
      en: (count: number, file: string, why: string) =>
        `${filesOf.en(count)} ${count === 1 ? 'was' : 'were'} passed over. ${file}: ${why}`,
      fr: (count: number, file: string, why: string) =>
        `${filesOf.fr(count)} ${count < 2 ? 'a été laissé' : 'ont été laissés'} de côté. ${file} : ${why}`,
    },
  },
  ask: {
    rename: {
      en: (name: string) => `Another name for “${name}”, in all its mentions here`,
      fr: (name: string) => `Un autre nom pour « ${name} », dans toutes ses mentions ici`,
    },
    score: { en: 'A number from 0 to 1 is wanted.', fr: 'Un nombre de 0 à 1 est attendu.' },
    scoreBelow: { en: 'With a score below (0 to 1)', fr: 'De score inférieur à (de 0 à 1)' },
    scoreAtLeast: { en: 'With a score of at least (0 to 1)', fr: 'De score au moins égal à (de 0 à 1)' },
    type: { en: 'Which type?', fr: 'Quel type ?' },
    speaker: { en: (words: string) => `Who says “${words}”?`, fr: (words: string) => `Qui dit « ${words} » ?` },
    name: { en: 'A name of the article, or another one', fr: 'Un nom de l’article, ou un autre' },
    newName: { en: 'new', fr: 'nouveau' },
    value: {
      en: 'TIMEX3 value of the date: 2017-01-15, 2017-01, P3Y …',
      fr: 'Valeur TIMEX3 de la date : 2017-01-15, 2017-01, P3Y …',
    },
    note: { en: (words: string) => `Note on ${words}`, fr: (words: string) => `Note sur ${words}` },
    sameEntity: {
      en: (words: string) => `Whom or what does “${words}” name?`,
      fr: (words: string) => `Qui ou que désigne « ${words} » ?`,
    },
    attribute: { en: (words: string) => `Attribute of “${words}”`, fr: (words: string) => `Attribut de « ${words} »` },
    otherAttribute: { en: 'Another attribute…', fr: 'Un autre attribut…' },
    attributeName: { en: 'Name of the attribute', fr: 'Nom de l’attribut' },
    noSpaces: { en: 'A name without spaces is wanted.', fr: 'Un nom sans espace est attendu.' },
    noValue: { en: 'none', fr: 'aucune' },
    attributeValue: {
      en: (name: string) => `Value of ${name}; left empty, the attribute goes`,
      fr: (name: string) => `Valeur de ${name} ; vide, l’attribut disparaît`,
    },
    speakerOf: { en: (words: string) => `Speaker of “${words}”`, fr: (words: string) => `Locuteur de « ${words} »` },
    cueOf: { en: (words: string) => `Cue of “${words}”`, fr: (words: string) => `Introducteur de « ${words} »` },
    selected: { en: 'What are the selected words?', fr: 'Que sont les mots sélectionnés ?' },
  },
  list: {
    title: { en: 'What to list, and to go through with the keys', fr: 'Que lister, et parcourir avec les touches' },
    undecided: { en: 'Undecided', fr: 'À décider' },
    leastSure: { en: 'Undecided, the least sure first', fr: 'À décider, les moins sûrs d’abord' },
    below: { en: 'Undecided below a confidence…', fr: 'À décider, sous une confiance…' },
    belowOf: { en: (score: number) => `Undecided below ${score}`, fr: (score: number) => `À décider, sous ${score}` },
    doubtful: { en: 'Doubtful after an edit', fr: 'Douteux après une modification' },
    confirmed: { en: 'Confirmed', fr: 'Confirmé' },
    rejected: { en: 'Rejected', fr: 'Rejeté' },
    by: { en: 'Decided by…', fr: 'Décidé par…' },
    byPrompt: { en: 'The name that the decisions bear.', fr: 'Le nom que portent les décisions.' },
    byOf: { en: (name: string) => `Decided by ${name}`, fr: (name: string) => `Décidé par ${name}` },
    everything: { en: 'Everything', fr: 'Tout' },
    undecidedOf: { en: (title: string) => `Undecided: ${title}`, fr: (title: string) => `À décider : ${title}` },
    nothingUndecided: { en: 'Nothing here waits for a decision.', fr: 'Rien ici n’attend de décision.' },
    nothing: {
      en: (name: string) => `${name}: nothing in this article.`,
      fr: (name: string) => `${name} : rien dans cet article.`,
    },
  },
  tree: {
    /** Said where the eye sees a sign. */
    statuses: {
      suggested: { en: 'not decided', fr: 'à décider' },
      confirmed: { en: 'confirmed', fr: 'confirmé' },
      rejected: { en: 'rejected', fr: 'rejeté' },
      doubtful: { en: 'doubtful', fr: 'douteux' },
    },
    progress: {
      en: (done: number, total: number) => `${done} of ${total} decided`,
      fr: (done: number, total: number) => `${done} sur ${total} décidés`,
    },
    wordsGone: { en: (type: string) => `${type} · its words are gone`, fr: (type: string) => `${type} · ses mots ont disparu` },
    selectPlace: {
      en: 'Select the words first that it belongs to.',
      fr: 'Sélectionnez d’abord les mots auxquels elle appartient.',
    },
    decidedOn: { en: (words: string) => `Decided on: ${words}`, fr: (words: string) => `Décidé sur : ${words}` },
  },
  review: {
    selectFirst: {
      en: 'Nothing is annotated here: select words first.',
      fr: 'Rien n’est annoté ici : sélectionnez d’abord des mots.',
    },
    nothingHere: { en: 'Nothing is annotated here.', fr: 'Rien n’est annoté ici.' },
    allDecided: {
      en: 'Everything in this article is decided. In the review mode, Shift+D goes to the next one.',
      fr: 'Tout est décidé dans cet article. En mode révision, Maj+D passe au suivant.',
    },
    place: {
      en: (index: number, total: number, about: string, words: string) => `${index} of ${total} undecided: ${about} – ${words}`,
      fr: (index: number, total: number, about: string, words: string) => `${index} sur ${total} à décider : ${about} – ${words}`,
    },
    selectMerge: { en: 'Select the annotations to merge.', fr: 'Sélectionnez les annotations à fusionner.' },
    selectPart: {
      en: 'Select the words first that say who speaks, or how.',
      fr: 'Sélectionnez d’abord les mots qui disent qui parle, ou comment.',
    },
    noQuotation: { en: 'No quotation here.', fr: 'Pas de citation ici.' },
    noDate: { en: 'No date here.', fr: 'Pas de date ici.' },
    noName: { en: 'No name here.', fr: 'Pas de nom ici.' },
    lookingNext: { en: 'Looking for the next article to review', fr: 'Recherche du prochain article à réviser' },
    noOtherArticle: { en: 'No other article has anything undecided.', fr: 'Aucun autre article n’a rien à décider.' },
    undone: { en: (what: string) => `Undone: ${what}`, fr: (what: string) => `Annulé : ${what}` },
    confirmAll: { en: 'Confirm all undecided', fr: 'Confirmer tout ce qui est à décider' },
    rejectAll: { en: 'Reject all undecided', fr: 'Rejeter tout ce qui est à décider' },
  },
  /** Files of the project that commands write into. */
  project: {
    name: {
      en: (type: string) => `The name as it should be shown (${type}); the words here become its alias`,
      fr: (type: string) => `Le nom à montrer (${type}) ; les mots d’ici en deviennent un alias`,
    },
    nameAdded: {
      en: (name: string, file: string) => `${name} is in ${file}.`,
      fr: (name: string, file: string) => `${name} est dans ${file}.`,
    },
    newLayer: { en: 'A new layer…', fr: 'Une nouvelle couche…' },
    whichLayer: { en: 'Of which layer is the new type?', fr: 'De quelle couche est le nouveau type ?' },
    layerName: { en: 'The name of the layer in files', fr: 'Le nom de la couche dans les fichiers' },
    typeName: { en: 'The name of the type in files', fr: 'Le nom du type dans les fichiers' },
    typeTitle: { en: 'The name of the type for people', fr: 'Le nom du type pour les personnes' },
    isThere: { en: 'There is one of this name already.', fr: 'Il y en a déjà un de ce nom.' },
    noKey: { en: 'No key', fr: 'Aucune touche' },
    whichKey: { en: 'A key for the review mode', fr: 'Une touche pour le mode révision' },
    typeAdded: {
      en: (title: string, file: string) => `${title} is declared in ${file}.`,
      fr: (title: string, file: string) => `${title} est déclaré dans ${file}.`,
    },
    notEdited: { en: 'the editor refused the change', fr: 'l’éditeur a refusé la modification' },
    notWritten: {
      en: (file: string, why: string) => `${file} could not be written: ${why}`,
      fr: (file: string, why: string) => `${file} n’a pu être écrit : ${why}`,
    },
  },
  /** Labels of an article as a whole. */
  labels: {
    name: { en: 'Labels of the article', fr: 'Étiquettes de l’article' },
    none: { en: 'no label', fr: 'sans étiquette' },
    click: { en: 'Click to label the article', fr: 'Cliquez pour étiqueter l’article' },
    which: { en: 'Which label?', fr: 'Quelle étiquette ?' },
    undeclared: { en: 'not in the schema', fr: 'absente du schéma' },
    several: {
      en: 'Values, parted by semicolons; none: the label goes',
      fr: 'Valeurs, séparées par des points-virgules ; aucune : l’étiquette disparaît',
    },
    removed: { en: (label: string) => `${label}: taken away`, fr: (label: string) => `${label} : retirée` },
    noneDeclared: {
      en: 'The schema of this project declares no labels of articles.',
      fr: 'Le schéma de ce projet ne déclare aucune étiquette d’article.',
    },
    declare: { en: 'New Label…', fr: 'Nouvelle étiquette…' },
    newName: { en: 'The name of the label', fr: 'Le nom de l’étiquette' },
    newValues: {
      en: 'Its values, parted by commas; none: any text can be typed',
      fr: 'Ses valeurs, séparées par des virgules ; aucune : on peut saisir tout texte',
    },
  },
  /** A folder for a second annotator. */
  second: {
    title: { en: 'A second annotator', fr: 'Un second annotateur' },
    folder: { en: 'Folder of the second annotator', fr: 'Dossier du second annotateur' },
    copied: {
      en: (articles: number, folder: string) =>
        `${articlesOf.en(articles)} copied without annotations into ${folder}; suggestions are off there.`,
      fr: (articles: number, folder: string) =>
        `${articlesOf.fr(articles)} sans annotations dans ${folder}, où les suggestions sont coupées.`,
    },
    open: { en: 'Open the Folder', fr: 'Ouvrir le dossier' },
  },
  /** Events that are put together. */
  events: {
    select: { en: 'Select the words that tell the event first.', fr: 'Sélectionnez d’abord les mots qui disent l’événement.' },
    which: { en: 'Which event?', fr: 'Quel événement ?' },
    another: { en: 'Another event…', fr: 'Un autre événement…' },
    name: { en: 'The name of the event in files', fr: 'Le nom de l’événement dans les fichiers' },
    parts: {
      en: (event: string) => `Who or what has a part in: ${event}?`,
      fr: (event: string) => `Qui ou quoi a une part dans : ${event} ?`,
    },
    part: { en: 'One more part…', fr: 'Une part de plus…' },
    role: { en: 'The name of the part in files', fr: 'Le nom de la part dans les fichiers' },
    done: { en: 'Done', fr: 'Terminé' },
    required: { en: 'needed', fr: 'requis' },
    takeOut: { en: 'Take it out', fr: 'Le retirer' },
    nothingFits: {
      en: (role: string) => `Nothing in the article can be ${role}: annotate it first.`,
      fr: (role: string) => `Rien dans l’article ne peut être ${role} : annotez-le d’abord.`,
    },
  },
  relations: {
    other: {
      en: (words: string) => `“${words}” is related to …`,
      fr: (words: string) => `« ${words} » est en relation avec…`,
    },
    which: {
      en: (first: string, second: string) => `How are “${first}” and “${second}” related?`,
      fr: (first: string, second: string) => `Quelle relation entre « ${first} » et « ${second} » ?`,
    },
    another: { en: 'Another relation…', fr: 'Une autre relation…' },
    name: { en: 'The name of the relation', fr: 'Le nom de la relation' },
    badName: {
      en: 'Letters, digits, “_”, “-” and “.” alone: brat’s files take no others.',
      fr: 'Seulement des lettres, des chiffres, « _ », « - » et « . » : les fichiers de brat n’en admettent pas d’autres.',
    },
    of: { en: (words: string) => `Relations of “${words}”`, fr: (words: string) => `Relations de « ${words} »` },
    goOrRemove: {
      en: 'Enter goes there; the bin takes the relation away',
      fr: 'Entrée y mène ; la corbeille supprime la relation',
    },
    remove: { en: 'Remove This Relation', fr: 'Supprimer cette relation' },
    none: { en: 'No relation leads to this.', fr: 'Aucune relation n’y mène.' },
    rejectAnyway: { en: 'Go On', fr: 'Continuer' },
  },
  corpus: {
    notChecked: { en: 'Not checked', fr: 'Non contrôlés' },
    looking: { en: 'Looking at all articles', fr: 'Examen de tous les articles' },
    check: { en: 'Check of all articles', fr: 'Vérification des articles' },
    checking: { en: 'Checking all articles', fr: 'Vérification de tous les articles' },
    /** Of any walk over a folder that came by none. */
    noArticles: {
      en: 'There are no articles in this folder: “Read as”, at the language’s name of a text, says why, and changes it.',
      fr: 'Il n’y a pas d’articles dans ce dossier : « Lu comme », au nom du langage d’un texte, dit pourquoi, et le change.',
    },
    checked: {
      en: (problems: number, articles: number) => `${problemsOf.en(problems)} in ${articlesOf.en(articles)}`,
      fr: (problems: number, articles: number) => `${problemsOf.fr(problems)} dans ${articlesOf.fr(articles)}`,
    },
  },
  parts: {
    title: { en: 'Sub-corpora and partitions', fr: 'Sous-corpus et partitions' },
    pick: { en: 'Enter searches in a sub-corpus', fr: 'Entrée cherche dans un sous-corpus' },
    subcorpus: { en: 'Sub-corpus', fr: 'Sous-corpus' },
    partition: {
      en: 'Partition: opens its line; search --by counts by it on the command line',
      fr: 'Partition : ouvre sa ligne ; search --by compte par elle en ligne de commande',
    },
    line: { en: (line: number) => `Line ${line}`, fr: (line: number) => `Ligne ${line}` },
    none: {
      en: 'The project has no sub-corpus yet: “Save Query as Sub-Corpus…” keeps one in .corpus/parts.',
      fr: 'Le projet n’a pas encore de sous-corpus : « Enregistrer la requête comme sous-corpus… » en garde un dans .corpus/parts.',
    },
    saveTitle: { en: 'Save query as sub-corpus', fr: 'Enregistrer la requête comme sous-corpus' },
    savePrompt: {
      en: (query: string) => `A name for ${query}, to be used as in:NAME`,
      fr: (query: string) => `Un nom pour ${query}, à employer comme in:NOM`,
    },
    nameExample: { en: 'election-2017', fr: 'élection-2017' },
    saved: {
      en: (name: string) => `Kept in .corpus/parts: in:${name}`,
      fr: (name: string) => `Enregistré dans .corpus/parts : in:${name}`,
    },
    taken: {
      en: (name: string, query: string) => `The sub-corpus ${name} is already ${query}.`,
      fr: (name: string, query: string) => `Le sous-corpus ${name} est déjà ${query}.`,
    },
    replace: { en: 'Replace It', fr: 'Le remplacer' },
    nothingToSave: { en: 'Search for something first.', fr: 'Cherchez d’abord quelque chose.' },
  },
  quotes: {
    none: { en: 'There is no quotation here.', fr: 'Il n’y a pas de citation ici.' },
    copied: { en: (words: string) => `Copied: ${words}`, fr: (words: string) => `Copié : ${words}` },
  },
  searchFiles: {
    exportTitle: { en: 'Export concordance', fr: 'Exporter la concordance' },
    formats: {
      csv: { en: 'CSV', fr: 'CSV (virgules)' },
      'csv-semicolon': {
        en: 'CSV with semicolons, for a French or German Excel',
        fr: 'CSV avec des points-virgules, pour Excel',
      },
      tsv: { en: 'TSV: tabs between the columns', fr: 'TSV : des tabulations entre les colonnes' },
      xlsx: { en: 'Excel workbook (XLSX)', fr: 'Classeur Excel (XLSX)' },
      jsonl: { en: 'JSON Lines', fr: 'JSON Lines : un objet par ligne' },
    },
    written: {
      en: (lines: number, file: string) => `${linesOf.en(lines)} written to ${file}.`,
      fr: (lines: number, file: string) => `${linesOf.fr(lines)} dans ${file}.`,
    },
    notWritten: {
      en: (problem: string) => `The concordance was not exported: ${problem}`,
      fr: (problem: string) => `La concordance n’a pas été exportée : ${problem}`,
    },
    listTitle: { en: 'A table whose first column has names', fr: 'Un tableau dont la première colonne a des noms' },
    tables: { en: 'Tables', fr: 'Tableaux' },
    counted: {
      en: (names: number, file: string) => `${names} names of ${file}`,
      fr: (names: number, file: string) => `${names} noms de ${file}`,
    },
    counts: {
      en: (hits: number, articles: number) => `${hitsOf.en(hits)} in ${articlesOf.en(articles)}`,
      fr: (hits: number, articles: number) => `${hitsOf.fr(hits)} dans ${articlesOf.fr(articles)}`,
    },
    pick: { en: 'Enter shows a name in all articles', fr: 'Entrée montre un nom dans tous les articles' },
  },
  search: {
    title: { en: 'Search all articles', fr: 'Chercher dans tous les articles' },
    prompt: {
      en: 'Words (* and ? for letters), speaker:"…", entity:…, type:PER, quote:direct, date:2016..2017, or CQL: [word="…"]',
      fr: 'Mots (* et ? pour des lettres), speaker:"…", entity:…, type:PER, quote:direct, date:2016..2017, ou CQL : [word="…"]',
    },
    example: { en: 'march* speaker:"Anne Morel"', fr: 'march* speaker:"Anne Morel" date:2016' },
    searching: { en: 'Searching all articles', fr: 'Recherche dans tous les articles' },
    tab: { en: 'Concordance', fr: 'Concordance de' },
    howToOpen: {
      en: 'Enter, F12 or Ctrl+click opens a hit; Alt+Left comes back.',
      fr: 'Entrée, F12 ou Ctrl+clic ouvre une occurrence ; Alt+Gauche revient.',
    },
    howToDecide: {
      en: 'The keys of the review mode decide on the line, or on all that Space has ticked: Y confirms, R rejects, a type’s key annotates, Z takes it back.',
      fr: 'Les touches du mode révision décident sur la ligne, ou sur toutes celles qu’Espace a cochées : Y confirme, R rejette, la touche d’un type annote, Z revient en arrière.',
    },
    openFirst: { en: 'Open the hit to do this.', fr: 'Ouvrez l’occurrence pour faire cela.' },
    deciding: { en: 'Deciding', fr: 'Décisions' },
    looking: { en: 'Looking for what is decided', fr: 'Recherche de ce qui est décidé' },
    ticked: {
      en: (count: number) => `${linesOf.en(count)} ticked.`,
      fr: (count: number) => `${linesOf.fr(count)} ${count < 2 ? 'cochée' : 'cochées'}.`,
    },
    nothingLeft: { en: 'There is no further line to decide on.', fr: 'Il n’y a plus de ligne à décider.' },
    nothingDecided: { en: 'Nothing was changed.', fr: 'Rien n’a changé.' },
    decided: {
      en: (label: string, files: number) => `${label}, in ${articlesOf.en(files)}.`,
      fr: (label: string, files: number) => `${label}, dans ${articlesOf.fr(files)}.`,
    },
    undone: {
      en: (label: string, files: number) => `Taken back: ${label}, in ${articlesOf.en(files)}.`,
      fr: (label: string, files: number) => `Annulé : ${label}, dans ${articlesOf.fr(files)}.`,
    },
    noStep: {
      en: 'There is no decision on lines here to take back or make again.',
      fr: 'Il n’y a pas ici de décision sur des lignes à annuler ou à rétablir.',
    },
    leftAlone: {
      en: (count: number, why: string) => `${linesOf.en(count)} left alone: ${why}`,
      fr: (count: number, why: string) => `${linesOf.fr(count)} ${count < 2 ? 'laissée' : 'laissées'} : ${why}`,
    },
    undecided: {
      en: (shown: number, all: number) => `${shown} of ${linesOf.en(all)}: those that nobody has decided on.`,
      fr: (shown: number, all: number) => `${shown} sur ${linesOf.fr(all)} : celles sur lesquelles personne n’a décidé.`,
    },
    following: {
      en: (count: number) => `The first ${linesOf.en(count)}; the others come as you scroll.`,
      fr: (count: number) => `Les premières lignes (${count}) ; les autres viennent à mesure que vous défilez.`,
    },
    left: {
      en: (count: number) => `${count} more hits are not shown.`,
      fr: (count: number) => `${count} occurrences de plus ne sont pas affichées.`,
    },
    noFolder: {
      en: 'Open a folder of articles to search in them.',
      fr: 'Ouvrez un dossier d’articles pour y chercher.',
    },
    noOtherArticle: {
      en: 'No other article has a name at the cursor, or the index is not ready yet.',
      fr: 'Aucun autre article n’a de nom qui soit au curseur, ou l’index n’est pas encore prêt.',
    },
    inArticle: {
      en: (name: string, index: number, total: number) => `${name}: article ${index} of ${total}`,
      fr: (name: string, index: number, total: number) => `${name} : article ${index} sur ${total}`,
    },
    noneByDate: {
      en: 'There is no article further in time, this one has no date, or the index is not ready yet.',
      fr: 'Il n’y a pas d’article plus loin dans le temps, celui-ci n’a pas de date, ou l’index n’est pas encore prêt.',
    },
    byDate: {
      en: (date: string, index: number, total: number) => `${date}: article ${index} of ${total} by date`,
      fr: (date: string, index: number, total: number) => `${date} : article ${index} sur ${total} par date`,
    },
    noIndex: {
      en: 'There is no index here: a folder must be open.',
      fr: 'Il n’y a pas d’index ici : un dossier doit être ouvert.',
    },
    indexPaused: {
      en: (done: number, total: number) => `Indexing is paused: ${done} of ${total} articles are in the index.`,
      fr: (done: number, total: number) => `L’indexation est suspendue : ${done} articles sur ${total} sont dans l’index.`,
    },
    indexResumed: {
      en: (done: number, total: number) => `Indexing goes on: ${done} of ${total} articles are in the index.`,
      fr: (done: number, total: number) => `L’indexation continue : ${done} articles sur ${total} sont dans l’index.`,
    },
    options: {
      title: { en: 'How this concordance searches', fr: 'Comment cette concordance cherche' },
      matchCase: { en: 'Tell capitals apart', fr: 'Distinguer les majuscules' },
      ignoreAccents: { en: 'Ignore accents', fr: 'Ignorer les accents' },
      once: { en: 'Count copies of an article once', fr: 'Compter une fois les doublons d’un article' },
      thinTitle: { en: 'Thin at random', fr: 'Réduire au hasard' },
      thinPrompt: {
        en: 'How many hits, and the number that chance begins with (the same number takes the same hits); nothing for all',
        fr: 'Combien d’occurrences, et le nombre par lequel le hasard commence (le même prend les mêmes) ; rien pour toutes',
      },
      thinnedTo: {
        en: (size: number, seed: number) => `${size} hits by chance (${seed})`,
        fr: (size: number, seed: number) => `${size} occurrences au hasard (${seed})`,
      },
    },
    sortBy: { en: 'Sort by', fr: 'Trier par' },
    sortKeys: {
      left: { en: 'The words before', fr: 'Les mots qui précèdent' },
      right: { en: 'The words after', fr: 'Les mots qui suivent' },
      node: { en: 'The hit', fr: 'L’occurrence' },
      date: { en: 'The article’s date', fr: 'La date de l’article' },
      file: { en: 'The file', fr: 'Le fichier' },
      levels: { en: 'Several keys, one after the other…', fr: 'Plusieurs clés, l’une après l’autre…' },
    },
    sortLevels: {
      en: 'left1 to left9, right1 to right9, node, date, file or a column of metadata.csv, parted by commas; the strongest first',
      fr: 'left1 à left9, right1 à right9, node, date, file ou une colonne de metadata.csv, séparés par des virgules ; la plus forte d’abord',
    },
  },
  export: {
    format: { en: 'Which format?', fr: 'Quel format ?' },
    confirmed: { en: 'What was confirmed', fr: 'Ce qui a été confirmé' },
    finished: { en: 'What was confirmed in finished articles', fr: 'Ce qui a été confirmé dans les articles terminés' },
    all: { en: 'Suggestions that nobody has decided on, too', fr: 'Aussi les suggestions sur lesquelles personne n’a décidé' },
    what: { en: 'What to export', fr: 'Que faut-il exporter ?' },
    variant: { en: 'In which form?', fr: 'Sous quelle forme ?' },
    /** What some forms of formats are for, by their names. */
    variants: {
      excel: { en: 'For Excel where a point parts decimals', fr: 'Pour un Excel anglais (virgules, point décimal)' },
      'excel-semicolon': {
        en: 'For Excel where a comma parts decimals (French, German …)',
        fr: 'Pour l’Excel français (points-virgules, virgule décimale)',
      },
    },
    back: {
      inline: { en: 'into its TEI files, between the words', fr: 'dans ses fichiers TEI, entre les mots' },
      standoff: { en: 'into its TEI files, apart from the text', fr: 'dans ses fichiers TEI, à part du texte' },
      whole: { en: 'into the files that it came from', fr: 'dans les fichiers d’où il vient' },
    },
    newFiles: { en: 'as new files', fr: 'en nouveaux fichiers' },
    backDescription: { en: 'all else in the files stays as it is', fr: 'tout le reste des fichiers demeure tel quel' },
    original: { en: 'The Files Are Here', fr: 'Les fichiers sont ici' },
    target: { en: 'Export Here', fr: 'Exporter ici' },
    report: { en: 'Export', fr: 'Exportation' },
    exporting: { en: 'Exporting', fr: 'Exportation' },
    done: {
      en: (articles: number, format: string) => `${articlesOf.en(articles)} exported as ${format}.`,
      fr: (articles: number, format: string) =>
        `${articlesOf.fr(articles)} ${articles < 2 ? 'exporté' : 'exportés'} en ${format}.`,
    },
    files: { en: 'Files written', fr: 'Fichiers écrits' },
    losses: { en: 'What the format cannot say', fr: 'Ce que le format ne peut dire' },
  },
  import: {
    target: { en: 'Put the Articles Here', fr: 'Mettre les articles ici' },
    importing: { en: 'Importing', fr: 'Importation' },
    done: {
      en: (annotations: number, articles: number) => `${annotationsOf.en(annotations)} in ${articlesOf.en(articles)} imported.`,
      fr: (annotations: number, articles: number) =>
        `${annotationsOf.fr(annotations)} ${annotations < 2 ? 'importée' : 'importées'} dans ${articlesOf.fr(articles)}.`,
    },
    files: { en: 'Files…', fr: 'Des fichiers…' },
    folder: { en: 'All files of a folder…', fr: 'Tous les fichiers d’un dossier…' },
    what: { en: 'What to import', fr: 'Que faut-il importer ?' },
    label: { en: 'Import', fr: 'Importer' },
    report: { en: 'Import', fr: 'Importation' },
  },
  agreement: {
    annotator: {
      en: (number: number) => `Folder of Annotator ${number}`,
      fr: (number: number) => `Dossier de l’annotateur ${number}`,
    },
    another: { en: 'Another Annotator (Escape: No More)', fr: 'Un autre annotateur (Échap : aucun)' },
    comparing: { en: 'Comparing', fr: 'Comparaison' },
    title: { en: 'Agreement', fr: 'Accord' },
    done: {
      en: (articles: number, differences: number) => `${articlesOf.en(articles)} compared, ${differencesOf.en(differences)}.`,
      fr: (articles: number, differences: number) => `${articlesOf.fr(articles)} comparés, ${differencesOf.fr(differences)}.`,
    },
    toGold: { en: 'Adjudicate…', fr: 'Arbitrer…' },
    asCsv: { en: 'Save as CSV…', fr: 'Enregistrer en CSV…' },
    unchanged: { en: 'The article could not be changed.', fr: 'L’article n’a pas pu être modifié.' },
  },
  gold: {
    folder: { en: 'Gold Folder (New or Begun)', fr: 'Dossier de référence (nouveau ou commencé)' },
    taking: { en: 'Taking over what all agree on', fr: 'Reprise de ce dont tous conviennent' },
    order: { en: 'In what order are the differences gone through?', fr: 'Dans quel ordre parcourir les différences ?' },
    orders: {
      text: { en: 'As they stand in the texts', fr: 'Dans l’ordre des textes' },
      type: { en: 'By type', fr: 'Par type' },
      likeness: { en: 'Like ones together, the most frequent first', fr: 'Les semblables ensemble, les plus fréquentes d’abord' },
    },
    taken: {
      en: (annotations: number, articles: number, differences: number) =>
        `${annotationsOf.en(annotations)} that all agree on taken over in ${articlesOf.en(articles)}; ${differencesOf.en(differences)} to decide.`,
      fr: (annotations: number, articles: number, differences: number) =>
        `${annotationsOf.fr(annotations)} dont tous conviennent, reprises dans ${articlesOf.fr(articles)} ; ${differencesOf.fr(differences)} à trancher.`,
    },
    difference: {
      en: (index: number, total: number, title: string) => `Difference ${index} of ${total}: ${title}`,
      fr: (index: number, total: number, title: string) => `Différence ${index} sur ${total} : ${title}`,
    },
    keys: {
      reject: { en: 'r', fr: 'r' },
      own: { en: 'o', fr: 'o' },
      later: { en: 'l', fr: 'l' },
      alike: { en: 'a', fr: 'a' },
      undo: { en: 'z', fr: 'z' },
    },
    reject: { en: 'None of them', fr: 'Aucune' },
    own: { en: 'Another one: I annotate it myself', fr: 'Une autre : je l’annote moi-même' },
    later: { en: 'Later', fr: 'Plus tard' },
    alike: {
      en: 'The next choice holds for all that are alike (again: for this one)',
      fr: 'Le prochain choix vaut pour tous les cas semblables (encore : pour celui-ci)',
    },
    alikeOn: { en: 'for all that are alike', fr: 'pour tous les cas semblables' },
    alikeDone: {
      en: (count: number) => `${count} differences decided alike; Z takes them back together.`,
      fr: (count: number) => `${count} différences décidées de même ; Z les reprend ensemble.`,
    },
    undo: { en: 'Take the last choice back', fr: 'Revenir sur le dernier choix' },
    ownNow: {
      en: 'Annotate what holds here; then go on with Adjudicate Annotators.',
      fr: 'Annotez ce qui vaut ici ; puis reprenez par Arbitrer les annotateurs.',
    },
    left: {
      en: (count: number) => `${differencesOf.en(count)} left. Adjudicate Annotators goes on there.`,
      fr: (count: number) => `Il reste ${differencesOf.fr(count)}. Arbitrer les annotateurs reprend là.`,
    },
    done: {
      en: (folder: string) => `No difference is left: the gold annotations are in ${folder}.`,
      fr: (folder: string) => `Il ne reste aucune différence : les annotations de référence sont dans ${folder}.`,
    },
  },
  outcomes: {
    states: {
      finished: { en: 'finished', fr: 'terminé' },
      aside: { en: 'set aside', fr: 'mis de côté' },
      open: { en: 'open', fr: 'ouvert' },
    },
    changed: {
      text: { en: 'the text has changed since', fr: 'le texte a changé depuis' },
      annotations: { en: 'the annotations have changed since', fr: 'les annotations ont changé depuis' },
    },
    said: {
      finished: { en: (name: string) => `${name} is finished.`, fr: (name: string) => `${name} est terminé.` },
      aside: { en: (name: string) => `${name} is set aside.`, fr: (name: string) => `${name} est mis de côté.` },
      open: { en: (name: string) => `${name} is open again.`, fr: (name: string) => `${name} est rouvert.` },
    },
    noArticle: { en: 'Open an article first.', fr: 'Ouvrez d’abord un article.' },
    noneOpen: {
      en: 'No other article is left: all are finished or set aside.',
      fr: 'Il ne reste aucun autre article : tous sont terminés ou mis de côté.',
    },
    asideTitle: { en: 'Set Article Aside', fr: 'Mettre l’article de côté' },
    asidePrompt: { en: 'Why? (May be empty.)', fr: 'Pourquoi ? (Peut rester vide.)' },
    order: { en: 'Which article is next?', fr: 'Quel est le prochain article ?' },
    orders: {
      name: { en: 'The next by name', fr: 'Le suivant par nom' },
      random: { en: 'One by chance', fr: 'Un au hasard' },
      uncertain: { en: 'The one that the detection is least sure of', fr: 'Celui dont la détection est la moins sûre' },
    },
    seed: { en: 'A number: the same one gives the same order.', fr: 'Un nombre : le même donne le même ordre.' },
    openNext: { en: 'Open the next unfinished article', fr: 'Ouvrir le prochain article non terminé' },
    filter: { en: 'Which articles are listed?', fr: 'Quels articles sont listés ?' },
    filters: {
      all: { en: 'All', fr: 'Tous' },
      open: { en: 'Open', fr: 'Ouverts' },
      finished: { en: 'Finished', fr: 'Terminés' },
      aside: { en: 'Set aside', fr: 'Mis de côté' },
      changed: { en: 'Changed since they were finished', fr: 'Changés depuis qu’ils sont terminés' },
    },
    only: { en: (filter: string) => `Only: ${filter}`, fr: (filter: string) => `Seulement : ${filter}` },
    counts: {
      en: (finished: number, aside: number, open: number) => `${finished} finished, ${aside} set aside, ${open} open`,
      fr: (finished: number, aside: number, open: number) => `${finished} terminés, ${aside} mis de côté, ${open} ouverts`,
    },
    signTitle: { en: 'Sign My Decisions', fr: 'Signer mes décisions' },
    signPrompt: {
      en: 'The name to stand with each decision, with the day. Empty: decisions are not signed.',
      fr: 'Le nom qui accompagne chaque décision, avec le jour. Vide : les décisions ne sont pas signées.',
    },
    signedAs: {
      en: (name: string) => `Decisions are signed: ${name}.`,
      fr: (name: string) => `Les décisions sont signées : ${name}.`,
    },
    unsigned: { en: 'Decisions are not signed.', fr: 'Les décisions ne sont pas signées.' },
  },
  conflicts: {
    none: { en: 'There are no conflicts in this article.', fr: 'Il n’y a pas de conflit dans cet article.' },
    deleted: { en: 'deleted', fr: 'supprimé' },
    ours: { en: 'Keep what was decided here', fr: 'Garder ce qui a été décidé ici' },
    theirs: { en: 'Take what is in the file', fr: 'Prendre ce qui est dans le fichier' },
    both: { en: 'Keep both', fr: 'Garder les deux' },
    title: { en: 'Two decisions on the same words', fr: 'Deux décisions sur les mêmes mots' },
    found: {
      en: (count: number) => `Decisions on this article were changed here and in its file, in ${placesOf.en(count)}.`,
      fr: (count: number) => `Des décisions sur cet article ont été changées ici et dans son fichier, à ${placesOf.fr(count)}.`,
    },
    resolve: { en: 'Resolve', fr: 'Résoudre' },
  },
  detectors: {
    failed: {
      en: (name: string, why: string) => `The detector ${name} has failed: ${why}`,
      fr: (name: string, why: string) => `Le détecteur ${name} a échoué : ${why}`,
    },
  },
});
