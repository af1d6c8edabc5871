import type { Span } from '../core/span';
import type { Annotation } from '../formats/annotationDocument';
import { findAnchors } from './anchor';
import { type Decisions, isRejection, type LostDecision, type Mark } from './decisions';
import { rejoin, relationsWith, withLost } from './lost';
import { movedWithSentences } from './pieces';
import { applyEdit, minimalEdit, rebaseSpan, type TextEdit } from './rebase';
import { CONTEXT, createAnchor, type TextAnchor } from './textAnchor';

/** Decisions after an edit of their text, and whether some of their words were touched. */
export interface RebasedDecisions {
  readonly decisions: Decisions;
  /** Words of some decision were edited or deleted: what {@link EditMemory} must remember to take it back. */
  readonly touched: boolean;
}

/**
 * Carries decisions through an edit of their text. None is dropped: where an edit replaces more than words of theirs (a
 * formatter or a version control system replaces paragraphs) they are looked for in what was inserted, and what is
 * not found beyond doubt and has no word left is lost until its words return.
 */
export function rebaseDecisions(decisions: Decisions, edit: TextEdit): RebasedDecisions {
  const oldText = decisions.document.text;
  const small = minimalEdit(oldText, edit);
  if (small.start === small.end && small.inserted === '') return { decisions, touched: false };
  const text = applyEdit(oldText, small);
  const found = findReplaced(decisions.document.annotations, small, oldText, text);
  const annotations: Annotation[] = [];
  const lost: LostDecision[] = [];
  let touched = false;
  for (const annotation of decisions.document.annotations) {
    const moved = moveSpans(annotation.spans, small, found, text);
    if (moved.touched) touched = true;
    if (moved.spans.length > 0)
      annotations.push(moved.spans === annotation.spans ? annotation : { ...annotation, spans: moved.spans });
    else lost.push(lose(decisions, annotation, oldText));
  }
  const marks = [...decisions.marks.values()].some((mark) => mark.inFile) ? withoutPlaces(decisions.marks) : decisions.marks;
  const after = withLost({ ...decisions, marks, document: { ...decisions.document, text, annotations } }, lost);
  return { decisions: recover(after, small), touched };
}

/** A place in the file means nothing once the text has changed. */
function withoutPlaces(marks: ReadonlyMap<string, Mark>): ReadonlyMap<string, Mark> {
  return new Map([...marks].map(([id, { inFile: _, ...mark }]) => [id, mark]));
}

/** Where the spans are now whose edges an edit has replaced together with what stood around them. */
function findReplaced(
  annotations: readonly Annotation[],
  edit: TextEdit,
  oldText: string,
  text: string,
): ReadonlyMap<Span, Span> {
  if (edit.start === edit.end || edit.inserted === '') return new Map();
  const crossed = annotations.flatMap(({ spans }) =>
    spans.filter(({ start, end }) => edit.start < end && edit.end > start && (edit.start <= start || edit.end >= end)),
  );
  const isBlock = Math.min(edit.end - edit.start, edit.inserted.length) >= BLOCK;
  // words at the edges may have stayed by chance, and their sentence have gone elsewhere
  const beside = isBlock ? besides(annotations, edit) : [];
  if (crossed.length + beside.length === 0) return new Map();
  // both texts are at hand: sentences that are as they were tell more than what stands next to words
  const moved = movedWithSentences(oldText, text, [...crossed, ...beside]);
  const places = findNearEdit(
    text,
    edit,
    crossed.map((span) => createAnchor(oldText, span)),
  );
  const found = new Map(moved);
  for (const [i, span] of crossed.entries()) if (places[i] && !found.has(span)) found.set(span, places[i]);
  return found;
}

/** Whoever replaces so much at once, and by so much, may have put parts of it elsewhere. */
const BLOCK = 100;
/** So far from a block a sentence may begin that reaches into it. */
const REACH = 400;

function besides(annotations: readonly Annotation[], { start, end }: TextEdit): readonly Span[] {
  return annotations.flatMap(({ spans }) =>
    spans.filter((span) => (span.end <= start && span.end > start - REACH) || (span.start >= end && span.start < end + REACH)),
  );
}

/** Where anchors' words stand beyond doubt in what an edit inserted, or over its edges. The rest of the text is known. */
function findNearEdit(
  text: string,
  edit: TextEdit,
  anchors: readonly TextAnchor[],
  loose = false,
): readonly (Span | undefined)[] {
  const longest = Math.max(0, ...anchors.map((anchor) => anchor.exact.length));
  const from = Math.max(0, edit.start - longest - CONTEXT);
  const to = Math.min(text.length, edit.start + edit.inserted.length + longest + CONTEXT);
  const length = to - from - edit.inserted.length + (edit.end - edit.start);
  const own = anchors.map((anchor) => ({ ...anchor, start: anchor.start - from }));
  return findAnchors(text.slice(from, to), own, { length, loose }).map(({ certainty, span }) => {
    if (span === undefined || (certainty !== 'same' && certainty !== 'moved')) return undefined;
    const place = { start: span.start + from, end: span.end + from };
    return place.end > edit.start && place.start < edit.start + edit.inserted.length ? place : undefined;
  });
}

