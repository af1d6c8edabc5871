import type { Span } from '../core/span';

/** One change of a text: `[start, end)` of the old text gave way to `inserted`. UTF-16 offsets. */
export interface TextEdit extends Span {
  readonly inserted: string;
}

/** What became of a span through an edit. */
export interface Rebased {
  readonly span: Span;
  /** `whole`: its words stand as they did. `changed`: some of them were edited. `gone`: none is left. */
  readonly state: 'whole' | 'changed' | 'gone';
}

/**
 * Reduces an edit to what it really changes: a formatter or a version control system replaces whole lines or files,
 * most of which stay the same.
 */
export function minimalEdit(oldText: string, edit: TextEdit): TextEdit {
  const { inserted } = edit;
  let { start, end } = edit;
  let from = 0;
  let to = inserted.length;
  while (start < end && from < to && oldText.charCodeAt(start) === inserted.charCodeAt(from)) {
    start++;
    from++;
  }
  while (end > start && to > from && oldText.charCodeAt(end - 1) === inserted.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  return slid(oldText, { start, end, inserted: inserted.slice(from, to) }, edit.start);
}

/** So far is a beginning looked for that is better than within a word. */
const FARTHEST = 2_000;

/**
 * What was only inserted or only deleted may have begun earlier just as well, where equal characters stand at both its
 * ends: of these places the one at the beginning of a line, a sentence or a word is taken, so that no words beside are
 * cut in two.
 */
function slid(oldText: string, edit: TextEdit, earliest: number): TextEdit {
  const isInsertion = edit.start === edit.end;
  if (isInsertion === (edit.inserted === '')) return edit;
  const unit = isInsertion ? edit.inserted : oldText.slice(edit.start, edit.end);
  let [best, steps] = [beginning(oldText, edit.start), 0];
  for (let k = 1; k <= FARTHEST && edit.start - k >= earliest; k++) {
    if (oldText[edit.start - k] !== unit[(unit.length - (k % unit.length)) % unit.length]) break;
    const own = beginning(oldText, edit.start - k);
    if (own > best) [best, steps] = [own, k];
  }
  if (steps === 0) return edit;
  const cut = (unit.length - (steps % unit.length)) % unit.length;
  const inserted = isInsertion ? unit.slice(cut) + unit.slice(0, cut) : '';
  return { start: edit.start - steps, end: edit.end - steps, inserted };
}

/** How much of a beginning an offset is: of a line, of a sentence, of a word, of none. */
function beginning(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 2), at);
  if (at === 0 || before.endsWith('\n')) return 3;
  if (/[.!?»"”]\s$/u.test(before)) return 2;
  return /\s$/u.test(before) ? 1 : 0;
}

/**
 * Carries a span through an edit. What is typed at its edges stays outside, what is typed within it belongs to it;
 * words that are deleted shrink it. A span none of whose words is left is empty and `gone`.
 */
export function rebaseSpan(span: Span, edit: TextEdit): Rebased {
  const delta = edit.inserted.length - (edit.end - edit.start);
  if (edit.end <= span.start) return { span: { start: span.start + delta, end: span.end + delta }, state: 'whole' };
  if (edit.start >= span.end) return { span, state: 'whole' };
  const behind = edit.start + edit.inserted.length;
  if (edit.start <= span.start && edit.end >= span.end) return { span: { start: edit.start, end: edit.start }, state: 'gone' };
  if (edit.start <= span.start) return { span: { start: behind, end: span.end + delta }, state: 'changed' };
  if (edit.end >= span.end) return { span: { start: span.start, end: edit.start }, state: 'changed' };
  return { span: { start: span.start, end: span.end + delta }, state: 'changed' };
}

/** Applies an edit to a text. */
export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.inserted + text.slice(edit.end);
}
