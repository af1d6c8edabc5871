import { own } from '../../core/members';

/** What reviewing says to a reader, in one language. */
export interface ReviewMessages {
  /** What was done, for undo and screen readers; `words` are those of one item, empty for several. */
  readonly done: (kind: string, words: string, count: number) => string;
  readonly problem: Readonly<Record<'unknownItem' | 'empty' | 'nothingToMoveOver' | 'layer' | 'value' | 'place', string>>;
  readonly changed: string;
  readonly notOpen: string;
  readonly readOnly: (why: string) => string;
  readonly nothingChanged: string;
  readonly twoTypes: (words: string, type: string, other: string, count: number) => string;
  readonly missedMention: (words: string, type: string, count: number) => string;
  readonly boundary: (words: string, better: string) => string;
  readonly farDate: (words: string, value: string, date: string) => string;
  readonly useType: (type: string) => string;
  readonly annotateAs: (type: string) => string;
  readonly useBoundary: (better: string) => string;
  readonly confirm: (type: string, words: string) => string;
  readonly reject: (type: string, words: string) => string;
  readonly makeIt: (type: string) => string;
  readonly chooseType: string;
  readonly applyToAll: (words: string) => string;
  readonly rejectAll: (words: string) => string;
  readonly clear: (words: string) => string;
  /** What asks for something to be set. */
  readonly ask: Readonly<Record<'speaker' | 'value' | 'note' | 'attribute' | 'sameEntity' | 'differentEntity', string>>;
  readonly status: Readonly<Record<'suggested' | 'confirmed' | 'rejected' | 'doubtful', string>>;
  readonly by: (sources: string) => string;
  readonly wasOn: (words: string) => string;
  readonly note: string;
  readonly deleted: string;
  readonly actions: { readonly confirm: string; readonly reject: string; readonly change: string; readonly all: string };
  readonly progress: {
    readonly review: string;
    readonly applyToAll: string;
    readonly check: string;
    readonly exporting: string;
    readonly importing: string;
    readonly comparing: string;
  };
  readonly unsaved: string;
  readonly lostNotice: string;
  readonly fileConflict: string;
  /** Decisions on an article (and on so many others) could not be written. */
  readonly notWritten: (article: string, others: number, why: string) => string;
  /** A file of the project is left out. */
  readonly notRead: (why: string) => string;
}

