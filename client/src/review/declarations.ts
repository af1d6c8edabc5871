import { type Command, type Commands, IN_ARTICLE, NEVER } from '../declare';
import { actionCommand, actionKeys, onOwnText, type ReviewActions, titled } from './actions';
import { actionsIn, KEY_SET_NAMES, type KeySet } from './keySets';
import {
  EDITOR_SUBMENU,
  inProgressTitle,
  inReviewTitle,
  ON_OWN_TEXT,
  onProgressItem,
  onReviewItem,
  PROTECTED,
  REVIEWING,
  UNWRITTEN,
} from './menus';

/** A suggestion list or a rename box takes the keys while it is open. */
const NO_WIDGET = '!suggestWidgetVisible && !renameInputVisible';
/** When a key of the review mode decides instead of typing, besides `IN_TEXT`: the `when` of every one of them. */
export const REVIEW_KEYS_HOLD = `${ON_OWN_TEXT} && ${REVIEWING} && ${NO_WIDGET}`;
/** What Escape closes before it leaves the review mode. */
const NOTHING_OPEN = [
  'findWidgetVisible',
  'suggestWidgetVisible',
  'renameInputVisible',
  'editorHoverVisible',
  'parameterHintsVisible',
  'editorHasMultipleSelections',
  'referenceSearchVisible',
  'markersNavigationVisible',
  'codeActionMenuVisible',
]
  .map((context) => `!${context}`)
  .join(' && ');

/** The review mode's commands beside the actions. */
const MODE_COMMANDS: Commands = {
  enter: {
    title: { en: 'Start Review Mode', fr: 'Entrer en mode révision' },
    icon: 'checklist',
    palette: IN_ARTICLE,
    keys: ['shift+alt+x'],
    menus: [inReviewTitle('navigation@1', `${IN_ARTICLE} && !${REVIEWING}`), { menu: EDITOR_SUBMENU, group: '4_review@3' }],
  },
  leave: {
    title: { en: 'Leave Review Mode', fr: 'Quitter le mode révision' },
    palette: REVIEWING,
    keys: [{ key: 'escape', when: `${REVIEWING} && ${NOTHING_OPEN}` }],
  },
};

/** Commands of reviewing that are not actions of the review mode; "Review: " comes before their titles. */
const OTHER_COMMANDS = {
  save: {
    title: { en: 'Save the Text', fr: 'enregistrer le texte' },
    palette: REVIEWING,
    // VS Code does not save what is read-only
    keys: [{ key: 'ctrl+s', when: `(${REVIEWING} || ${PROTECTED})` }],
  },
  tryAgain: {
    title: { en: 'Write Decisions Again', fr: 'écrire à nouveau les décisions' },
    palette: UNWRITTEN,
  },
  setType: {
    title: { en: 'Set Type or Add Annotation', fr: 'donner un type ou annoter' },
    palette: IN_ARTICLE,
    keys: [onOwnText('shift+alt+y')],
    menus: [{ menu: EDITOR_SUBMENU, group: '1_review@4' }],
  },
  newType: {
    title: { en: 'New Annotation Type…', fr: 'nouveau type d’annotation…' },
    palette: IN_ARTICLE,
    menus: [inReviewTitle('1_bulk@3', IN_ARTICLE)],
  },
  confirmAll: {
    title: { en: 'Confirm All Above a Score', fr: 'confirmer tout au-dessus d’un score' },
    palette: IN_ARTICLE,
    menus: [inReviewTitle('1_bulk@1', IN_ARTICLE)],
  },
  rejectAll: {
    title: { en: 'Reject All Below a Score', fr: 'rejeter tout au-dessous d’un score' },
    palette: IN_ARTICLE,
    menus: [inReviewTitle('1_bulk@2', IN_ARTICLE)],
  },
  filter: {
    title: { en: 'Choose What to List', fr: 'choisir ce qui est listé' },
    icon: 'filter',
    menus: [inReviewTitle('navigation@2')],
  },
  threshold: {
    title: { en: 'Set Confidence Threshold', fr: 'régler le seuil de confiance' },
    icon: 'settings',
    enablement: IN_ARTICLE,
    palette: IN_ARTICLE,
    menus: [inReviewTitle('navigation@3')],
  },
  finish: {
    title: { en: 'Article Is Finished', fr: 'article terminé' },
    icon: 'pass',
    menus: [
      { menu: EDITOR_SUBMENU, group: '4_review@4' },
      onProgressItem('1_outcome@1', 'viewItem =~ /^(open|aside|finished)$/'),
    ],
  },
  setAside: {
    title: { en: 'Set Article Aside…', fr: 'mettre l’article de côté…' },
    menus: [{ menu: EDITOR_SUBMENU, group: '4_review@5' }, onProgressItem('1_outcome@2', 'viewItem =~ /^(open|finished)$/')],
  },
  reopen: {
    title: { en: 'Article Is Open Again', fr: 'rouvrir l’article' },
    menus: [onProgressItem('1_outcome@3', 'viewItem =~ /^(aside|finished)$/')],
  },
  labelArticle: {
    title: { en: 'Label This Article…', fr: 'étiqueter cet article…' },
    palette: NEVER,
    menus: [onProgressItem('1_outcome@4', 'viewItem =~ /^(open|aside|finished)$/')],
  },
  nextUnfinished: {
    title: { en: 'Open Next Unfinished Article', fr: 'ouvrir le prochain article non terminé' },
    icon: 'arrow-right',
    menus: [inProgressTitle('navigation@1'), onProgressItem('inline@1', 'viewItem == folder')],
  },
  nextInOrder: {
    title: {
      en: 'Open Next Unfinished Article in Another Order…',
      fr: 'ouvrir le prochain article non terminé, dans un autre ordre…',
    },
    menus: [inProgressTitle('1_order@1')],
  },
  filterProgress: {
    title: { en: 'Choose Which Articles Are Listed', fr: 'choisir les articles listés' },
    icon: 'filter',
    menus: [inProgressTitle('navigation@2')],
  },
  sign: {
    title: { en: 'Sign My Decisions…', fr: 'signer mes décisions…' },
  },
  folderProgress: {
    title: { en: 'Show Progress of All Articles', fr: 'progression de tous les articles' },
    menus: [inReviewTitle('2_folder@1')],
  },
  checkFolder: {
    title: { en: 'Check All Articles for Inconsistencies', fr: 'vérifier la cohérence de tous les articles' },
    menus: [inReviewTitle('2_folder@2')],
  },
  resolveConflicts: {
    title: { en: 'Resolve Conflicts', fr: 'résoudre les conflits' },
    palette: IN_ARTICLE,
  },
  forget: {
    title: { en: 'Forget Decision', fr: 'oublier la décision' },
    icon: 'trash',
    palette: NEVER,
    menus: [onReviewItem('inline@2', 'viewItem == lost')],
  },
  place: {
    title: { en: 'Place on Selected Words', fr: 'placer sur les mots sélectionnés' },
    icon: 'pin',
    palette: NEVER,
    menus: [onReviewItem('inline@1', 'viewItem == lost')],
  },
  apply: {
    title: { en: 'Apply', fr: 'appliquer' },
    palette: NEVER,
  },
  chooseType: {
    title: { en: 'Choose Type', fr: 'choisir le type' },
    palette: NEVER,
  },
  ask: {
    title: { en: 'Ask', fr: 'demander' },
    palette: NEVER,
  },
  applyToAll: {
    title: { en: 'Apply to All Mentions of', fr: 'appliquer à toutes les mentions de' },
    palette: NEVER,
  },
} satisfies Commands;

