import { topic, type Words, wordsOf } from './topic';

/** What editors are told that know nothing of ours. */
const otherEditors = topic('otherEditors', {
  /** Where a code action goes. */
  next: {
    quote: { en: 'Go to the next quote', fr: 'Aller à la citation suivante' },
    date: { en: 'Go to the next date', fr: 'Aller à la date suivante' },
    entity: { en: 'Go to the next name', fr: 'Aller au nom suivant' },
    undecided: { en: 'Go to the next undecided annotation', fr: 'Aller à la prochaine annotation à décider' },
  },
  previous: {
    quote: { en: 'Go to the previous quote', fr: 'Aller à la citation précédente' },
    date: { en: 'Go to the previous date', fr: 'Aller à la date précédente' },
    entity: { en: 'Go to the previous name', fr: 'Aller au nom précédent' },
    undecided: { en: 'Go to the previous undecided annotation', fr: 'Aller à l’annotation à décider précédente' },
  },
  /** A place that our own editor would link to. */
  inLine: {
    en: (words: string, line: number) => `${words} (line ${line})`,
    fr: (words: string, line: number) => `${words} (ligne ${line})`,
  },
  undo: { en: (what: string) => `Undo: ${what}`, fr: (what: string) => `Annuler : ${what}` },
  redo: { en: (what: string) => `Redo: ${what}`, fr: (what: string) => `Rétablir : ${what}` },
  undone: { en: (what: string) => `Undone: ${what}`, fr: (what: string) => `Annulé : ${what}` },
  redone: { en: (what: string) => `Done again: ${what}`, fr: (what: string) => `Rétabli : ${what}` },
  nothingToUndo: { en: 'There is nothing to undo.', fr: 'Il n’y a rien à annuler.' },
  nothingToRedo: { en: 'There is nothing to redo.', fr: 'Il n’y a rien à rétablir.' },
  textChanged: {
    en: 'The text has changed since: undo that first.',
    fr: 'Le texte a changé depuis : annulez d’abord ce changement.',
  },
  /** A command that decides found nothing at the place. */
  nothingHere: { en: 'Nothing is annotated here.', fr: 'Rien n’est annoté ici.' },
  /** A command that goes to the next of a kind found none. */
  noneLeft: { en: 'There is none in this article.', fr: 'Il n’y en a pas dans cet article.' },
  unwritten: {
    en: (what: string) => `${what} (not on disk yet)`,
    fr: (what: string) => `${what} (pas encore sur le disque)`,
  },
  /** The arguments of a command are not what the manual says. */
  arguments: {
    en: (command: string) => `${command}: the arguments are not those that the manual names.`,
    fr: (command: string) => `${command} : les arguments ne sont pas ceux que le manuel indique.`,
  },
  rejectAnyway: { en: 'Reject Anyway', fr: 'Rejeter quand même' },
});

export type OtherEditorsWords = Words<typeof otherEditors>;

/** The words for an interface language. */
export const otherEditorsWords = (language: string | undefined): OtherEditorsWords => wordsOf(otherEditors, language);
