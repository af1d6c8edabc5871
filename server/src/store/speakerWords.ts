import { contains, type Span } from '../core/span';
import { extent, type ReviewItem } from './reviewItem';

/** Whether the words for a speaker have another's name in them: “he” and “the mayor” may be anybody. */
export function namesSomebodyElse(text: string, speaker: Span, name: string, all: readonly ReviewItem[]): boolean {
  const known = new Set(wordsOf(name));
  return all.some((item) => {
    const at = extent(item);
    if (item.layer !== 'entity' || item.status === 'rejected' || !contains(speaker, at)) return false;
    // an organisation or a place within (“the head of Rail Nord”) is not who speaks
    if (item.type !== 'PER' && (at.start !== speaker.start || at.end !== speaker.end)) return false;
    return !wordsOf(text.slice(at.start, at.end)).some((word) => known.has(word));
  });
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
