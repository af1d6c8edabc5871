import { ARTICLE_LANGUAGE } from '../../../server/src/protocol';
import { type Commands, NEVER, type Text } from '../declare';

const NO_ARTICLE = `editorLangId != ${ARTICLE_LANGUAGE}`;

/** A view of the activity bar's container. */
export interface View {
  readonly name: Text;
  readonly visibility?: 'collapsed';
}

/** In the order of the container, by their names after `corpusAnnotator.`. */
export const VIEWS = {
  quotesBySpeaker: { name: { en: 'Quotes by Speaker', fr: 'Citations par locuteur' } },
  timeline: { name: { en: 'Timeline', fr: 'Chronologie' } },
  entities: { name: { en: 'Entities', fr: 'Entités' } },
  review: { name: { en: 'Review', fr: 'Révision' }, visibility: 'collapsed' },
  progress: { name: { en: 'Progress', fr: 'Avancement' }, visibility: 'collapsed' },
} as const satisfies Readonly<Record<string, View>>;

const OF_ARTICLES = 'view =~ /^corpusAnnotator\\.(quotesBySpeaker|timeline|entities)$/';
const WHOLE = 'corpusAnnotator.wholeCorpus';
const filterOf = (view: keyof typeof VIEWS, title: Text): Commands[string] => ({
  title,
  icon: 'filter',
  menus: [{ menu: 'view/title', when: `view == corpusAnnotator.${view} && ${WHOLE}`, group: 'navigation@3' }],
});

/** Commands on the views of the active article or of the whole corpus. */
export const VIEW_COMMANDS: Commands = {
  'views.showCorpus': {
    title: { en: 'Show the Whole Corpus in the Views', fr: 'Afficher tout le corpus dans les vues' },
    icon: 'library',
    menus: [{ menu: 'view/title', when: `${OF_ARTICLES} && !${WHOLE}`, group: 'navigation@2' }],
  },
  'views.showArticle': {
    title: { en: 'Show This Article in the Views', fr: 'Afficher cet article dans les vues' },
    icon: 'file-text',
    menus: [{ menu: 'view/title', when: `${OF_ARTICLES} && ${WHOLE}`, group: 'navigation@2' }],
  },
  'views.filterSpeakers': filterOf('quotesBySpeaker', {
    en: 'Filter Speakers of the Whole Corpus…',
    fr: 'Filtrer les locuteurs de tout le corpus…',
  }),
  'views.filterDates': filterOf('timeline', {
    en: 'Filter Dates of the Whole Corpus…',
    fr: 'Filtrer les dates de tout le corpus…',
  }),
  'views.filterEntities': filterOf('entities', {
    en: 'Filter Entities of the Whole Corpus…',
    fr: 'Filtrer les entités de tout le corpus…',
  }),
  'views.more': { title: { en: 'More Rows', fr: 'Plus de lignes' }, palette: NEVER },
  'views.searchRow': {
    title: { en: 'Find in All Articles', fr: 'Chercher dans tous les articles' },
    icon: 'search',
    palette: NEVER,
    menus: [{ menu: 'view/item/context', when: `${OF_ARTICLES} && viewItem == corpusName`, group: 'inline' }],
  },
};

/** What an empty view shows. */
export interface Welcome {
  readonly view: string;
  readonly when: string;
  readonly contents: Text;
}

export const WELCOMES = {
  noFolder: {
    view: 'quotesBySpeaker',
    when: `workspaceFolderCount == 0 && ${NO_ARTICLE}`,
    contents: {
      en: 'Open a folder of articles to see who says what in them.\n[Open Folder](command:vscode.openFolder)\n[Open the Sample Corpus](command:corpusAnnotator.openSampleCorpus)\n[Get Started](command:corpusAnnotator.openWalkthrough)',
      fr: 'Ouvrez un dossier d’articles pour voir qui y dit quoi.\n[Ouvrir un dossier](command:vscode.openFolder)\n[Ouvrir le corpus d’exemple](command:corpusAnnotator.openSampleCorpus)\n[Premiers pas](command:corpusAnnotator.openWalkthrough)',
    },
  },
  noArticle: {
    view: 'quotesBySpeaker',
    when: `workspaceFolderCount > 0 && ${NO_ARTICLE}`,
    contents: {
      en: 'No article is open. A text file is one by its header, its annotations or its sentences, or by a command:\n[Treat This File as Article](command:corpusAnnotator.treatAsArticle)\n[Treat a Folder as Articles](command:corpusAnnotator.treatFolderAsArticles)\nOr look round in articles of an invented world:\n[Open the Sample Corpus](command:corpusAnnotator.openSampleCorpus)',
      fr: 'Aucun article n’est ouvert. Un fichier texte en est un par son en-tête, ses annotations ou ses phrases, ou par une commande :\n[Traiter ce fichier comme article](command:corpusAnnotator.treatAsArticle)\n[Traiter un dossier comme articles](command:corpusAnnotator.treatFolderAsArticles)\nOu promenez-vous dans les articles d’un monde inventé :\n[Ouvrir le corpus d’exemple](command:corpusAnnotator.openSampleCorpus)',
    },
  },
  timeline: {
    view: 'timeline',
    when: NO_ARTICLE,
    contents: {
      en: 'The dates of the open article appear here, in the order of time.',
      fr: 'Les dates de l’article ouvert apparaissent ici, dans l’ordre du temps.',
    },
  },
  entities: {
    view: 'entities',
    when: NO_ARTICLE,
    contents: {
      en: 'The persons, organisations and places of the open article appear here.',
      fr: 'Les personnes, organisations et lieux de l’article ouvert apparaissent ici.',
    },
  },
} as const satisfies Readonly<Record<string, Welcome & { readonly view: keyof typeof VIEWS }>>;
