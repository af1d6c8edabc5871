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
  'corpus.searchName': {
    title: { en: 'Find This Name in All Articles', fr: 'Chercher ce nom dans tous les articles' },
    palette: IS_ARTICLE,
    menus: [{ menu: EDITOR_SUBMENU, group: '5_corpus@2' }],
  },
  'index.pause': { title: { en: 'Pause or Resume Indexing', fr: 'Suspendre ou reprendre l’indexation' } },
  'search.open': {
    title: { en: 'Open Hit', fr: 'Ouvrir l’occurrence' },
    palette: IN_CONCORDANCE,
    keys: [onLine('enter')],
  },
  importArticles: {
    title: { en: 'Import Articles…', fr: 'Importer des articles…' },
    icon: 'cloud-download',
  },
};
