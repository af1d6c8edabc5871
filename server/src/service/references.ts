import type { Quotation } from '../core/analysis';
import { bySpan, contains, type Span } from '../core/span';
import { type Article, extentOf, isSpeech, sameTime } from './article';
import { entityOf, type Subject, subjectAt } from './subject';

/** Where something leads: `origin` is what was asked about, `target` where it is explained. */
export interface Definition {
  readonly origin: Span;
  readonly target: Span;
}

/**
 * Go to definition: from a name or the words for a speaker to the entity's first mention, from a relative date to what it
 * was resolved against, from a cue or a quotation to its speaker. Undefined where there is nothing to go to.
 */
export function definition(article: Article, offset: number): Definition | undefined {
  const subject = subjectAt(article, offset);
  if (subject === undefined) return undefined;
  const target = targetOf(article, subject);
  return target === undefined ? undefined : { origin: bounds(subject.span), target: bounds(target) };
}

function targetOf(article: Article, subject: Subject): Span | undefined {
  switch (subject.kind) {
    case 'mention':
      return firstMention(article, subject.mention.entity) ?? subject.mention;
    case 'speaker':
      return firstMention(article, subject.quote.speakerEntity) ?? subject.quote.speaker;
    case 'date':
      return anchorOf(article, subject.date) ?? subject.date;
    default:
      return subject.quote.speaker ?? firstMention(article, subject.quote.speakerEntity);
  }
}

/** The first mention of an entity. */
export function firstMention(article: Article, entity: string | undefined): Span | undefined {
  return entity === undefined ? undefined : article.mentionsOf(entity)[0];
}

/** What a date was resolved against: another date of the text, or the header's. */
export function anchorOf(article: Article, date: { readonly anchor?: string; readonly anchorStart?: number }): Span | undefined {
  if (date.anchor === undefined) return undefined;
  const { dates, structure } = article.analysis;
  const start = date.anchorStart;
  if (start !== undefined && start >= 0) return dates.find((other) => other.start === start);
  if (date.anchor !== 'document date') return undefined;
  const header = structure.find((block) => block.role === 'header');
  if (header === undefined) return datelineOf(article);
  return dates.find((other) => other.start >= header.start && other.end <= header.end) ?? header;
}

/** The day that an article without a header says of itself: `Publié le 3 mars 2017`, `Lorient, 3 mars 2017 – …`. */
function datelineOf({ analysis }: Article): Span | undefined {
  // given from outside, or by the file's name
  if (analysis.date !== null) return undefined;
  const days = analysis.dates.filter((date) => date.anchor === undefined && /^\d{4}-\d\d-\d\d$/.test(date.value));
  const bylines = analysis.structure.filter((block) => block.role === 'byline');
  return days.find((day) => bylines.some((byline) => contains(byline, day))) ?? days[0];
}

/**
 * All places of what stands at an offset, in text order: every mention of the entity (with the pronouns and titles that
 * stand for it as a speaker), every date that means the same time, all speech of a quotation's speaker.
 */
export function references(article: Article, offset: number): Span[] {
  const subject = subjectAt(article, offset);
  if (subject === undefined) return [];
  if (subject.kind === 'date') return article.analysis.dates.filter((date) => sameTime(date, subject.date)).map(bounds);
  if (subject.kind === 'mention' || subject.kind === 'speaker') {
    const entity = entityOf(subject);
    return entity === undefined ? [bounds(subject.span)] : placesOf(article, entity);
  }
  const entity = subject.quote.speakerEntity;
  const speech = entity === undefined ? [subject.quote] : article.speechBy(entity);
  return (speech.length === 0 ? [subject.quote] : speech).map(extentOf);
}

/** Mentions of an entity, and the words that stand for it as a speaker without naming it. */
export function placesOf(article: Article, entity: string): Span[] {
  const places: Span[] = article.mentionsOf(entity).map(bounds);
  for (const quote of article.speechBy(entity)) {
    const { speaker } = quote;
    if (speaker && !places.some((place) => place.start < speaker.end && speaker.start < place.end)) places.push(bounds(speaker));
  }
  return places.sort(bySpan);
}

/** A place to highlight; `write` marks what says something (a cue, a quotation), `read` what is spoken of. */
export interface Highlight extends Span {
  readonly kind: 'read' | 'write';
}

/**
 * Highlights for an offset: the same entity and not the same letters, the same time, or all parts of a quotation with its cue
 * and speaker. Never overlapping where the parts do not.
 */
export function highlights(article: Article, offset: number): Highlight[] {
  const subject = subjectAt(article, offset);
  if (subject === undefined) return [];
  if (subject.kind === 'mention' || subject.kind === 'date' || (subject.kind === 'speaker' && entityOf(subject) !== undefined)) {
    return references(article, offset).map((span) => ({ ...span, kind: 'read' }));
  }
  return partsOf(subject.quote);
}

function partsOf(quote: Quotation): Highlight[] {
  const parts: Highlight[] = quote.spans.map(([start, end]) => ({ start, end, kind: 'write' }));
  if (!isSpeech(quote)) return parts;
  if (quote.cue) parts.push({ ...bounds(quote.cue), kind: 'write' });
  if (quote.speaker) parts.push({ ...bounds(quote.speaker), kind: 'read' });
  return parts.sort(bySpan);
}

const bounds = ({ start, end }: Span): Span => ({ start, end });
