import type { Span } from '../core/span';
import type { Annotation, EntityGroup, Relation } from '../formats/annotationDocument';
import type { ArticleLabel, Decisions, LostDecision, Mark, Outcome } from './decisions';
import { labelKey, sortedLabels } from './labels';

/** What one decision changed: each thing before and after; undefined where it was not there. */
export interface DecisionStep {
  /** For the user: "Confirm Paul Verdier". */
  readonly label: string;
  /** The text it was made on. */
  readonly text: string;
  /** Steps in several articles that are undone together bear one name. */
  readonly joint?: string;
  readonly annotations: Changes<Annotation>;
  readonly relations: Changes<Relation>;
  readonly groups: Changes<EntityGroup>;
  readonly marks: Changes<Mark>;
  readonly lost: Changes<LostDecision>;
  readonly alone: Changes<true>;
  readonly outcome: Changes<Outcome>;
  readonly labels: Changes<ArticleLabel>;
}

type Changes<T> = ReadonlyMap<string, readonly [before: T | undefined, after: T | undefined]>;

/** What one set of decisions has that the other has not. Both must be of the same text. */
export function stepBetween(before: Decisions, after: Decisions, label: string, joint?: string): DecisionStep {
  return {
    label,
    text: before.document.text,
    ...(joint !== undefined && { joint }),
    annotations: changes(byId(before.document.annotations), byId(after.document.annotations)),
    relations: changes(byId(before.document.relations), byId(after.document.relations)),
    groups: changes(byId(before.document.groups), byId(after.document.groups)),
    marks: changes(before.marks, after.marks),
    lost: changes(lostById(before), lostById(after)),
    alone: changes(flags(before.alone), flags(after.alone)),
    outcome: changes(outcomes(before), outcomes(after)),
    labels: changes(labelsByKey(before), labelsByKey(after)),
  };
}

/** Whether nothing was changed. */
export function isNothing(step: DecisionStep): boolean {
  const { annotations, relations, groups, marks, lost, alone, outcome, labels } = step;
  return [annotations, relations, groups, marks, lost, alone, outcome, labels].every((map) => map.size === 0);
}

/** Where in its text a step changed something: the first place of it. Undefined where no annotation is concerned. */
export function placeOf(step: DecisionStep): Span | undefined {
  const places = [...step.annotations.values()].flatMap(([before, after]) => {
    const spans = (before ?? after)?.spans ?? [];
    const [first, last] = [spans[0], spans.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  return places.sort((a, b) => a.start - b.start)[0];
}

/** Takes a step back, or makes it again; what others did meanwhile stays. */
export function applyStep(decisions: Decisions, step: DecisionStep, direction: 'undo' | 'redo'): Decisions {
  const side = direction === 'undo' ? 0 : 1;
  const put = <T>(map: ReadonlyMap<string, T>, change: Changes<T>): Map<string, T> => {
    const result = new Map(map);
    for (const [id, sides] of change) {
      const value = sides[side];
      if (value === undefined) result.delete(id);
      else result.set(id, value);
    }
    return result;
  };
  const { document } = decisions;
  const [outcome] = put(outcomes(decisions), step.outcome).values();
  const labels = sortedLabels([...put(labelsByKey(decisions), step.labels).values()]);
  return {
    document: {
      ...document,
      annotations: [...put(byId(document.annotations), stillSo(step.annotations, byId(document.annotations), 1 - side)).values()],
      relations: [...put(byId(document.relations), step.relations).values()],
      groups: [...put(byId(document.groups), step.groups).values()],
    },
    marks: put(decisions.marks, step.marks),
    lost: [...put(lostById(decisions), step.lost).values()],
    alone: new Set(put(flags(decisions.alone), step.alone).keys()),
    ...(outcome && { outcome }),
    ...(labels.length > 0 && { labels }),
  };
}

/** The changes of annotations that are as the step left them: an id may mean something else since another window wrote. */
function stillSo(change: Changes<Annotation>, now: ReadonlyMap<string, Annotation>, side: number): Changes<Annotation> {
  const words = (annotation: Annotation | undefined): string =>
    annotation === undefined ? '' : JSON.stringify([annotation.layer, annotation.type, annotation.spans]);
  return new Map([...change].filter(([id, sides]) => words(sides[side]) === words(now.get(id))));
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
const lostById = (decisions: Decisions): ReadonlyMap<string, LostDecision> =>
  new Map(decisions.lost.map((item) => [item.annotation.id, item]));
const outcomes = ({ outcome }: Decisions): ReadonlyMap<string, Outcome> => new Map(outcome && [['article', outcome]]);
const labelsByKey = ({ labels = [] }: Decisions): ReadonlyMap<string, ArticleLabel> =>
  new Map(labels.map((label) => [labelKey(label), label]));
const flags = (values: ReadonlySet<string>): ReadonlyMap<string, true> =>
  new Map([...values].map((value) => [value, true as const]));

function changes<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Changes<T> {
  const result = new Map<string, readonly [T | undefined, T | undefined]>();
  for (const [id, value] of before) if (after.get(id) !== value) result.set(id, [value, after.get(id)]);
  for (const [id, value] of after) if (!before.has(id)) result.set(id, [undefined, value]);
  return result;
}

/** Why an undo or redo did nothing: there is no step, or the text is not the one that the next step was made on. */
export type Refusal = 'nothing' | 'text';

/**
 * The decisions that can be taken back, in order. Text edits are not among them: a step applies only to the very text
 * it was made on, so that an editor that asks here first and undoes its own last edit where the answer is `text` takes
 * back both kinds in the order they were made.
 */
export class History {
  readonly #done: DecisionStep[] = [];
  readonly #undone: DecisionStep[] = [];

  push(step: DecisionStep): void {
    this.#done.push(step);
    this.#undone.length = 0;
    if (this.#done.length > 500) this.#done.shift();
  }

  /** The next step to take back (or make again) on a text, without doing so. */
  next(direction: 'undo' | 'redo', text: string): DecisionStep | Refusal {
    const step = (direction === 'undo' ? this.#done : this.#undone).at(-1);
    if (step === undefined) return 'nothing';
    return step.text === text ? step : 'text';
  }

  /** Moves the next step to the other side. */
  move(direction: 'undo' | 'redo'): void {
    const [from, to] = direction === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const step = from.pop();
    if (step) to.push(step);
  }
}
