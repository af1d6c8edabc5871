import type { Span } from '../core/span';
import type { Annotation, Relation } from '../formats/annotationDocument';
import { createAnchor, findAnchor, type TextAnchor } from './anchor';
import { type Decisions, isRejection, type LostDecision, type Mark } from './decisions';
import { applyEdit, minimalEdit, rebaseSpan, type TextEdit } from './rebase';

/** Decisions after an edit of their text, and whether some of their words were touched. */
export interface RebasedDecisions {
  readonly decisions: Decisions;
  /** Words of some decision were edited or deleted: what {@link EditMemory} must remember to take it back. */
  readonly touched: boolean;
}

/**
 * Carries decisions through an edit of their text. None is dropped: one whose words are all gone is looked for in what
 * was inserted (a formatter or a version control system replaces whole paragraphs), else it is lost until they return.
 */
export function rebaseDecisions(decisions: Decisions, edit: TextEdit): RebasedDecisions {
  const oldText = decisions.document.text;
  const small = minimalEdit(oldText, edit);
  if (small.start === small.end && small.inserted === '') return { decisions, touched: false };
  const text = applyEdit(oldText, small);
  const annotations: Annotation[] = [];
  const lost: LostDecision[] = [];
  let touched = false;
  for (const annotation of decisions.document.annotations) {
    const moved = moveSpans(annotation.spans, small, oldText, text);
    if (moved.touched) touched = true;
    if (moved.spans.length > 0)
      annotations.push(moved.spans === annotation.spans ? annotation : { ...annotation, spans: moved.spans });
    else lost.push(lose(decisions, annotation, oldText));
  }
  const marks = [...decisions.marks.values()].some((mark) => mark.inFile) ? withoutPlaces(decisions.marks) : decisions.marks;
  const after = removeLost({ ...decisions, marks, document: { ...decisions.document, text, annotations } }, lost);
  return { decisions: recover(after, small), touched };
}

/** A place in the file means nothing once the text has changed. */
function withoutPlaces(marks: ReadonlyMap<string, Mark>): ReadonlyMap<string, Mark> {
  return new Map([...marks].map(([id, { inFile: _, ...mark }]) => [id, mark]));
}

function moveSpans(
  spans: readonly Span[],
  edit: TextEdit,
  oldText: string,
  text: string,
): { spans: readonly Span[]; touched: boolean } {
  let touched = false;
  let same = true;
  const moved: Span[] = [];
  for (const span of spans) {
    const rebased = rebaseSpan(span, edit);
    if (rebased.state !== 'whole') touched = true;
    const place = rebased.state === 'gone' ? findInserted(span, edit, oldText, text) : rebased.span;
    if (place === undefined) {
      same = false;
      continue;
    }
    if (place.start !== span.start || place.end !== span.end) same = false;
    moved.push(place);
  }
  return { spans: same ? spans : inOrder(moved), touched };
}

function findInserted(span: Span, edit: TextEdit, oldText: string, text: string): Span | undefined {
  if (!edit.inserted.includes(oldText.slice(span.start, span.end))) return undefined;
  const anchor = createAnchor(oldText, span);
  // what stands before the words within the deleted stretch tells where they should be in the inserted one
  const { certainty, span: place } = findAnchor(text, anchor);
  return certainty === 'same' || certainty === 'moved' ? place : undefined;
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter((span, i) => i === 0 || span.start >= (sorted[i - 1] as Span).end);
}

/** An annotation of a text as a lost one, with anchors that find its words again. */
export function lose(decisions: Decisions, annotation: Annotation, text: string): LostDecision {
  const mark = decisions.marks.get(annotation.id);
  return {
    annotation,
    anchors: mark?.doubtful ?? annotation.spans.map((span) => createAnchor(text, span)),
    ...(mark?.judged && { judged: mark.judged }),
    relations: decisions.document.relations.filter((relation) => involves(relation, annotation.id)),
  };
}

const involves = (relation: Relation, id: string): boolean =>
  relation.trigger === id || relation.args.some((arg) => arg.target === id);

/** Moves annotations that are already out of the document to the lost ones, with all that refers to them. */
export function removeLost(decisions: Decisions, lost: readonly LostDecision[]): Decisions {
  if (lost.length === 0) return decisions;
  const gone = new Set(lost.map((item) => item.annotation.id));
  const marks = new Map(decisions.marks);
  for (const id of gone) marks.delete(id);
  return {
    ...decisions,
    marks,
    lost: [...decisions.lost, ...lost],
    document: {
      ...decisions.document,
      relations: decisions.document.relations.filter(
        (relation) =>
          !(relation.trigger !== undefined && gone.has(relation.trigger)) && !relation.args.some((arg) => gone.has(arg.target)),
      ),
    },
  };
}

