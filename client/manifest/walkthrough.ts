import type { Text } from '../src/declare';

/**
 * A step of the walkthrough; its pictures are `client/media/walkthrough/LANGUAGE-ID-THEME.webp`, made of the real product
 * by `npm run screenshots`.
 */
export interface WalkthroughStep {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  /** What the picture shows. */
  readonly alt: Text;
  /** Any of these events completes the step. */
  readonly done: readonly string[];
}

/** The themes that there are pictures for, by VS Code's names for them in a walkthrough. */
export const PICTURE_THEMES = { dark: 'dark', light: 'light', hc: 'dark', hcLight: 'light' } as const;

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
        en: 'Any text that reads like prose opens as an article, in any folder. To look round first, take the sample corpus: forty-seven invented articles, a copy of your own.\n[Open the Sample Corpus](command:corpusAnnotator.openSampleCorpus)\n[Open Folder](command:vscode.openFolder)',
        fr: 'Tout texte qui se lit comme de la prose s’ouvre en article, dans tout dossier. Pour voir d’abord, prenez le corpus d’exemple : quarante-sept articles inventés, dont une copie est à vous.\n[Ouvrir le corpus d’exemple](command:corpusAnnotator.openSampleCorpus)\n[Ouvrir un dossier](command:vscode.openFolder)',
      },
      alt: {
        en: 'The folder of the sample corpus with an article open: names, dates and quotes are marked in it.',
        fr: 'Le dossier du corpus d’exemple, un article ouvert : noms, dates et citations y sont marqués.',
      },
      done: ['onLanguage:article'],
    },
    {
      id: 'read',
      title: { en: 'Read with the mouse', fr: 'Lire avec la souris' },
      description: {
        en: 'Persons, organisations, places and works have colours of their own, dates a dashed line too; quotes have a background, their speaker a line beneath. Rest the mouse on any of them: who speaks, which day is meant, where else the name stands.\n[Show a Hover](command:corpusAnnotator.tryStep?%5B%22hover%22%5D)\n[Legend of Colours](command:corpusAnnotator.showLegend)',
        fr: 'Personnes, organisations, lieux et œuvres ont leurs couleurs, les dates des tirets en plus ; les citations ont un fond, leur locuteur est souligné. Posez la souris dessus : qui parle, de quel jour il s’agit, où le nom se trouve encore.\n[Montrer une infobulle](command:corpusAnnotator.tryStep?%5B%22hover%22%5D)\n[Légende des couleurs](command:corpusAnnotator.showLegend)',
      },
      alt: {
        en: 'An article with a hover on a name: who it is, where it stands, what the person says.',
        fr: 'Un article et une infobulle sur un nom : qui c’est, où il se trouve, ce que dit la personne.',
      },
      done: ['onCommand:corpusAnnotator.showLegend', 'onCommand:corpusAnnotator.tryStep'],
    },
    {
      id: 'walk',
      title: { en: 'Walk with the keyboard', fr: 'Parcourir au clavier' },
      description: {
        en: 'Alt+Q goes to the next quote, Alt+J to the next date, Alt+N to the next name, Alt+B to the next quote by the same speaker; with Shift they go back (on macOS, hold Ctrl too). At the end they begin again. Alt+K shows the legend.\n[Next Quote](command:corpusAnnotator.tryStep?%5B%22quote%22%5D)\n[Change the Keys](command:workbench.action.openGlobalKeybindings?%5B%22corpusAnnotator%22%5D)',
        fr: 'Alt+Q va à la citation suivante, Alt+J à la date suivante, Alt+N au nom suivant, Alt+B à la citation suivante du même locuteur ; avec Maj, en arrière (sous macOS, avec Ctrl en plus). À la fin, on recommence. Alt+K montre la légende.\n[Citation suivante](command:corpusAnnotator.tryStep?%5B%22quote%22%5D)\n[Changer les touches](command:workbench.action.openGlobalKeybindings?%5B%22corpusAnnotator%22%5D)',
      },
      alt: {
        en: 'A quote that is selected, and which one it is in the status bar.',
        fr: 'Une citation sélectionnée, et son rang dans la barre d’état.',
      },
      done: ['onCommand:corpusAnnotator.nextQuote', 'onCommand:corpusAnnotator.nextEntity', 'onCommand:corpusAnnotator.nextDate'],
    },
    {
      id: 'views',
      title: { en: 'See the article as lists', fr: 'Voir l’article en listes' },
      description: {
        en: 'The Corpus Annotator views list the open article’s quotes by speaker, its dates in the order of time, and its names. A click leads to the text. The Outline follows the article’s order.\n[Show the Views](command:corpusAnnotator.quotesBySpeaker.focus)',
        fr: 'Les vues de Corpus Annotator listent les citations de l’article par locuteur, ses dates dans l’ordre du temps, et ses noms. Un clic mène au texte. La Structure suit l’ordre de l’article.\n[Afficher les vues](command:corpusAnnotator.quotesBySpeaker.focus)',
      },
      alt: {
        en: 'Beside an article: speakers with their quotes, dates in order, names by type.',
        fr: 'À côté d’un article : les locuteurs et leurs citations, les dates en ordre, les noms par type.',
      },
      done: ['onView:corpusAnnotator.timeline'],
    },
    {
      id: 'review',
      title: { en: 'Correct with single keys', fr: 'Corriger d’une touche' },
      description: {
        en: 'In review mode (Shift+Alt+X) keys decide instead of typing: Enter confirms, Delete rejects, P, O, L and M set the type, H sets a quote’s speaker, N goes on. Your decisions are kept beside the text and survive its edits. Escape leaves.\n[Start Review Mode](command:corpusAnnotator.tryStep?%5B%22review%22%5D)',
        fr: 'En mode révision (Maj+Alt+X), les touches décident au lieu d’écrire : Entrée confirme, Suppr rejette, P, O, L et M donnent le type, H le locuteur d’une citation, N passe au suivant. Vos décisions sont gardées à côté du texte et survivent à ses modifications. Échap quitte.\n[Entrer en mode révision](command:corpusAnnotator.tryStep?%5B%22review%22%5D)',
      },
      alt: {
        en: 'An article in review mode: dotted lines under suggestions, solid ones under what was confirmed.',
        fr: 'Un article en mode révision : pointillés sous les suggestions, traits pleins sous ce qui est confirmé.',
      },
      done: ['onCommand:corpusAnnotator.review.confirm', 'onCommand:corpusAnnotator.review.enter'],
    },
    {
      id: 'export',
      title: { en: 'Set dates, export', fr: 'Fixer les dates, exporter' },
      description: {
        en: '“Yesterday” counts from the article’s date. Where the text does not tell it, set it once. What was found and decided goes out in TEI, CoNLL, brat, CSV and eleven other formats, each with a report of what it cannot say.\n[Set the Article’s Date](command:corpusAnnotator.tryStep?%5B%22date%22%5D)\n[Export a Folder](command:corpusAnnotator.export)',
        fr: '« Hier » se compte depuis la date de l’article. Si le texte ne la dit pas, fixez-la une fois. Ce qui est trouvé et décidé s’exporte en TEI, CoNLL, brat, CSV et onze autres formats, chacun avec un rapport de ce qu’il ne peut dire.\n[Fixer la date de l’article](command:corpusAnnotator.tryStep?%5B%22date%22%5D)\n[Exporter un dossier](command:corpusAnnotator.export)',
      },
      alt: { en: 'The list of formats to export in.', fr: 'La liste des formats d’exportation.' },
      done: ['onCommand:corpusAnnotator.export', 'onCommand:corpusAnnotator.setArticleDate'],
    },
    {
      id: 'adapt',
      title: { en: 'Make it yours', fr: 'L’adapter' },
      description: {
        en: 'Say what your articles begin with, which files are articles, what is shown. Your project’s own names go into .corpus/gazetteer.tsv, one on a line: they are found and explained at once.\n[Open Settings](command:workbench.action.openSettings?%5B%22%40ext%3Acorpus-annotator.corpus-annotator%22%5D)',
        fr: 'Dites par quoi commencent vos articles, quels fichiers en sont, ce qui est montré. Les noms propres à votre projet vont dans .corpus/gazetteer.tsv, un par ligne : ils sont trouvés et expliqués aussitôt.\n[Ouvrir les paramètres](command:workbench.action.openSettings?%5B%22%40ext%3Acorpus-annotator.corpus-annotator%22%5D)',
      },
      alt: { en: 'The settings of Corpus Annotator.', fr: 'Les paramètres de Corpus Annotator.' },
      done: ['onSettingChanged:corpusAnnotator.articleFiles'],
    },
  ],
};
