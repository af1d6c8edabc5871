import { defineConfig } from 'vitepress';
import { REPOSITORY } from '../../scripts/lib/project.mjs';

/** The user's pages, which there are in each language, in the order of the side bar. */
const PAGES = [
  'first-steps',
  'who-says-what',
  'annotate',
  'review',
  'export',
  'search',
  'learning',
  'tables',
  'pictures',
  'handed-on',
  'command-line',
  'editors',
  'browser',
  'scale',
  'detectors',
  'formats',
  'accuracy',
] as const;

const WORDS = {
  en: [
    'First steps',
    'Who says what',
    'Annotate',
    'Review',
    'Export',
    'Search',
    'Learn from decisions',
    'Count',
    'See the whole',
    'Hand on',
    'Command line',
    'Other editors',
    'In a browser',
    'Many machines',
    'Detectors of your own',
    'Formats',
    'Accuracy',
  ],
  fr: [
    'Premiers pas',
    'Qui dit quoi',
    'Annoter',
    'Réviser',
    'Exporter',
    'Chercher',
    'Apprendre des décisions',
    'Compter',
    'Voir l’ensemble',
    'Transmettre',
    'Ligne de commande',
    'Autres éditeurs',
    'Dans un navigateur',
    'Plusieurs machines',
    'Vos détecteurs',
    'Formats et pertes',
    'Exactitude',
  ],
};

const userPages = (language: keyof typeof WORDS, folder: string) =>
  PAGES.map((page, index) => ({ text: WORDS[language][index] ?? page, link: `${folder}${page}` }));

const REFERENCE = [
  { text: 'Keys', link: '/keys' },
  { text: 'Settings', link: '/settings' },
  { text: 'Files beside a text', link: '/annotations' },
];
const REPORTS = [
  { text: 'Dates', link: '/dates-report' },
  { text: 'Quotes', link: '/quotes-report' },
  { text: 'Entities', link: '/entities-report' },
  { text: 'Speed and memory', link: '/speed-report' },
  { text: 'Reliability', link: '/reliability' },
];
const BUILDING = [
  { text: 'Architecture', link: '/architecture' },
  { text: 'Adding a language', link: '/languages' },
  { text: 'Glossary', link: '/glossary' },
];

export default defineConfig({
  title: 'Corpus Annotator',
  description: 'Names, dates and quotes in folders of articles, in VS Code',
  cleanUrls: false,
  lastUpdated: false,
  // What leads out of the documentation leads into the project's folder; a test of the project follows those links.
  ignoreDeadLinks: [/\.\.\//],
  markdown: { html: false },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        sidebar: [
          { text: 'For users', items: userPages('en', '/') },
          { text: 'Reference', items: REFERENCE },
          { text: 'How good it is', items: REPORTS },
          { text: 'For those who build on it', items: BUILDING },
        ],
      },
    },
    fr: {
      label: 'Français',
      lang: 'fr',
      description: 'Noms, dates et citations dans des dossiers d’articles, dans VS Code',
      themeConfig: {
        sidebar: [
          { text: 'Pour qui s’en sert', items: userPages('fr', '/fr/') },
          { text: 'Référence (en anglais)', items: REFERENCE },
          { text: 'Rapports (en anglais)', items: REPORTS },
        ],
        outline: { label: 'Sur cette page' },
        docFooter: { prev: 'Page précédente', next: 'Page suivante' },
        darkModeSwitchLabel: 'Apparence',
        lightModeSwitchTitle: 'Passer au thème clair',
        darkModeSwitchTitle: 'Passer au thème sombre',
        sidebarMenuLabel: 'Menu',
        returnToTopLabel: 'Retour en haut',
        langMenuLabel: 'Changer de langue',
        skipToContentLabel: 'Aller au contenu',
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: {
          fr: {
            translations: {
              button: { buttonText: 'Rechercher', buttonAriaLabel: 'Rechercher' },
              modal: {
                displayDetails: 'Afficher les détails',
                resetButtonTitle: 'Effacer la recherche',
                backButtonTitle: 'Fermer la recherche',
                noResultsText: 'Aucun résultat pour',
                footer: { selectText: 'choisir', navigateText: 'se déplacer', closeText: 'fermer' },
              },
            },
          },
        },
      },
    },
    ...(REPOSITORY === undefined ? {} : { socialLinks: [{ icon: 'github', link: REPOSITORY }] }),
  },
});
