import { overlaps, type Span } from '../../span';
import { refineEach } from '../document/paragraphNames';
import type { DocumentRefiner } from './refiner';
import { inTextOrder } from './spans';

/** The project's own names win over whatever overlaps them. */
export const projectNames: DocumentRefiner = {
  id: 'project-names',
  scope: 'document',
  refine(names, context) {
    if (context.projectNames.length === 0) return names;
    return refineEach(names, context.memory, 'project-names', ({ list }, paragraph) => {
      const own = context.projectNames[paragraph] ?? [];
      return own.length === 0 ? list : inTextOrder([...list.filter((name) => !isCrossed(name, own)), ...own]);
    });
  },
};

/** Whether another name of its paragraph overlaps a name. */
export const isCrossed = (name: Span, others: readonly Span[]): boolean => others.some((other) => overlaps(name, other));
