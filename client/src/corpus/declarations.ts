import type { Commands, Key } from '../declare';
import { EDITOR_SUBMENU } from '../review/menus';

/** The scheme of concordances: read-only documents that live as long as the window. */
export const CONCORDANCE_SCHEME = 'corpus-annotator-concordance';

const IN_CONCORDANCE = `resourceScheme == ${CONCORDANCE_SCHEME}`;
const onLine = (key: string): Key => ({ key, instead: `editorTextFocus && ${IN_CONCORDANCE}` });

/** Commands on the concordance. */
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
  'search.open': {
    title: { en: 'Open Hit', fr: 'Ouvrir l’occurrence' },
    palette: IN_CONCORDANCE,
    keys: [onLine('enter')],
  },
};
