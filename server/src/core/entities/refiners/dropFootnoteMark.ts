import { refineAlone } from '../document/paragraphNames';
import type { DocumentRefiner } from './refiner';

/** Antoine*: the star that leads to a note ("the name was changed") is no part of the name. */
export const dropFootnoteMark: DocumentRefiner = {
  id: 'drop-footnote-mark',
  scope: 'document',
  refine: (names, { memory }) =>
    refineAlone(names, memory, 'drop-footnote-mark', ({ list }) =>
      list.some(({ text }) => isStarred(text))
        ? list.map((name) => (isStarred(name.text) ? { ...name, end: name.end - 1, text: name.text.slice(0, -1) } : name))
        : list,
    ),
};

const isStarred = (text: string): boolean => text.endsWith('*') && text.indexOf('*') === text.length - 1 && text.length > 2;
