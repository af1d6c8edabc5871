import type { Block, BlockRole, Quotation, TemporalExpression } from '../core/analysis';
import { overlaps, type Span } from '../core/span';
import { type Article, extentOf, isSpeech } from './article';
import { dateWords } from './dateWords';
import { plain, shorten } from './markdown';
import type { Messages } from './messages/messages';

/** A line of the outline. `selection` lies in `span`, children lie in their parent, siblings are in text order. */
export interface OutlineItem {
  readonly kind: BlockRole | 'quote' | 'date';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

const NAME_LENGTH = 70;
const SPEAKER_LENGTH = 40;

/**
 * The article's outline: its blocks, those under a section heading as the heading's children; under each block its
 * quotations behind their speaker and its dates with what they mean, a date inside a quotation under that one.
 */
export function outline(article: Article, messages: Messages): OutlineItem[] {
  const { structure, quotes, dates } = article.analysis;
  const speech = quotes.filter((quote) => isSpeech(quote) && quote.spans.length > 0);
  const items: OutlineItem[] = [];
  let nextQuote = 0;
  let nextDate = 0;
  for (const block of structure) {
    const inside: OutlineItem[] = [];
    while (nextQuote < speech.length && extentOf(speech[nextQuote] as Quotation).start < block.end) {
      const item = quoteItem(article, speech[nextQuote++] as Quotation, block, messages);
      if (item !== undefined) inside.push(item);
    }
    while (nextDate < dates.length && (dates[nextDate] as TemporalExpression).start < block.end) {
      const date = dates[nextDate++] as TemporalExpression;
      if (overlaps(block, date)) inside.push(dateItem(article, date, block, messages));
    }
    items.push(blockItem(article, block, nest(inside), messages));
  }
  return sections(items);
}

function blockItem(article: Article, block: Block, children: readonly OutlineItem[], messages: Messages): OutlineItem {
  const label = messages.block[block.role];
  const words = shorten(article.text.slice(block.start, block.end), NAME_LENGTH);
  const quotes = count(children);
  const detail = [label, ...(quotes > 0 ? [messages.counts.quotes(quotes)] : [])].join(' · ');
  return {
    kind: block.role,
    name: words === '' ? label : words,
    detail,
    span: bounds(block),
    selection: bounds(block),
    children,
  };
}

const count = (items: readonly OutlineItem[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'quote' ? 1 : 0) + count(item.children), 0);

/** A quotation may go on in later blocks: here it is cut at the end of the one it begins in. */
function quoteItem(article: Article, quote: Quotation, block: Block, messages: Messages): OutlineItem | undefined {
  const whole = extentOf(quote);
  const span = { start: whole.start, end: Math.min(whole.end, block.end) };
  if (span.start < block.start || span.end <= span.start) return undefined;
  const words = shorten(article.text.slice(whole.start, whole.end), NAME_LENGTH) || '…';
  const speaker = shorten(plain(quote.speakerName ?? quote.speaker?.text ?? ''), SPEAKER_LENGTH);
  // the speaker first: in a narrow side bar no more than the beginning of a line is seen
  const name = speaker === '' ? words : messages.labelled(speaker, words);
  const detail = speaker === '' ? messages.speakerUnknown : messages.quoteKind[quote.kind];
  return { kind: 'quote', name, detail, span, selection: span, children: [] };
}

function dateItem(article: Article, date: TemporalExpression, block: Block, messages: Messages): OutlineItem {
  const span = { start: Math.max(date.start, block.start), end: Math.min(date.end, block.end) };
  const words = shorten(date.text, NAME_LENGTH);
  const detail = dateWords(article, date, messages);
  return {
    kind: 'date',
    name: words === '' ? date.value || '…' : words,
    detail,
    span,
    selection: span,
    children: [],
  };
}

/** Puts items inside the ones that cover them; what overlaps without being covered stays beside. */
function nest(items: readonly OutlineItem[]): OutlineItem[] {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: OutlineItem[] = [];
  for (const item of sorted) insert(roots, item);
  return roots;
}

function insert(siblings: OutlineItem[], item: OutlineItem): void {
  const last = siblings.at(-1);
  if (last === undefined || last.kind === 'date' || item.span.end > last.span.end) siblings.push(item);
  else insert(last.children as OutlineItem[], item);
}

/** What follows a heading up to the next one becomes its content; title, lead and header stay at the top. */
function sections(items: readonly OutlineItem[]): OutlineItem[] {
  const roots: OutlineItem[] = [];
  let heading: { item: OutlineItem; children: OutlineItem[] } | undefined;
  const close = (): void => {
    if (heading === undefined) return;
    const { item, children } = heading;
    const end = children.at(-1)?.span.end ?? item.span.end;
    roots.push({ ...item, span: { start: item.span.start, end }, children });
    heading = undefined;
  };
  for (const item of items) {
    if (item.kind === 'heading') {
      close();
      heading = { item, children: [...item.children] };
    } else if (heading === undefined) roots.push(item);
    else heading.children.push(item);
  }
  close();
  return roots;
}

const bounds = ({ start, end }: Span): Span => ({ start, end });
