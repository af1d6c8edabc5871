import type { Block } from '../core/analysis';
import type { Span } from '../core/span';
import { type Article, extentOf } from './article';

/** Lines that can be folded away, zero-based, both included; `end > start`. */
export interface FoldedLines {
  readonly start: number;
  readonly end: number;
  readonly kind: 'header' | 'section' | 'block' | 'quotation' | 'aside';
}

/**
 * What folds: the header with the title, sections below their headings, blocks of several lines, quotations over
 * several lines, runs of captions and teasers. No two share the line they begin in and end in.
 */
export function folding(article: Article): FoldedLines[] {
  const { structure, quotes } = article.analysis;
  const found = new Map<string, FoldedLines>();
  const add = (kind: FoldedLines['kind'], span: Span): void => {
    const start = article.lines.lineOf(span.start);
    const end = article.lines.lineOf(Math.max(span.start, span.end - 1));
    const key = `${start}-${end}`;
    if (end > start && !found.has(key)) found.set(key, { start, end, kind });
  };
  for (const span of runs(structure, (block) => block.role === 'header' || block.role === 'title' || block.role === 'byline'))
    add('header', span);
  for (const span of sectionsOf(structure)) add('section', span);
  for (const span of runs(structure, (block) => block.role === 'caption' || block.role === 'teaser')) add('aside', span);
  for (const quote of quotes) if (quote.spans.length > 0) add('quotation', extentOf(quote));
  for (const block of structure) add('block', block);
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Neighbouring blocks that pass a test, joined. */
function runs(structure: readonly Block[], test: (block: Block) => boolean): Span[] {
  const spans: { start: number; end: number }[] = [];
  let running = false;
  for (const block of structure) {
    const passes = test(block);
    const last = spans.at(-1);
    if (passes && running && last !== undefined) last.end = block.end;
    else if (passes) spans.push({ start: block.start, end: block.end });
    running = passes;
  }
  return spans;
}

function sectionsOf(structure: readonly Block[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const block of structure) {
    const last = spans.at(-1);
    if (block.role === 'heading') spans.push({ start: block.start, end: block.end });
    else if (last !== undefined) last.end = block.end;
  }
  return spans;
}
