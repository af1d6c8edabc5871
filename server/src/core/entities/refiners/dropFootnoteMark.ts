import type { DocumentRefiner } from './refiner';

/** Antoine*: the star that leads to a note ("the name was changed") is no part of the name. */
export const dropFootnoteMark: DocumentRefiner = {
  id: 'drop-footnote-mark',
  scope: 'document',
  refine(mentions) {
    if (!mentions.some(({ text }) => isStarred(text))) return mentions;
    return mentions.map((mention) =>
      isStarred(mention.text) ? { ...mention, end: mention.end - 1, text: mention.text.slice(0, -1) } : mention,
    );
  },
};

const isStarred = (text: string): boolean => text.endsWith('*') && text.indexOf('*') === text.length - 1 && text.length > 2;
