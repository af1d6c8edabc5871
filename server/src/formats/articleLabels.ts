import { own } from '../core/members';
import type { AnnotationDocument } from './annotationDocument';
import { addTo } from './collections';

/** Labels of an article: the values of each, by the labels' names. */
export type ArticleLabels = Readonly<Record<string, readonly string[]>>;

/**
 * Labels as tags, `topic:trade` and a flag's `checked`, for formats that have one list of tags for a text. A colon and a per
 * cent sign in a label's own name are written `%3A` and `%25`; a value may have any.
 */
export function toTags(labels: ArticleLabels = {}): readonly string[] {
  return Object.entries(labels).flatMap(([name, values]) => values.map((value) => toTag(name, value)));
}

function toTag(name: string, value: string): string {
  const escaped = name.replaceAll('%', '%25').replaceAll(':', '%3A');
  return value === '' ? escaped : `${escaped}:${value}`;
}

/** The inverse of {@link toTags}; a tag of another tool's without a colon is a flag. Without any, nothing. */
export function fromTags(tags: readonly string[]): Pick<AnnotationDocument, 'labels'> {
  return labelled(tags.filter((tag) => tag !== '').map(fromTag));
}

function fromTag(tag: string): readonly [string, string] {
  const colon = tag.indexOf(':', 1);
  const name = colon < 0 ? tag : tag.slice(0, colon);
  return [name.replaceAll('%3A', ':').replaceAll('%25', '%'), colon < 0 ? '' : tag.slice(colon + 1)];
}

/** Labels from their names and values, in order; what stands twice counts once. Without any, nothing. */
export function labelled(pairs: Iterable<readonly [name: string, value: string]>): Pick<AnnotationDocument, 'labels'> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) if (!values.get(name)?.includes(value)) addTo(values, name, value);
  return values.size === 0 ? {} : { labels: Object.fromEntries(values) };
}

/** Tags that stood in a file, without those that are meant no more and with those that are new; the file's own stay as they are. */
export function withTags(before: readonly string[], labels: ArticleLabels = {}): readonly string[] {
  const isMeant = (tag: string): boolean => {
    const [name, value] = fromTag(tag);
    return own(labels, name)?.includes(value) === true;
  };
  const kept = before.filter((tag) => tag === '' || isMeant(tag));
  const said = new Set(kept.map((tag) => toTag(...fromTag(tag))));
  return [...kept, ...toTags(labels).filter((tag) => !said.has(tag))];
}

/** Labels of two sources: those of the second in place of the first's of the same name. */
export function joinedLabels(first: ArticleLabels = {}, second: ArticleLabels = {}): Pick<AnnotationDocument, 'labels'> {
  const labels = { ...first, ...second };
  return Object.keys(labels).length === 0 ? {} : { labels };
}

/** Labels, or values of labels, that the first have and the second have not. */
export function otherLabels(labels: ArticleLabels = {}, before: ArticleLabels = {}): ArticleLabels {
  const key = (values: readonly string[] = []): string => JSON.stringify([...values].sort());
  return Object.fromEntries(Object.entries(labels).filter(([name, values]) => key(values) !== key(own(before, name))));
}

/** Labels but for those of some names. */
export const withoutLabels = (labels: ArticleLabels = {}, names: readonly string[]): ArticleLabels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
