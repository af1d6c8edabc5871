import { ARTICLE_LANGUAGE } from '../../../server/src/protocol';
import { type Commands, type Key, type MenuItem, NEVER } from '../declare';
import type { ReviewActions } from '../review/actions';
import { reviewModeKeys } from '../review/declarations';
import { EDITOR_SUBMENU } from '../review/menus';

/** The scheme of concordances: read-only documents that live as long as the window. */
export const CONCORDANCE_SCHEME = 'corpus-annotator-concordance';

const IS_ARTICLE = `editorLangId == ${ARTICLE_LANGUAGE}`;
const IN_CONCORDANCE = `resourceScheme == ${CONCORDANCE_SCHEME}`;
const onLine = (key: string): Key => ({ key, instead: `editorTextFocus && ${IN_CONCORDANCE}` });

const onLines = (group: string): MenuItem => ({ menu: 'editor/context', when: IN_CONCORDANCE, group });

/** The command that the keys on lines run, with the key as its argument. */
export const LINE_KEY_COMMAND = 'search.key';

/** The keys of the review mode decide on lines too, where no other command has them: Enter opens a hit. */
export function lineKeys(actions: ReviewActions): readonly Key[] {
  return reviewModeKeys(actions)
    .filter((key) => key !== 'enter')
    .map(onLine);
}

