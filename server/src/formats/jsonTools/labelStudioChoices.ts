import { own } from '../../core/members';
import type { AnnotationDocument } from '../annotationDocument';
import { type ArticleLabels, labelled } from '../articleLabels';
import { asList, asText, isObject, type JsonObject } from '../json';

/*
 * Label Studio's choices about a whole text, `{"from_name": "topic", "type": "choices", "value": {"choices": ["trade"]}}`, are
 * labels of the article: the control is the label. A flag that is set is a choice of the control's own name.
 */

/** Where people's choices stand; what a model proposes of a text is nothing that somebody said. */
const DECIDED = ['annotations', 'completions'] as const;

/** The labels that a task's choices give. */
export function labelsOfTask(task: JsonObject): Pick<AnnotationDocument, 'labels'> {
  return labelled(
    DECIDED.flatMap((container) => asList(task[container]))
      .flatMap((holder) => asList(isObject(holder) ? holder.result : undefined))
      .flatMap(said),
  );
}

/** What a result says of the whole text; nothing where it is something else. */
function said(result: unknown): readonly (readonly [name: string, value: string])[] {
  if (!isObject(result) || result.type !== 'choices' || !isObject(result.value) || result.value.start !== undefined) return [];
  const name = asText(result.from_name);
  const choices = asList(result.value.choices).flatMap((choice) => asText(choice) ?? []);
  return name === undefined ? [] : choices.map((choice) => [name, choice === name ? '' : choice]);
}

/** A list of results without the choices that the labels no longer give as they stood. */
export function withoutOldChoices(results: readonly unknown[], task: JsonObject, labels: ArticleLabels = {}): unknown[] {
  const changed = new Set(changedNames(task, labels));
  return results.filter((result) => !said(result).some(([name]) => changed.has(name)));
}

/** The choices to add: those of the labels that are others than the task's. */
export function newChoices(task: JsonObject, labels: ArticleLabels = {}): readonly JsonObject[] {
  const changed = new Set(changedNames(task, labels));
  return Object.entries(labels).flatMap(([name, values]): JsonObject[] => {
    if (!changed.has(name)) return [];
    const choices = values.map((value) => value || name);
    return [{ id: `label-${name}`, from_name: name, to_name: 'text', type: 'choices', value: { choices } }];
  });
}

function changedNames(task: JsonObject, labels: ArticleLabels): readonly string[] {
  const before = labelsOfTask(task).labels ?? {};
  const key = (values: readonly string[] = []): string => JSON.stringify([...values].sort());
  return [...new Set([...Object.keys(before), ...Object.keys(labels)])].filter(
    (name) => key(own(before, name)) !== key(own(labels, name)),
  );
}

/** The controls that such choices need, by name, with what there is to choose from. */
export function choicesIn(documents: readonly Pick<AnnotationDocument, 'labels'>[]): ReadonlyMap<string, readonly string[]> {
  const controls = new Map<string, Set<string>>();
  for (const { labels = {} } of documents)
    for (const [name, values] of Object.entries(labels)) {
      const known = controls.get(name) ?? new Set();
      controls.set(name, known);
      for (const value of values) known.add(value || name);
    }
  return new Map([...controls].map(([name, values]) => [name, [...values].sort()]));
}
