import type { MenuItem } from '../declare';

/** The context that says that the review mode is on. */
export const REVIEWING = 'corpusAnnotator.reviewing';
/** The context that says that undo has a decision to take back before the text. */
export const HAS_DECISIONS = 'corpusAnnotator.hasDecisions';
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
