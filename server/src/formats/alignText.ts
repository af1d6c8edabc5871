import { diffArrays } from 'diff';
import type { Span } from '../core/span';
import type { Annotation, AnnotationDocument } from './annotationDocument';

/** Of a text's words and marks so many may differ before it is another text. */
const MOST_DIFFERENT = 5_000;

/**
 * Finds stretches of one wording of a text in another, by their words: both are laid beside each other word by word (shortest
 * edit script, Myers 1986). A stretch any word of which differs is not found.
 *
 * @returns undefined where the texts have too little in common.
 */
function alignText(from: string, to: string): ((span: Span) => Span | undefined) | undefined {
  if (from === to) return (span) => span;
  const [before, after] = [wordsOf(from), wordsOf(to)];
  const most = Math.min(MOST_DIFFERENT, Math.max(20, Math.floor((before.length + after.length) / 2)));
  const changes = diffArrays(
    before.map(({ word }) => word),
    after.map(({ word }) => word),
    { maxEditLength: most },
  );
  if (changes === undefined) return undefined;
  /** For each word of the first text, which one of the second it is. */
  const same = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (added) j += count;
    else if (removed) i += count;
    else for (let n = 0; n < count; n++) same.set(i++, j++);
  }
  if (before.length > 0 && same.size * 2 < before.length) return undefined;
  return (span) => aligned(span, before, after, same);
}

/** Annotations on another wording of their text: those all of whose stretches are found. */
export function alignSpans(
  document: AnnotationDocument,
  text: string,
): { readonly annotations: readonly Annotation[]; readonly isOther: boolean } {
  const find = alignText(document.text, text);
  const annotations = document.annotations.flatMap((annotation): readonly Annotation[] => {
    const found = annotation.spans.map((span) => find?.(span)).filter((span) => span !== undefined);
    return found.length === annotation.spans.length ? [{ ...annotation, spans: found }] : [];
  });
  return { annotations, isOther: find === undefined };
}

interface Word {
  readonly word: string;
  readonly at: number;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)].map(({ 0: word, index }) => ({ word, at: index }));
}

function aligned(
  { start, end }: Span,
  before: readonly Word[],
  after: readonly Word[],
  same: ReadonlyMap<number, number>,
): Span | undefined {
  const first = firstIndex(before, (word) => word.at + word.word.length > start);
  let last = first;
  while (last + 1 < before.length && (before[last + 1] as Word).at < end) last++;
  const [from, to] = [before[first], before[last]];
  if (!from || !to || from.at >= end) return undefined;
  const target = same.get(first);
  if (target === undefined) return undefined;
  for (let i = first; i <= last; i++) if (same.get(i) !== target + i - first) return undefined;
  const [begins, ends] = [after[target] as Word, after[target + last - first] as Word];
  const cut = Math.max(0, start - from.at);
  return { start: begins.at + cut, end: ends.at + Math.min(to.word.length, end - to.at) };
}

function firstIndex(words: readonly Word[], isAfter: (word: Word) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(words[middle] as Word)) high = middle;
    else low = middle + 1;
  }
  return low;
}
