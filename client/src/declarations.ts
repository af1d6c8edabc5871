import { type Commands, NEVER } from './declare';

/** Commands about the server and its log, and those that links in hovers run. */
export const GENERAL_COMMANDS: Commands = {
  restartServer: {
    title: { en: 'Restart Language Server', fr: 'Redémarrer le serveur de langage' },
  },
  showLog: {
    title: { en: 'Show Log', fr: 'Afficher le journal' },
  },
  goTo: {
    title: { en: 'Go to Place', fr: 'Aller à l’endroit' },
    palette: NEVER,
  },
  showLocations: {
    title: { en: 'Show Places', fr: 'Afficher les endroits' },
    palette: NEVER,
  },
};