function moveSpans(
  spans: readonly Span[],
  edit: TextEdit,
  found: ReadonlyMap<Span, Span>,
  text: string,
): { spans: readonly Span[]; touched: boolean } {
  let touched = false;
  let same = true;
  const moved: Span[] = [];
  for (const span of spans) {
    const rebased = rebaseSpan(span, edit);
    if (rebased.state !== 'whole') touched = true;
    const rest = rebased.state === 'gone' || isScrap(rebased.span, span, edit, text) ? undefined : rebased.span;
    const place = found.get(span) ?? rest;
    if (place === undefined) {
      same = false;
      continue;
    }
    if (place.start !== span.start || place.end !== span.end) same = false;
    moved.push(place);
  }
  return { spans: same ? spans : inOrder(moved), touched };
}

/** What is left of words whose greater part was replaced, cut within a word: equal letters at an edge, no words of theirs. */
function isScrap(rest: Span, span: Span, edit: TextEdit, text: string): boolean {
  if (edit.inserted === '' || 2 * (rest.end - rest.start) >= span.end - span.start) return false;
  const cut = (at: number): boolean => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  return (
    (edit.start <= span.start && edit.end < span.end && cut(rest.start)) ||
    (edit.start > span.start && edit.end >= span.end && cut(rest.end))
  );
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter((span, i) => i === 0 || span.start >= (sorted[i - 1] as Span).end);
}

/** Some annotations, by id, are lost, with what was known of their words. */
export function loseAll(decisions: Decisions, ids: ReadonlySet<string>): Decisions {
  const { text, annotations } = decisions.document;
  const lost = annotations.filter(({ id }) => ids.has(id)).map((annotation) => lose(decisions, annotation, text));
  const kept = annotations.filter(({ id }) => !ids.has(id));
  return withLost({ ...decisions, document: { ...decisions.document, annotations: kept } }, lost);
}

/** An annotation of a text as a lost one, with anchors that find its words again. */
function lose(decisions: Decisions, annotation: Annotation, text: string): LostDecision {
  const mark = decisions.marks.get(annotation.id);
  return {
    annotation,
    anchors: mark?.doubtful ?? annotation.spans.map((span) => createAnchor(text, span)),
    ...(mark?.judged && { judged: mark.judged }),
    ...(mark?.signed && { signed: mark.signed }),
    relations: relationsWith(decisions.document.relations, new Set([annotation.id])),
  };
}

/** Brings back lost decisions whose words an edit put (back) into the text, beyond doubt. */
function recover(decisions: Decisions, edit: TextEdit): Decisions {
  if (decisions.lost.length === 0 || edit.inserted === '') return decisions;
  const anchors = decisions.lost.flatMap((item) => item.anchors);
  const found = findNearEdit(decisions.document.text, edit, anchors, true);
  const places = new Map(anchors.map((anchor, i) => [anchor, found[i]]));
  return restore(decisions, decisions.lost, (anchor) => places.get(anchor));
}

/** Puts lost decisions back into the document where a place is known for each of their anchors. */
function restore(
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
    const { judged, signed } = item;
    if (judged || signed) marks.set(item.annotation.id, { ...(judged && { judged }), ...(signed && { signed }) });
  }
  if (back.size === 0) return decisions;
  const { relations, lost } = rejoin(
    { annotations, relations: decisions.document.relations },
    [...back],
    decisions.lost.filter((item) => !back.has(item)),
  );
  return { ...decisions, marks, lost, document: { ...decisions.document, annotations: inFileOrder(annotations), relations } };
}

/** Lost decisions stand again where others, on the same text, have them. */
export function foundAgain(decisions: Decisions, known: readonly Annotation[]): Decisions {
  const places = new Map(known.map((annotation) => [annotation.id, annotation.spans]));
  const back = decisions.lost.filter((item) => places.has(item.annotation.id));
  const anchorPlaces = new Map<TextAnchor, Span>();
  for (const item of back)
    item.anchors.forEach((anchor, i) => {
      const span = places.get(item.annotation.id)?.[i];
      if (span) anchorPlaces.set(anchor, span);
    });
  return restore(decisions, back, (anchor) => anchorPlaces.get(anchor));
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
  readonly #kept: { readonly text: string; readonly decisions: Decisions; readonly placedSince: Set<string> }[] = [];

  /** To be called with the decisions as they were before an edit that touched some of their words. */
  remember(decisions: Decisions): void {
    this.#kept.push({ text: decisions.document.text, decisions, placedSince: new Set() });
    if (this.#kept.length > 64) this.#kept.shift();
  }

  /** To be called with annotations that a person has changed, made or taken away: where they stand now is what counts. */
  decided(changes: ReadonlyMap<string, readonly [before: Annotation | undefined, after: Annotation | undefined]>): void {
    for (const [id, [before, after]] of changes) {
      if (before && after && sameSpans(before.spans, after.spans)) continue;
      for (const { placedSince } of this.#kept) placedSince.add(id);
    }
  }

  /** Where the text is one that was remembered, gives each decision that is still the same the place it had then. */
  recall(decisions: Decisions): Decisions {
    const { text } = decisions.document;
    const kept = this.#kept.findLast((one) => one.text.length === text.length && one.text === text);
    if (kept === undefined) return decisions;
    const annotationsThen = kept.decisions.document.annotations.filter(({ id }) => !kept.placedSince.has(id));
    const places = new Map(annotationsThen.map((annotation) => [annotation.id, annotation.spans]));
    const restored = foundAgain(decisions, annotationsThen);
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
