import { overlaps } from '../../span';
import type { Mention } from '../mention';
import type { DocumentRefiner } from './refiner';
import { inTextOrder } from './spans';

/** The project's own names win over whatever overlaps them. */
export const projectNames: DocumentRefiner = {
  id: 'project-names',
  scope: 'document',
  refine(mentions, { projectMentions }) {
    if (projectMentions.length === 0) return mentions;
    const own = byParagraph(projectMentions);
    return inTextOrder([...mentions.filter((mention) => !isCrossed(mention, own)), ...projectMentions]);
  },
};

/** Mentions by the index of their paragraph. */
export function byParagraph(mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.paragraph);
    if (group === undefined) groups.set(mention.paragraph, [mention]);
    else group.push(mention);
  }
  return groups;
}

/** Whether another mention in its paragraph overlaps a mention. */
export const isCrossed = (mention: Mention, others: ReadonlyMap<number, readonly Mention[]>): boolean =>
  others.get(mention.paragraph)?.some((other) => overlaps(mention, other)) === true;