/** Commands on whole corpora. */
const CORPUS_COMMANDS: Commands = {
  export: {
    title: { en: 'Export Annotations…', fr: 'Exporter les annotations…' },
    menus: [inReviewTitle('3_exchange@1')],
  },
  import: {
    title: { en: 'Import Annotations…', fr: 'Importer des annotations…' },
    menus: [inReviewTitle('3_exchange@2')],
  },
  agreement: {
    title: { en: 'Compare Annotators…', fr: 'Comparer des annotateurs…' },
    menus: [inReviewTitle('3_exchange@3')],
  },
  secondAnnotator: {
    title: { en: 'Start a Second Annotator’s Folder…', fr: 'Commencer le dossier d’un second annotateur…' },
    menus: [inReviewTitle('3_exchange@5')],
  },
  adjudicate: {
    title: { en: 'Adjudicate Annotators…', fr: 'Arbitrer les annotateurs…' },
    menus: [inReviewTitle('3_exchange@4')],
  },
};

/** The command that the keys of the review mode run, with the key as its argument. */
export const KEY_COMMAND = 'review.key';

/** All commands of reviewing, by their names. */
export function reviewCommands(actions: ReviewActions): Commands {
  const named = (commands: Readonly<Record<string, Command>>, change: (command: Command) => Command): Commands =>
    Object.fromEntries(Object.entries(commands).map(([name, command]) => [`review.${name}`, change(command)]));
  return {
    ...named(MODE_COMMANDS, (command) => command),
    ...Object.fromEntries(Object.entries(actions).map(([name, action]) => [`review.${name}`, actionCommand(action)])),
    ...named(OTHER_COMMANDS, titled),
    [KEY_COMMAND]: titled({ title: { en: 'Key', fr: 'touche' }, palette: NEVER }),
    ...CORPUS_COMMANDS,
  };
}

/**
 * Every key that decides in place of typing: letters and digits, which a project's schema may give to its types, letters with
 * Shift, so that none is typed by mistake, and what other keys the actions have.
 */
export function reviewModeKeys(actions: ReviewActions): readonly string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return [
    ...new Set([...letters, ...'0123456789', ...letters.map((letter) => `shift+${letter}`), ...Object.keys(actionKeys(actions))]),
  ];
}

/** A key of an action in the review mode, and what has to hold for it besides `IN_TEXT`. */
export interface ActionKey {
  readonly action: string;
  readonly key: string;
  readonly when: string;
}

/** The keys of actions, each a binding of the action's own command, so that each can be given another key; in the sets that have it. */
export function actionBindings(actions: ReviewActions): readonly ActionKey[] {
  const sets = new Map<string, KeySet[]>();
  for (const set of KEY_SET_NAMES)
    for (const [key, action] of Object.entries(actionKeys(actionsIn(set, actions)))) {
      const own = `${action} ${key}`;
      sets.set(own, [...(sets.get(own) ?? []), set]);
    }
  return [...sets].map(([own, where]) => {
    const [action = '', key = ''] = own.split(' ');
    const isEverywhere = where.length === KEY_SET_NAMES.length;
    return {
      action,
      key,
      when: isEverywhere ? REVIEW_KEYS_HOLD : `${REVIEW_KEYS_HOLD} && ${KEY_SET_CONTEXT} =~ /^(${where.join('|')})$/`,
    };
  });
}

/** VS Code's context for the setting that names the set in force. */
const KEY_SET_CONTEXT = 'config.corpusAnnotator.reviewKeys';

/** Letters with Alt, which take exactly what is selected; one that is of no use there does what it does elsewhere. */
export const EXACT_KEYS: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `alt+${letter}`);
