import type { AnnotationDocument } from '../annotationDocument';
import { toTags, withTags } from '../articleLabels';
import { asList, asText, isObject, type JsonObject } from '../json';

/** The texts of a list; anything else is left out. */
export function tagTexts(value: unknown): readonly string[] {
  return asList(value).flatMap((item) => asText(item) ?? []);
}

/** The labels of an article as a list of tags under a key; with what stood there before and is still meant. */
export function encodeTags(key: string, { labels }: AnnotationDocument, before: unknown): JsonObject {
  const tags = withTags(tagTexts(before), labels);
  return tags.length === 0 && before === undefined ? {} : { [key]: tags };
}

/** The labels as Prodigy's choices: those that are accepted, and those that there are to choose from. */
export function choices(document: AnnotationDocument, task: JsonObject): JsonObject {
  const accepted = encodeTags('accept', document, task.accept);
  const there = asList(task.options);
  const known = new Set(there.map((option) => (isObject(option) ? asText(option.id) : undefined)));
  const added = toTags(document.labels).filter((tag) => !known.has(tag));
  return { ...accepted, ...(added.length > 0 && { options: [...there, ...added.map((id) => ({ id, text: id }))] }) };
}

/** What spaCy takes for true of a text unless told otherwise. */
const CATEGORY_THRESHOLD = 0.5;

/** The categories of a text that hold: `{"topic:trade": 1}`. */
export function setCategories(cats: unknown): readonly string[] {
  if (!isObject(cats)) return [];
  return Object.entries(cats).flatMap(([tag, score]) => (Number(score) >= CATEGORY_THRESHOLD ? [tag] : []));
}

/** The labels as spaCy's categories; what a file says of them stays where it still holds, and is 0 where it does not. */
export function categories({ labels }: AnnotationDocument, before: unknown): JsonObject {
  const known = isObject(before) ? before : {};
  const tags = new Set(withTags(setCategories(known), labels));
  const scores = Object.entries(known).map(([tag, score]): [string, unknown] => [
    tag,
    tags.has(tag) === Number(score) >= CATEGORY_THRESHOLD ? score : Number(tags.has(tag)),
  ]);
  const added = [...tags].filter((tag) => !Object.hasOwn(known, tag)).map((tag): [string, unknown] => [tag, 1]);
  const cats = Object.fromEntries([...scores, ...added]);
  return before === undefined && added.length === 0 ? {} : { cats };
}
