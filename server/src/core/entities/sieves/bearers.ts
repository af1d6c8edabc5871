import type { Mention } from '../mention';
import type { Group } from './groups';

/** Of the names that a mention may be short for, the likeliest one. */
export function bearerOf(first: Mention, bearers: readonly Group[]): Group {
  const before = bearers.filter((other) => other.first < first.start);
  if (before.length === 0) return bearers.reduce((best, other) => (other.first < best.first ? other : best));
  return before.reduce((best, other) => {
    const more = other.mentions.length - best.mentions.length;
    return more > 0 || (more === 0 && lastBefore(other, first.start) > lastBefore(best, first.start)) ? other : best;
  });
}

const lastBefore = (group: Group, at: number): number => {
  let last = -1;
  for (const mention of group.mentions) if (mention.start < at) last = mention.start;
  return last;
};
