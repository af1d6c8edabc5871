import { counted } from './counted';
import { topic, type Words, wordsOf } from './topic';

const relationsOf = { en: counted.en('relation', 'relations'), fr: counted.fr('relation', 'relations') };

/** What reviewing says to a reader. */
export const reviewing = topic('reviewing', {
  /** What was done (one of `kinds`), for undo and screen readers; `words` are those of one item, empty for several. */
  done: {
    en: (what: string, words: string, count: number) => `${what} ${words === '' ? `${count} items` : `“${words}”`}`,
    fr: (what: string, words: string, count: number) => `${what} : ${words === '' ? `${count} éléments` : `« ${words} »`}`,
  },
  problem: {
    unknownItem: {
      en: 'This is no longer in the text as it was shown. Try again.',
      fr: 'Cela n’est plus dans le texte tel qu’affiché. Réessayez.',
    },
    empty: { en: 'No word is selected.', fr: 'Aucun mot n’est sélectionné.' },
    nothingToMoveOver: {
      en: 'There is no word to move the boundary over.',
      fr: 'Il n’y a plus de mot par-dessus lequel déplacer la borne.',
    },
    layer: {
      en: 'This cannot be done here: the annotations are of another layer, or of several.',
      fr: 'Impossible ici : les annotations sont d’une autre couche, ou de plusieurs.',
    },
    value: {
      en: 'Not a valid TIMEX3 value. Write 2017-01-15, 2017-01, 2017-W03, P3Y, XXXX-WXX-1 …',
      fr: 'Ce n’est pas une valeur TIMEX3 valide. Écrivez 2017-01-15, 2017-01, 2017-W03, P3Y, XXXX-WXX-1…',
    },
    arguments: {
      en: 'The schema does not admit this event with these arguments.',
      fr: 'Le schéma n’admet pas cet événement avec ces arguments.',
    },
    ends: {
      en: 'The schema does not admit this relation between these two.',
      fr: 'Le schéma n’admet pas cette relation entre ces deux-là.',
    },
    place: {
      en: 'The place to split at must lie between two words of the annotation.',
      fr: 'L’endroit où couper doit se trouver entre deux mots de l’annotation.',
    },
  },
  changed: { en: 'The text has changed meanwhile. Try again.', fr: 'Le texte a changé entre-temps. Réessayez.' },
  /** What is shown is not the article's file. */
  copy: {
    en: 'This is a read-only copy: decide in the article’s own file.',
    fr: 'Ceci est une copie en lecture seule : décidez dans le fichier de l’article.',
  },
  notOpen: { en: 'The article is not open.', fr: 'L’article n’est pas ouvert.' },
  readOnly: {
    en: (why: string) => `Read-only until the file is repaired: ${why}`,
    fr: (why: string) => `Lecture seule jusqu’à ce que le fichier soit réparé : ${why}`,
  },
  nothingChanged: { en: 'Nothing to change: already decided.', fr: 'Rien à changer : c’est déjà décidé.' },
  twoTypes: {
    en: (words: string, type: string, other: string, count: number) =>
      `“${words}” is ${type} here, and ${other} ${count === 1 ? 'once' : `${count} times`} elsewhere.`,
    fr: (words: string, type: string, other: string, count: number) =>
      `« ${words} » est ${type} ici, et ${other} ${count === 1 ? 'une fois' : `${count} fois`} ailleurs.`,
  },
  missedMention: {
    en: (words: string, type: string, count: number) =>
      count === 1
        ? `“${words}” (${type}) was confirmed elsewhere, and not annotated here.`
        : `“${words}” (${type}) was confirmed elsewhere; it is not annotated here and in ${count - 1} more ${count === 2 ? 'place' : 'places'}.`,
    fr: (words: string, type: string, count: number) =>
      count === 1
        ? `« ${words} » (${type}) a été confirmé ailleurs et n’est pas annoté ici.`
        : `« ${words} » (${type}) a été confirmé ailleurs ; il n’est annoté ni ici ni à ${count - 1} autre${count === 2 ? ' endroit' : 's endroits'}.`,
  },
  boundary: {
    en: (words: string, better: string) => `The boundary of “${words}” looks off: “${better}”?`,
    fr: (words: string, better: string) => `La borne de « ${words} » semble décalée : « ${better} » ?`,
  },
  farDate: {
    en: (words: string, value: string, date: string) => `“${words}” means ${value}, far from the article’s date, ${date}.`,
    fr: (words: string, value: string, date: string) => `« ${words} » signifie ${value}, loin de la date de l’article, ${date}.`,
  },
  useType: { en: (type: string) => `Make it ${type}`, fr: (type: string) => `En faire : ${type}` },
  annotateAs: { en: (type: string) => `Annotate as ${type}`, fr: (type: string) => `Annoter : ${type}` },
  useBoundary: { en: (better: string) => `Annotate “${better}”`, fr: (better: string) => `Annoter « ${better} »` },
  confirm: {
    en: (type: string, words: string) => `Confirm: ${type} “${words}”`,
    fr: (type: string, words: string) => `Confirmer : ${type} « ${words} »`,
  },
  reject: {
    en: (type: string, words: string) => `Reject: ${type} “${words}”`,
    fr: (type: string, words: string) => `Rejeter : ${type} « ${words} »`,
  },
  makeIt: { en: (type: string) => `Change type to ${type}`, fr: (type: string) => `Changer le type : ${type}` },
  chooseType: { en: 'Change type…', fr: 'Changer le type…' },
  applyToAll: {
    en: (words: string) => `Apply to all mentions of “${words}”…`,
    fr: (words: string) => `Appliquer à toutes les mentions de « ${words} »…`,
  },
  rejectAll: {
    en: (words: string) => `Reject all mentions of “${words}”…`,
    fr: (words: string) => `Rejeter toutes les mentions de « ${words} »…`,
  },
  clear: {
    en: (words: string) => `Take back the decision on “${words}”`,
    fr: (words: string) => `Revenir sur la décision : « ${words} »`,
  },
  /** What asks for something to be set. */
  ask: {
    speaker: { en: 'Speaker…', fr: 'Locuteur…' },
    value: { en: 'Value…', fr: 'Valeur…' },
    note: { en: 'Note…', fr: 'Note…' },
    attribute: { en: 'Attribute…', fr: 'Attribut…' },
    sameEntity: { en: 'Same as…', fr: 'Le même que…' },
    differentEntity: { en: 'Somebody or something else', fr: 'Quelqu’un ou quelque chose d’autre' },
  },
  status: {
    suggested: { en: 'suggested', fr: 'proposé' },
    confirmed: { en: 'confirmed', fr: 'confirmé' },
    rejected: { en: 'rejected', fr: 'rejeté' },
    doubtful: { en: 'to be checked: the text has changed', fr: 'à vérifier : le texte a changé' },
  },
  by: { en: (sources: string) => `by ${sources}`, fr: (sources: string) => `par ${sources}` },
  wasOn: { en: (words: string) => `was on “${words}”`, fr: (words: string) => `portait sur « ${words} »` },
  note: { en: 'Note', fr: 'Note' },
  guidelines: { en: 'Guidelines', fr: 'Consignes' },
  deleted: { en: 'deleted', fr: 'supprimé' },
  actions: {
    confirm: { en: 'Confirm', fr: 'Confirmer' },
    reject: { en: 'Reject', fr: 'Rejeter' },
    change: { en: 'Change type', fr: 'Changer le type' },
    all: { en: 'All mentions', fr: 'Toutes les mentions' },
  },
  progress: {
    review: { en: 'Looking for what is left', fr: 'Recherche de ce qui reste' },
    applyToAll: { en: 'Looking for mentions', fr: 'Recherche des mentions' },
    check: { en: 'Checking consistency', fr: 'Contrôle de la cohérence' },
    exporting: { en: 'Exporting', fr: 'Exportation' },
    importing: { en: 'Importing', fr: 'Importation' },
    gold: { en: 'Taking over what all agree on', fr: 'Reprise de ce dont tous conviennent' },
    comparing: { en: 'Comparing', fr: 'Comparaison' },
  },
  /** Steps of whole articles, as undo names them. */
  outcomes: {
    finished: { en: 'Article finished', fr: 'Article terminé' },
    aside: { en: 'Article set aside', fr: 'Article mis de côté' },
    open: { en: 'Article open again', fr: 'Article rouvert' },
  },
  labelled: { en: (label: string) => `Label the article: ${label}`, fr: (label: string) => `Étiqueter l’article : ${label}` },
  goldEnds: {
    en: 'One of its ends is not in the gold text: decide on that first. This one waits.',
    fr: 'L’un de ses bouts n’est pas dans le texte de référence : décidez-en d’abord. Ceci attend.',
  },
  gold: { en: (words: string) => `Decide on “${words}”`, fr: (words: string) => `Décider de « ${words} »` },
  unsaved: { en: 'has unsaved changes', fr: 'a des modifications non enregistrées' },
  lostNotice: {
    en: 'The words of this decision are no longer in the text.',
    fr: 'Les mots de cette décision ne sont plus dans le texte.',
  },
  /** Decisions on an article (and on so many others) could not be written. */
  notWritten: {
    en: (article: string, others: number, why: string) =>
      `Decisions on ${article}${others === 0 ? '' : others === 1 ? ' and on one other article' : ` and on ${others} other articles`} could not be written: ${why}. They are kept as long as the editor is open, and written with the next decision or when the text is saved.`,
    fr: (article: string, others: number, why: string) =>
      `Les décisions sur ${article}${others === 0 ? '' : others === 1 ? ' et sur un autre article' : ` et sur ${others} autres articles`} n’ont pas pu être écrites : ${why}. Elles sont gardées tant que l’éditeur est ouvert, et seront écrites avec la prochaine décision ou à l’enregistrement du texte.`,
  },
  /** A file of the project is left out. */
  notRead: {
    en: (why: string) => `A file of the project is left out: ${why}.`,
    fr: (why: string) => `Un fichier du projet est laissé de côté : ${why}.`,
  },
  fileConflict: { en: 'was changed by somebody else in another way', fr: 'a été modifié autrement par quelqu’un d’autre' },
  /** Somebody wants to reject what relations lead to; `relations` in words. */
  holdsRelations: {
    en: (words: string, count: number, relations: string) =>
      `${words === '' ? 'These hold' : `“${words}” holds`} ${relationsOf.en(count)}, which would go with ${words === '' ? 'them' : 'it'}: ${relations}.`,
    fr: (words: string, count: number, relations: string) =>
      `${words === '' ? 'Ils portent' : `« ${words} » porte`} ${relationsOf.fr(count)}, qui partiraient avec : ${relations}.`,
  },
  /** Places that are left when all with the same words are rejected. */
  heldPlaces: {
    en: (count: number) =>
      `Relations lead to ${count === 1 ? 'one place' : `${count} places`}, which ${count === 1 ? 'is' : 'are'} left as ${count === 1 ? 'it is' : 'they are'}: decide there.`,
    fr: (count: number) =>
      `Des relations mènent à ${count === 1 ? 'un endroit, laissé tel quel' : `${count} endroits, laissés tels quels`} : décidez-y.`,
  },
  relations: { en: 'Relations', fr: 'Relations' },
  unfitting: {
    en: (relation: string, from: string, to: string) =>
      `The schema does not admit the relation ${relation} from ${from} to ${to}.`,
    fr: (relation: string, from: string, to: string) => `Le schéma n’admet pas la relation ${relation} de ${from} à ${to}.`,
  },
  /** Why a line of a concordance was left as it is. */
  hit: {
    nothing: { en: 'Nothing is annotated here.', fr: 'Rien n’est annoté ici.' },
    related: {
      en: 'Relations lead to this: open the hit to decide.',
      fr: 'Des relations y mènent : ouvrez l’occurrence pour décider.',
    },
    crosses: {
      en: 'Something else is annotated across these words: open the hit to decide.',
      fr: 'Autre chose est annoté sur ces mots : ouvrez l’occurrence pour décider.',
    },
    gone: {
      en: 'The words are no longer here: search again.',
      fr: 'Les mots ne sont plus ici : relancez la recherche.',
    },
  },
  /** What an operation does, before the words it is done to. */
  kinds: {
    confirm: { en: 'Confirm', fr: 'Confirmer' },
    reject: { en: 'Reject', fr: 'Rejeter' },
    clear: { en: 'Clear', fr: 'Effacer la décision' },
    add: { en: 'Annotate', fr: 'Annoter' },
    setType: { en: 'Change type of', fr: 'Changer le type' },
    setSpans: { en: 'Change boundaries of', fr: 'Changer les bornes' },
    move: { en: 'Change boundaries of', fr: 'Changer les bornes' },
    split: { en: 'Split', fr: 'Couper' },
    merge: { en: 'Merge', fr: 'Réunir' },
    setSpeaker: { en: 'Set speaker of', fr: 'Locuteur' },
    setCue: { en: 'Set cue of', fr: 'Introducteur' },
    setValue: { en: 'Set value of', fr: 'Valeur' },
    sameEntity: { en: 'Same entity:', fr: 'Même entité' },
    differentEntity: { en: 'Different entity:', fr: 'Autre entité' },
    note: { en: 'Note on', fr: 'Note' },
    attribute: { en: 'Attribute of', fr: 'Attribut' },
    relate: { en: 'Relate', fr: 'Mettre en relation' },
    addEvent: { en: 'Tell an event', fr: 'Signaler un événement' },
    setArguments: { en: 'Change an event', fr: 'Modifier un événement' },
    unrelate: { en: 'Remove relation', fr: 'Supprimer la relation' },
    place: { en: 'Place', fr: 'Replacer' },
    forget: { en: 'Forget', fr: 'Oublier' },
  },
});

/** What reviewing says, in one language. */
export type ReviewMessages = Words<typeof reviewing>;

/** What reviewing says, for an interface language (BCP 47); English where there is none. */
export const reviewMessages = (language: string | undefined): ReviewMessages => wordsOf(reviewing, language);
