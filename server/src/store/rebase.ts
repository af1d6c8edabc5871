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
  return { start, end, inserted: inserted.slice(from, to) };
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
