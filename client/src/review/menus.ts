import type { MenuItem } from '../declare';

/** The context that says that the review mode is on. */
export const REVIEWING = 'corpusAnnotator.reviewing';
/** The context that says that undo has a decision to take back before the text. */
export const HAS_DECISIONS = 'corpusAnnotator.hasDecisions';
/** When the undo keys are ours: in the review mode an undo is one of decisions alone. */
export const UNDOES_DECISIONS = `(${HAS_DECISIONS} || ${REVIEWING})`;
/** The context that says that the text in the active editor is kept read-only. */
export const PROTECTED = 'corpusAnnotator.isProtected';
/** The context that says that decisions could not be written. */
export const UNWRITTEN = 'corpusAnnotator.unwritten';
/**
 * When what a decision is meant for is where the keys go: the left side of a comparison is another version of the text,
 * and VS Code tells extensions of the right side alone.
 */
export const ON_OWN_TEXT = '!isInDiffLeftEditor';
/** The submenu of an article's context menu. */
export const EDITOR_SUBMENU = 'corpusAnnotator.editor';

const IN_VIEW = 'view == corpusAnnotator.review';

/** A place in the title of the Review view. */
export function inReviewTitle(group: string, when?: string): MenuItem {
  return { menu: 'view/title', when: when === undefined ? IN_VIEW : `${IN_VIEW} && ${when}`, group };
}

/** A place on the entries of the Review view. */
export function onReviewItem(group: string, when: string): MenuItem {
  return { menu: 'view/item/context', when: `${IN_VIEW} && ${when}`, group };
}

const IN_PROGRESS = 'view == corpusAnnotator.progress';

/** A place in the title of the Progress view. */
export function inProgressTitle(group: string): MenuItem {
  return { menu: 'view/title', when: IN_PROGRESS, group };
}

/** A place on the entries of the Progress view. */
export function onProgressItem(group: string, when: string): MenuItem {
  return { menu: 'view/item/context', when: `${IN_PROGRESS} && ${when}`, group };
}
