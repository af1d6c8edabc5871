import { type Commands, NEVER } from '../declare';

/** The steps of the walkthrough that show something in an article. */
export const TRIED = ['hover', 'quote', 'review', 'date'] as const;
export type Tried = (typeof TRIED)[number];

/** Commands of who looks at it for the first time. */
export const FIRST_COMMANDS: Commands = {
  openWalkthrough: {
    title: { en: 'Get Started', fr: 'Premiers pas' },
  },
  openSampleCorpus: {
    title: { en: 'Open the Sample Corpus', fr: 'Ouvrir le corpus d’exemple' },
  },
  showLegend: {
    title: { en: 'Legend of Colours and Lines', fr: 'Légende des couleurs et des traits' },
    icon: 'symbol-color',
    keys: ['alt+k'],
    menus: [{ menu: 'view/title', when: 'view == corpusAnnotator.quotesBySpeaker', group: 'navigation@1' }],
  },
  tryStep: {
    title: { en: 'Try It in an Article', fr: 'Essayer dans un article' },
    palette: NEVER,
  },
};