const english: ReviewMessages = {
  done: (kind, words, count) => `${own(ENGLISH_KINDS, kind) ?? kind} ${words === '' ? `${count} items` : `“${words}”`}`,
  problem: {
    unknownItem: 'This is no longer in the text as it was shown. Try again.',
    empty: 'No word is selected.',
    nothingToMoveOver: 'There is no word to move the boundary over.',
    layer: 'This cannot be done here: the annotations are of another layer, or of several.',
    value: 'This is no TIMEX3 value. Write 2017-01-15, 2017-01, 2017-W03, P3Y, XXXX-WXX-1 …',
    place: 'The place to split at must lie between two words of the annotation.',
  },
  changed: 'The text has changed meanwhile. Try again.',
  notOpen: 'The article is not open.',
  readOnly: (why) => `Nothing can be decided until the file is mended: ${why}`,
  nothingChanged: 'Nothing to change: it is decided so already.',
  twoTypes: (words, type, other, count) =>
    `“${words}” is ${type} here, and ${other} ${count === 1 ? 'once' : `${count} times`} elsewhere.`,
  missedMention: (words, type, count) =>
    count === 1
      ? `“${words}” (${type}) was confirmed elsewhere, and not annotated here.`
      : `“${words}” (${type}) was confirmed elsewhere; it is not annotated here and in ${count - 1} more ${count === 2 ? 'place' : 'places'}.`,
  boundary: (words, better) => `The boundary of “${words}” looks off: “${better}”?`,
  farDate: (words, value, date) => `“${words}” means ${value}, far from the article’s date, ${date}.`,
  useType: (type) => `Make it ${type}`,
  annotateAs: (type) => `Annotate as ${type}`,
  useBoundary: (better) => `Annotate “${better}”`,
  confirm: (type, words) => `Confirm: ${type} “${words}”`,
  reject: (type, words) => `Reject: ${type} “${words}”`,
  makeIt: (type) => `Change type to ${type}`,
  chooseType: 'Change type…',
  applyToAll: (words) => `Apply to all mentions of “${words}”…`,
  rejectAll: (words) => `Reject all mentions of “${words}”…`,
  clear: (words) => `Take back the decision on “${words}”`,
  ask: {
    speaker: 'Speaker…',
    value: 'Value…',
    note: 'Note…',
    attribute: 'Attribute…',
    sameEntity: 'Same as…',
    differentEntity: 'Somebody or something else',
  },
  status: {
    suggested: 'suggested',
    confirmed: 'confirmed',
    rejected: 'rejected',
    doubtful: 'to be checked: the text has changed',
  },
  by: (sources) => `by ${sources}`,
  wasOn: (words) => `was on “${words}”`,
  note: 'Note',
  deleted: 'deleted',
  actions: { confirm: 'Confirm', reject: 'Reject', change: 'Change type', all: 'All mentions' },
  progress: {
    review: 'Looking for what is left',
    applyToAll: 'Looking for mentions',
    check: 'Checking consistency',
    exporting: 'Exporting',
    importing: 'Importing',
    comparing: 'Comparing',
  },
  unsaved: 'has unsaved changes',
  lostNotice: 'The words of this decision are no longer in the text.',
  fileConflict: 'was changed by somebody else in another way',
  notWritten: (article, others, why) =>
    `Decisions on ${article}${others === 0 ? '' : others === 1 ? ' and on one other article' : ` and on ${others} other articles`} could not be written: ${why}. They are kept as long as the editor is open, and written with the next decision or when the text is saved.`,
  notRead: (why) => `A file of the project is left out: ${why}.`,
};

const ENGLISH_KINDS: Readonly<Record<string, string>> = {
  confirm: 'Confirm',
  reject: 'Reject',
  clear: 'Clear',
  add: 'Annotate',
  setType: 'Change type of',
  setSpans: 'Change boundaries of',
  move: 'Change boundaries of',
  split: 'Split',
  merge: 'Merge',
  setSpeaker: 'Set speaker of',
  setCue: 'Set cue of',
  setValue: 'Set value of',
  sameEntity: 'Same entity:',
  differentEntity: 'Different entity:',
  note: 'Note on',
  attribute: 'Attribute of',
  place: 'Place',
  forget: 'Forget',
};

