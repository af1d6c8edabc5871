import type { Span } from '../core/span';
import type { RelationArgument } from '../formats/annotationDocument';
import { freeId } from './decisions';
import type { Draft } from './draft';
import type { Operation } from './operations';
import { withoutRelations } from './relationChanges';
import { extent, type ReviewItem } from './reviewItem';
import { argumentProblems } from './schemaChecks';
import { trimSelection } from './words';

type EventOperation = Extract<Operation, { readonly kind: 'addEvent' | 'setArguments' }>;

/**
 * Makes an event, or changes its arguments. Gives the id of the annotation that tells it, or undefined where there is no such
 * event, no words to tell it, or the schema does not admit it.
 */
export function eventOf(
  draft: Draft,
  operation: EventOperation,
  { items, all }: { readonly items: readonly ReviewItem[]; readonly all: readonly ReviewItem[] },
): string | undefined {
  const parts = operation.parts.flatMap(({ role }, i): EventPart[] => (items[i] ? [{ role, item: items[i] }] : []));
  if (operation.kind === 'setArguments') return setArguments(draft, operation.relation, parts);
  const words = trimSelection(draft.text, operation.span);
  return words && addEvent(draft, operation.type, words, { parts, items: all });
}

/** What has a part in an event. */
interface EventPart {
  readonly role: string;
  readonly item: ReviewItem;
}

/**
 * Makes an event that some words tell. The annotation on those words has the event's type, as brat wants it; where there is
 * none, it is made. Gives the trigger's id, or undefined where the schema does not admit the arguments.
 */
function addEvent(
  draft: Draft,
  type: string,
  words: Span,
  { parts, items }: { readonly parts: readonly EventPart[]; readonly items: readonly ReviewItem[] },
): string | undefined {
  if (!isAdmitted(draft, type, parts)) return undefined;
  const known = items.find(
    ({ annotation, label, spans, status }) =>
      annotation && label === type && status !== 'rejected' && spans.length === 1 && sameSpan(extent({ spans }), words),
  );
  const trigger = known
    ? draft.confirm(known)
    : draft.add({ layer: 'entity', type, spans: [{ start: words.start, end: words.end }], attributes: {} });
  const args = argumentsOf(draft, parts);
  draft.changeRelations((relations) => [
    ...relations,
    {
      id: freeId(
        'E',
        relations.map(({ id }) => id),
      ),
      type,
      trigger,
      args,
      attributes: {},
    },
  ]);
  return trigger;
}

/** Gives an event these arguments and no others; undefined where there is no such event, or the schema does not admit them. */
function setArguments(draft: Draft, id: string, parts: readonly EventPart[]): string | undefined {
  const found = draft.relations.find((relation) => relation.id === id && relation.trigger !== undefined);
  if (found === undefined || !isAdmitted(draft, found.type, parts)) return undefined;
  const args = argumentsOf(draft, parts);
  draft.changeRelations((relations) => relations.map((relation) => (relation.id === id ? { ...relation, args } : relation)));
  return found.trigger;
}

/** Takes relations and events away, and the words that told an event, unless something else is said of them. */
export function unrelate(draft: Draft, ids: readonly string[]): void {
  const before = draft.relations;
  draft.changeRelations((relations) => withoutRelations(relations, ids));
  const left = draft.relations;
  const gone = before.filter((relation) => !left.includes(relation));
  const used = new Set(left.flatMap(({ trigger, args }) => [trigger, ...args.map(({ target }) => target)]));
  for (const { trigger, type } of gone)
    if (trigger !== undefined && !used.has(trigger) && draft.annotation(trigger)?.type === type) draft.remove(trigger);
}

function isAdmitted(draft: Draft, type: string, parts: readonly EventPart[]): boolean {
  const { events } = draft.schema;
  if (events === undefined) return true;
  const declared = events.find(({ id }) => id === type);
  if (declared === undefined) return false;
  // the words that tell an event have its type: an argument that is an event has that type, too
  return (
    argumentProblems(
      declared,
      parts.map(({ role, item }) => ({ role, type: item.type })),
    ).length === 0
  );
}

/** Arguments in brat's form: several of one role are numbered, and an event stands for the words that tell it. */
function argumentsOf(draft: Draft, parts: readonly EventPart[]): readonly RelationArgument[] {
  const counts = new Map<string, number>();
  return parts.map(({ role, item }) => {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    return { role: count === 1 ? role : `${role}${count}`, target: targetOf(draft, draft.confirm(item)) };
  });
}

const targetOf = (draft: Draft, annotation: string): string =>
  draft.relations.find(({ trigger }) => trigger === annotation)?.id ?? annotation;

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
