import { type Annotation, type AnnotationDocument, compareText, coveredText } from '../formats/annotationDocument';
import { isRejection, type LostDecision } from './decisions';
import { fold } from './fold';
import { renameEnds, renumberLost } from './lost';
import { mergeList } from './mergeList';

/**
 * Merges lost decisions. One that one side has found again goes; one whose number somebody else has used meanwhile for
 * something else is kept under another, also where that is on the same words and lost, too.
 */
export function mergeLost(
  base: readonly LostDecision[],
  ours: readonly LostDecision[],
  theirs: readonly LostDecision[],
  document: Pick<AnnotationDocument, 'annotations' | 'text'>,
): readonly LostDecision[] {
  const entries = (list: readonly LostDecision[]): readonly { id: string; item: LostDecision }[] =>
    list.map((item) => ({ id: identity(item), item }));
  const known = new Set(base.map(identity));
  const newThere = new Map(theirs.filter((item) => !known.has(identity(item))).map((item) => [identity(item), content(item)]));
  const isByChance = (item: LostDecision): boolean => (newThere.get(identity(item)) ?? content(item)) !== content(item);
  const own = ours.map((item) => ({ id: isByChance(item) ? `+${identity(item)}` : identity(item), item }));
  const present = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const isFound = (item: LostDecision): boolean => {
    const there = present.get(item.annotation.id);
    if (there === undefined || saying(there) !== saying(item.annotation)) return false;
    return fold(coveredText(document.text, there)).text === fold(wordsOf(item)).text;
  };
  const kept = mergeList(entries(base), own, entries(theirs))
    .map(({ item }) => item)
    .filter((item) => isRejection(item.annotation) || !isFound(item));
  return renumberLost(kept, document);
}

/**
 * Our lost decisions under the numbers that they have in the files: an earlier merge may have given one another, because its
 * own was taken, and it would count as a further one.
 */
export function lostAsNumbered(
  ours: readonly LostDecision[],
  ...files: readonly (readonly LostDecision[])[]
): readonly LostDecision[] {
  const own = new Set(ours.map(identity));
  const there = files.flat();
  const known = new Set(there.map(identity));
  const twins = new Map(there.filter((item) => !own.has(identity(item))).map((item) => [content(item), item]));
  return ours.map((item) => {
    const twin = known.has(identity(item)) ? undefined : twins.get(content(item));
    if (twin === undefined) return item;
    twins.delete(content(item));
    const { id } = twin.annotation;
    const to = (target: string): string => (target === item.annotation.id ? id : target);
    const relations = item.relations.map((relation) => renameEnds(relation, to));
    return { ...item, annotation: { ...item.annotation, id }, relations };
  });
}

const identity = (item: LostDecision): string => `${item.annotation.id} ${wordsOf(item)}`;

const content = (item: LostDecision): string =>
  JSON.stringify([saying(item.annotation), item.annotation.status, item.annotation.note, fold(wordsOf(item)).text]);

const wordsOf = (item: LostDecision): string => item.anchors.map((anchor) => anchor.exact).join(' ');

/** What an annotation says of its words: somebody else's of the same number and words may say something else. */
const saying = ({ layer, type, attributes }: Annotation): string =>
  JSON.stringify([layer, type, Object.entries(attributes).sort(([a], [b]) => compareText(a, b))]);
