import type { Span } from '../core/span';
import { keptValue } from '../formats/annotationDocument';
import type { Decisions } from './decisions';
import { Draft } from './draft';
import { eventOf, unrelate } from './events';
import { itemsOf, type Operation } from './operations';
import { areRelated, takenOver, withRelation } from './relationChanges';
import { fits } from './relations';
import { extent, type ReviewItem } from './reviewItem';
import type { CorpusSchema } from './schema';
import { snapped } from './snap';
import { namesSomebodyElse } from './speakerWords';
import { isTimexValue } from './timexValue';
import { moveEdge, trimSelection } from './words';

/** What an operation works on: decisions, the items that an overlay made of them, and the schema. All of one text. */
export interface OperationContext {
  readonly decisions: Decisions;
  readonly items: readonly ReviewItem[];
  readonly schema: CorpusSchema;
}

/** Why an operation was not carried out. */
export type OperationProblem =
  | 'unknownItem' // it is not in the text any more: the list that was clicked on is an old one
  | 'empty' // no word is selected
  | 'nothingToMoveOver'
  | 'layer' // the operation is not for this layer, or the items are of several
  | 'value' // no TIMEX3 value
  | 'arguments' // the schema does not admit the event, or these arguments of it
  | 'ends' // the schema does not admit the relation between these types, or it would be one of a thing with itself
  | 'place'; // the place to split at is not within

/** New decisions and the annotations to look at next, or why there are none. */
export type OperationResult =
  | { readonly ok: true; readonly decisions: Decisions; readonly focus: readonly string[] }
  | { readonly ok: false; readonly problem: OperationProblem };

class Refused extends Error {
  constructor(readonly problem: OperationProblem) {
    super(problem);
  }
}

/** Carries out one operation. Pure: the decisions given stay as they are. */
export function operate(context: OperationContext, operation: Operation): OperationResult {
  return operateAll(context, [operation]);
}

