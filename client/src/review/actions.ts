import { type Command, IN_ARTICLE, type Key, type MenuItem, type Text } from '../declare';
import { EDITOR_SUBMENU, inReviewTitle, ON_OWN_TEXT, onReviewItem, UNDOES_DECISIONS } from './menus';

/**
 * Something that a key does in the review mode, and a command anywhere: the command `review.…` with the name of its entry.
 * What it does stands in `ReviewCommands`, which lacks an entry until it is there.
 */
export interface ReviewActionDeclaration {
  /** The command's title, after "Review: ". */
  readonly title: Text;
  /** Keys of the review mode, as the help shows them. */
  readonly keys: readonly string[];
  /** More keys, which the help does not show. */
  readonly quietKeys?: readonly string[];
  /** Its line in the help; without it, its keys join the line above. */
  readonly help?: Text;
  /** Keys that do it outside the review mode too. */
  readonly shortcuts?: readonly (string | Key)[];
  readonly icon?: string;
  /** Its place in the submenu of the text's context menu. */
  readonly menu?: string;
  /** Its places in other menus. */
  readonly menus?: readonly MenuItem[];
}

export type ReviewActions = Readonly<Record<string, ReviewActionDeclaration>>;

/**
 * In the order of the help. Letters that the built-in schema gives to types are not among the keys; a project's own schema
 * may take any: its types come first, and every action has a command too.
 */
export const REVIEW_ACTIONS = {
  confirm: {
    title: { en: 'Confirm', fr: 'confirmer' },
    keys: ['enter', 'y'],
    help: { en: 'confirm', fr: 'confirmer' },
    icon: 'check',
    shortcuts: ['alt+y'],
    menu: '1_review@1',
    menus: [onReviewItem('inline@1', 'viewItem =~ /suggested|doubtful|rejected/')],
  },
  reject: {
    title: { en: 'Reject', fr: 'rejeter' },
    keys: ['delete', 'r'],
    quietKeys: ['backspace'],
    help: { en: 'reject', fr: 'rejeter' },
    icon: 'close',
    shortcuts: ['alt+x'],
    menu: '1_review@2',
    menus: [onReviewItem('inline@2', 'viewItem =~ /suggested|doubtful|confirmed/')],
  },
  clear: {
    title: { en: 'Take Decision Back', fr: 'retirer la décision' },
    keys: ['c'],
    help: { en: 'take the decision back', fr: 'revenir sur la décision' },
    icon: 'discard',
    menu: '1_review@3',
    menus: [onReviewItem('inline@3', 'viewItem =~ /confirmed|rejected/')],
  },
  next: {
    title: { en: 'Go to Next Undecided', fr: 'aller au suivant à décider' },
    keys: ['space', 'n'],
    quietKeys: ['tab'],
    help: { en: 'next undecided; with Shift, the one before', fr: 'suivant à décider ; avec Maj, le précédent' },
    shortcuts: ['alt+u'],
    menu: '4_review@1',
  },
  previous: {
    title: { en: 'Go to Previous Undecided', fr: 'aller au précédent à décider' },
    keys: [],
    quietKeys: ['shift+tab', 'shift+n'],
    shortcuts: ['shift+alt+u'],
  },
  widenEnd: {
    title: { en: 'Widen at the End', fr: 'élargir à la fin' },
    keys: ['f'],
    help: { en: 'end: a word more, a word less', fr: 'fin : un mot de plus, un mot de moins' },
    menu: '2_review@1',
  },
  narrowEnd: {
    title: { en: 'Narrow at the End', fr: 'rétrécir à la fin' },
    keys: ['shift+f'],
    menu: '2_review@2',
  },
  widenStart: {
    title: { en: 'Widen at the Start', fr: 'élargir au début' },
    keys: ['b'],
    help: { en: 'start: a word more, a word less', fr: 'début : un mot de plus, un mot de moins' },
    menu: '2_review@3',
  },
  narrowStart: {
    title: { en: 'Narrow at the Start', fr: 'rétrécir au début' },
    keys: ['shift+b'],
    menu: '2_review@4',
  },
  split: {
    title: { en: 'Split at the Cursor', fr: 'couper au curseur' },
    keys: ['k'],
    help: { en: 'split at the cursor, merge what is selected', fr: 'couper au curseur, réunir ce qui est sélectionné' },
    menu: '2_review@5',
  },
  merge: {
    title: { en: 'Merge Selected', fr: 'fusionner la sélection' },
    keys: ['g'],
    menu: '2_review@6',
  },
  differentEntity: {
    title: { en: 'Different Entity', fr: 'autre entité' },
    keys: ['shift+k'],
    help: { en: 'names something else, names the same as …', fr: 'désigne autre chose, désigne la même chose que…' },
    menu: '3_review@5',
  },
  sameEntity: {
    title: { en: 'Same Entity As…', fr: 'même entité que…' },
    keys: ['shift+g'],
    menu: '3_review@4',
  },
  renameEntity: {
    title: { en: 'Rename Entity…', fr: 'renommer l’entité…' },
    keys: ['f2'],
    help: { en: 'name of the entity in all its mentions', fr: 'nom de l’entité dans toutes ses mentions' },
    shortcuts: ['f2'],
    menu: '3_review@10',
  },
  addName: {
    title: { en: 'Add to the Project’s Names…', fr: 'ajouter aux noms du projet…' },
    keys: [],
    menu: '3_review@11',
  },
  setSpeaker: {
    title: { en: 'Set Speaker', fr: 'désigner le locuteur' },
    keys: ['h'],
    help: { en: 'speaker, value of a date, note', fr: 'locuteur, valeur d’une date, note' },
    menu: '3_review@1',
  },
  setValue: {
    title: { en: 'Set Date Value', fr: 'fixer la valeur de la date' },
    keys: ['v'],
    menu: '3_review@3',
  },
  note: {
    title: { en: 'Add Note', fr: 'ajouter une note' },
    keys: ['j'],
    menu: '3_review@7',
  },
  setPart: {
    title: { en: 'Make Selected Words the Speaker or Cue', fr: 'faire des mots sélectionnés le locuteur ou l’introducteur' },
    keys: ['shift+h'],
    help: { en: 'selected words as speaker or cue, attribute', fr: 'mots sélectionnés comme locuteur ou introducteur, attribut' },
    menu: '3_review@2',
  },
  attribute: {
    title: { en: 'Set Attribute', fr: 'définir un attribut' },
    keys: ['shift+j'],
    menu: '3_review@6',
  },
  relate: {
    title: { en: 'Relate to…', fr: 'mettre en relation avec…' },
    keys: ['shift+r'],
    help: { en: 'relation to another, event, list of relations', fr: 'relation avec une autre, événement, liste des relations' },
    menu: '3_review@8',
  },
  event: {
    title: { en: 'Tell an Event…', fr: 'signaler un événement…' },
    keys: ['shift+e'],
    menu: '3_review@12',
  },
  relations: {
    title: { en: 'Go to or Remove Relations…', fr: 'suivre ou supprimer des relations…' },
    keys: ['shift+l'],
    menu: '3_review@9',
  },
  allMentions: {
    title: { en: 'Apply to All Mentions', fr: 'appliquer à toutes les mentions' },
    keys: ['a'],
    help: { en: 'confirm all mentions, reject all mentions', fr: 'confirmer toutes les mentions, les rejeter toutes' },
    menu: '1_review@5',
  },
  rejectMentions: {
    title: { en: 'Reject All Mentions', fr: 'rejeter toutes les mentions' },
    keys: ['shift+a'],
    menu: '1_review@6',
  },
  nextFile: {
    title: { en: 'Go to Next Article with Something Undecided', fr: 'aller à l’article suivant à décider' },
    keys: ['shift+d'],
    help: { en: 'next article', fr: 'article suivant' },
    icon: 'arrow-right',
    menu: '4_review@2',
    menus: [inReviewTitle('navigation@4', IN_ARTICLE)],
  },
  labels: {
    title: { en: 'Label the Article…', fr: 'étiqueter l’article…' },
    keys: ['shift+t'],
    help: { en: 'labels of the article', fr: 'étiquettes de l’article' },
    icon: 'tag',
    menu: '4_review@6',
  },
  undo: {
    title: { en: 'Undo', fr: 'annuler' },
    keys: ['z'],
    help: { en: 'undo, redo', fr: 'annuler, rétablir' },
    shortcuts: [{ key: 'ctrl+z', when: UNDOES_DECISIONS }],
  },
  redo: {
    title: { en: 'Redo', fr: 'rétablir' },
    keys: ['shift+z'],
    shortcuts: [
      { key: 'ctrl+shift+z', when: UNDOES_DECISIONS },
      { key: 'ctrl+y', when: UNDOES_DECISIONS },
    ],
  },
} as const satisfies ReviewActions;

