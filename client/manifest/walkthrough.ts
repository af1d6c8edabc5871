import type { Text } from '../src/declare';

/** A step of the walkthrough; its picture is `client/media/walkthrough/ID.svg`. */
export interface WalkthroughStep {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** What the picture shows. */
  readonly alt: Text;
  /** Any of these events completes the step. */
  readonly done: readonly string[];
}

export const WALKTHROUGH: { readonly title: Text; readonly description: Text; readonly steps: readonly WalkthroughStep[] } = {
  title: { en: 'Get Started with Corpus Annotator', fr: 'Premiers pas avec Corpus Annotator' },
  description: {
    en: 'See names, dates and quotes in articles, and walk from one to the next.',
    fr: 'Voir noms, dates et citations dans des articles, et aller de l’un à l’autre.',
  },
  steps: [
    {
      id: 'open',
      title: { en: 'Open a folder of articles', fr: 'Ouvrir un dossier d’articles' },
      description: {
        en: 'A .txt file that begins with a header such as “date 2017-01” is an article by itself. Other files, or a whole folder, become articles by a command.\n[Open Folder](command:vscode.openFolder)\n[Treat a Folder as Articles](command:corpusAnnotator.treatFolderAsArticles)',
        fr: 'Un fichier .txt qui commence par un en-tête comme « date 2017-01 » est un article. D’autres fichiers, ou tout un dossier, le deviennent par une commande.\n[Ouvrir un dossier](command:vscode.openFolder)\n[Traiter un dossier comme articles](command:corpusAnnotator.treatFolderAsArticles)',
      },
      alt: {
        en: 'A file whose first line begins with the word date and a year and month.',
        fr: 'Un fichier dont la première ligne commence par le mot date, une année et un mois.',
      },
      done: ['onLanguage:article'],
    },
    {
      id: 'read',
      title: { en: 'Read with the mouse', fr: 'Lire avec la souris' },
      description: {
        en: 'Persons, organisations, places, works and dates have colours of their own; quotes have a background, their speaker a line beneath. Rest the mouse on any of them to see more: who speaks, which day is meant, where else the name stands.',
        fr: 'Personnes, organisations, lieux, œuvres et dates ont leurs couleurs ; les citations ont un fond, leur locuteur est souligné. Posez la souris dessus pour en savoir plus : qui parle, de quel jour il s’agit, où le nom se trouve encore.',
      },
      alt: {
        en: 'A sentence with a name and a date in colour and a quote on a background; a hover says who speaks.',
        fr: 'Une phrase avec un nom et une date en couleur et une citation sur fond ; une infobulle dit qui parle.',
      },
      done: ['onView:corpusAnnotator.quotesBySpeaker'],
    },
    {
      id: 'walk',
      title: { en: 'Walk with the keyboard', fr: 'Parcourir au clavier' },
      description: {
        en: 'Alt+Q goes to the next quote, Alt+J to the next date, Alt+N to the next name, Alt+B to the next quote by the same speaker; with Shift they go back (on macOS, hold Ctrl too). At the end they begin again.\n[Next Quote](command:corpusAnnotator.nextQuote)\n[Change the Keys](command:workbench.action.openGlobalKeybindings?%5B%22corpusAnnotator%22%5D)',
        fr: 'Alt+Q va à la citation suivante, Alt+J à la date suivante, Alt+N au nom suivant, Alt+B à la citation suivante du même locuteur ; avec Maj, en arrière (sous macOS, avec Ctrl en plus). À la fin, on recommence.\n[Citation suivante](command:corpusAnnotator.nextQuote)\n[Changer les touches](command:workbench.action.openGlobalKeybindings?%5B%22corpusAnnotator%22%5D)',
      },
      alt: {
        en: 'The keys Alt and Q, and an arrow from one quote to the next.',
        fr: 'Les touches Alt et Q, et une flèche d’une citation à la suivante.',
      },
      done: ['onCommand:corpusAnnotator.nextQuote', 'onCommand:corpusAnnotator.nextEntity', 'onCommand:corpusAnnotator.nextDate'],
    },
    {
      id: 'views',
      title: { en: 'See the article as lists', fr: 'Voir l’article en listes' },
      description: {
        en: 'The Corpus Annotator views list the open article’s quotes by speaker, its dates in the order of time, and its names. A click leads to the text. The Outline follows the article’s order.\n[Show the Views](command:workbench.view.extension.corpusAnnotator)',
        fr: 'Les vues de Corpus Annotator listent les citations de l’article par locuteur, ses dates dans l’ordre du temps, et ses noms. Un clic mène au texte. La Structure suit l’ordre de l’article.\n[Afficher les vues](command:workbench.view.extension.corpusAnnotator)',
      },
      alt: { en: 'A list of speakers with their quotes below them.', fr: 'Une liste de locuteurs avec leurs citations.' },
      done: ['onView:corpusAnnotator.timeline'],
    },
    {
      id: 'review',
      title: { en: 'Correct with single keys', fr: 'Corriger d’une touche' },
      description: {
        en: 'In review mode (Shift+Alt+X) keys decide instead of typing: Enter confirms, Delete rejects, P, O, L and M set the type, N goes on. Your decisions are kept beside the text and survive its edits. Escape leaves.\n[Start Review Mode](command:corpusAnnotator.review.enter)',
        fr: 'En mode révision (Maj+Alt+X), les touches décident au lieu d’écrire : Entrée confirme, Suppr rejette, P, O, L et M donnent le type, N passe au suivant. Vos décisions sont gardées à côté du texte et survivent à ses modifications. Échap quitte.\n[Entrer en mode révision](command:corpusAnnotator.review.enter)',
      },
      alt: {
        en: 'Names with a dotted line, one with a solid line and a check mark.',
        fr: 'Des noms au pointillé, l’un au trait plein et coché.',
      },
      done: ['onCommand:corpusAnnotator.review.confirm', 'onCommand:corpusAnnotator.review.enter'],
    },
    {
      id: 'adapt',
      title: { en: 'Make it yours', fr: 'L’adapter' },
      description: {
        en: 'Say what your articles begin with, which files are articles, what is shown. Your project’s own names go into .corpus/gazetteer.tsv, one on a line: they are found and explained at once.\n[Open Settings](command:workbench.action.openSettings?%5B%22%40ext%3Acorpus-annotator.corpus-annotator%22%5D)',
        fr: 'Dites par quoi commencent vos articles, quels fichiers en sont, ce qui est montré. Les noms propres à votre projet vont dans .corpus/gazetteer.tsv, un par ligne : ils sont trouvés et expliqués aussitôt.\n[Ouvrir les paramètres](command:workbench.action.openSettings?%5B%22%40ext%3Acorpus-annotator.corpus-annotator%22%5D)',
      },
      alt: { en: 'A list of switches and a table of names.', fr: 'Une liste d’interrupteurs et un tableau de noms.' },
      done: ['onSettingChanged:corpusAnnotator.articleFiles'],
    },
  ],
};