/** Brings back lost decisions whose words an edit put (back) into the text, beyond doubt. */
function recover(decisions: Decisions, edit: TextEdit): Decisions {
  if (decisions.lost.length === 0 || edit.inserted === '') return decisions;
  const back = decisions.lost.filter((item) => item.anchors.every((anchor) => edit.inserted.includes(anchor.exact)));
  return restore(decisions, back, (anchor) => {
    const { certainty, span } = findAnchor(decisions.document.text, anchor);
    return certainty === 'same' || certainty === 'moved' ? span : undefined;
  });
}

/** Puts lost decisions back into the document where a place is known for each of their anchors. */
export function restore(
  decisions: Decisions,
  candidates: readonly LostDecision[],
  placeOf: (anchor: TextAnchor) => Span | undefined,
): Decisions {
  const annotations = [...decisions.document.annotations];
  const marks = new Map<string, Mark>(decisions.marks);
  const back = new Set<LostDecision>();
  for (const item of candidates) {
    const spans = item.anchors.map(placeOf);
    if (spans.length === 0 || !spans.every((span) => span !== undefined)) continue;
    if (annotations.some((annotation) => annotation.id === item.annotation.id)) continue;
    back.add(item);
    annotations.push({ ...item.annotation, spans: inOrder(spans) });
    if (item.judged) marks.set(item.annotation.id, { judged: item.judged });
  }
  if (back.size === 0) return decisions;
  const present = new Set(annotations.map((annotation) => annotation.id));
  const relations = [...decisions.document.relations];
  for (const { relations: own } of back) {
    for (const relation of own) {
      const ends = [...relation.args.map((arg) => arg.target), ...(relation.trigger === undefined ? [] : [relation.trigger])];
      if (ends.every((end) => present.has(end)) && !relations.some((known) => known.id === relation.id)) relations.push(relation);
    }
  }
  return {
    ...decisions,
    marks,
    lost: decisions.lost.filter((item) => !back.has(item)),
    document: { ...decisions.document, annotations: inFileOrder(annotations), relations },
  };
}

/** T1, T2 … T10, then X1 …: the order in which a file that we made has them; what came in order stays so. */
function inFileOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  const number = (annotation: Annotation): number => Number(annotation.id.slice(1)) || 0;
  return [...annotations].sort((a, b) => Number(isRejection(a)) - Number(isRejection(b)) || number(a) - number(b));
}

/**
 * Remembers texts and decisions from before edits that cut into words, so that taking an edit back (the editor's undo)
 * gives each decision exactly the words it had.
 */
export class EditMemory {
  readonly #kept: { readonly text: string; readonly decisions: Decisions }[] = [];

  /** To be called with the decisions as they were before an edit that touched some of their words. */
  remember(decisions: Decisions): void {
    this.#kept.push({ text: decisions.document.text, decisions });
    if (this.#kept.length > 64) this.#kept.shift();
  }

  /** Where the text is one that was remembered, gives each decision that is still the same the place it had then. */
  recall(decisions: Decisions): Decisions {
    const { text } = decisions.document;
    const then = this.#kept.findLast((kept) => kept.text.length === text.length && kept.text === text)?.decisions;
    if (then === undefined) return decisions;
    const places = new Map(then.document.annotations.map((annotation) => [annotation.id, annotation.spans]));
    const back = decisions.lost.filter((item) => places.has(item.annotation.id));
    const anchorPlaces = new Map<TextAnchor, Span>();
    for (const item of back)
      item.anchors.forEach((anchor, i) => {
        const span = places.get(item.annotation.id)?.[i];
        if (span) anchorPlaces.set(anchor, span);
      });
    const restored = restore(decisions, back, (anchor) => anchorPlaces.get(anchor));
    const annotations = restored.document.annotations.map((annotation) => {
      const spans = places.get(annotation.id);
      return spans === undefined || sameSpans(spans, annotation.spans) ? annotation : { ...annotation, spans };
    });
    return { ...restored, document: { ...restored.document, annotations } };
  }
}

/** Whether two lists of spans are the same. */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a === b || (a.length === b.length && a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end));
}
