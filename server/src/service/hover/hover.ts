import type { EntityMention, Quotation } from '../../core/analysis';
import { contains, type Span } from '../../core/span';
import { quotationAround } from '../article';
import { plain } from '../markdown';
import { type Subject, subjectAt, subjectsAt } from '../subject';
import { type HoverContext, jump } from './context';
import { dateHover } from './dateHover';
import { entityHover, speakerWordsHover } from './entityHover';
import { insideQuotation, quoteHover } from './quoteHover';

/** What to show beside a stretch of the text. The Markdown holds the text's words escaped, and links to commands of the protocol. */
export interface HoverContent {
  readonly span: Span;
  readonly markdown: string;
}

/** What is known of the place that an offset lies in; undefined for plain text. */
export function hover(context: HoverContext, offset: number): HoverContent | undefined {
  const subject = subjectAt(context.article, offset);
  if (subject === undefined) return undefined;
  const markdown = contentOf(context, subject, alsoAt(context, subject, offset));
  if (markdown === undefined) return undefined;
  return { span: { start: subject.span.start, end: subject.span.end }, markdown };
}

/** A name and a date can share words ("Marée 2017"): the other one of the two. */
function alsoAt({ article }: HoverContext, subject: Subject, offset: number): Subject | undefined {
  const other = subject.kind === 'mention' ? 'date' : subject.kind === 'date' ? 'mention' : undefined;
  return other && subjectsAt(article, offset).find(({ kind }) => kind === other);
}

function contentOf(context: HoverContext, subject: Subject, also?: Subject): string | undefined {
  switch (subject.kind) {
    case 'mention':
    case 'date':
      return joined([nameOrDate(context, subject), also && nameOrDate(context, also), aroundOf(context, subject.span)]);
    case 'speaker':
      return speakerHover(context, subject);
    default:
      return quoteHover(context, subject.quote);
  }
}

function nameOrDate(context: HoverContext, subject: Subject): string | undefined {
  if (subject.kind === 'date') return dateHover(context, subject.date);
  return subject.kind === 'mention' ? mentionHover(context, subject.mention) : undefined;
}

/** Whose words a place stands in. */
function aroundOf(context: HoverContext, span: Span): string | undefined {
  const around = quotationAround(context.article, span);
  return around && insideQuotation(context, around);
}

/** Parts of a hover, with a line between them; undefined where there are none. */
function joined(parts: readonly (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? undefined : given.join('\n\n---\n\n');
}

function mentionHover(context: HoverContext, mention: EntityMention): string | undefined {
  const { article } = context;
  const entity = article.entity(mention.entity);
  if (entity === undefined) return undefined;
  const main = entityHover(context, entity, mention, mention.confidence);
  const outer = mention.nested ? article.analysis.entities.find((other) => !other.nested && contains(other, mention)) : undefined;
  return joined([main, outer && partOf(context, outer)]);
}

/** One line for a name inside a longer one. */
function partOf(context: HoverContext, outer: EntityMention): string {
  const { article, messages } = context;
  const entity = article.entity(outer.entity);
  const type = entity === undefined ? '' : ` (${messages.entityType[entity.type]})`;
  return jump(context, `${messages.partOf(plain(entity?.name ?? outer.text))}${type}`, outer);
}

/** The words for a speaker: who that is, and what is said. */
function speakerHover(context: HoverContext, subject: { readonly span: Span; readonly quote: Quotation }): string {
  const { article } = context;
  const entity = article.entity(subject.quote.speakerEntity);
  if (entity === undefined) return quoteHover(context, subject.quote);
  const words = plain(article.text.slice(subject.span.start, subject.span.end));
  return words === entity.name
    ? entityHover(context, entity, subject.span)
    : speakerWordsHover(context, entity, words, subject.span);
}
