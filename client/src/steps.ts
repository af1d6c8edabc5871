import type { NeighbourKind } from '../../server/src/protocol';
import { type Commands, IN_ARTICLE, type Text } from './declare';

/** Something to step through, by the commands `next…` and `previous…`, with `name` after. */
export interface Step {
  readonly name: string;
  readonly kind: NeighbourKind;
  /** Titles of the two commands. */
  readonly next: Text;
  readonly previous: Text;
  /** With Alt the key to the next one, with Shift too to the previous one. */
  readonly key?: string;
  /** What the two keys do, for the table of keys. */
  readonly help?: Text;
}

export const STEPS: readonly Step[] = [
  {
    name: 'Quote',
    kind: 'quote',
    next: { en: 'Go to Next Quote', fr: 'Aller à la citation suivante' },
    previous: { en: 'Go to Previous Quote', fr: 'Aller à la citation précédente' },
    key: 'q',
    help: { en: 'next, previous quote', fr: 'citation suivante, précédente' },
  },
  {
    name: 'QuoteBySpeaker',
    kind: 'quoteBySameSpeaker',
    next: { en: 'Go to Next Quote by This Speaker', fr: 'Aller à la citation suivante de ce locuteur' },
    previous: { en: 'Go to Previous Quote by This Speaker', fr: 'Aller à la citation précédente de ce locuteur' },
    key: 'b',
    help: { en: 'next, previous quote by this speaker', fr: 'citation suivante, précédente de ce locuteur' },
  },
  {
    name: 'Date',
    kind: 'date',
    next: { en: 'Go to Next Date', fr: 'Aller à la date suivante' },
    previous: { en: 'Go to Previous Date', fr: 'Aller à la date précédente' },
    key: 'j',
    help: { en: 'next, previous date (*jour*)', fr: 'date suivante, précédente' },
  },
  {
    name: 'Entity',
    kind: 'entity',
    next: { en: 'Go to Next Entity', fr: 'Aller à l’entité suivante' },
    previous: { en: 'Go to Previous Entity', fr: 'Aller à l’entité précédente' },
    key: 'n',
    help: { en: 'next, previous name', fr: 'nom suivant, précédent' },
  },
  // VS Code's own F7 does it too
  {
    name: 'Mention',
    kind: 'mention',
    next: { en: 'Go to Next Mention of This Entity', fr: 'Aller à la mention suivante de cette entité' },
    previous: { en: 'Go to Previous Mention of This Entity', fr: 'Aller à la mention précédente de cette entité' },
  },
];

/** The commands of steps. */
export function stepCommands(steps: readonly Step[]): Commands {
  const inArticle = { enablement: IN_ARTICLE, palette: IN_ARTICLE };
  return Object.fromEntries(
    steps.flatMap(({ name, next, previous, key }) => [
      [`next${name}`, { title: next, ...inArticle, ...(key && { keys: [`alt+${key}`] }) }],
      [`previous${name}`, { title: previous, ...inArticle, ...(key && { keys: [`shift+alt+${key}`] }) }],
    ]),
  );
}
