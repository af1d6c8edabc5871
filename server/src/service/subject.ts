import type { EntityMention, Quotation, TemporalExpression } from '../core/analysis';
import type { Span } from '../core/span';
import { type Article, extentOf, inContent, length } from './article';

/**
 * What stands at a place in the text, the nearest thing first: a name, a date, the words for a speaker, a cue, a
 * quotation's content. `span` is what an editor should mark while it tells about it.
 */
export type Subject =
  | { readonly kind: 'mention'; readonly span: Span; readonly mention: EntityMention }
  | { readonly kind: 'date'; readonly span: Span; readonly date: TemporalExpression }
  | { readonly kind: 'speaker' | 'cue' | 'quotation'; readonly span: Span; readonly quote: Quotation };

/** What is at an offset; where nothing is, what ends there (a caret stands after the last letter). Undefined for plain text. */
export function subjectAt(article: Article, offset: number): Subject | undefined {
  return subjectsAt(article, offset)[0] ?? (offset > 0 ? subjectsAt(article, offset - 1).find(endsAt(offset)) : undefined);
}

const endsAt =
  (offset: number) =>
  (subject: Subject): boolean =>
    subject.span.end === offset && subject.kind !== 'quotation';

/** All that an offset lies in, the nearest first. */
export function subjectsAt(article: Article, offset: number): Subject[] {
  const { entities, dates, quotes } = article.analysis;
  const found: Subject[] = [];
  // a date goes before a name of the same words: so it is painted too
  for (const date of dates) if (covers(date, offset)) found.push({ kind: 'date', span: date, date });
  for (const mention of entities) if (covers(mention, offset)) found.push({ kind: 'mention', span: mention, mention });
  found.sort((a, b) => length(a.span) - length(b.span));
  const around = quotes.filter((quote) => extentOf(quote).start <= offset + REACH);
  for (const quote of around) {
    if (quote.speaker && covers(quote.speaker, offset)) found.push({ kind: 'speaker', span: quote.speaker, quote });
  }
  for (const quote of around) {
    if (quote.cue && covers(quote.cue, offset)) found.push({ kind: 'cue', span: quote.cue, quote });
  }
  const inside = around.filter((quote) => inContent(quote, offset));
  for (const quote of inside.sort((a, b) => length(extentOf(a)) - length(extentOf(b)))) {
    const span = quote.spans.find(([start, end]) => start <= offset && offset < end) ?? [offset, offset];
    found.push({ kind: 'quotation', span: { start: span[0], end: span[1] }, quote });
  }
  return found;
}

// A speaker may be named well before the quotation begins: "X, who …, said: « »".
const REACH = 5_000;

const covers = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** The entity that a subject stands for: the one named, or the one that speaks. */
export function entityOf(subject: Subject | undefined): string | undefined {
  if (subject === undefined || subject.kind === 'date') return undefined;
  return subject.kind === 'mention' ? subject.mention.entity : subject.quote.speakerEntity;
}