const french: ReviewMessages = {
  done: (kind, words, count) => `${own(FRENCH_KINDS, kind) ?? kind} : ${words === '' ? `${count} éléments` : `« ${words} »`}`,
  problem: {
    unknownItem: 'Cela n’est plus dans le texte tel qu’affiché. Réessayez.',
    empty: 'Aucun mot n’est sélectionné.',
    nothingToMoveOver: 'Il n’y a plus de mot par-dessus lequel déplacer la borne.',
    layer: 'Impossible ici : les annotations sont d’une autre couche, ou de plusieurs.',
    value: 'Ce n’est pas une valeur TIMEX3. Écrivez 2017-01-15, 2017-01, 2017-W03, P3Y, XXXX-WXX-1…',
    place: 'L’endroit où couper doit se trouver entre deux mots de l’annotation.',
  },
  changed: 'Le texte a changé entre-temps. Réessayez.',
  notOpen: 'L’article n’est pas ouvert.',
  readOnly: (why) => `Rien ne peut être décidé tant que le fichier n’est pas réparé : ${why}`,
  nothingChanged: 'Rien à changer : c’est déjà décidé ainsi.',
  twoTypes: (words, type, other, count) =>
    `« ${words} » est ${type} ici, et ${other} ${count === 1 ? 'une fois' : `${count} fois`} ailleurs.`,
  missedMention: (words, type, count) =>
    count === 1
      ? `« ${words} » (${type}) a été confirmé ailleurs et n’est pas annoté ici.`
      : `« ${words} » (${type}) a été confirmé ailleurs ; il n’est annoté ni ici ni à ${count - 1} autre${count === 2 ? ' endroit' : 's endroits'}.`,
  boundary: (words, better) => `La borne de « ${words} » semble décalée : « ${better} » ?`,
  farDate: (words, value, date) => `« ${words} » signifie ${value}, loin de la date de l’article, ${date}.`,
  useType: (type) => `En faire : ${type}`,
  annotateAs: (type) => `Annoter : ${type}`,
  useBoundary: (better) => `Annoter « ${better} »`,
  confirm: (type, words) => `Confirmer : ${type} « ${words} »`,
  reject: (type, words) => `Rejeter : ${type} « ${words} »`,
  makeIt: (type) => `Changer le type : ${type}`,
  chooseType: 'Changer le type…',
  applyToAll: (words) => `Appliquer à toutes les mentions de « ${words} »…`,
  rejectAll: (words) => `Rejeter toutes les mentions de « ${words} »…`,
  clear: (words) => `Revenir sur la décision : « ${words} »`,
  ask: {
    speaker: 'Locuteur…',
    value: 'Valeur…',
    note: 'Note…',
    attribute: 'Attribut…',
    sameEntity: 'Le même que…',
    differentEntity: 'Quelqu’un ou quelque chose d’autre',
  },
  status: { suggested: 'proposé', confirmed: 'confirmé', rejected: 'rejeté', doubtful: 'à vérifier : le texte a changé' },
  by: (sources) => `par ${sources}`,
  wasOn: (words) => `portait sur « ${words} »`,
  note: 'Note',
  deleted: 'supprimé',
  actions: { confirm: 'Confirmer', reject: 'Rejeter', change: 'Changer le type', all: 'Toutes les mentions' },
  progress: {
    review: 'Recherche de ce qui reste',
    applyToAll: 'Recherche des mentions',
    check: 'Contrôle de la cohérence',
    exporting: 'Exportation',
    importing: 'Importation',
    comparing: 'Comparaison',
  },
  unsaved: 'a des modifications non enregistrées',
  lostNotice: 'Les mots de cette décision ne sont plus dans le texte.',
  fileConflict: 'a été modifié autrement par quelqu’un d’autre',
  notWritten: (article, others, why) =>
    `Les décisions sur ${article}${others === 0 ? '' : others === 1 ? ' et sur un autre article' : ` et sur ${others} autres articles`} n’ont pas pu être écrites : ${why}. Elles sont gardées tant que l’éditeur est ouvert, et seront écrites avec la prochaine décision ou à l’enregistrement du texte.`,
  notRead: (why) => `Un fichier du projet est laissé de côté : ${why}.`,
};

const FRENCH_KINDS: Readonly<Record<string, string>> = {
  confirm: 'Confirmer',
  reject: 'Rejeter',
  clear: 'Effacer la décision',
  add: 'Annoter',
  setType: 'Changer le type',
  setSpans: 'Changer les bornes',
  move: 'Changer les bornes',
  split: 'Couper',
  merge: 'Réunir',
  setSpeaker: 'Locuteur',
  setCue: 'Introducteur',
  setValue: 'Valeur',
  sameEntity: 'Même entité',
  differentEntity: 'Autre entité',
  note: 'Note',
  attribute: 'Attribut',
  place: 'Replacer',
  forget: 'Oublier',
};

/** The messages for a BCP 47 locale; English where there are none. */
export function reviewMessages(locale: string): ReviewMessages {
  return /^fr\b/i.test(locale) ? french : english;
}
