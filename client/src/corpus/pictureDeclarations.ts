import { ARTICLE_LANGUAGE } from '../../../server/src/protocol';
import { type Commands, NEVER } from '../declare';
import { EDITOR_SUBMENU } from '../review/menus';

/** Commands that show a corpus as a whole. */
export const PICTURE_COMMANDS: Commands = {
  'corpus.dashboard': {
    title: { en: 'Corpus Dashboard', fr: 'Tableau de bord du corpus' },
    icon: 'dashboard',
    menus: [
      { menu: 'view/title', when: 'view == corpusAnnotator.quotesBySpeaker', group: 'navigation@0' },
      { menu: 'view/title', when: 'view == corpusAnnotator.progress', group: 'navigation@0' },
      { menu: EDITOR_SUBMENU, group: '5_corpus@0' },
    ],
  },
  'corpus.pictures': {
    title: { en: 'Corpus Pictures…', fr: 'Images du corpus…' },
    icon: 'graph',
    menus: [{ menu: EDITOR_SUBMENU, group: '5_corpus@4' }],
  },
  'corpus.articleTimeline': {
    title: { en: 'Time Line of This Article', fr: 'Frise chronologique de cet article' },
    icon: 'calendar',
    palette: `editorLangId == ${ARTICLE_LANGUAGE}`,
    menus: [{ menu: 'view/title', when: 'view == corpusAnnotator.timeline', group: 'navigation@1' }],
  },
  'corpus.keepIndex': { title: { en: 'Keep an Index', fr: 'Tenir un index' }, palette: NEVER },
};