/** What a key does in the review mode, besides setting a type. */
export type ReviewAction = keyof typeof REVIEW_ACTIONS;

/** Key to action. */
export function actionKeys(actions: ReviewActions): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(actions).flatMap(([action, { keys, quietKeys = [] }]) => [...keys, ...quietKeys].map((key) => [key, action])),
  );
}

/** A line of the help: the keys, and what they do. */
export interface HelpLine {
  readonly keys: readonly string[];
  readonly text: Text;
}

/** The lines of the help, in order. */
export function helpLines(actions: ReviewActions): readonly HelpLine[] {
  const lines: { keys: string[]; text: Text }[] = [];
  for (const { keys, help } of Object.values(actions)) {
    if (help) lines.push({ keys: [...keys], text: help });
    else lines.at(-1)?.keys.push(...keys);
  }
  return lines;
}

/** A review command, with "Review: " before its title. */
export function titled<C extends { readonly title: Text }>(command: C): C {
  const { en, fr } = command.title;
  return { ...command, title: { en: `Review: ${en}`, fr: `Révision\u00a0: ${fr}` } };
}

/** A key that does nothing in another version of the text. */
export function onOwnText(shortcut: string | Key): Key {
  const { key, when }: Key = typeof shortcut === 'string' ? { key: shortcut } : shortcut;
  return { key, when: when === undefined ? ON_OWN_TEXT : `${ON_OWN_TEXT} && ${when}` };
}

/** The command of an action. */
export function actionCommand({ title, icon, shortcuts, menu, menus = [] }: ReviewActionDeclaration): Command {
  return titled({
    title,
    ...(icon && { icon }),
    palette: IN_ARTICLE,
    ...(shortcuts && { keys: shortcuts.map(onOwnText) }),
    menus: [...(menu ? [{ menu: EDITOR_SUBMENU, group: menu }] : []), ...menus],
  });
}