/** Commands on the concordance, and on corpora that are brought in. */
export const CONCORDANCE_COMMANDS: Commands = {
  search: {
    title: { en: 'Search All Articles…', fr: 'Chercher dans tous les articles…' },
    icon: 'search',
    menus: [
      { menu: 'view/title', when: 'view == corpusAnnotator.quotesBySpeaker', group: 'navigation@1' },
      { menu: EDITOR_SUBMENU, group: '5_corpus@1' },
      { menu: 'editor/title', when: IN_CONCORDANCE, group: 'navigation@1' },
    ],
  },
  'search.sort': {
    title: { en: 'Sort Concordance…', fr: 'Trier la concordance…' },
    icon: 'list-ordered',
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: 'navigation@2' }],
  },
  'search.options': {
    title: {
      en: 'Concordance Options: Capitals, Accents, Copies…',
      fr: 'Options de la concordance : majuscules, accents, doublons…',
    },
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: '1_parts@4' }],
  },
  'search.thin': {
    title: { en: 'Thin Concordance at Random…', fr: 'Réduire la concordance au hasard…' },
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: '1_parts@5' }],
  },
  'search.export': {
    title: { en: 'Export Concordance…', fr: 'Exporter la concordance…' },
    icon: 'export',
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: '1_parts@3' }],
  },
  'search.list': {
    title: { en: 'Count Names of a List in All Articles…', fr: 'Compter les noms d’une liste dans tous les articles…' },
  },
  'search.saveQuery': {
    title: { en: 'Save Query as Sub-Corpus…', fr: 'Enregistrer la requête comme sous-corpus…' },
    icon: 'save',
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: '1_parts@1' }],
  },
  'search.parts': {
    title: { en: 'Search in a Sub-Corpus…', fr: 'Chercher dans un sous-corpus…' },
    icon: 'filter-filled',
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: '1_parts@2' }],
  },
  'search.annotate': {
    title: { en: 'Annotate Lines…', fr: 'Annoter les lignes…' },
    icon: 'tag',
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: 'navigation@3' }, onLines('1_decide@3')],
    keys: [onLine('shift+alt+y')],
  },
  'search.confirm': {
    title: { en: 'Confirm Lines', fr: 'Confirmer les lignes' },
    palette: IN_CONCORDANCE,
    menus: [onLines('1_decide@1')],
    keys: [onLine('alt+y')],
  },
  'search.reject': {
    title: { en: 'Reject Lines', fr: 'Rejeter les lignes' },
    palette: IN_CONCORDANCE,
    menus: [onLines('1_decide@2')],
    keys: [onLine('alt+x')],
  },
  'search.undecidedOnly': {
    title: { en: 'Show Undecided Lines Only, or All', fr: 'Afficher les seules lignes à décider, ou toutes' },
    icon: 'filter',
    palette: IN_CONCORDANCE,
    menus: [{ menu: 'editor/title', when: IN_CONCORDANCE, group: 'navigation@4' }],
  },
  'search.undo': {
    title: { en: 'Take Decisions on Lines Back', fr: 'Annuler les décisions sur des lignes' },
    palette: IN_CONCORDANCE,
    keys: [onLine('ctrl+z')],
  },
  'search.redo': {
    title: { en: 'Make Decisions on Lines Again', fr: 'Rétablir les décisions sur des lignes' },
    palette: IN_CONCORDANCE,
    keys: [onLine('ctrl+shift+z'), onLine('ctrl+y')],
  },
  [LINE_KEY_COMMAND]: { title: { en: 'Key', fr: 'Touche' }, palette: NEVER },
  'corpus.nextMention': {
    title: { en: 'Go to Next Mention in Other Articles', fr: 'Aller à la mention suivante dans les autres articles' },
    palette: IS_ARTICLE,
  },
  'corpus.previousMention': {
    title: { en: 'Go to Previous Mention in Other Articles', fr: 'Aller à la mention précédente dans les autres articles' },
    palette: IS_ARTICLE,
  },
  'corpus.nextByDate': {
    title: { en: 'Go to Next Article by Date', fr: 'Aller à l’article suivant par date' },
    palette: IS_ARTICLE,
  },
  'corpus.previousByDate': {
    title: { en: 'Go to Previous Article by Date', fr: 'Aller à l’article précédent par date' },
    palette: IS_ARTICLE,
  },
  'corpus.searchName': {
    title: { en: 'Find All References in the Corpus', fr: 'Trouver toutes les références dans le corpus' },
    palette: IS_ARTICLE,
    menus: [{ menu: EDITOR_SUBMENU, group: '5_corpus@2' }],
  },
  'corpus.mergeName': {
    title: { en: 'Merge with Another Name in the Corpus…', fr: 'Fusionner avec un autre nom du corpus…' },
    palette: IS_ARTICLE,
    menus: [{ menu: 'view/item/context', when: 'viewItem == corpusName', group: '1_names@1' }],
  },
  'corpus.splitName': {
    title: { en: 'Split a Name of the Corpus…', fr: 'Séparer un nom du corpus…' },
    palette: IS_ARTICLE,
    menus: [{ menu: 'view/item/context', when: 'viewItem == corpusName', group: '1_names@2' }],
  },
  'corpus.undoNames': {
    title: {
      en: 'Take the Last Decision on Names of the Corpus Back',
      fr: 'Annuler la dernière décision sur des noms du corpus',
    },
  },
  'corpus.tables': {
    title: { en: 'Corpus Tables…', fr: 'Tableaux du corpus…' },
    icon: 'table',
    menus: [{ menu: EDITOR_SUBMENU, group: '5_corpus@3' }],
  },
  'corpus.speakerWords': {
    title: { en: 'Speaker’s Words Against All Others', fr: 'Mots du locuteur comparés à tous les autres' },
    icon: 'graph',
    palette: IS_ARTICLE,
    menus: [
      { menu: EDITOR_SUBMENU, group: '5_corpus@4' },
      { menu: 'view/item/context', when: 'view == corpusAnnotator.quotesBySpeaker && viewItem == speaker', group: 'inline' },
    ],
  },
  'index.pause': { title: { en: 'Pause or Resume Indexing', fr: 'Suspendre ou reprendre l’indexation' } },
  'search.open': {
    title: { en: 'Open Hit', fr: 'Ouvrir l’occurrence' },
    palette: IN_CONCORDANCE,
    keys: [onLine('enter')],
  },
  'search.openBeside': {
    title: { en: 'Open Quotation and Article Beside', fr: 'Ouvrir la citation et l’article à côté' },
    icon: 'split-horizontal',
    palette: IN_CONCORDANCE,
    menus: [onLines('0_open@1')],
    keys: [onLine('ctrl+enter')],
  },
  copyQuote: {
    title: { en: 'Copy Quote with Source', fr: 'Copier la citation avec sa source' },
    icon: 'copy',
    palette: `${IS_ARTICLE} || ${IN_CONCORDANCE}`,
    menus: [
      onLines('0_open@2'),
      { menu: EDITOR_SUBMENU, group: '5_corpus@4' },
      { menu: 'view/item/context', when: 'view == corpusAnnotator.quotesBySpeaker && viewItem == quotation', group: 'inline' },
    ],
  },
  importArticles: {
    title: { en: 'Import Articles…', fr: 'Importer des articles…' },
    icon: 'cloud-download',
  },
};
