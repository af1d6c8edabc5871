import { type AnnotationDocument, coveredText } from '../formats/annotationDocument';
import { isRejection, type LostDecision } from './decisions';
import { fold } from './fold';
import { renumberLost } from './lost';
import { mergeList } from './mergeList';

/**
 * Merges lost decisions. One that one side has found again goes; one whose number somebody else has used meanwhile for
 * something else is kept under another.
 */
export function mergeLost(
  base: readonly LostDecision[],
  ours: readonly LostDecision[],
  theirs: readonly LostDecision[],
  document: Pick<AnnotationDocument, 'annotations' | 'text'>,
): readonly LostDecision[] {
  const entries = (list: readonly LostDecision[]): readonly { id: string; item: LostDecision }[] =>
    list.map((item) => ({ id: `${item.annotation.id} ${wordsOf(item)}`, item }));
  const present = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const isFound = (item: LostDecision): boolean => {
    const there = present.get(item.annotation.id);
    return there !== undefined && fold(coveredText(document.text, there)).text === fold(wordsOf(item)).text;
  };
  const kept = mergeList(entries(base), entries(ours), entries(theirs))
    .map(({ item }) => item)
    .filter((item) => isRejection(item.annotation) || !isFound(item));
  return renumberLost(kept, document);
}

const wordsOf = (item: LostDecision): string => item.anchors.map((anchor) => anchor.exact).join(' ');