/** Several operations as one step: all of them, or none. Items go by what the overlay before the first one calls them. */
export function operateAll(context: OperationContext, operations: readonly Operation[]): OperationResult {
  const draft = new Draft(context.decisions, context.schema);
  const byId = new Map(context.items.map((item) => [item.id, item]));
  try {
    const focus = operations
      .map((operation) => snapped(context.decisions.document.text, operation))
      .flatMap((operation) =>
        carryOut(
          draft,
          operation,
          itemsOf(operation).map((id) => byId.get(id) ?? refuse('unknownItem')),
          context.items,
        ),
      );
    return { ok: true, decisions: draft.finish(), focus };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function refuse(problem: OperationProblem): never {
  throw new Refused(problem);
}

function carryOut(
  draft: Draft,
  operation: Operation,
  items: readonly ReviewItem[],
  all: readonly ReviewItem[],
): readonly string[] {
  const [item] = items;
  switch (operation.kind) {
    case 'confirm':
      return items.map((each) => draft.confirm(each));
    case 'reject':
      return items.flatMap((each) => reject(draft, each));
    case 'clear':
      for (const each of items) if (each.annotation) draft.remove(each.annotation.id);
      return [];
    case 'add':
      return [add(draft, operation.layer, operation.type, operation.spans)];
    case 'setType':
      return items.map((each) => setType(draft, each, operation.layer ?? each.layer, operation.type));
    case 'setSpans':
      return [setSpans(draft, item ?? refuse('unknownItem'), operation.spans)];
    case 'move':
      return [move(draft, item ?? refuse('unknownItem'), operation.edge, operation.direction)];
    case 'split':
      return split(draft, item ?? refuse('unknownItem'), operation.at);
    case 'merge':
      return [merge(draft, items)];
    case 'setSpeaker':
      return items.map((each) => setSpeaker(draft, each, operation, all));
    case 'setCue': {
      const id = confirmOf(draft, item, 'quote');
      draft.setPart(id, 'cue', operation.span && (trimSelection(draft.text, operation.span) ?? refuse('empty')));
      return [id];
    }
    case 'setValue':
      if (!isTimexValue(operation.value)) refuse('value');
      return items.map((each) => {
        const id = confirmOf(draft, each, 'date');
        draft.setAttributes(id, { value: operation.value, mod: undefined });
        return id;
      });
    case 'sameEntity':
    case 'differentEntity': {
      const ids = items.map((each) => confirmOf(draft, each, 'entity'));
      if (operation.kind === 'sameEntity') draft.unite(ids, operation.name);
      else draft.part(ids, operation.name);
      return ids;
    }
    case 'note': {
      const id = draft.keep(item ?? refuse('unknownItem'));
      const words = operation.text.trim();
      draft.change(id, ({ note: _, ...rest }) => (words === '' ? rest : { ...rest, note: words }));
      return [id];
    }
    case 'attribute':
      return items.map((each) => {
        const id = draft.confirm(each);
        draft.setAttributes(id, { [operation.name]: keptValue(operation.value) });
        return id;
      });
    case 'relate':
      return relate(draft, items, operation.type);
    case 'unrelate':
      unrelate(draft, operation.relations);
      return [];
    case 'addEvent':
    case 'setArguments':
      return [eventOf(draft, operation, { items, all }) ?? refuse('arguments')];
    case 'place': {
      const spans = operation.spans.map((span) => trimSelection(draft.text, span) ?? refuse('empty'));
      return [draft.place(operation.lost, inOrder(spans)) ?? refuse('unknownItem')];
    }
    case 'forget':
      draft.forget(operation.lost);
      return [];
  }
}

function confirmOf(draft: Draft, item: ReviewItem | undefined, layer: string): string {
  if (item === undefined) return refuse('unknownItem');
  if (item.layer !== layer) refuse('layer');
  return draft.confirm(item);
}

function reject(draft: Draft, item: ReviewItem): readonly string[] {
  if (item.status === 'rejected') return [item.id];
  if (item.suggestion) return [draft.refuse(item.suggestion)];
  const at = extent(item);
  draft.remove(item.id);
  // what a person had put there is no suggestion to be refused; what a machine proposes for the same words is
  const still = item.replaces.filter((suggestion) => sameSpan(extent(suggestion), at));
  return still.map((suggestion) => draft.refuse(suggestion));
}

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function add(draft: Draft, layer: string, type: string, spans: readonly Span[]): string {
  const trimmed = spans.map((span) => trimSelection(draft.text, span) ?? refuse('empty'));
  if (trimmed.length === 0) refuse('empty');
  const annotation = { layer, type: draft.label(layer, type), spans: inOrder(trimmed), attributes: {} };
  const there = draft.like(annotation);
  if (there !== undefined) draft.affirm(there);
  const id = there ?? draft.add(annotation);
  draft.unrefuse(id);
  return id;
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

function setType(draft: Draft, item: ReviewItem, layer: string, type: string): string {
  const id = draft.confirm(item);
  draft.change(id, (annotation) => ({
    ...annotation,
    layer: storedLayer(annotation.layer, item.layer, layer),
    type: draft.label(layer, type),
  }));
  draft.unrefuse(id);
  if (layer === item.layer) return id;
  // in its new layer nothing keeps the suggestion of the old one away
  for (const suggestion of item.suggestion ? [item.suggestion] : item.replaces) draft.refuse(suggestion);
  if (layer !== 'quote') for (const part of ['cue', 'speaker'] as const) draft.setPart(id, part, undefined);
  return id;
}

/** A file's layer stays what it is as long as only the type changes: the schema may show it under another one. */
const storedLayer = (stored: string, shown: string, wanted: string): string => (wanted === shown ? stored : wanted);

function setSpans(draft: Draft, item: ReviewItem, spans: readonly Span[]): string {
  const trimmed = inOrder(spans.map((span) => trimSelection(draft.text, span) ?? refuse('empty')));
  if (trimmed.length === 0) refuse('empty');
  const id = draft.confirm(item);
  draft.settle(id);
  draft.change(id, (annotation) => ({ ...annotation, spans: trimmed }));
  draft.refuseFormer(item, extent({ spans: trimmed }));
  draft.unrefuse(id);
  return id;
}

function move(draft: Draft, item: ReviewItem, edge: 'start' | 'end', direction: 'widen' | 'narrow'): string {
  const at = edge === 'start' ? 0 : item.spans.length - 1;
  const span = item.spans[at] ?? refuse('empty');
  const moved = moveEdge(draft.text, span, edge, direction) ?? refuse('nothingToMoveOver');
  return setSpans(
    draft,
    item,
    item.spans.map((each, i) => (i === at ? moved : each)),
  );
}

function split(draft: Draft, item: ReviewItem, at: number): readonly string[] {
  const half = (keep: (span: Span) => Span): readonly Span[] =>
    item.spans.flatMap((span) => {
      const { start, end } = keep(span);
      return start < end ? (trimSelection(draft.text, { start, end }) ?? []) : [];
    });
  const first = half((span) => ({ start: span.start, end: Math.min(span.end, at) }));
  const second = half((span) => ({ start: Math.max(span.start, at), end: span.end }));
  if (first.length === 0 || second.length === 0) refuse('place');
  const id = setSpans(draft, item, first);
  const annotation = draft.annotation(id) ?? refuse('unknownItem');
  const { value: _, ...attributes } = annotation.attributes;
  return [id, draft.add({ layer: annotation.layer, type: annotation.type, spans: second, attributes })];
}

function merge(draft: Draft, items: readonly ReviewItem[]): string {
  const sorted = [...items].sort((a, b) => extent(a).start - extent(b).start);
  const [first, ...others] = sorted;
  if (first === undefined || others.length === 0) return refuse('empty');
  if (others.some((item) => item.layer !== first.layer)) refuse('layer');
  const spans = sorted.flatMap((item) => item.spans);
  const whole = { start: extent(first).start, end: Math.max(...sorted.map((item) => extent(item).end)) };
  const kept = draft.confirm(first);
  for (const item of others) {
    const { annotation } = item;
    if (annotation) {
      draft.changeRelations((relations) => takenOver(relations, annotation.id, kept));
      draft.remove(annotation.id);
    }
    for (const suggestion of item.suggestion ? [item.suggestion] : item.replaces) draft.refuse(suggestion);
  }
  // speech stays in pieces: what stands between them (a déclaré X) is not said
  const confirmed = draft.annotation(kept);
  return setSpans(draft, { ...first, ...(confirmed && { annotation: confirmed }) }, first.layer === 'quote' ? spans : [whole]);
}

function relate(draft: Draft, [from, to]: readonly ReviewItem[], type: string): readonly string[] {
  if (from === undefined || to === undefined) return refuse('unknownItem');
  const rule = draft.schema.relations?.find(({ id }) => id === type);
  if (from === to || (rule && !fits(rule, [from.type, to.type]))) return refuse('ends');
  const [first, second] = [draft.confirm(from), draft.confirm(to)];
  draft.changeRelations((relations) =>
    areRelated(relations, type, first, second) ? relations : withRelation(relations, type, first, second),
  );
  return [first, second];
}

function setSpeaker(
  draft: Draft,
  item: ReviewItem,
  { span, name }: { readonly span?: Span; readonly name?: string },
  all: readonly ReviewItem[],
): string {
  const id = confirmOf(draft, item, 'quote');
  const isSaid = span === undefined && name !== undefined;
  const kept = isSaid && item.speaker && !namesSomebodyElse(draft.text, item.speaker, name, all) ? item.speaker : span;
  draft.setPart(id, 'speaker', kept && (trimSelection(draft.text, kept) ?? refuse('empty')));
  draft.setAttributes(id, { speakerName: name });
  return id;
}
